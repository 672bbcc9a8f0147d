internal import JSONLD
public import RDFModel
public import RDFSyntax

extension RDFSnapshot {
    /// The statements as a document, sorted.
    ///
    /// RDF/XML is written by Raptor, a library of its own: `RDFXMLSerialization` of module `RaptorSyntax` takes the triples
    /// of ``quads``.
    /// - Parameters:
    ///   - format: the syntax; of those that hold no named graphs, the statements of the default graph are written.
    ///   - prefixes: the prefixes that shorten IRIs in Turtle and TriG.
    /// - Throws: `RDFWritingError`, `JSONLDError` where the syntax cannot hold a statement; ``UnwrittenFormatError`` for
    ///   RDF/XML.
    public func document(in format: RDFFormat, prefixes: PrefixMap = Self.prefixes) async throws -> [UInt8] {
        try await WorkPool.shared.run {
            let quads = format.holdsDatasets ? self.quads : self.quads.filter { $0.graph == .defaultGraph }
            let sorted = quads.sorted()
            switch format {
            case .ntriples: return try LineWriter.ntriples(sorted.lazy.map(\.triple))
            case .nquads: return try LineWriter.nquads(sorted)
            case .turtle: return try TurtleWriter.turtle(sorted.lazy.map(\.triple), prefixes: prefixes)
            case .trig: return try TurtleWriter.trig(sorted, prefixes: prefixes)
            case .jsonld: return JSONWriter(layout: .pretty).bytes(try JSONLDProcessor().fromRDF(sorted))
            case .rdfxml: throw UnwrittenFormatError(format: format)
            }
        }
    }
}

/// That a format is read here and written elsewhere.
public struct UnwrittenFormatError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The format.
    public let format: RDFFormat

    /// The error and its cure.
    public var description: String {
        "\(format) is not written by this module: use RDFXMLSerialization of module RaptorSyntax, or another format"
    }
}
