public import RDFModel

/// What FILTER, BIND, SELECT, HAVING, GROUP BY and ORDER BY compute.
///
/// Aggregates do not occur: they are extracted into ``Algebra/group(keys:aggregates:_:)``, and a variable stands in
/// their place.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#expressions>
public indirect enum Expression: Hashable, Sendable {
    /// A constant.
    case term(Term)
    /// The value of a variable; an error where it has none.
    case variable(Variable)
    /// `BOUND(?v)`
    case bound(Variable)
    /// `a || b`; long chains are balanced trees.
    case or(Expression, Expression)
    /// `a && b`; long chains are balanced trees.
    case and(Expression, Expression)
    /// `!a`
    case not(Expression)
    /// `a = b`, `a < b`, …
    case comparison(ComparisonOperator, Expression, Expression)
    /// `a + b`, `a * b`, …
    case arithmetic(ArithmeticOperator, Expression, Expression)
    /// `+a`
    case unaryPlus(Expression)
    /// `-a`
    case unaryMinus(Expression)
    /// `a IN (…)`
    case isIn(Expression, [Expression])
    /// `a NOT IN (…)`
    case isNotIn(Expression, [Expression])
    /// `EXISTS { … }`
    case exists(Algebra)
    /// `NOT EXISTS { … }`
    case notExists(Algebra)
    /// `IF(condition, then, else)`
    case conditional(Expression, Expression, Expression)
    /// `COALESCE(…)`: the first argument that is no error.
    case coalesce([Expression])
    /// A function that has a keyword.
    case call(BuiltInFunction, [Expression])
    /// A function that has an IRI: the casts of XML Schema, and extensions.
    case function(IRI, [Expression])
}

/// An operator that compares two values.
public enum ComparisonOperator: String, CaseIterable, Hashable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
}

/// An operator on two numbers.
public enum ArithmeticOperator: String, CaseIterable, Hashable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
}

/// An expression to sort by, and the direction.
public struct OrderCondition: Hashable, Sendable {
    /// What is compared.
    public var expression: Expression
    /// Whether small values come first, as they do unless `DESC` is written.
    public var isAscending: Bool

    /// A condition, ascending where nothing is said.
    public init(_ expression: Expression, isAscending: Bool = true) {
        self.expression = expression
        self.isAscending = isAscending
    }
}
