/// The small steps that the readers of lexical forms share.
enum Scan {
    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Skips a sign and tells whether it was `-`.
    static func sign(_ bytes: Span<UInt8>, _ position: inout Int) throws(LexicalFault) -> Bool {
        guard position < bytes.count else { throw .malformed }
        let byte = bytes[position]
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { position += 1 }
        return byte == UInt8(ascii: "-")
    }

    /// Skips digits, and returns where they stand; perhaps none.
    static func digits(_ bytes: Span<UInt8>, _ position: inout Int) -> Range<Int> {
        let start = position
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
        return start..<position
    }

    /// Skips one given byte, if it is there.
    static func skip(_ character: Unicode.Scalar, _ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Skips one given byte, which must be there.
    static func expect(
        _ character: Unicode.Scalar, _ bytes: Span<UInt8>, _ position: inout Int
    ) throws(LexicalFault) {
        guard skip(character, bytes, &position) else { throw .malformed }
    }

    /// The value of at most 18 digits, known to be digits.
    static func value(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        // 18 digits stay below 10^18 < 2^63, so nothing here overflows.
        var value = 0
        for index in range { value = value &* 10 &+ Int(bytes[index] &- 0x30) }
        return value
    }

    /// Exactly so many digits, as a number.
    static func number(
        ofDigits count: Int, _ bytes: Span<UInt8>, _ position: inout Int
    ) throws(LexicalFault) -> Int {
        guard bytes.count - position >= count else { throw .malformed }
        let range = position..<position + count
        for index in range where !isDigit(bytes[index]) { throw .malformed }
        position += count
        return value(bytes, range)
    }

    /// The range without the white space around it, which XPath's casts collapse.
    static func withoutOuterSpace(_ bytes: Span<UInt8>) -> Range<Int> {
        var (start, end) = (0, bytes.count)
        while start < end, isSpace(bytes[start]) { start += 1 }
        while start < end, isSpace(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Whether bytes are those of a text.
    static func equals(_ bytes: Span<UInt8>, _ text: StaticString) -> Bool {
        guard bytes.count == text.utf8CodeUnitCount else { return false }
        for index in bytes.indices where unsafe bytes[index] != text.utf8Start[index] { return false }
        return true
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x9 || byte == 0xA || byte == 0xD }
}
