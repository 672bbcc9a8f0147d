public import RDFModel

/// What has a value in an expression: a variable, a term, a Swift value that is a literal, an expression.
public protocol ExpressionConvertible: Sendable {
    /// The expression.
    var expression: Expression { get }
}

/// What the operators and functions of expressions begin with: a variable or an expression. Swift's own strings and
/// numbers are not among them, since their functions of the same names would change their meaning.
public protocol ExpressionOperand: ExpressionConvertible {}

extension Expression: ExpressionOperand {
    public var expression: Expression { self }
}

extension Variable: ExpressionOperand {
    public var expression: Expression { .variable(self) }
}

extension IRI: ExpressionConvertible {
    public var expression: Expression { .term(.iri(self)) }
}

extension Literal: ExpressionConvertible {
    public var expression: Expression { .term(.literal(self)) }
}

extension Term: ExpressionConvertible {
    public var expression: Expression { .term(self) }
}

extension String: ExpressionConvertible {
    public var expression: Expression { .term(.literal(Literal(self))) }
}

extension Int: ExpressionConvertible {
    public var expression: Expression { .term(.literal(Literal(String(self), datatype: XSD.integer))) }
}

extension Bool: ExpressionConvertible {
    public var expression: Expression { .term(.literal(Literal(self ? "true" : "false", datatype: XSD.boolean))) }
}

// The operators with a dot are those that Swift has for comparing element by element; here it is solution by solution.
// The plain ones keep their meaning: `==` of two variables asks whether they are the same variable.

extension ExpressionOperand {
    /// `a = b`
    public static func .== (left: Self, right: some ExpressionConvertible) -> Expression {
        .comparison(.equal, left.expression, right.expression)
    }

    /// `a != b`
    public static func .!= (left: Self, right: some ExpressionConvertible) -> Expression {
        .comparison(.notEqual, left.expression, right.expression)
    }

    /// `a < b`
    public static func .< (left: Self, right: some ExpressionConvertible) -> Expression {
        .comparison(.less, left.expression, right.expression)
    }

    /// `a <= b`
    public static func .<= (left: Self, right: some ExpressionConvertible) -> Expression {
        .comparison(.lessOrEqual, left.expression, right.expression)
    }

    /// `a > b`
    public static func .> (left: Self, right: some ExpressionConvertible) -> Expression {
        .comparison(.greater, left.expression, right.expression)
    }

    /// `a >= b`
    public static func .>= (left: Self, right: some ExpressionConvertible) -> Expression {
        .comparison(.greaterOrEqual, left.expression, right.expression)
    }

    /// `a && b`
    public static func .& (left: Self, right: some ExpressionConvertible) -> Expression {
        .and(left.expression, right.expression)
    }

    /// `a || b`
    public static func .| (left: Self, right: some ExpressionConvertible) -> Expression {
        .or(left.expression, right.expression)
    }

    /// `!a`
    public static prefix func .! (value: Self) -> Expression { .not(value.expression) }

    /// `LANG(a)`
    public var language: Expression { .call(.lang, [expression]) }
    /// `DATATYPE(a)`
    public var datatypeIRI: Expression { .call(.datatype, [expression]) }
    /// `STR(a)`
    public var text: Expression { .call(.str, [expression]) }
    /// `LCASE(a)`
    public var lowercased: Expression { .call(.lcase, [expression]) }

    /// `CONTAINS(a, b)`
    public func contains(_ part: some ExpressionConvertible) -> Expression {
        .call(.contains, [expression, part.expression])
    }

    /// `STRSTARTS(a, b)`
    public func starts(with start: some ExpressionConvertible) -> Expression {
        .call(.strStarts, [expression, start.expression])
    }

    /// `REGEX(a, pattern, flags)`
    public func matches(_ pattern: String, flags: String? = nil) -> Expression {
        .call(.regex, [expression, pattern.expression] + (flags.map { [$0.expression] } ?? []))
    }

    /// `a IN (…)`
    public func isOne(of values: any ExpressionConvertible...) -> Expression {
        .isIn(expression, values.map(\.expression))
    }
}

extension Variable {
    /// `BOUND(?v)`
    public var isBound: Expression { .bound(self) }
}

/// An aggregate that a SELECT, HAVING or ORDER BY computes.
public struct Aggregate: Sendable {
    let aggregate: AggregateExpression

    init(_ aggregate: AggregateExpression) { self.aggregate = aggregate }

    /// `COUNT(*)`
    public static let countOfSolutions = Aggregate(AggregateExpression(.count, nil))

    /// `COUNT(a)`
    public static func count(_ value: some ExpressionConvertible, distinct: Bool = false) -> Aggregate {
        Aggregate(AggregateExpression(.count, value.expression, isDistinct: distinct))
    }

    /// `SUM(a)`
    public static func sum(_ value: some ExpressionConvertible) -> Aggregate {
        Aggregate(AggregateExpression(.sum, value.expression))
    }

    /// `MIN(a)`
    public static func min(_ value: some ExpressionConvertible) -> Aggregate {
        Aggregate(AggregateExpression(.min, value.expression))
    }

    /// `MAX(a)`
    public static func max(_ value: some ExpressionConvertible) -> Aggregate {
        Aggregate(AggregateExpression(.max, value.expression))
    }

    /// `AVG(a)`
    public static func average(_ value: some ExpressionConvertible) -> Aggregate {
        Aggregate(AggregateExpression(.average, value.expression))
    }

    /// `SAMPLE(a)`
    public static func sample(_ value: some ExpressionConvertible) -> Aggregate {
        Aggregate(AggregateExpression(.sample, value.expression))
    }

    /// `GROUP_CONCAT(a; SEPARATOR=…)`
    public static func joined(_ value: some ExpressionConvertible, separator: String = " ") -> Aggregate {
        Aggregate(AggregateExpression(.groupConcat(separator: separator), value.expression))
    }
}
