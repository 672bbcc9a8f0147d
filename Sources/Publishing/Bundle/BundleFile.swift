internal import Localization
internal import RDFSyntax
internal import RaptorSyntax

/// A file that is to be published, and what it must hold when it is read back.
struct BundleFile: Sendable {
    /// What it is.
    let kind: PublishedFile
    /// How many bytes it has.
    let byteCount: Int
    /// The SHA-256 of its bytes, in lower-case hexadecimal digits.
    let sha256: String
    /// Who wrote it.
    var writer = RDFWriter.native
    /// Why Raptor did not, where it should have.
    var obstacle: RaptorObstacle?
    /// The dataset that it must hold, if it is RDF.
    var dataset: ExportedDataset?

    /// Its name in the bundle.
    var name: String { kind.fileName }

    /// What a portal calls it: what it is, and its name.
    var title: Texts {
        Texts(fr: "\(kind.description.french) (\(name))", en: "\(kind.description.english) (\(name))")
    }

    /// Its line in the receipt.
    var receipt: Receipt.File {
        Receipt.File(
            name: name, mediaType: kind.mediaType, bytes: byteCount, sha256: sha256, triples: dataset?.statements.count,
            canonicalHash: dataset?.canonicalHash, writer: writer.receiptName)
    }
}

extension RDFWriter {
    /// What the receipt calls the writer; Raptor's bytes depend on its version, ours on that of the project.
    fileprivate var receiptName: String {
        switch self {
        case .raptor: "raptor \(RaptorLibrary.version)"
        case .native: "lys"
        }
    }
}
