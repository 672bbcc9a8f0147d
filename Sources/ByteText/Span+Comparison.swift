extension Span<UInt8> {
    /// Whether both hold the same bytes.
    /// - Complexity: O(*n*), eight bytes at a time.
    @inlinable
    public func hasSameElements(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        var offset = 0
        while offset <= count - 8 {
            if word(at: offset) != other.word(at: offset) { return false }
            offset += 8
        }
        // The last words may overlap what was compared.
        if offset == count { return true }
        if count >= 8 { return word(at: count - 8) == other.word(at: count - 8) }
        if count >= 4 {
            return halfWord(at: 0) == other.halfWord(at: 0) && halfWord(at: count - 4) == other.halfWord(at: count - 4)
        }
        while offset < count {
            if self[offset] != other[offset] { return false }
            offset += 1
        }
        return true
    }

    /// Negative, zero or positive as these bytes stand before, at or after others in byte order, which for UTF-8 is
    /// code point order.
    /// - Complexity: O(*n*) in the common prefix, eight bytes at a time.
    @inlinable
    public func compareBytes(with other: Span<UInt8>) -> Int {
        let length = Swift.min(count, other.count)
        var offset = 0
        while offset <= length - 8 {
            let (left, right) = (word(at: offset), other.word(at: offset))
            if left != right { return left.byteSwapped < right.byteSwapped ? -1 : 1 }
            offset += 8
        }
        while offset < length {
            if self[offset] != other[offset] { return self[offset] < other[offset] ? -1 : 1 }
            offset += 1
        }
        return count - other.count
    }

    /// Whether the bytes begin with others.
    @inlinable
    public func starts(with prefix: Span<UInt8>) -> Bool {
        count >= prefix.count && extracting(first: prefix.count).hasSameElements(as: prefix)
    }

    /// Whether the bytes end with others.
    @inlinable
    public func ends(with suffix: Span<UInt8>) -> Bool {
        count >= suffix.count && extracting(last: suffix.count).hasSameElements(as: suffix)
    }

    /// The eight bytes from an offset as a number that orders as they do; zeros stand for bytes beyond the end.
    @inlinable
    public func orderedWord(at offset: Int) -> UInt64 {
        if offset <= count - 8 { return word(at: offset).byteSwapped }
        if offset >= count { return 0 }
        if count >= 8 { return word(at: count - 8).byteSwapped &<< UInt64((offset - (count - 8)) * 8) }
        var result: UInt64 = 0
        var shift: UInt64 = 56
        var position = offset
        while position < count {
            result |= UInt64(self[position]) << shift
            shift &-= 8
            position += 1
        }
        return result
    }
}
