extension String {
    /// The text of UTF-8 bytes; ill-formed sequences become U+FFFD.
    /// - Complexity: O(*n*).
    public init(utf8 bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
