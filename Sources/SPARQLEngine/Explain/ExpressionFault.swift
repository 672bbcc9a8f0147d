public import RDFModel
public import SPARQLAlgebra

/// Why an expression is an error, or never true, for every solution, and what would mend it.
public struct ExpressionFault: Sendable, Hashable {
    /// What an operator takes.
    public enum Want: Sendable, Hashable {
        case text, literal, number, moment, iri, condition
    }

    /// What is wrong.
    public enum Reason: Sendable, Hashable {
        /// The variable has no value in any solution.
        case unbound(Variable)
        /// The variable has no value in some solutions.
        case sometimesUnbound(Variable)
        /// GRAPH gives the variable its value, but only outside of the braces in which the expression stands.
        case boundByGraph(Variable)
        /// An operator takes something else than what it is given; the term is what it is given, for example.
        case argument(operator: String, Want, given: Expression, Term)
        /// Two values that no operator compares or computes with, for example these.
        case pair(operator: String, Expression, Term, Expression, Term)
        /// A value that the datatype of a cast does not have.
        case cast(IRI, Term)
        /// No regular expression.
        case pattern(Term)
        /// Something else, such as a division by zero.
        case other
    }

    /// The smallest part of the expression that is at fault.
    public let part: Expression
    /// What is wrong with it; `nil` where it is no error, and only never true.
    public let reason: Reason?
    /// The whole expression mended: tried, and found to leave solutions, or at least to be no error.
    public let cure: Expression?
    /// Whether the cure leaves solutions.
    public let cureHasSolutions: Bool
}

/// An expression that is an error for every solution, although the query has an answer without it.
public struct ComputedFault: Sendable, Hashable {
    /// The variable that BIND or SELECT gives a value; `nil` for a condition.
    public let variable: Variable?
    /// The expression; of an aggregate, what it is made of.
    public let expression: Expression
    /// The aggregate that is an error for every group; `nil` for all other expressions.
    public let aggregate: AggregateExpression?
    /// Why it is an error.
    public let fault: ExpressionFault
}
