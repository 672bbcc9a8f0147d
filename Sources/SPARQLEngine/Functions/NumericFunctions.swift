internal import XSDValues

/// Functions on numbers.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#func-numerics>
enum NumericFunctions {
    @Sendable static func abs(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        number(context, arguments[0]) { $0.absolute }
    }

    @Sendable static func round(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        number(context, arguments[0]) { $0.nearest }
    }

    @Sendable static func ceil(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        number(context, arguments[0]) { $0.ceiling }
    }

    @Sendable static func floor(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        number(context, arguments[0]) { $0.floor }
    }

    @Sendable static func rand(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        .value(.number(.double(Double.random(in: 0..<1))))
    }

    private static func number(
        _ context: QueryContext, _ argument: ExpressionResult, _ body: (NumericValue) -> NumericValue
    ) -> ExpressionResult {
        guard let number = context.terms.value(argument)?.asNumber else { return .error }
        return .value(.number(body(number)))
    }
}
