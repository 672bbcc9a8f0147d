// Eight bytes at a time: the scans of the readers look at words and fall back to bytes where a word holds something.
// A test of a word may answer yes for a byte that is not meant (the carry of a subtraction reaches the next byte), but
// never no for one that is; whoever uses it looks at the bytes before believing it.

extension Span where Element == UInt8 {
    /// The eight bytes from an offset, the first in the lowest bits.
    /// - Precondition: `offset + 8 <= count`, which the load checks.
    @inlinable
    @inline(__always)
    public func word(at offset: Int) -> UInt64 {
        // A UInt64 has no invalid bit patterns, and the load traps outside of the span.
        UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}

extension Span where Element == UInt8 {
    /// The eight bytes from an offset of which the caller knows that they are there.
    @inlinable
    @inline(__always)
    func uncheckedWord(at offset: Int) -> UInt64 {
        // Safe: whoever calls has compared `offset + 8` with the count; see ``hostIsPlain(from:)``.
        UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
    }

    /// Whether a slash follows before any colon or `@`, in whole words from an offset.
    @inlinable
    @inline(__always)
    public func hostIsPlain(from start: Int) -> Bool {
        precondition(start >= 0)
        var offset = start
        while offset &+ 8 <= count {
            let word = uncheckedWord(at: offset)
            let slashes = word.bytes(equalTo: UInt8(ascii: "/"))
            // Below the first slash; all bits where there is none.
            let host = (slashes & (0 &- slashes)) &- 1
            // A user, a port: they are looked at.
            if (word.bytes(equalTo: UInt8(ascii: ":")) | word.bytes(equalTo: UInt8(ascii: "@"))) & host != 0 {
                return false
            }
            if slashes != 0 { return true }
            offset &+= 8
        }
        return false
    }
}

extension UInt64 {
    /// A byte in each of the eight places.
    @inlinable
    @inline(__always)
    public init(repeatingByte byte: UInt8) { self = UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// The high bit of each byte that may be zero; exact for the lowest such byte.
    @inlinable
    @inline(__always)
    public var zeroBytes: UInt64 {
        (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
    }

    /// The high bit of each byte that may equal another; exact for the lowest such byte.
    @inlinable
    @inline(__always)
    public func bytes(equalTo byte: UInt8) -> UInt64 { (self ^ UInt64(repeatingByte: byte)).zeroBytes }

    /// The high bit of each byte that may be less than a bound of at most 128; exact for the lowest such byte.
    @inlinable
    @inline(__always)
    public func bytes(lessThan bound: UInt8) -> UInt64 {
        (self &- UInt64(repeatingByte: bound)) & ~self & 0x8080_8080_8080_8080
    }

    /// The high bit of each byte that equals another, exactly.
    @inlinable
    @inline(__always)
    public func bytes(exactly byte: UInt8) -> UInt64 {
        let difference = self ^ UInt64(repeatingByte: byte)
        // The sum of seven bits carries into the eighth unless they are zero, and never beyond.
        let low = (difference & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
        return ~(low | difference) & 0x8080_8080_8080_8080
    }
}
