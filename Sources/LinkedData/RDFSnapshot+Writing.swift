internal import JSONLD
internal import Localization
internal import RDFCanon
public import RDFModel
public import RDFSyntax

extension RDFSnapshot {
    /// The statements as a document, sorted.
    ///
    /// RDF/XML is written by Raptor and read back before it is given out.
    /// - Parameters:
    ///   - format: the syntax; of those that hold no named graphs, the statements of the default graph are written.
    ///   - prefixes: the prefixes that shorten IRIs in Turtle, TriG and RDF/XML.
    /// - Throws: `RDFWritingError`, `RaptorObstacle`, `JSONLDError` where the syntax cannot hold a statement.
    public func document(in format: RDFFormat, prefixes: PrefixMap = Self.prefixes) async throws -> [UInt8] {
        try await WorkPool.shared.run {
            let quads = format.holdsDatasets ? self.quads : self.quads.filter { $0.graph == .defaultGraph }
            let sorted = quads.sorted()
            switch format {
            case .ntriples: return try LineWriter.ntriples(sorted.lazy.map(\.triple))
            case .nquads: return try LineWriter.nquads(sorted)
            case .turtle: return try TurtleWriter.turtle(sorted.lazy.map(\.triple), prefixes: prefixes)
            case .trig: return try TurtleWriter.trig(sorted, prefixes: prefixes)
            case .rdfxml:
                let bytes = try RDFXMLSerialization.write(sorted.lazy.map(\.triple), prefixes: prefixes)
                let found = try RDFDocument(bytes, format: .rdfxml).quads
                guard try DatasetIsomorphism.areIsomorphic(found, sorted) else { throw RaptorObstacle(.differs) }
                return bytes
            case .jsonld:
                return JSONWriter(layout: .pretty).bytes(try JSONLDProcessor().fromRDF(sorted))
            }
        }
    }
}
