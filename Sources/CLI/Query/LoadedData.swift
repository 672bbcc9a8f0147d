internal import JSONLD
internal import Localization
internal import Publishing
internal import RDFCanon
internal import RDFModel
internal import RDFSyntax
internal import TripleStore

/// The data that a command asks, and where it came from.
struct LoadedData {
    /// The statements, indexed.
    let snapshot: StoreSnapshot
    /// The receipt of the bundle, where the data is one.
    let receipt: Receipt?
    /// The files that were read, where they are to be cited.
    let files: [AskedFile]
    /// What the bundle's catalog says of its dataset, where it is to be cited and the catalog is that of the receipt.
    let catalogued: DatasetDescription?
    /// How long reading and indexing took.
    let duration: Duration
}

/// Reads files into a store: the bundle that is nearest or named, or what `-d` and `-g` name.
struct DataLoader {
    let data: [String]
    let graphs: [String]
    /// What the files are; by default what their names, or the servers, say.
    var kind: InputKind?
    /// The bundle that is asked; `nil` where files are named and none is.
    let bundle: OpenBundle?
    /// Finds what the names mean.
    let reader: InputReader
    /// Whether what was read is to be cited: then every file is hashed, and what it says of itself is found.
    var isCited = false

    /// Reads everything; each file is a document of its own, so that blank nodes of different files stay apart.
    func load() throws -> LoadedData {
        let graphs = try graphs.map(Self.graph)
        let files = data + graphs.map(\.file)
        guard files.count(where: { $0 == "-" }) < 2 else { throw Exit(.usage, InputMessage.inputTwice) }
        let clock = ContinuousClock()
        let start = clock.now
        // A load makes large tables once, and kept for use again they would add to its peak; queries use blocks of
        // the same sizes over and over.
        Console.returnBlocks(of: 1 << 17)
        defer { Console.returnBlocks(of: 1 << 25) }
        var loader = BulkLoader()
        loader.reserve(bytes: files.reduce(0) { $0 + Console.fileSize($1) })
        var receipt: Receipt?
        var asked: [AskedFile] = []
        var catalogued: DatasetDescription?
        if let bundle {
            receipt = bundle.receipt
            if isCited { catalogued = Self.catalogued(in: bundle) }
            for file in Self.published {
                let digest = isCited ? ByteDigest() : nil
                let open = try bundle.file(file).released()
                let source = try ByteSource(
                    name: open.path, descriptor: open.descriptor, size: open.size, digest: digest)
                let document = InputDocument(
                    path: source.name, format: file == .ntriples ? .ntriples : .nquads, content: .source(source))
                asked += try read(document, digest, into: .defaultGraph, &loader)
            }
            for index in asked.indices { asked[index].isPublished = true }
            if !(data.isEmpty && graphs.isEmpty) { try describe(asked.indices, of: &asked, &loader) }
        }
        for file in data {
            asked += try read(file, into: .defaultGraph, &loader)
            if files.count > 1 || receipt != nil { try describe(asked.indices.suffix(1), of: &asked, &loader) }
        }
        for graph in graphs {
            asked += try read(graph.file, into: .iri(graph.iri), &loader)
            if files.count > 1 || receipt != nil { try describe(asked.indices.suffix(1), of: &asked, &loader) }
        }
        let snapshot = try loader.finish()
        if isCited {
            // With one source of data, whatever it says of datasets it says of itself.
            let undescribed = asked.indices.filter { asked[$0].descriptions == nil }
            let found = undescribed.isEmpty ? [] : DatasetDescription.all(in: snapshot)
            for index in undescribed { asked[index].descriptions = found }
        }
        return LoadedData(
            snapshot: snapshot, receipt: receipt, files: asked, catalogued: catalogued,
            duration: clock.now - start)
    }

    /// What the catalog of a bundle says of the dataset; `nil` where the catalog is not that of the receipt.
    private static func catalogued(in bundle: OpenBundle) -> DatasetDescription? {
        let name = PublishedFile.catalogTurtle.fileName
        guard let bytes = try? bundle.file(.catalogTurtle).bytes(atMost: InputDocument.wholeDocumentBytes),
            bundle.receipt.files.contains(where: {
                $0.name == name && $0.sha256 == HashAlgorithm.sha256.hexadecimalDigest(of: bytes)
            })
        else { return nil }
        var loader = BulkLoader()
        guard (try? RDFReader.read(bytes.span, format: .turtle, into: &loader)) != nil,
            let snapshot = try? loader.finish()
        else { return nil }
        return DatasetDescription.all(in: snapshot).first { $0.subject == .iri(IRI(unchecked: bundle.receipt.dataset)) }
    }

    /// Finds what the files read last say of themselves: what the data describes now and did not describe before.
    private func describe(_ places: Range<Int>, of asked: inout [AskedFile], _ loader: inout BulkLoader) throws {
        guard isCited else { return }
        let snapshot = try loader.finish()
        let known = Set(asked.flatMap { $0.descriptions ?? [] }.map(\.subject))
        let found = DatasetDescription.all(in: snapshot).filter { !known.contains($0.subject) }
        for place in places { asked[place].descriptions = found }
        loader = BulkLoader(adding: snapshot)
    }

    /// Reads a file.
    /// - Returns: what is cited of it; nothing where nothing is.
    private func read(_ file: String, into graph: GraphName, _ loader: inout BulkLoader) throws -> [AskedFile] {
        let digest = isCited ? ByteDigest() : nil
        return try read(try reader.document(file, kind: kind, digest: digest), digest, into: graph, &loader)
    }

    private func read(
        _ document: sending InputDocument, _ digest: ByteDigest?, into graph: GraphName, _ loader: inout BulkLoader
    ) throws -> [AskedFile] {
        let path = document.path
        do {
            try loader.beginDocument(into: graph)
            switch document.format {
            case .ntriples, .nquads: try loader.load(from: DocumentChunks(document))
            case .turtle, .trig, .rdfxml, .jsonld: try document.read(into: &loader)
            }
        } catch let error as StoreError {
            throw error.exit(in: path)
        }
        guard let digest else { return [] }
        return [AskedFile(path: path, graph: graph.term, bytes: digest.count, sha256: digest.hexadecimal)]
    }

    /// `IRI=FILE`: an address behind the equals sign may hold others, else the last one counts.
    static func graph(_ text: String) throws -> (iri: IRI, file: String) {
        let address = text.firstMatch(of: /=(https?|file):/.ignoresCase())?.range.lowerBound
        guard let equals = address ?? text.lastIndex(of: "="), text.index(after: equals) < text.endIndex else {
            throw Exit(.usage, QueryMessage.badGraph, text)
        }
        return (try OptionIRI.check(String(text[..<equals]), "-g"), String(text[text.index(after: equals)...]))
    }

    /// The bundle of a folder, or the nearest one, open, so that all that is read of it is of one publication.
    /// - Throws: ``Exit``, `FileError`.
    static func openBundle(_ folder: String?) throws -> OpenBundle {
        guard let folder = folder ?? nearestBundle() else { throw Exit(.noInput, QueryMessage.noBundle) }
        guard let opened = try OpenBundle.open(folder, published, optional: [.catalogTurtle]) else {
            throw Exit(.noInput, QueryMessage.badReceipt, folder)
        }
        return opened
    }

    /// What is asked of a bundle: the graphs of the records are those of the N-Quads; their union, the default graph, is
    /// the N-Triples.
    static let published: [PublishedFile] = [.ntriples, .nquads]

    /// The nearest folder `exports` with a receipt, from the working folder upward.
    static func nearestBundle() -> String? {
        var folder = Files.workingFolder
        while true {
            let candidate = (folder == "/" ? "" : folder) + "/exports"
            if Files.exists(candidate + "/" + Receipt.fileName) { return candidate }
            guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }
}

/// A document whose reader keeps no term from one chunk to the next.
private struct DocumentChunks: StatementSource {
    private var reader: RDFReader
    private var chunks: Chunks

    init(_ document: InputDocument) throws {
        reader = try RDFReader(format: document.format, options: document.options())
        chunks = Chunks(of: try document.open())
    }

    mutating func read(into batch: inout StatementBatch) throws -> Bool {
        guard try chunks.next() else { return false }
        chunks.drop(try Self.read(chunks, with: &reader, into: &batch))
        return true
    }

    private static func read(
        _ chunks: borrowing Chunks, with reader: inout RDFReader, into batch: inout StatementBatch
    ) throws -> Int {
        try reader.read(chunks.bytes.span, isFinal: chunks.isFinal, into: &batch)
    }
}
