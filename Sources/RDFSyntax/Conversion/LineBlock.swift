internal import ByteText
internal import RDFModel
internal import Synchronization

/// Whole lines of N-Triples or N-Quads, written again: what a core does while others work on the lines before and
/// after.
///
/// A line means the same wherever it stands, so that the blocks of a document can be converted in any order and put
/// together in that of the document; the bytes do not depend on how it was cut.
public struct LineBlock: Sendable {
    /// The lines of the output.
    public let bytes: [UInt8]
    /// How many statements they hold.
    public let statements: Int
    /// The lines of the input that were no statements and were skipped; their lines are counted from the block.
    public let skipped: [RDFSyntaxError]
    /// How many were skipped; more than are listed, where they are many.
    public let skippedStatements: Int
    /// How many lines the input had.
    public let lineCount: Int

    /// Where the lines of a chunk end that are whole; everything is whole where no more will come.
    public static func endOfWholeLines(_ chunk: Span<UInt8>, isFinal: Bool) -> Int {
        LineReader.endOfWholeLines(chunk, isFinal: isFinal)
    }

    /// Converts a block.
    ///
    /// - Parameters:
    ///   - lines: whole lines; the last one of a document may lack its end.
    ///   - format: N-Triples or N-Quads.
    ///   - target: N-Triples or N-Quads.
    ///   - offset: where in the document the block begins, in bytes.
    ///   - document: the number of the document among several, whose blank nodes are kept apart.
    /// - Throws: ``RDFSyntaxError``, whose line is counted from the block; ``RDFWritingError`` for a named graph that
    ///   is refused.
    /// - Complexity: O(*n*) time and memory.
    public init(
        converting lines: Span<UInt8>, from format: RDFFormat, to target: RDFFormat, offset: Int = 0,
        options: RDFReaderOptions, namedGraphs: NamedGraphHandling = .pass, document: Int? = nil
    ) throws {
        var reader = try RDFReader(format: format, options: options, from: TextPosition(offset: offset))
        // Nothing is handed on before the end: the block is held whole.
        let output = Mutex<[UInt8]>([])
        let lineSink = LineSink(format: target, flushingAt: lines.count + lines.count / 8) { piece in
            output.withLock { $0 = $0.isEmpty ? piece : $0 + piece }
        }
        var sink = DocumentSink(lineSink, namedGraphs: namedGraphs)
        if let document { sink.beginDocument(number: document) }
        try reader.read(lines, isFinal: true, into: &sink)
        try sink.output.finish()
        bytes = output.withLock { $0 }
        statements = sink.statements
        skipped = reader.diagnostics
        skippedStatements = reader.skippedStatements
        lineCount = TextPosition().advanced(over: lines, to: lines.count).line
    }
}

extension RDFSyntaxError {
    /// The same error in a text that has more lines before.
    public func movedDown(by lines: Int) -> RDFSyntaxError {
        var (start, end) = (range.lowerBound, range.upperBound)
        start.line += lines
        end.line += lines
        return RDFSyntaxError(
            problem, arguments: arguments, at: start..<end, sourceName: sourceName, offendingText: offendingText)
    }
}
