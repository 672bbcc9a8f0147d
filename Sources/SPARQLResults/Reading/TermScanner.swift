internal import ByteText
internal import Localization
internal import RDFModel

/// Reads one term as TSV writes it: a term of Turtle without prefixed names and long strings.
/// - Spec: <https://www.w3.org/TR/sparql12-results-csv-tsv/#tsv>
struct TermScanner {
    private(set) var offset: Int
    private let end: Int

    init(_ range: Range<Int>) {
        offset = range.lowerBound
        end = range.upperBound
    }

    /// The whole cell; `nil` where it is empty.
    mutating func readCell(_ bytes: Span<UInt8>) throws(ResultsFault) -> Term? {
        skipSpace(bytes)
        guard offset < end else { return nil }
        let term = try readTerm(bytes, depth: 0)
        skipSpace(bytes)
        guard offset == end else { throw ResultsFault(.tabExpected) }
        return term
    }

    private mutating func readTerm(_ bytes: Span<UInt8>, depth: Int) throws(ResultsFault) -> Term {
        guard offset < end else { throw ResultsFault(.expectedTerm) }
        switch bytes[offset] {
        case UInt8(ascii: "<"):
            return skip("<<(", bytes) ? try readTripleTerm(bytes, depth: depth) : .iri(try readIRI(bytes))
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return try readLiteral(bytes)
        case UInt8(ascii: "_"):
            guard skip("_:", bytes) else { throw ResultsFault(.expectedBlankNode) }
            let label = readWord(bytes)
            guard !label.isEmpty else { throw ResultsFault(.expectedLabel) }
            return .blankNode(BlankNode(String(utf8: bytes.extracting(label))))
        default:
            return try readBareValue(bytes)
        }
    }

    /// `<<( subject predicate object )>>` after its opening.
    private mutating func readTripleTerm(_ bytes: Span<UInt8>, depth: Int) throws(ResultsFault) -> Term {
        guard depth < ReadingLimits.tripleDepth else { throw ResultsFault(.triplesTooDeep) }
        var parts: [Term] = []
        for _ in 0..<3 {
            skipSpace(bytes)
            parts.append(try readTerm(bytes, depth: depth + 1))
        }
        skipSpace(bytes)
        guard skip(")>>", bytes) else { throw ResultsFault(.expectedSign, ")>>") }
        return try TermChecks.tripleTerm(parts[0], parts[1], parts[2])
    }

    /// `<…>`, with `\u` and `\U` escapes.
    private mutating func readIRI(_ bytes: Span<UInt8>) throws(ResultsFault) -> IRI {
        guard skip("<", bytes) else { throw ResultsFault(.expectedIRI) }
        return try TermChecks.iri(try readQuoted(bytes, until: UInt8(ascii: ">"), hasNamedEscapes: false))
    }

    private mutating func readLiteral(_ bytes: Span<UInt8>) throws(ResultsFault) -> Term {
        let quote = bytes[offset]
        offset += 1
        let text = try readQuoted(bytes, until: quote, hasNamedEscapes: true)
        if skip("^^", bytes) { return .literal(Literal(text, datatype: try readIRI(bytes))) }
        guard skip("@", bytes) else { return .literal(Literal(text)) }
        let tag = String(utf8: bytes.extracting(readWord(bytes)))
        let parts = tag.split(separator: "--", omittingEmptySubsequences: false)
        return try TermChecks.literal(
            text, datatype: nil, language: String(parts[0]),
            direction: parts.count > 1 ? parts.dropFirst().joined(separator: "--") : nil)
    }

    /// A number or a truth value.
    private mutating func readBareValue(_ bytes: Span<UInt8>) throws(ResultsFault) -> Term {
        let word = bytes.extracting(readWord(bytes))
        let text = String(utf8: word)
        if let shape = NumberShape(word) { return .literal(Literal(text, datatype: shape.datatype)) }
        guard text == "true" || text == "false" else { throw ResultsFault(.notATerm, text) }
        return .literal(Literal(text, datatype: XSD.boolean))
    }

    /// Text up to a closing byte, which is skipped, with its escapes resolved.
    private mutating func readQuoted(
        _ bytes: Span<UInt8>, until close: UInt8, hasNamedEscapes: Bool
    ) throws(ResultsFault) -> String {
        var text: [UInt8] = []
        while offset < end, bytes[offset] != close {
            guard bytes[offset] == UInt8(ascii: "\\") else {
                text.append(bytes[offset])
                offset += 1
                continue
            }
            offset += 1
            guard offset < end else { break }
            let letter = bytes[offset]
            offset += 1
            switch letter {
            case UInt8(ascii: "u"): try readCodePoint(bytes, digits: 4, into: &text)
            case UInt8(ascii: "U"): try readCodePoint(bytes, digits: 8, into: &text)
            default:
                guard hasNamedEscapes, let byte = Self.escaped(letter) else {
                    throw ResultsFault(.badEscape)
                }
                text.append(byte)
            }
        }
        guard offset < end else { throw ResultsFault(.termUnclosed) }
        offset += 1
        return String(decoding: text, as: UTF8.self)
    }

    private static func escaped(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): letter
        default: nil
        }
    }

    private mutating func readCodePoint(
        _ bytes: Span<UInt8>, digits: Int, into text: inout [UInt8]
    ) throws(ResultsFault) {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard offset < end, let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue, value < 1 << 28
            else {
                throw ResultsFault(.expectedDigits, String(digits))
            }
            value = value << 4 | UInt32(digit)
            offset += 1
        }
        guard let scalar = Unicode.Scalar(value) else { throw ResultsFault(.noCharacter) }
        text += Array(String(Character(scalar)).utf8)
    }

    /// Bytes up to white space or the end of a triple term.
    private mutating func readWord(_ bytes: Span<UInt8>) -> Range<Int> {
        let start = offset
        while offset < end, bytes[offset] != 0x20, bytes[offset] != UInt8(ascii: ")") { offset += 1 }
        return start..<offset
    }

    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while offset < end, bytes[offset] == 0x20 { offset += 1 }
    }

    private mutating func skip(_ text: StaticString, _ bytes: Span<UInt8>) -> Bool {
        let count = text.utf8CodeUnitCount
        guard end - offset >= count else { return false }
        for index in 0..<count where unsafe bytes[offset + index] != text.utf8Start[index] { return false }
        offset += count
        return true
    }
}
