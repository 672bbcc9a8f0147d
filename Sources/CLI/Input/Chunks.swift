/// The chunks of a source: what was not taken of one stands at the head of the next.
///
/// ```swift
/// var chunks = Chunks(of: source)
/// while try chunks.next() {
///     chunks.drop(try reader.read(chunks.bytes.span, isFinal: chunks.isFinal, into: &sink))
/// }
/// ```
///
/// A chunk of which nothing was taken doubles, so that a long statement is read again a few times only.
struct Chunks {
    /// The bytes that are read at a time: long enough that work on them outweighs the call, short enough for a cache.
    static let length = 1 << 20

    private let source: ByteSource
    /// The present chunk.
    private(set) var bytes: [UInt8] = []
    /// Whether it is the last one.
    private(set) var isFinal = false

    /// The chunks of a source, from where it stands.
    init(of source: ByteSource) { self.source = source }

    /// Reads the next chunk; false after the last.
    mutating func next() throws -> Bool {
        guard !isFinal else { return false }
        isFinal = try source.read(max(Self.length, bytes.count), into: &bytes)
        return true
    }

    /// Takes bytes from the head of the chunk.
    mutating func drop(_ count: Int) { bytes.removeFirst(count) }
}
