internal import ByteText
internal import Localization

/// A syntax error while it is on its way: places are offsets in bytes, since lines are counted only once it is known
/// that there is an error.
struct SyntaxFailure: Error {
    var message: SPARQLMessage
    var arguments: [String] = []
    var expected: [SPARQLSyntaxError.Expectation] = []
    var suggestion: SPARQLSyntaxError.Suggestion?
    /// In bytes of the text.
    var range: Range<Int>

    init(
        _ message: SPARQLMessage, _ arguments: [String] = [], at range: Range<Int>,
        expected: [SPARQLSyntaxError.Expectation] = [], suggestion: SPARQLSyntaxError.Suggestion? = nil
    ) {
        self.message = message
        self.arguments = arguments
        self.expected = expected
        self.suggestion = suggestion
        self.range = range
    }

    /// The failure without its suggestion where that leads no further than what stands there; one that does is said alone,
    /// without what else was expected.
    func withTriedSuggestion(
        in text: [UInt8], _ read: (String) throws(SyntaxFailure) -> Void
    ) -> SyntaxFailure {
        guard case .word(let word)? = suggestion else { return self }
        var result = self
        let mended = text[..<range.lowerBound] + Array(word.utf8) + text[range.upperBound...]
        do throws(SyntaxFailure) {
            try read(String(decoding: mended, as: UTF8.self))
        } catch {
            guard error.range.lowerBound > range.lowerBound else {
                result.suggestion = nil
                return result
            }
        }
        result.expected = []
        return result
    }

    /// The error with lines and columns, and the line it is about.
    func located(in text: [UInt8]) -> SPARQLSyntaxError {
        let start = Self.position(of: range.lowerBound, in: text)
        let end = Self.position(of: range.upperBound, in: text)
        let lineStart = text[..<start.offset].lastIndex(where: Self.endsLine).map { $0 + 1 } ?? 0
        let lineEnd = text[start.offset...].firstIndex(where: Self.endsLine) ?? text.count
        // Of a very long line only the surroundings of the place are shown.
        let reach = 120
        let from = Self.scalarBoundary(max(lineStart, start.offset - reach), in: text)
        let to = Self.scalarBoundary(min(lineEnd, start.offset + reach), in: text)
        return SPARQLSyntaxError(
            message: message, arguments: arguments, expected: expected, suggestion: suggestion, range: start..<end,
            excerpt: String(decoding: text[from..<to], as: UTF8.self),
            excerptColumn: text[from..<start.offset].count(where: Self.beginsScalar))
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

    private static func scalarBoundary(_ offset: Int, in text: [UInt8]) -> Int {
        var offset = offset
        while offset < text.count, !beginsScalar(text[offset]) { offset -= 1 }
        return offset
    }

    private static func position(of offset: Int, in text: [UInt8]) -> TextPosition {
        var position = TextPosition(offset: min(offset, text.count))
        var index = 0
        while index < position.offset {
            let byte = text[index]
            index += 1
            if endsLine(byte) {
                if byte == 0x0D, index < position.offset, text[index] == 0x0A { index += 1 }
                position.line += 1
                position.column = 0
            } else if beginsScalar(byte) {
                position.column += 1
            }
        }
        return position
    }
}
