internal import ByteText
public import RDFModel

/// What happens to a statement of a named graph when a document is converted.
public enum NamedGraphHandling: Sendable, Hashable {
    /// It is passed on as it is.
    case pass
    /// It goes to the default graph.
    case merge
    /// It is an error.
    case refuse
}

/// A sink that writes what it is given, and has an end.
public protocol StatementWriter: QuadSink {
    /// Writes what is left.
    mutating func finish() throws
}

extension LineSink: StatementWriter {}
extension TurtleSink: StatementWriter {}

/// Passes the statements of documents on to a sink: counts them, keeps the blank nodes of different documents apart,
/// and sees to graphs that the output cannot hold.
public struct DocumentSink<Output: QuadSink>: QuadSink {
    /// Where the statements go.
    public var output: Output
    /// How many have been passed on.
    public private(set) var statements = 0
    private let namedGraphs: NamedGraphHandling
    /// What all labels of the present document begin with, and the fresh ones; `nil` where they are kept.
    private var marks: (labels: [UInt8], fresh: [UInt8])?
    private var freshNodes = 0

    /// A sink in front of another.
    public init(_ output: Output, namedGraphs: NamedGraphHandling = .pass) {
        self.output = output
        self.namedGraphs = namedGraphs
    }

    /// Begins one of several documents: from here on a label `x` is called `d1_x`, and a node without a label `d1n0`,
    /// `d1n1`, …, with the number of the document. Different nodes get different names, whatever the labels are, and
    /// the names depend on nothing else.
    public mutating func beginDocument(number: Int) {
        marks = (Array("d\(number)_".utf8), Array("d\(number)n".utf8))
        freshNodes = 0
    }

    @inline(__always)
    public mutating func iri(_ text: Span<UInt8>) throws -> TermHandle { try output.iri(text) }

    @inline(__always)
    public mutating func blankNode(_ name: Span<UInt8>) throws -> TermHandle {
        guard let marks else { return try output.blankNode(name) }
        var label = marks.labels
        label.append(copying: name)
        return try output.blankNode(label.span)
    }

    public mutating func freshBlankNode() throws -> TermHandle {
        guard let marks else { return try output.freshBlankNode() }
        let name = marks.fresh + Array(String(freshNodes).utf8)
        freshNodes += 1
        return try output.blankNode(name.span)
    }

    @inline(__always)
    public mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) throws -> TermHandle {
        try output.literal(lexicalForm, datatype: datatype)
    }

    @inline(__always)
    public mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) throws -> TermHandle {
        try output.literal(text, language: language, direction: direction)
    }

    public mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws -> TermHandle {
        try output.tripleTerm(subject, predicate, object)
    }

    @inline(__always)
    public mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) throws {
        var graph = graph
        if graph != nil {
            switch namedGraphs {
            case .pass: break
            case .merge: graph = nil
            case .refuse: throw RDFWritingError(.namedGraph)
            }
        }
        try output.quad(subject, predicate, object, graph: graph)
        statements += 1
    }

    public var wantsToForgetTerms: Bool { output.wantsToForgetTerms }

    public mutating func forgetTerms(keeping kept: inout [TermHandle]) { output.forgetTerms(keeping: &kept) }

    @inline(__always)
    public mutating func prefix(_ name: Span<UInt8>, namespace: Span<UInt8>) throws {
        try output.prefix(name, namespace: namespace)
    }
}
