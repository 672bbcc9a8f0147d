/// What is wrong with gzip data.
public enum GzipError: Error, Hashable, Sendable {
    /// The bytes are no gzip data, or were damaged; zlib's own words where it has some.
    case corrupt(String)
    /// The data ends before its last member is whole.
    case truncated
    /// Something that is no gzip member follows the last one.
    case trailingBytes
    /// The data unpacks to more than the limits allow: so many times its own size.
    case tooLarge(ratio: Int)
    /// zlib found no memory to work with.
    case outOfMemory
}
