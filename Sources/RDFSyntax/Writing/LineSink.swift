internal import ByteText
public import RDFModel

/// Writes what a reader reads as N-Triples or N-Quads, statement by statement, in constant memory.
///
/// ```swift
/// var sink = LineSink(format: .nquads) { try file.write($0) }
/// try RDFReader.read(bytes.span, format: .trig, into: &sink)
/// try sink.finish()
/// ```
///
/// Each line has the canonical form of RDF 1.2. Statements keep their order, and come as often as they came. Labels of
/// blank nodes stay as they are where the syntax holds them safely.
/// - Spec: <https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples>, <https://www.w3.org/TR/rdf12-n-quads/>
public struct LineSink: QuadSink {
    private var terms = RecentTerms()
    private var output: ByteOutput
    private let hasGraphs: Bool

    /// A sink that hands on its bytes once there are so many, and at the end.
    /// - Parameter format: N-Triples or N-Quads.
    /// - Parameter prefixes: Of no use in these formats.
    public init(
        format: RDFFormat, prefixes: PrefixMap = PrefixMap(), flushingAt capacity: Int = 1 << 16,
        to flush: @escaping ([UInt8]) throws -> Void
    ) {
        precondition(format.isLineBased, "a sink of lines writes N-Triples and N-Quads")
        hasGraphs = format == .nquads
        output = ByteOutput(flushingAt: capacity, to: flush)
    }

    /// Makes labels of blank nodes name other nodes than before: those of the next document.
    public mutating func beginDocument() { terms.beginDocument() }

    /// Hands on what is left.
    /// - Throws: What the closure throws.
    public mutating func finish() throws { try output.finish() }
}

// MARK: - QuadSink

extension LineSink {
    public mutating func iri(_ text: Span<UInt8>) throws -> TermHandle { try terms.iri(text) }

    public mutating func blankNode(_ label: Span<UInt8>) throws -> TermHandle { try terms.blankNode(label) }

    public mutating func freshBlankNode() throws -> TermHandle { terms.freshBlankNode() }

    public mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) throws -> TermHandle {
        try terms.literal(lexicalForm, datatype: datatype)
    }

    public mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) throws -> TermHandle {
        try terms.literal(text, language: language, direction: direction)
    }

    public mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws -> TermHandle {
        terms.tripleTerm(subject, predicate, object)
    }

    /// Writes a line.
    /// - Throws: ``RDFWritingError`` for a named graph in N-Triples and for what no syntax can hold, and what the closure
    ///   throws.
    public mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) throws {
        try terms.write(subject, to: &output)
        output.write(ASCII.space)
        try terms.write(predicate, to: &output)
        output.write(ASCII.space)
        try terms.write(object, to: &output)
        if let graph {
            guard hasGraphs else { throw RDFWritingError(.namedGraph) }
            output.write(ASCII.space)
            try terms.write(graph, to: &output)
        }
        output.write(" .\n")
        try output.flushIfFull()
    }

    public var wantsToForgetTerms: Bool { terms.isPlenty }

    public mutating func forgetTerms(keeping kept: inout [TermHandle]) { terms.forget(keeping: &kept) }
}

extension RecentTerms {
    /// Writes a term as canonical N-Triples have it.
    fileprivate func write(_ handle: TermHandle, depth: Int = 0, to output: inout ByteOutput) throws {
        let entry = self[handle]
        switch entry.kind {
        case .iri:
            output.writeIRI(bytes.span.extracting(entry.text))
        case .blankNode, .freshBlankNode:
            output.writeBlankNode(entry, bytes.span.extracting(entry.text))
        case .literal:
            output.writeQuoted(bytes.span.extracting(entry.text))
            guard let datatype = datatype(of: entry) else { return }
            output.write("^^")
            output.writeIRI(bytes.span.extracting(self[datatype].text))
        case .taggedLiteral:
            output.writeQuoted(bytes.span.extracting(entry.text))
            try output.writeLanguage(bytes.span.extracting(entry.tag), entry.direction)
        case .tripleTerm:
            guard depth < ByteOutput.maximumDepth else { throw RDFWritingError(.tooDeep(ByteOutput.maximumDepth)) }
            output.write("<<( ")
            try write(TermHandle(entry.number), depth: depth + 1, to: &output)
            output.write(ASCII.space)
            try write(entry.predicate, depth: depth + 1, to: &output)
            output.write(ASCII.space)
            try write(entry.object, depth: depth + 1, to: &output)
            output.write(" )>>")
        }
    }
}
