extension Span<UInt8> {
    /// Whether both hold the same bytes.
    /// - Complexity: O(*n*), eight bytes at a time.
    @inlinable
    public func hasSameElements(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        let (left, right) = unsafe (bytes, other.bytes)
        var offset = 0
        while offset + 8 <= count {
            // Safe: eight bytes lie between `offset` and the end of both.
            let leftWord = unsafe left.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let rightWord = unsafe right.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if leftWord != rightWord { return false }
            offset += 8
        }
        while offset < count {
            if self[offset] != other[offset] { return false }
            offset += 1
        }
        return true
    }
}
