internal import Localization
internal import RDFModel
internal import RDFSyntax

/// A collector of statements that takes so many and no more.
struct BoundedCollector: QuadSink {
    /// What has been collected.
    private(set) var collector = QuadCollector()
    /// For whom, in the error.
    let format: RDFFormat

    /// A collector of statements that will be written in a format.
    init(format: RDFFormat) { self.format = format }

    mutating func iri(_ text: Span<UInt8>) -> TermHandle { collector.iri(text) }

    mutating func blankNode(_ label: Span<UInt8>) -> TermHandle { collector.blankNode(label) }

    mutating func freshBlankNode() -> TermHandle { collector.freshBlankNode() }

    mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) -> TermHandle {
        collector.literal(lexicalForm, datatype: datatype)
    }

    mutating func literal(_ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?) -> TermHandle {
        collector.literal(text, language: language, direction: direction)
    }

    mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws -> TermHandle {
        try collector.tripleTerm(subject, predicate, object)
    }

    mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) throws {
        guard collector.count < Conversion.heldStatements else {
            throw Exit(.limit, ConvertMessage.tooMany, String(Conversion.heldStatements), format.name)
        }
        collector.quad(subject, predicate, object, graph: graph)
    }

    mutating func prefix(_ name: Span<UInt8>, namespace: Span<UInt8>) { collector.prefix(name, namespace: namespace) }
}
