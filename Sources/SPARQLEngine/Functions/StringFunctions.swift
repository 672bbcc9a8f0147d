internal import ByteText
internal import RDFModel
internal import TripleStore
internal import XSDValues

/// Functions on strings. Positions and lengths count code points; comparisons are of code points, without
/// normalization.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#func-strings>
enum StringFunctions {
    @Sendable static func strlen(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        let length = context.terms.withStoredText(arguments[0]) { text, _ in
            // Bytes that do not continue a character begin one.
            text.indices.reduce(0) { $0 + (text[$1] & 0xC0 == 0x80 ? 0 : 1) }
        }
        if let length { return .integer(length) }
        guard let argument = string(context, arguments[0]) else { return .error }
        return .integer(argument.text.unicodeScalars.count)
    }

    @Sendable static func ucase(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        if let text = mapped(context, arguments[0], isUpper: true) { return text }
        return cased(context, arguments[0], isUpper: true)
    }

    @Sendable static func lcase(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        if let text = mapped(context, arguments[0], isUpper: false) { return text }
        return cased(context, arguments[0], isUpper: false)
    }

    /// The characters from a position, counted from 1, at most so many; both are integers, as §17.4.3.3 has them, and
    /// may lie outside of the text.
    @Sendable static func substr(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard let argument = string(context, arguments[0]), let start = integer(context, arguments[1]) else {
            return .error
        }
        var end = Double.infinity
        if arguments.count > 2 {
            guard let length = integer(context, arguments[2]) else { return .error }
            end = start + length
        }
        var scalars = String.UnicodeScalarView()
        var position = 1.0
        for scalar in argument.text.unicodeScalars {
            if position >= end { break }
            if position >= start { scalars.append(scalar) }
            position += 1
        }
        return .value(argument.with(String(scalars)))
    }

    @Sendable static func strStarts(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard let (text, part) = compatible(context, arguments) else { return .error }
        return .boolean(text.text.utf8.starts(with: part.text.utf8))
    }

    @Sendable static func strEnds(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard let (text, part) = compatible(context, arguments) else { return .error }
        return .boolean(text.text.utf8.reversed().starts(with: part.text.utf8.reversed()))
    }

    @Sendable static func contains(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        // A simple literal goes with a text of any language.
        if case .string(let part)? = context.terms.value(arguments[1]) {
            let found = context.terms.withStoredText(arguments[0]) { text, _ in
                text.firstIndex(of: part.utf8.span) != nil
            }
            if let found { return .boolean(found) }
        }
        guard let (text, part) = compatible(context, arguments) else { return .error }
        return .boolean(text.text.utf8.span.firstIndex(of: part.text.utf8.span) != nil)
    }

    @Sendable static func strBefore(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard let (text, part) = compatible(context, arguments) else { return .error }
        guard let index = text.text.utf8.span.firstIndex(of: part.text.utf8.span) else { return .string("") }
        return .value(text.with(String(decoding: text.text.utf8.prefix(index), as: UTF8.self)))
    }

    @Sendable static func strAfter(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard let (text, part) = compatible(context, arguments) else { return .error }
        guard let index = text.text.utf8.span.firstIndex(of: part.text.utf8.span) else { return .string("") }
        let rest = text.text.utf8.dropFirst(index + part.text.utf8.count)
        return .value(text.with(String(decoding: rest, as: UTF8.self)))
    }

    /// Percent-encodes all but the unreserved characters of RFC 3986.
    @Sendable static func encodeForURI(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard let argument = string(context, arguments[0]),
            context.limits.allowsText(of: argument.text.utf8.count * 3)
        else { return .error }
        var bytes: [UInt8] = []
        for byte in argument.text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                let digits = Array("0123456789ABCDEF".utf8)
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return .string(String(decoding: bytes, as: UTF8.self))
    }

    /// The arguments one after another, in their language if all have the same.
    @Sendable static func concat(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        // Counted before any of it is made: the same long text may be given many times.
        guard context.limits.allowsText(of: arguments.reduce(0) { $0 + context.terms.textLength($1) }) else {
            return .error
        }
        var parts: [StringArgument] = []
        for argument in arguments {
            guard let part = string(context, argument) else { return .error }
            parts.append(part)
        }
        let text = parts.map(\.text).joined()
        guard let first = parts.first, first.language != nil,
            parts.allSatisfy({ $0.language != nil && $0.isCompatible(with: first) })
        else { return .string(text) }
        return .value(first.with(text))
    }

    /// A text in another case, letter by letter.
    private static func cased(
        _ context: QueryContext, _ argument: ExpressionResult, isUpper: Bool
    ) -> ExpressionResult {
        // A letter may become three, and one of two bytes one of three.
        guard let argument = string(context, argument),
            context.limits.allowsText(of: argument.text.utf8.count),
            let text = CaseMapping.mapped(argument.text, isUpper: isUpper, goesOn: context.limits.goesOn)
        else { return .error }
        return .value(argument.with(text))
    }

    /// A text of the store in another case, with its language; `nil` for letters that take more than a table.
    private static func mapped(
        _ context: QueryContext, _ argument: ExpressionResult, isUpper: Bool
    ) -> ExpressionResult? {
        guard case .term(let id) = argument,
            let text = context.terms.withStoredText(argument, { text, _ in CaseMapping.latin(text, isUpper: isUpper) })
        else { return nil }
        guard let text else { return nil }
        let type = context.terms.dictionary.type(id)
        guard type.hasLanguage else { return .string(text) }
        return .value(
            .languageString(
                text, language: String(decoding: type.language, as: UTF8.self), direction: type.direction))
    }

    // MARK: Arguments

    static func string(_ context: QueryContext, _ argument: ExpressionResult) -> StringArgument? {
        guard let text = context.terms.value(argument)?.asString else { return nil }
        // Long texts take long: about as many bytes as one row takes.
        context.limits.hasWorked(text.text.utf8.count / 64)
        return text
    }

    /// A number rounded to the nearest whole one, as `fn:round` does.
    private static func integer(_ context: QueryContext, _ argument: ExpressionResult) -> Double? {
        guard let number = context.terms.value(argument)?.asNumber, case .integer = number else { return nil }
        return number.asDouble
    }

    private static func compatible(
        _ context: QueryContext, _ arguments: [ExpressionResult]
    ) -> (StringArgument, StringArgument)? {
        guard let text = string(context, arguments[0]), let part = string(context, arguments[1]),
            text.isCompatible(with: part)
        else { return nil }
        return (text, part)
    }
}
