extension String {
    /// The text of UTF-8 bytes; ill-formed sequences become U+FFFD.
    /// - Complexity: O(*n*).
    public init(utf8 bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// The text of bytes that are known to be ASCII; they are not looked at again.
    /// - Precondition: all bytes are less than 0x80.
    public init(ascii bytes: Span<UInt8>) {
        // ASCII is UTF-8, as the precondition says.
        self = unsafe String(copying: UTF8Span(unchecked: bytes, isKnownASCII: true))
    }

    /// The text of UTF-8 bytes that stand in two places, one after the other; ill-formed sequences become U+FFFD.
    ///
    /// The text is written where it stays: no part of it becomes a string first.
    /// - Complexity: O(*n*).
    public init(joining first: Span<UInt8>, _ second: Span<UInt8>) {
        let count = first.count + second.count
        self = unsafe String(unsafeUninitializedCapacity: count) { buffer in
            // Both parts fit: the capacity is at least their sum.
            unsafe first.withUnsafeBufferPointer { unsafe _ = buffer.update(fromContentsOf: $0) }
            unsafe second.withUnsafeBufferPointer { part in
                unsafe _ = buffer.extracting(first.count..<count).update(fromContentsOf: part)
            }
            return count
        }
    }
}
