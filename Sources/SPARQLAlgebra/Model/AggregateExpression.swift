/// What an aggregate computes from the values of a group.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#setFunctions>
public enum AggregateFunction: Hashable, Sendable {
    /// How many values are no error; of `*`, how many solutions.
    case count
    /// The sum; 0 for an empty group.
    case sum
    /// The least value.
    case min
    /// The greatest value.
    case max
    /// The mean; 0 for an empty group.
    case average
    /// Any one value.
    case sample
    /// The texts joined by a separator, which is a space unless the query says otherwise.
    case groupConcat(separator: String)
}

/// An aggregate over the solutions of each group.
public struct AggregateExpression: Hashable, Sendable {
    /// What is computed.
    public var function: AggregateFunction
    /// Whether equal values (of `*`: equal solutions) count once.
    public var isDistinct: Bool
    /// What is evaluated for each solution; `nil` is the `*` of `COUNT(*)`.
    public var argument: Expression?

    /// An aggregate of an expression; of the solutions themselves where there is none.
    public init(_ function: AggregateFunction, _ argument: Expression?, isDistinct: Bool = false) {
        self.function = function
        self.isDistinct = isDistinct
        self.argument = argument
    }
}

/// An aggregate and the variable that holds its value in the rest of the algebra.
public struct AggregateBinding: Hashable, Sendable {
    /// The variable.
    public var variable: Variable
    /// The aggregate.
    public var aggregate: AggregateExpression

    /// A variable for an aggregate.
    public init(_ variable: Variable, _ aggregate: AggregateExpression) {
        self.variable = variable
        self.aggregate = aggregate
    }
}

extension AggregateFunction {
    /// The keyword, as the specification writes it.
    public var keyword: String {
        switch self {
        case .count: "COUNT"
        case .sum: "SUM"
        case .min: "MIN"
        case .max: "MAX"
        case .average: "AVG"
        case .sample: "SAMPLE"
        case .groupConcat: "GROUP_CONCAT"
        }
    }
}
