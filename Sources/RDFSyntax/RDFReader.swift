internal import ByteText
internal import Localization
public import RDFModel

/// Reads RDF from bytes and pushes it into a sink, without making a `String` on the way.
///
/// ```swift
/// var sink = QuadCollector()
/// try RDFReader.read(bytes.span, format: .turtle, options: RDFReaderOptions(base: base), into: &sink)
/// ```
///
/// A document may come in chunks of any size: ``read(_:isFinal:into:)`` takes what it can and says how much that was;
/// what is left over is given again at the head of the next chunk. A statement reaches the sink when it is whole. A
/// reader is a value: several can work at once, each with its own sink.
///
/// Reads N-Triples, N-Quads, Turtle, TriG and RDF/XML of RDF 1.1 and 1.2; JSON-LD is read by module `JSONLD`.
///
/// Statements that stand before a mistake have reached the sink when the error is thrown: who wants all of a document
/// or nothing discards what the sink has. Only ``read(_:format:options:into:)`` holds those of RDF/XML back, for an XML
/// document that is not well-formed is none at all. A reader of RDF/XML keeps the state of its parser: it must not be
/// copied within a document.
public struct RDFReader: Sendable {
    private enum Grammar: Sendable {
        case lines(LineReader)
        case turtle(TurtleReader)
        /// The reader stands beside the grammar, for it cannot be copied out and in.
        case xml
    }

    private var grammar: Grammar
    private var xml: RDFXMLReader? = nil
    private let options: RDFReaderOptions
    /// Where the next chunk begins.
    private var origin = TextPosition()
    /// Where the last diagnostic of this chunk stands: the next one counts its lines from here.
    private var noted = (offset: 0, position: TextPosition())

    /// What a lenient reader skipped: at most as many as the limit says.
    public private(set) var diagnostics: [RDFSyntaxError] = []
    /// How many statements a lenient reader skipped.
    public private(set) var skippedStatements = 0

    /// A reader of a format.
    /// - Throws: ``RDFSyntaxError`` for a format that others read.
    public init(format: RDFFormat, options: RDFReaderOptions = RDFReaderOptions()) throws(RDFSyntaxError) {
        try self.init(format: format, options: options, holdsBack: false)
    }

    /// A reader of a format, which may hold back the statements of RDF/XML until the document is known to be without
    /// mistakes: twelve bytes each.
    /// - Throws: ``RDFSyntaxError`` for a format that others read.
    public init(format: RDFFormat, options: RDFReaderOptions, holdsBack: Bool) throws(RDFSyntaxError) {
        self.options = options
        switch format {
        case .ntriples, .nquads:
            grammar = .lines(LineReader(hasGraphs: format == .nquads, options: options))
        case .turtle, .trig:
            grammar = .turtle(TurtleReader(hasGraphs: format == .trig, options: options))
        case .rdfxml:
            grammar = .xml
            xml = RDFXMLReader(options: options, holdsBack: holdsBack)
        case .jsonld:
            throw RDFSyntaxError(
                .notReadHere, arguments: [format.name], at: origin..<origin, sourceName: options.sourceName)
        }
    }

    /// A reader that begins in the middle of a document, at the start of a line.
    init(format: RDFFormat, options: RDFReaderOptions, from position: TextPosition) throws(RDFSyntaxError) {
        try self.init(format: format, options: options)
        origin = position
    }

    /// Reads the statements that stand whole in a chunk, or, with `isFinal`, everything.
    /// - Returns: the bytes taken; the rest belongs at the head of the next chunk.
    /// - Throws: ``RDFSyntaxError`` for the first mistake of a document (a lenient reader goes on instead), and
    ///   whatever the sink throws. After an error the reader must not be used again.
    /// - Complexity: O(*n*), provided that chunks are longer than statements.
    @discardableResult
    public mutating func read<Sink: QuadSink>(
        _ chunk: Span<UInt8>, isFinal: Bool, into sink: inout Sink
    ) throws -> Int {
        if case .xml = grammar {
            do {
                try xml?.read(chunk, isFinal: isFinal, into: &sink)
            } catch let fault as XMLFault {
                throw fault.error(sourceName: options.sourceName)
            }
            if let xml {
                diagnostics += xml.faults[diagnostics.count...].map { $0.error(sourceName: options.sourceName) }
                skippedStatements = xml.skippedStatements
            }
            return chunk.count
        }
        let mark = origin.offset == 0 && chunk.count >= 3 && chunk[0] == 0xEF && chunk[1] == 0xBB && chunk[2] == 0xBF
        let skipped = mark ? 3 : 0
        let bytes = chunk.extracting(skipped..<chunk.count)
        let taken: Int
        var end = origin
        do {
            switch grammar {
            case .lines(var reader):
                taken = LineReader.endOfWholeLines(bytes, isFinal: isFinal)
                let lines = bytes.extracting(0..<taken)
                noted = (0, origin)
                try reader.read(lines, into: &sink) { fault in
                    guard options.isLenient else { throw fault }
                    note(fault, in: lines)
                }
                // The reader has counted the lines, the last of which has ended.
                if taken > 0 { end = TextPosition(line: origin.line + reader.lineCount, offset: origin.offset + taken) }
                grammar = .lines(reader)
            case .turtle(var reader):
                noted = (0, origin)
                taken = try reader.read(bytes, isFinal: isFinal, into: &sink) { fault in
                    guard options.isLenient else { throw fault }
                    note(fault, in: bytes)
                }
                if !isFinal { end = origin.advanced(over: bytes, to: taken) }
                grammar = .turtle(reader)
            case .xml: taken = 0
            }
            // More is needed, so that a statement of just so many bytes is already too long.
            if !isFinal, bytes.count - taken >= options.limits.statementBytes {
                throw ReadingFault(
                    .statementTooLong, [String(options.limits.statementBytes)], from: taken, to: taken)
            }
        } catch let fault as ReadingFault {
            throw origin.error(for: fault, in: bytes, sourceName: options.sourceName)
        }
        if !isFinal { origin = end }
        if taken > 0 { origin.offset += skipped }
        return taken > 0 ? taken + skipped : 0
    }

    private mutating func note(_ fault: ReadingFault, in bytes: Span<UInt8>) {
        skippedStatements += 1
        guard diagnostics.count < options.limits.diagnostics else { return }
        let start = min(fault.range.lowerBound, bytes.count)
        let rest = bytes.extracting(noted.offset..<bytes.count)
        let inRest = ReadingFault(
            fault.problem, fault.arguments, from: start - noted.offset, to: fault.range.upperBound - noted.offset)
        diagnostics.append(noted.position.error(for: inRest, in: rest, sourceName: options.sourceName))
        noted = (start, noted.position.advanced(over: rest, to: start - noted.offset))
    }

    /// Reads a whole document into a sink. Of RDF/XML no statement reaches the sink before the document is known to be
    /// without mistakes.
    /// - Throws: ``RDFSyntaxError``, or what the sink throws.
    /// - Returns: what a lenient reader skipped.
    @discardableResult
    public static func read<Sink: QuadSink>(
        _ bytes: Span<UInt8>, format: RDFFormat, options: RDFReaderOptions = RDFReaderOptions(), into sink: inout Sink
    ) throws -> [RDFSyntaxError] {
        var reader = try RDFReader(format: format, options: options, holdsBack: true)
        try reader.read(bytes, isFinal: true, into: &sink)
        return reader.diagnostics
    }
}

/// A document in memory: what it states, and the prefixes it declares.
public struct RDFDocument: Sendable {
    /// The statements in their order, duplicates included.
    public let quads: [Quad]
    /// The prefixes that the document declares.
    public let prefixes: PrefixMap
    /// What a lenient reader skipped.
    public let diagnostics: [RDFSyntaxError]

    /// Reads a document of any format but JSON-LD.
    /// - Throws: ``RDFSyntaxError``.
    public init(_ bytes: [UInt8], format: RDFFormat, options: RDFReaderOptions = RDFReaderOptions()) throws {
        var collector = QuadCollector()
        diagnostics = try RDFReader.read(bytes.span, format: format, options: options, into: &collector)
        quads = collector.quads()
        prefixes = collector.prefixes
    }
}
