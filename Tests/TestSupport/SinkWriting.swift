internal import ByteText
public import RDFModel
public import RDFSyntax

/// A document written again by the streaming sink of a format, read some bytes at a time.
public func rewrittenBySink(
    _ bytes: [UInt8], _ format: RDFFormat, as target: RDFFormat, prefixes: PrefixMap = PrefixMap(),
    inChunksOf size: Int = .max, options: RDFReaderOptions = RDFReaderOptions()
) throws -> [UInt8] {
    let output = Received()
    let receive: ([UInt8]) -> Void = { output.bytes += $0 }
    if target.isLineBased {
        var sink = LineSink(format: target, prefixes: prefixes, flushingAt: 100, to: receive)
        try read(bytes, of: size, format, options: options, into: &sink)
        try sink.finish()
    } else {
        var sink = TurtleSink(format: target, prefixes: prefixes, flushingAt: 100, to: receive)
        try read(bytes, of: size, format, options: options, into: &sink)
        try sink.finish()
    }
    return output.bytes
}

/// What a sink handed on.
private final class Received { var bytes: [UInt8] = [] }

private func read<Sink: QuadSink>(
    _ bytes: [UInt8], of size: Int, _ format: RDFFormat, options: RDFReaderOptions, into sink: inout Sink
) throws {
    var reader = try RDFReader(format: format, options: options)
    var buffer: [UInt8] = []
    var offset = 0
    while size < bytes.count, offset < bytes.count {
        let end = min(offset + size, bytes.count)
        buffer += bytes[offset..<end]
        offset = end
        buffer.removeFirst(try reader.read(buffer.span, isFinal: false, into: &sink))
    }
    if offset == 0 { buffer = bytes }
    try reader.read(buffer.span, isFinal: true, into: &sink)
}
