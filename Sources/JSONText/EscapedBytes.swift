internal import ByteText

// The bytes that end the plain text of a string: quotation mark, backslash, and what is less than a space.

extension UInt8 {
    /// Whether a JSON string must escape the byte.
    @inline(__always)
    var mustBeEscaped: Bool { self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }
}

extension UInt64 {
    /// Zero where none of eight bytes must be escaped; otherwise the lowest byte that is not zero is one of them.
    @inline(__always)
    var bytesToEscape: UInt64 {
        bytes(equalTo: UInt8(ascii: "\"")) | bytes(equalTo: UInt8(ascii: "\\")) | bytes(lessThan: 0x20)
    }
}

extension Span<UInt8> {
    /// The first byte at or after an offset that must be escaped; the end if there is none.
    @inline(__always)
    func offsetToEscape(from start: Int) -> Int {
        var offset = start
        while offset &+ 8 <= count {
            let found = word(at: offset).bytesToEscape
            if found != 0 { return offset &+ found.trailingZeroBitCount &>> 3 }
            offset &+= 8
        }
        while offset < count, !self[offset].mustBeEscaped { offset &+= 1 }
        return offset
    }

    /// Whether all bytes are less than 0x80.
    var isASCII: Bool {
        var offset = 0
        var seen: UInt64 = 0
        while offset &+ 8 <= count {
            seen |= word(at: offset)
            offset &+= 8
        }
        // What is left is looked at with bytes before it that have been, where there are any.
        if offset < count, count >= 8 {
            seen |= word(at: count &- 8)
            offset = count
        }
        while offset < count {
            seen |= UInt64(self[offset])
            offset &+= 1
        }
        return seen & 0x8080_8080_8080_8080 == 0
    }
}
