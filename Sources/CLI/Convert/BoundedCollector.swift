internal import ByteText
internal import Localization
internal import RDFModel
internal import RDFSyntax

/// Passes statements on as long as they are admitted, and keeps the prefixes that come with them.
struct BoundedCollector<Output: QuadSink>: QuadSink {
    /// Where the statements go.
    var output: Output
    /// The prefixes of the documents.
    private(set) var prefixes = PrefixMap()
    private var count = 0
    private let admit: (_ statements: Int, _ bytes: Int) throws -> Void

    /// A collector of statements that will be written in a format, of which so many are held.
    init(_ output: Output, format: RDFFormat) {
        self.init(output) { statements, _ in
            guard statements > Conversion.heldStatements else { return }
            throw Exit(.limit, ConvertMessage.tooMany, String(Conversion.heldStatements), format.name)
        }
    }

    /// - Parameter admit: Is told before each statement how many there are with it, and before each term the bytes that
    ///   it has; it throws where they are too many.
    init(_ output: Output, admit: @escaping (_ statements: Int, _ bytes: Int) throws -> Void) {
        self.output = output
        self.admit = admit
    }

    mutating func iri(_ text: Span<UInt8>) throws -> TermHandle {
        try admit(count, text.count)
        return try output.iri(text)
    }

    mutating func blankNode(_ label: Span<UInt8>) throws -> TermHandle {
        try admit(count, label.count)
        return try output.blankNode(label)
    }

    mutating func freshBlankNode() throws -> TermHandle { try output.freshBlankNode() }

    mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) throws -> TermHandle {
        try admit(count, lexicalForm.count)
        return try output.literal(lexicalForm, datatype: datatype)
    }

    mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) throws -> TermHandle {
        try admit(count, text.count)
        return try output.literal(text, language: language, direction: direction)
    }

    mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws -> TermHandle {
        try output.tripleTerm(subject, predicate, object)
    }

    mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) throws {
        count += 1
        try admit(count, 0)
        try output.quad(subject, predicate, object, graph: graph)
    }

    mutating func prefix(_ name: Span<UInt8>, namespace: Span<UInt8>) throws {
        prefixes[String(utf8: name)] = IRI(unchecked: String(utf8: namespace))
    }
}
