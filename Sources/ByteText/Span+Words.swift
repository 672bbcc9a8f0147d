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

    /// Whether a range of this span holds the same bytes as another of the same length.
    /// - Complexity: O(*n*), eight bytes a step.
    @inlinable
    public func hasSameBytes(at offset: Int, as otherOffset: Int, count length: Int) -> Bool {
        var index = 0
        while index &+ 8 <= length {
            if word(at: offset &+ index) != word(at: otherOffset &+ index) { return false }
            index &+= 8
        }
        while index < length {
            if self[offset &+ index] != self[otherOffset &+ index] { return false }
            index &+= 1
        }
        return true
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
}
