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
    /// The terms of the last statements in the form in which they are written, so that one that comes again, as
    /// subjects and predicates do, is copied and nothing more.
    ///
    ///     written  [ <http://…> _:b "…"@fr … ]
    ///     terms    [ range range range … ]      a handle is a place here
    private var written = ByteOutput()
    private var terms: [Written] = []
    /// How many nodes without a label have come.
    private var freshCount: UInt32 = 0
    private var output: ByteOutput
    private let hasGraphs: Bool

    private struct Written {
        var start: Int
        var end: Int
        /// How many triple terms are around the innermost.
        var depth = 0
    }

    /// More bytes, or terms, than this are worth forgetting: they fit into the cache nearest to a core.
    private static var plenty: Int { 1 << 14 }

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
        written.reserve(2 * Self.plenty)
        terms.reserveCapacity(Self.plenty / 8)
    }

    /// Hands on what is left.
    /// - Throws: What the closure throws.
    public mutating func finish() throws { try output.finish() }

    /// Whether a datatype, as it is written, is `xsd:string`, which goes without saying.
    private func isString(_ type: Range<Int>) -> Bool {
        if case .string = DatatypeKind(written.bytes.span.extracting((type.lowerBound + 1)..<(type.upperBound - 1))) {
            return true
        }
        return false
    }

    /// The handle of what was written from an offset on.
    @inline(__always)
    private mutating func term(from start: Int, depth: Int = 0) -> TermHandle {
        terms.append(Written(start: start, end: written.bytes.count, depth: depth))
        return TermHandle(UInt32(truncatingIfNeeded: terms.count &- 1))
    }

    @inline(__always)
    private func text(of handle: TermHandle) -> Range<Int> {
        let term = terms[Int(handle.rawValue)]
        return term.start..<term.end
    }
}

// MARK: - QuadSink

extension LineSink {
    public mutating func iri(_ text: Span<UInt8>) -> TermHandle {
        let start = written.bytes.count
        written.writeIRI(text)
        return term(from: start)
    }

    public mutating func blankNode(_ label: Span<UInt8>) -> TermHandle {
        let start = written.bytes.count
        written.writeBlankNode(label)
        return term(from: start)
    }

    public mutating func freshBlankNode() -> TermHandle {
        let start = written.bytes.count
        written.writeBlankNode(number: freshCount)
        freshCount += 1
        return term(from: start)
    }

    public mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) -> TermHandle {
        let start = written.bytes.count
        written.writeQuoted(lexicalForm)
        if let datatype {
            let type = text(of: datatype)
            if !isString(type) {
                written.write("^^")
                written.repeatBytes(type)
            }
        }
        return term(from: start)
    }

    /// - Throws: ``RDFWritingError`` for a language tag that is none.
    public mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) throws -> TermHandle {
        let start = written.bytes.count
        written.writeQuoted(text)
        try written.writeLanguage(language, direction)
        return term(from: start)
    }

    /// - Throws: ``RDFWritingError`` for triple terms that stand too deep inside each other.
    public mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws -> TermHandle {
        let depth = 1 + max(terms[Int(subject.rawValue)].depth, terms[Int(object.rawValue)].depth)
        guard depth <= ByteOutput.maximumDepth else { throw RDFWritingError(.tooDeep(ByteOutput.maximumDepth)) }
        let start = written.bytes.count
        written.write("<<( ")
        written.repeatBytes(text(of: subject))
        written.write(ASCII.space)
        written.repeatBytes(text(of: predicate))
        written.write(ASCII.space)
        written.repeatBytes(text(of: object))
        written.write(" )>>")
        return term(from: start, depth: depth)
    }

    /// Writes a line.
    /// - Throws: ``RDFWritingError`` for a named graph in N-Triples, and what the closure throws.
    public mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) throws {
        let (subject, predicate, object) = (text(of: subject), text(of: predicate), text(of: object))
        if let graph {
            guard hasGraphs else { throw RDFWritingError(.namedGraph) }
            output.writeLine(written.bytes, subject, predicate, object, text(of: graph))
        } else {
            output.writeLine(written.bytes, subject, predicate, object, nil)
        }
        try output.flushIfFull()
    }

    public var wantsToForgetTerms: Bool { written.bytes.count >= Self.plenty || terms.count >= Self.plenty / 16 }

    public mutating func forgetTerms(keeping kept: inout [TermHandle]) {
        let (oldTerms, old) = (terms, written.bytes)
        terms.removeAll(keepingCapacity: true)
        written.removeAll()
        for index in kept.indices {
            let term = oldTerms[Int(kept[index].rawValue)]
            let start = written.bytes.count
            written.write(old.span.extracting(term.start..<term.end))
            kept[index] = self.term(from: start, depth: term.depth)
        }
    }
}

extension ByteOutput {
    /// Writes again what stands in a range of what was written.
    fileprivate mutating func repeatBytes(_ range: Range<Int>) {
        bytes.reserveCapacity(bytes.count + range.count)
        for index in range { bytes.append(bytes[index]) }
    }

    /// Writes the terms of a statement, which stand in ranges of a text, as a line.
    fileprivate mutating func writeLine(
        _ text: [UInt8], _ subject: Range<Int>, _ predicate: Range<Int>, _ object: Range<Int>, _ graph: Range<Int>?
    ) {
        let text = text.span
        write(text.extracting(subject))
        write(ASCII.space)
        write(text.extracting(predicate))
        write(ASCII.space)
        write(text.extracting(object))
        if let graph {
            write(ASCII.space)
            write(text.extracting(graph))
        }
        write(" .\n")
    }
}
