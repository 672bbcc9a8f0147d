internal import XSDValues

/// Functions on dates and times; the parts of an `xsd:dateTime`, and of an `xsd:date` or `xsd:time` where it has them.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#func-date-time>
enum TimeFunctions {
    @Sendable static func now(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        .value(.temporal(context.now))
    }

    @Sendable static func year(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        part(context, arguments, of: [.dateTime, .date, .gYear, .gYearMonth]) { .integer($0.year) }
    }

    @Sendable static func month(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        part(context, arguments, of: [.dateTime, .date, .gYearMonth, .gMonth, .gMonthDay]) { .integer($0.month) }
    }

    @Sendable static func day(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        part(context, arguments, of: [.dateTime, .date, .gDay, .gMonthDay]) { .integer($0.day) }
    }

    @Sendable static func hours(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        part(context, arguments, of: [.dateTime, .time]) { .integer($0.hour) }
    }

    @Sendable static func minutes(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        part(context, arguments, of: [.dateTime, .time]) { .integer($0.minute) }
    }

    @Sendable static func seconds(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        part(context, arguments, of: [.dateTime, .time]) { .value(.number(.decimal($0.seconds))) }
    }

    /// The offset from UTC as a duration; an error where the value says none.
    @Sendable static func timezone(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        part(context, arguments, of: [.dateTime, .date, .time]) { value in
            value.timezone.map { .value(.duration($0.duration)) } ?? .error
        }
    }

    /// The offset from UTC as it is written; empty where the value says none.
    @Sendable static func tz(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        part(context, arguments, of: [.dateTime, .date, .time]) { .string($0.timezone?.canonicalForm ?? "") }
    }

    private static func part(
        _ context: QueryContext, _ arguments: [ExpressionResult], of datatypes: [XSDDatatype],
        _ body: (TemporalValue) -> ExpressionResult
    ) -> ExpressionResult {
        guard case .temporal(let value)? = context.terms.value(arguments[0]), datatypes.contains(value.datatype) else {
            return .error
        }
        return body(value)
    }
}
