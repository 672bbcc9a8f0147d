internal import CZlib

/// Unpacks gzip data piece by piece; several members one after another are one text.
///
/// ```swift
/// let inflater = try Inflater()
/// let taken = try inflater.inflate(piece.span, into: &text, atMost: 1 << 20)
/// try inflater.finish()
/// ```
/// - Spec: <https://www.rfc-editor.org/rfc/rfc1952>
public final class Inflater {
    /// How much data may unpack to, so that a small file cannot keep us busy for ever: a *gzip bomb* packs more than a
    /// thousand bytes into one, text rarely a hundred.
    public struct Limits: Sendable, Hashable {
        /// Up to so many bytes any ratio is allowed.
        public var freeBytes = 64 << 20
        /// How many times its own size the data may unpack to beyond that.
        public var ratio = 400

        /// The defaults.
        public init() {}
    }

    private let limits: Limits
    private let stream: ZStream
    private var room = [UInt8](repeating: 0, count: 1 << 16)
    private var isBetweenMembers = true
    private var members = 0
    private var consumedBytes = 0
    private var producedBytes = 0

    /// An unpacker.
    /// - Throws: ``GzipError/outOfMemory``.
    public init(limits: Limits = Limits()) throws(GzipError) {
        self.limits = limits
        stream = try ZStream(.inflate)
    }

    /// The text of a document that is at hand whole.
    /// - Throws: ``GzipError``.
    /// - Complexity: O(*n*) in the text.
    package static func text(of document: Span<UInt8>) throws(GzipError) -> [UInt8] {
        let inflater = try Inflater()
        var (text, rest) = ([UInt8](), document)
        let step = 1 << 20
        while true {
            let before = text.count
            let taken = try inflater.inflate(rest, into: &text, atMost: step)
            rest = rest.extracting(taken..<rest.count)
            if rest.isEmpty, text.count - before < step { break }
        }
        try inflater.finish()
        return text
    }

    /// Unpacks a piece and appends what it holds, but no more than `count` bytes.
    ///
    /// - Returns: the bytes taken from the piece; the rest is to be given again. A piece may be taken whole and still
    ///   hold more text: call again, with an empty piece if need be, while the count was reached.
    /// - Throws: ``GzipError``.
    public func inflate(
        _ input: Span<UInt8>, into output: inout [UInt8], atMost count: Int
    ) throws(GzipError) -> Int {
        var consumed = 0
        var produced = 0
        while produced < count {
            if isBetweenMembers {
                guard consumed < input.count else { break }
                // RFC 1952 §2.2: members simply follow one another; each begins with 1F 8B.
                guard members == 0 || input[consumed] == 0x1F else { throw .trailingBytes }
                if members > 0 { stream.reset() }
                isBetweenMembers = false
            }
            let free = min(room.count, count - produced)
            let step = stream.step(input.extracting(consumed..<input.count), into: &room, atMost: free)
            consumed += step.consumed
            produced += step.produced
            output.append(contentsOf: room[..<step.produced])
            try check(step)
            switch step.status {
            case Z_STREAM_END:
                isBetweenMembers = true
                members += 1
            case Z_OK, Z_BUF_ERROR:
                // Room was left, so it is input that lacks.
                if step.produced < free, consumed == input.count { return consumed }
            case Z_MEM_ERROR: throw .outOfMemory
            default: throw .corrupt(stream.message)
            }
        }
        return consumed
    }

    private func check(_ step: ZStream.Step) throws(GzipError) {
        consumedBytes += step.consumed
        producedBytes += step.produced
        guard producedBytes > limits.freeBytes, producedBytes / limits.ratio > consumedBytes else { return }
        throw .tooLarge(ratio: limits.ratio)
    }

    /// Says that no more will come.
    /// - Throws: ``GzipError/truncated`` where a member is not whole, or there was none.
    public func finish() throws(GzipError) {
        guard isBetweenMembers, members > 0 else { throw .truncated }
    }
}
