internal import RDFCanon
internal import RDFModel

/// A dataset of the export in canonical form: what files are made from and proved against.
struct ExportedDataset {
    /// The quads, sorted, each once.
    let quads: [Quad]
    /// The canonical N-Quads document (RDFC-1.0).
    let canonicalBytes: [UInt8]
    /// The SHA-256 of that document.
    let canonicalHash: String

    /// The dataset of some quads.
    init(_ quads: [Quad]) throws {
        let canonical = try canonicalize(quads)
        self.quads = Set(quads).sorted()
        canonicalBytes = canonical.bytes
        canonicalHash = canonical.hash()
    }

    /// The dataset of one graph, the default one.
    init(_ triples: [Triple]) throws { try self.init(triples.map { Quad($0) }) }

    /// The triples of all graphs, sorted, each once.
    var triples: [Triple] { Set(quads.map(\.triple)).sorted() }
}
