public import ByteText
public import EmbeddedResources
internal import JSONText
public import OrganizationDirectory
public import RDFModel
internal import RDFSyntax
public import RaptorSyntax

/// The export of a directory: from checked values to a bundle of files, each proved before it is published.
///
/// ```swift
/// let bundle = try Export(directory, options: options).publish(to: "exports")
/// ```
///
/// The bytes are a function of the directory, the options and the version of Raptor: no clock, no previous run. Files
/// are written and read back piece by piece; what is held of the graph is its terms, each once, and numbers.
public struct Export: Sendable {
    /// What can be chosen.
    public struct Options: Sendable {
        /// The base IRI, instead of that of the publication.
        public var base: IRI?
        /// Where our vocabulary and its schemes stand, instead of `https://w3id.org/lys/`; ends with `/`.
        public var vocabularyBase: IRI?
        /// Which files of the graph to write; the catalog, the schema.org file and the receipt always come.
        public var files: Set<PublishedFile>
        /// Whether the bundle may have far fewer rows or triples than the one that it replaces.
        public var acceptsShrink = false
        /// What the work may take; asked between files and between their proofs.
        public var limits: WorkLimits?
        /// The vocabulary: `vocab/context.jsonld` and `vocab/frame.jsonld` make the JSON-LD.
        public var resources: ResourceFiles

        /// The files of a vocabulary that an export reads; labels of roles and fields come from the program.
        public static let vocabularyFiles: Set<String> = [
            "context.jsonld", "frame.jsonld", "concept-frame.jsonld", "territories.ttl",
        ]

        /// Everything, under the base of the publication.
        public init(resources: ResourceFiles = ResourceFiles()) {
            self.resources = resources
            files = Set(PublishedFile.allCases)
        }
    }

    let directory: Directory
    let options: Options
    let mapping: DirectoryMapping
    /// The graph of the directory in the vocabulary's own place.
    let ownGraph: StatementTable
    /// The graph of every record, and that of the dataset.
    let dataset: ExportedDataset
    /// The union of those graphs.
    let graph: ExportedDataset

    /// An export of a directory; the graph is made here.
    public init(_ directory: Directory, options: Options) throws {
        self.directory = directory
        self.options = options
        mapping = DirectoryMapping(directory, base: options.base)
        dataset = ExportedDataset(Self.table(of: mapping, options))
        graph = ExportedDataset(dataset.statements.union())
        ownGraph = options.vocabularyBase == nil ? graph.statements : Self.table(of: mapping, nil).union()
    }

    /// The statements of a directory, with our vocabulary where options say that it stands.
    private static func table(of mapping: DirectoryMapping, _ options: Options?) -> StatementTable {
        var builder = GraphBuilder()
        func add(_ quads: [Quad]) { builder.add(options?.placingVocabulary(of: quads) ?? quads) }
        mapping.forEachRow(add)
        var description = StatementBuilder(graph: mapping.iris.datasetGraph)
        DatasetDescription(publication: mapping.directory.publication, iris: mapping.iris).add(to: &description)
        add(description.quads)
        return builder.table()
    }

    var iris: DirectoryIRIs { mapping.iris }

    /// Writes the bundle beside a folder, proves every file, and exchanges the two in one step.
    /// - Returns: the receipt that stands in the folder now, and why Raptor did not write a file that it should have.
    /// - Throws: ``ShrinkError``, ``ProofError``, ``FileError``, or what a writer throws; the folder is then as it was.
    /// - Complexity: O(*n* log *n*) in the statements, in comparisons of numbers; memory for the terms, each once.
    public func publish(to path: String) throws -> PublishedBundle {
        let target = BundleFolder(path: path)
        var published: (receipt: Receipt, files: [BundleFile])?
        let changed = try target.exchange(names: Set(kinds.map(\.fileName) + [Receipt.fileName])) { folder in
            if !options.acceptsShrink, let last = Receipt(in: target.path) {
                try last.refuseShrink(to: rows, triples: graph.statements.count)
            }
            let files = try write(to: folder)
            let receipt = receipt(of: files)
            let bytes = JSONWriter(layout: .pretty).bytes(receipt.json) + [UInt8(ascii: "\n")]
            try Files.writeSynced(bytes, to: folder + "/" + Receipt.fileName)
            published = (receipt, files)
        }
        return PublishedBundle(
            receipt: published?.receipt ?? receipt(of: []),
            obstacles: (published?.files ?? []).compactMap { file in file.obstacle.map { (file.name, $0) } },
            changed: changed)
    }

    private var rows: [Receipt.Rows] { directory.rowCounts.map { Receipt.Rows(table: $0, count: $1) } }

    private func receipt(of files: [BundleFile]) -> Receipt {
        let publication = directory.publication
        return Receipt(
            dataset: iris.dataset.string, version: publication.version, issued: publication.issued.description,
            licence: publication.licence.string, triples: graph.statements.count,
            rows: rows, canonicalHash: graph.canonicalHash,
            files: files.map(\.receipt).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    }
}

/// What an export has published.
public struct PublishedBundle: Sendable {
    /// The receipt of the bundle.
    public let receipt: Receipt
    /// The files that Raptor should have written and did not, and why.
    public let obstacles: [(file: String, obstacle: RaptorObstacle)]
    /// The files that somebody had changed since they were published, with the names under which they stay.
    public let changed: [(name: String, keptAs: String)]
}
