internal import CZlib

/// Packs bytes as gzip, piece by piece.
///
/// The same bytes in the same pieces give the same data with one version of zlib: the header names no file, no time
/// and no system.
/// - Spec: <https://www.rfc-editor.org/rfc/rfc1952>
public final class Deflater {
    private let stream: ZStream
    private var room = [UInt8](repeating: 0, count: 1 << 16)

    /// A packer.
    /// - Throws: ``GzipError/outOfMemory``.
    public init() throws(GzipError) {
        stream = try ZStream(.deflate)
    }

    /// Packs a piece and appends what comes of it so far.
    public func deflate(_ input: Span<UInt8>, into output: inout [UInt8]) {
        run(input, Z_NO_FLUSH, into: &output)
    }

    /// Appends the end of the data; nothing may be packed afterwards.
    public func finish(into output: inout [UInt8]) {
        let nothing: [UInt8] = []
        run(nothing.span, Z_FINISH, into: &output)
    }

    private func run(_ input: Span<UInt8>, _ flush: Int32, into output: inout [UInt8]) {
        var consumed = 0
        while true {
            let step = stream.step(
                input.extracting(consumed..<input.count), into: &room, atMost: room.count, flush: flush)
            consumed += step.consumed
            output.append(contentsOf: room[..<step.produced])
            // While the room is filled there may be more; zlib cannot fail otherwise.
            if step.produced < room.count, consumed == input.count { return }
        }
    }
}
