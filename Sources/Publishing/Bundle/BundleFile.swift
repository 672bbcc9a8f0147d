internal import Localization
internal import RDFCanon
internal import RDFSyntax

/// A file that is to be published, and what it must hold when it is read back.
struct BundleFile {
    /// What it is.
    let kind: PublishedFile
    /// Its bytes.
    let bytes: [UInt8]
    /// Who wrote it.
    let writer: RDFWriter
    /// Why Raptor did not, where it should have.
    let obstacle: RaptorObstacle?
    /// The dataset that it must hold, if it is RDF.
    let dataset: ExportedDataset?
    /// The SHA-256 of its bytes, in lower-case hexadecimal digits.
    let sha256: String

    init(
        _ kind: PublishedFile, _ bytes: [UInt8], writer: RDFWriter = .native, obstacle: RaptorObstacle? = nil,
        holding dataset: ExportedDataset? = nil
    ) {
        self.kind = kind
        self.bytes = bytes
        self.writer = writer
        self.obstacle = obstacle
        self.dataset = dataset
        sha256 = HashAlgorithm.sha256.hexadecimalDigest(of: bytes)
    }

    /// Its name in the bundle.
    var name: String { kind.fileName }

    /// What a portal calls it: what it is, and its name.
    var title: Texts {
        Texts(fr: "\(kind.description.french) (\(name))", en: "\(kind.description.english) (\(name))")
    }

    /// Its line in the receipt.
    var receipt: Receipt.File {
        Receipt.File(
            name: name, mediaType: kind.mediaType, bytes: bytes.count, sha256: sha256, triples: dataset?.quads.count,
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
