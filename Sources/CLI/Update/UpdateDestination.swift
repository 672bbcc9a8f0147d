internal import Localization
internal import RDFModel
internal import RDFSyntax
internal import RaptorSyntax
internal import TripleStore

/// Where the changed data goes, and in which format.
struct UpdateDestination {
    /// `nil` is standard output.
    private let file: String?
    /// `nil` is TriG where there are named graphs, else Turtle.
    private let format: RDFFormat?

    /// - Throws: ``Exit`` for a format that is none.
    init(output: String?, format: String?) throws {
        file = output == "-" ? nil : output
        if let format {
            self.format = try RDFFormat(named: format, option: "--format")
        } else if let file {
            self.format = try RDFFormat(ofOutput: file, option: "--format")
        } else {
            self.format = nil
        }
    }

    /// Writes a dataset.
    /// - Parameter claim: the claim on the file, where it was read as well.
    /// - Throws: ``Exit`` where the format cannot hold it, or the file cannot be written; then the file is as it was.
    func write(_ snapshot: StoreSnapshot, prefixes: PrefixMap, claim: FileClaim?) throws {
        let format = format ?? (snapshot.namedQuadCount > 0 ? .trig : .turtle)
        guard format.holdsDatasets || snapshot.namedQuadCount == 0 else {
            throw Exit(.usage, UpdateMessage.formatHasNoGraphs, format.name)
        }
        let bytes = try document(snapshot.quads(), format, prefixes)
        let output = try OutputFile(file, claim: claim)
        try output.write(bytes)
        try output.commit()
    }

    private func document(_ quads: [Quad], _ format: RDFFormat, _ prefixes: PrefixMap) throws -> [UInt8] {
        switch format {
        case .turtle, .trig: return try TurtleWriter.trig(quads, prefixes: prefixes)
        case .ntriples, .nquads: return try LineWriter.nquads(quads.sorted())
        case .rdfxml:
            do { return try RDFXMLSerialization.write(quads.map(\.triple), prefixes: prefixes) } catch {
                throw Exit(
                    .badData, InputMessage.formatCannotHold, format.name, error.description(in: .current),
                    "--format turtle")
            }
        case .jsonld:
            return try JSONLDSerialization(prefixes: prefixes)
                .document(of: quads.sorted(), insteadUse: "--format nquads")
        }
    }
}
