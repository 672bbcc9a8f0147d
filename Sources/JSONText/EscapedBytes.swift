internal import ByteText

// The bytes that end the plain text of a string: quotation mark, backslash, and what is less than a space.

extension UInt8 {
    /// Whether a JSON string must escape the byte.
    @inline(__always)
    var mustBeEscaped: Bool { self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }
}

extension UInt64 {
    /// Zero where none of eight bytes must be escaped; otherwise one of them may have to be.
    @inline(__always)
    var bytesToEscape: UInt64 {
        bytes(equalTo: UInt8(ascii: "\"")) | bytes(equalTo: UInt8(ascii: "\\")) | bytes(lessThan: 0x20)
    }
}

extension Span<UInt8> {
    /// Whether all bytes are less than 0x80.
    var isASCII: Bool {
        var offset = 0
        var seen: UInt64 = 0
        while offset &+ 8 <= count {
            seen |= word(at: offset)
            offset &+= 8
        }
        while offset < count {
            seen |= UInt64(self[offset])
            offset &+= 1
        }
        return seen & 0x8080_8080_8080_8080 == 0
    }
}
