internal import SPARQLAlgebra
internal import XSDValues

/// The arithmetic operators: on numbers, and as in XPath on durations and points in time.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#OperatorMapping>,
///   <https://www.w3.org/TR/xpath-functions-31/#dateTime-arithmetic>
enum Arithmetic {
    /// The result of an operator; an error for operands that it does not take, and for division by zero.
    static func evaluate(
        _ name: ArithmeticOperator, _ left: ExpressionValue?, _ right: ExpressionValue?
    ) -> ExpressionResult {
        switch (left, right) {
        case (.number(let left)?, .number(let right)?):
            return numbers(name, left, right).map { .value(.number($0)) } ?? .error
        case (.temporal(let left)?, .duration(let right)?) where name == .add || name == .subtract:
            let result = try? name == .add ? left.adding(right) : left.subtracting(right)
            return result.map { .value(.temporal($0)) } ?? .error
        case (.duration(let left)?, .temporal(let right)?) where name == .add:
            return (try? right.adding(left)).map { .value(.temporal($0)) } ?? .error
        case (.temporal(let left)?, .temporal(let right)?) where name == .subtract:
            return (try? left.subtracting(right)).map { .value(.duration($0)) } ?? .error
        case (.duration(let left)?, .duration(let right)?):
            switch name {
            case .add: return (try? left.adding(right)).map { .value(.duration($0)) } ?? .error
            case .subtract: return (try? left.subtracting(right)).map { .value(.duration($0)) } ?? .error
            case .divide: return (try? left.divided(by: right)).map { .value(.number(.decimal($0))) } ?? .error
            case .multiply: return .error
            }
        case (.duration(let left)?, .number(let right)?):
            switch name {
            case .multiply: return (try? left.multiplied(by: right)).map { .value(.duration($0)) } ?? .error
            case .divide: return (try? left.divided(by: right)).map { .value(.duration($0)) } ?? .error
            case .add, .subtract: return .error
            }
        case (.number(let left)?, .duration(let right)?) where name == .multiply:
            return (try? right.multiplied(by: left)).map { .value(.duration($0)) } ?? .error
        default: return .error
        }
    }

    static func numbers(
        _ name: ArithmeticOperator, _ left: NumericValue, _ right: NumericValue
    ) -> NumericValue? {
        switch name {
        case .add: try? left.adding(right)
        case .subtract: try? left.subtracting(right)
        case .multiply: try? left.multiplied(by: right)
        case .divide: try? left.divided(by: right)
        }
    }
}
