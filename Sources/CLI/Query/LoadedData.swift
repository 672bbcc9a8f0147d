internal import JSONLD
internal import Localization
internal import Publishing
internal import RDFModel
internal import RDFSyntax
internal import TripleStore

/// The data that a command asks, and where it came from.
struct LoadedData {
    /// The statements, indexed.
    let snapshot: StoreSnapshot
    /// The receipt of the bundle, where the data is one.
    let receipt: Receipt?
    /// How long reading and indexing took.
    let duration: Duration
}

/// Reads files into a store: the bundle that is nearest or named, or what `-d` and `-g` name.
struct DataLoader {
    let data: [String]
    let graphs: [String]
    /// What the files are; by default what their names, or the servers, say.
    var kind: InputKind?
    let bundle: String?
    /// Finds what the names mean.
    let reader: InputReader

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
        if bundle != nil || (data.isEmpty && graphs.isEmpty) {
            guard let folder = bundle ?? Self.nearestBundle() else { throw Exit(.noInput, QueryMessage.noBundle) }
            guard let found = Receipt(in: folder) else { throw Exit(.noInput, QueryMessage.badReceipt, folder) }
            receipt = found
            // The graphs of the records are those of the N-Quads; their union, the default graph, is the N-Triples.
            try read(folder + "/" + PublishedFile.ntriples.fileName, into: .defaultGraph, &loader)
            try read(folder + "/" + PublishedFile.nquads.fileName, into: .defaultGraph, &loader)
        }
        for file in data { try read(file, into: .defaultGraph, &loader) }
        for graph in graphs { try read(graph.file, into: .iri(graph.iri), &loader) }
        let snapshot = try loader.finish()
        return LoadedData(snapshot: snapshot, receipt: receipt, duration: clock.now - start)
    }

    private func read(_ file: String, into graph: GraphName, _ loader: inout BulkLoader) throws {
        let document = try reader.document(file, kind: kind)
        try loader.beginDocument(into: graph)
        switch document.format {
        case .ntriples, .nquads: try loader.load(from: DocumentChunks(document))
        case .turtle, .trig, .rdfxml, .jsonld: try document.read(into: &loader)
        }
    }

    /// `IRI=FILE`: an address behind the equals sign may hold others, else the last one counts.
    private static func graph(_ text: String) throws -> (iri: IRI, file: String) {
        let address = text.firstMatch(of: /=(https?|file):/.ignoresCase())?.range.lowerBound
        guard let equals = address ?? text.lastIndex(of: "="), let iri = try? IRI(String(text[..<equals])) else {
            throw Exit(.usage, QueryMessage.badGraph, text)
        }
        return (iri, String(text[text.index(after: equals)...]))
    }

    /// The nearest folder `exports` with a receipt, from the working folder upward.
    private static func nearestBundle() -> String? {
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
