internal import Localization
internal import RDFModel
internal import RDFSyntax

// To Turtle and TriG, as the statements come.

extension Conversion {
    /// Writes every statement as it is read, in constant memory.
    func stream(_ sources: [Source]) throws -> Result {
        let turtle = TurtleSink(format: options.format, prefixes: options.prefixes, flushingAt: 1 << 20) { [output] in
            try output.write($0)
        }
        var sink = DocumentSink(turtle, namedGraphs: namedGraphs)
        try read(sources, into: &sink)
        try sink.output.finish()
        return Result(statements: sink.statements, writer: ConvertMessage.streamingWriter.text(in: .current))
    }
}
