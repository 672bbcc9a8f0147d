internal import RDFModel

/// What SELECT lists.
struct SelectClause {
    enum Duplicates {
        case kept, removed, mayBeRemoved
    }

    /// A variable, or an expression and the variable for its value.
    struct Item {
        var variable: Variable
        var expression: Expression?
        var depth = 0
        /// Where the variable is written.
        var range: Range<Int>
        /// Where the expression is written.
        var expressionRange: Range<Int>?
    }

    var duplicates = Duplicates.kept
    /// `nil` for `*`.
    var items: [Item]?
    /// Where the star is written.
    var starRange = 0..<0
}

/// What stands after a pattern.
struct SolutionModifiers {
    struct GroupCondition {
        var expression: Expression
        /// The variable for the value, if it has a name.
        var variable: Variable?
        var depth = 1
        var range = 0..<0
    }

    var grouping: [GroupCondition] = []
    var having: [Expression] = []
    var order: [OrderCondition] = []
    var offset: Int?
    var limit: Int?
    /// Of the deepest expression of HAVING and ORDER BY.
    var depth = 0
}

/// A pattern under its solution modifiers.
struct Solutions {
    var algebra: Algebra
    /// The projected variables; of forms without a projection, all that are in scope.
    var variables: [Variable]
    var depth: Int
}

/// The aggregates of a query or subquery while it is read.
struct AggregateScope {
    /// Whether SELECT, HAVING or ORDER BY is being read.
    var isAllowed = false
    /// Whether the argument of an aggregate is being read.
    var isInside = false
    /// In order of appearance.
    var bindings: [AggregateBinding] = []
    var variables: [AggregateExpression: Variable] = [:]
}
