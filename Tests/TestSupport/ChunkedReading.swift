internal import ByteText
public import RDFModel
public import RDFSyntax

/// Reads a document as if it came through a pipe, some bytes at a time, into a sink that forgets its terms.
@discardableResult
public func readInChunks(
    _ bytes: [UInt8], of size: Int, _ format: RDFFormat, options: RDFReaderOptions = RDFReaderOptions()
) throws -> [Quad] {
    var reader = try RDFReader(format: format, options: options)
    var sink = ForgetfulSink(after: 3)
    var buffer: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
        let end = min(offset + size, bytes.count)
        buffer += bytes[offset..<end]
        offset = end
        let taken = try reader.read(buffer.span, isFinal: false, into: &sink)
        buffer.removeFirst(taken)
    }
    try reader.read(buffer.span, isFinal: true, into: &sink)
    return sink.collector.quads()
}
