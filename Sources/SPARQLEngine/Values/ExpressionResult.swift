internal import TripleStore
internal import XSDValues

/// What an expression comes to: a term, a value that has no id yet, or an error, which is a value too.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#evaluation>
enum ExpressionResult {
    /// A type error, an unbound variable, a failed cast.
    case error
    /// A term that is known by its id.
    case term(TermID)
    /// A value that was computed.
    case value(ExpressionValue)

    static let `true` = ExpressionResult.value(.boolean(true))
    static let `false` = ExpressionResult.value(.boolean(false))

    /// A truth value.
    @inline(__always)
    static func boolean(_ value: Bool) -> ExpressionResult { .value(.boolean(value)) }

    /// A truth value, or an error.
    static func boolean(_ value: Bool?) -> ExpressionResult { value.map { .value(.boolean($0)) } ?? .error }

    /// A text without a language.
    static func string(_ text: String) -> ExpressionResult { .value(.string(text)) }

    /// An integer of a machine word.
    static func integer(_ value: Int) -> ExpressionResult { .value(.number(NumericValue(value))) }
}
