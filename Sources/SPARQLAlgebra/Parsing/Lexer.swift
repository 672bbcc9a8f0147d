internal import ByteText
internal import Localization

/// Cuts a text into tokens by the longest match, in one pass.
///
/// A text that cannot be cut further ends in a token of kind `invalid`, so that an error of the grammar that stands
/// earlier is reported first.
/// - Complexity: O(*n*).
/// - Spec: <https://www.w3.org/TR/sparql12-query/#sparqlGrammar>, the terminals.
struct Lexer {
    /// The tokens, the last of kind `end` or `invalid`.
    private(set) var tokens: [Token] = []
    /// Why the last token is invalid.
    private(set) var failure: SyntaxFailure?

    private var offset = 0
    /// No name that begins before this offset is followed by a colon: keeps `a.a.a.…` linear.
    private var endOfRunWithoutColon = 0

    init(_ text: Span<UInt8>, maximumTokens: Int = .max) {
        tokens.reserveCapacity(min(text.count / 4, maximumTokens) + 2)
        // A byte order mark is no part of the text.
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { offset = 3 }
        do throws(SyntaxFailure) {
            while true {
                skipWhitespaceAndComments(text)
                guard offset < text.count else { break }
                guard tokens.count < maximumTokens else {
                    throw SyntaxFailure(.tooManyTokens, [String(maximumTokens)], at: offset..<offset)
                }
                try scanToken(text)
            }
            append(.end, length: 0)
        } catch {
            failure = error
            append(.invalid, length: 0)
        }
    }

    private mutating func append(_ kind: Token.Kind, length: Int, word: Word = .none) {
        tokens.append(Token(kind: kind, word: word, start: Int32(offset), end: Int32(offset + length)))
        offset += length
    }

    private mutating func skipWhitespaceAndComments(_ text: Span<UInt8>) {
        while offset < text.count {
            switch text[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            case UInt8(ascii: "#"):
                while offset < text.count, text[offset] != 0x0A, text[offset] != 0x0D { offset += 1 }
            default: return
            }
        }
    }

    private func byte(_ text: Span<UInt8>, _ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }

    private mutating func scanToken(_ text: Span<UInt8>) throws(SyntaxFailure) {
        let next = byte(text, offset + 1)
        switch text[offset] {
        case UInt8(ascii: "?"), UInt8(ascii: "$"): try scanVariable(text)
        case UInt8(ascii: "<"): scanLess(text)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try scanString(text)
        case UInt8(ascii: "@"): try scanLanguageTag(text)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): scanNumber(text)
        case UInt8(ascii: "."): isNumber(text, at: offset) ? scanNumber(text) : append(.dot, length: 1)
        case UInt8(ascii: "+"): isNumber(text, at: offset + 1) ? scanNumber(text) : append(.plus, length: 1)
        case UInt8(ascii: "-"): isNumber(text, at: offset + 1) ? scanNumber(text) : append(.minus, length: 1)
        case UInt8(ascii: "{"):
            next == UInt8(ascii: "|") ? append(.annotationOpen, length: 2) : append(.leftBrace, length: 1)
        case UInt8(ascii: "}"): append(.rightBrace, length: 1)
        case UInt8(ascii: "("): append(.leftParenthesis, length: 1)
        case UInt8(ascii: ")"):
            next == UInt8(ascii: ">") && byte(text, offset + 2) == UInt8(ascii: ">")
                ? append(.tripleTermClose, length: 3) : append(.rightParenthesis, length: 1)
        case UInt8(ascii: "["): append(.leftBracket, length: 1)
        case UInt8(ascii: "]"): append(.rightBracket, length: 1)
        case UInt8(ascii: ","): append(.comma, length: 1)
        case UInt8(ascii: ";"): append(.semicolon, length: 1)
        case UInt8(ascii: "="): append(.equal, length: 1)
        case UInt8(ascii: "!"):
            next == UInt8(ascii: "=") ? append(.notEqual, length: 2) : append(.not, length: 1)
        case UInt8(ascii: ">"):
            switch next {
            case UInt8(ascii: ">"): append(.reifiedClose, length: 2)
            case UInt8(ascii: "="): append(.greaterOrEqual, length: 2)
            default: append(.greater, length: 1)
            }
        case UInt8(ascii: "*"): append(.star, length: 1)
        case UInt8(ascii: "/"): append(.slash, length: 1)
        case UInt8(ascii: "&"):
            guard next == UInt8(ascii: "&") else { throw unexpectedCharacter(text) }
            append(.and, length: 2)
        case UInt8(ascii: "|"):
            switch next {
            case UInt8(ascii: "|"): append(.or, length: 2)
            case UInt8(ascii: "}"): append(.annotationClose, length: 2)
            default: append(.bar, length: 1)
            }
        case UInt8(ascii: "^"):
            next == UInt8(ascii: "^") ? append(.doubleCaret, length: 2) : append(.caret, length: 1)
        case UInt8(ascii: "~"): append(.tilde, length: 1)
        case UInt8(ascii: ":"): scanLocalName(text, from: offset + 1)
        default: try scanName(text)
        }
    }

    private func unexpectedCharacter(_ text: Span<UInt8>) -> SyntaxFailure {
        let (value, length) = text.scalar(at: offset)
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        let shown = value < 0x20 || value == 0x7F ? "U+" + String(value, radix: 16, uppercase: true) : String(scalar)
        return SyntaxFailure(.unexpectedCharacter, [shown], at: offset..<min(offset + length, text.count))
    }

    /// `VAR1`, `VAR2`, or the `?` of a path.
    private mutating func scanVariable(_ text: Span<UInt8>) throws(SyntaxFailure) {
        var end = offset + 1
        while end < text.count {
            let (value, length) = text.scalar(at: end)
            guard value.isVariableCharacter else { break }
            // A combining mark or a middle dot cannot begin a name.
            if end == offset + 1, !value.isNameStartOrUnderscore, !value.isDigit { break }
            end += length
        }
        if end > offset + 1 {
            append(.variable, length: end - offset)
        } else if text[offset] == UInt8(ascii: "?") {
            append(.question, length: 1)
        } else {
            throw unexpectedCharacter(text)
        }
    }

    /// `IRIREF`, or one of the signs that begin with `<`.
    private mutating func scanLess(_ text: Span<UInt8>) {
        var end = offset + 1
        scan: while end < text.count {
            switch text[end] {
            case UInt8(ascii: ">"):
                append(.iri, length: end + 1 - offset)
                return
            case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
                UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"):
                break scan
            default: end += 1
            }
        }
        switch (byte(text, offset + 1), byte(text, offset + 2)) {
        case (UInt8(ascii: "<"), UInt8(ascii: "(")): append(.tripleTermOpen, length: 3)
        case (UInt8(ascii: "<"), _): append(.reifiedOpen, length: 2)
        case (UInt8(ascii: "="), _): append(.lessOrEqual, length: 2)
        default: append(.less, length: 1)
        }
    }

    /// The four forms of strings. Escapes are read when the string is decoded; here a backslash hides a quote.
    private mutating func scanString(_ text: Span<UInt8>) throws(SyntaxFailure) {
        let quote = text[offset]
        let isLong = byte(text, offset + 1) == quote && byte(text, offset + 2) == quote
        let fence = isLong ? 3 : 1
        var end = offset + fence
        while end < text.count {
            switch text[end] {
            case UInt8(ascii: "\\"): end += 2
            case quote where !isLong || (byte(text, end + 1) == quote && byte(text, end + 2) == quote):
                append(isLong ? .longString : .string, length: end + fence - offset)
                return
            case 0x0A, 0x0D:
                guard isLong else { throw SyntaxFailure(.unterminatedString, at: offset..<end) }
                end += 1
            default: end += 1
            }
        }
        throw SyntaxFailure(.unterminatedString, at: offset..<min(offset + fence, text.count))
    }

    /// `LANG_DIR`: `'@' [a-zA-Z]+ ('-' [a-zA-Z0-9]+)* ('--' [a-zA-Z]+)?`
    private mutating func scanLanguageTag(_ text: Span<UInt8>) throws(SyntaxFailure) {
        var end = offset + 1
        while byte(text, end).isASCIILetter { end += 1 }
        guard end > offset + 1 else { throw unexpectedCharacter(text) }
        while byte(text, end) == UInt8(ascii: "-") {
            var part = end + 1
            while byte(text, part).isASCIILetter || byte(text, part).isASCIIDigit { part += 1 }
            guard part > end + 1 else { break }
            end = part
        }
        if byte(text, end) == UInt8(ascii: "-"), byte(text, end + 1) == UInt8(ascii: "-") {
            var part = end + 2
            while byte(text, part).isASCIILetter { part += 1 }
            if part > end + 2 { end = part }
        }
        append(.languageTag, length: end - offset)
    }

    private func isNumber(_ text: Span<UInt8>, at index: Int) -> Bool {
        byte(text, index).isASCIIDigit
            || (byte(text, index) == UInt8(ascii: ".") && byte(text, index + 1).isASCIIDigit)
    }

    /// `INTEGER`, `DECIMAL` and `DOUBLE`, each with or without a sign.
    private mutating func scanNumber(_ text: Span<UInt8>) {
        var end = offset
        if byte(text, end) == UInt8(ascii: "+") || byte(text, end) == UInt8(ascii: "-") { end += 1 }
        while byte(text, end).isASCIIDigit { end += 1 }
        var kind = Token.Kind.integer
        if byte(text, end) == UInt8(ascii: ".") {
            var fraction = end + 1
            while byte(text, fraction).isASCIIDigit { fraction += 1 }
            if fraction > end + 1 {
                kind = .decimal
                end = fraction
            } else if exponentEnd(text, from: fraction) != nil {
                end = fraction
            }
        }
        if let exponent = exponentEnd(text, from: end) {
            kind = .double
            end = exponent
        }
        append(kind, length: end - offset)
    }

    /// `[eE] [+-]? [0-9]+`
    private func exponentEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        guard byte(text, start) | 0x20 == UInt8(ascii: "e") else { return nil }
        var end = start + 1
        if byte(text, end) == UInt8(ascii: "+") || byte(text, end) == UInt8(ascii: "-") { end += 1 }
        let digits = end
        while byte(text, end).isASCIIDigit { end += 1 }
        return end > digits ? end : nil
    }

    /// A prefixed name, a blank node's label or a word.
    private mutating func scanName(_ text: Span<UInt8>) throws(SyntaxFailure) {
        let first = text.scalar(at: offset).value
        if first == 0x5F, byte(text, offset + 1) == UInt8(ascii: ":") {
            return try scanBlankNodeLabel(text)
        }
        guard first.isNameStartOrUnderscore else { throw unexpectedCharacter(text) }
        if first != 0x5F, offset >= endOfRunWithoutColon {
            var end = offset
            while end < text.count {
                let (value, length) = text.scalar(at: end)
                guard value.isNameCharacter || value == 0x2E else { break }
                end += length
            }
            if byte(text, end) == UInt8(ascii: ":"), text[end - 1] != UInt8(ascii: ".") {
                return scanLocalName(text, from: end + 1)
            }
            endOfRunWithoutColon = end
        }
        var end = offset
        while byte(text, end).isASCIILetter || byte(text, end).isASCIIDigit || byte(text, end) == 0x5F { end += 1 }
        guard end > offset else { throw unexpectedCharacter(text) }
        append(.word, length: end - offset, word: Word(text.extracting(offset..<end)))
    }

    /// `PN_LOCAL` after a colon; perhaps nothing, and then the token is a `PNAME_NS`.
    private mutating func scanLocalName(_ text: Span<UInt8>, from start: Int) {
        var end = start
        var index = start
        while index < text.count {
            let (value, length) = text.scalar(at: index)
            switch value {
            case 0x3A: index += 1
            case 0x25:
                guard byte(text, index + 1).isHexDigit, byte(text, index + 2).isHexDigit else {
                    return append(.prefixedName, length: end - offset)
                }
                index += 3
            case 0x5C:
                guard Self.isEscapableInLocalName(byte(text, index + 1)) else {
                    return append(.prefixedName, length: end - offset)
                }
                index += 2
            case 0x2E where index > start:
                // A dot belongs to the name only if more of the name follows.
                index += 1
                continue
            default:
                guard index == start ? value.isNameStartOrUnderscore || value.isDigit : value.isNameCharacter else {
                    return append(.prefixedName, length: end - offset)
                }
                index += length
            }
            end = index
        }
        append(.prefixedName, length: end - offset)
    }

    /// `PN_LOCAL_ESC`
    static func isEscapableInLocalName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "!"),
            UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="),
            UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    /// `BLANK_NODE_LABEL`
    private mutating func scanBlankNodeLabel(_ text: Span<UInt8>) throws(SyntaxFailure) {
        let start = offset + 2
        var end = start
        var index = start
        while index < text.count {
            let (value, length) = text.scalar(at: index)
            if index == start {
                guard value.isNameStartOrUnderscore || value.isDigit else { break }
            } else if value == 0x2E {
                index += 1
                continue
            } else {
                guard value.isNameCharacter else { break }
            }
            index += length
            end = index
        }
        guard end > start else { throw unexpectedCharacter(text) }
        append(.blankNodeLabel, length: end - offset)
    }
}
