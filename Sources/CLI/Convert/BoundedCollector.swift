internal import ByteText
internal import Localization
internal import RDFModel
internal import RDFSyntax

/// Passes so many statements on and no more, and keeps the prefixes that come with them.
struct BoundedCollector<Output: QuadSink>: QuadSink {
    /// Where the statements go.
    var output: Output
    /// The prefixes of the documents.
    private(set) var prefixes = PrefixMap()
    /// For whom, in the error.
    private let format: RDFFormat
    private var count = 0

    /// A collector of statements that will be written in a format.
    init(_ output: Output, format: RDFFormat) {
        self.output = output
        self.format = format
    }

    mutating func iri(_ text: Span<UInt8>) throws -> TermHandle { try output.iri(text) }

    mutating func blankNode(_ label: Span<UInt8>) throws -> TermHandle { try output.blankNode(label) }

    mutating func freshBlankNode() throws -> TermHandle { try output.freshBlankNode() }

    mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) throws -> TermHandle {
        try output.literal(lexicalForm, datatype: datatype)
    }

    mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) throws -> TermHandle {
        try output.literal(text, language: language, direction: direction)
    }

    mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws -> TermHandle {
        try output.tripleTerm(subject, predicate, object)
    }

    mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) throws {
        guard count < Conversion.heldStatements else {
            throw Exit(.limit, ConvertMessage.tooMany, String(Conversion.heldStatements), format.name)
        }
        count += 1
        try output.quad(subject, predicate, object, graph: graph)
    }

    mutating func prefix(_ name: Span<UInt8>, namespace: Span<UInt8>) throws {
        prefixes[String(utf8: name)] = IRI(unchecked: String(utf8: namespace))
    }
}
