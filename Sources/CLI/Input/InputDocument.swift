internal import JSONLD
internal import JSONText
internal import Localization
internal import Publishing
internal import RDFCanon
internal import RDFModel
internal import RDFSyntax
internal import SPARQLResults

/// A document of RDF that a command reads: a file, a pipe or standard input, packed by gzip or not.
///
/// All formats but JSON-LD are read in chunks and never held whole: memory is that of a chunk, or of the longest
/// statement where that is longer, and twelve bytes for each statement of RDF/XML, which are handed on when the document
/// has come to a good end. Of JSON-LD the text is held, up to ``wholeDocumentBytes``, and one node at a time where its
/// outline allows that.
struct InputDocument {
    /// Its path; `-` is standard input.
    let path: String
    /// Its format.
    let format: RDFFormat
    /// Against what relative IRIs resolve: by default the IRI of the file; standard input has none.
    let base: IRI?
    /// Where the contexts of JSON-LD come from.
    let documents: any DocumentLoader

    /// What has been opened, or fetched, before it is read.
    enum Content {
        /// A source that is read once.
        case source(ByteSource)
        /// A page, or JSON with what a server said of it.
        case document(RemoteDocument)
    }

    /// What is at hand of it; `nil` for a file that is opened when it is read.
    private let content: Content?
    /// What takes the bytes of a file that is opened when it is read.
    private let digest: ByteDigest?

    /// The largest document that is held whole.
    static let wholeDocumentBytes = 1 << 30

    /// A document.
    /// - Parameter documents: where the contexts of JSON-LD come from; by default only what is built in.
    init(
        path: String, format: RDFFormat, base: IRI? = nil,
        documents: any DocumentLoader = WebDocumentLoader(DocumentFetcher()), content: Content? = nil,
        digest: ByteDigest? = nil
    ) {
        self.digest = digest
        self.content = content
        self.documents = documents
        self.path = path
        self.format = format
        if case .document = content { self.base = base } else { self.base = base ?? Self.base(of: path) }
    }

    /// The IRI of a file; `nil` for standard input.
    static func base(of path: String) -> IRI? {
        path == "-" ? nil : try? IRI("file://" + Files.absolutePath(path).percentEncodedPath)
    }

    /// How the document is read.
    func options(isLenient: Bool = false) -> RDFReaderOptions {
        RDFReaderOptions(base: base, sourceName: TerminalText.escaped(path), isLenient: isLenient)
    }

    /// What a lenient reader skipped.
    struct Skipped {
        /// The places, as many as are kept.
        var listed: [RDFSyntaxError] = []
        /// How many statements there were.
        var count = 0
    }

    /// Reads the document into a sink.
    /// - Throws: ``FileError``, ``Exit``, `RDFSyntaxError`, `JSONLDError`, or what the sink throws.
    func read(into sink: inout some QuadSink) throws {
        try read(from: open(), into: &sink)
    }

    /// Opens the document; one of which nothing is left to open is empty.
    func open() throws -> ByteSource {
        switch content {
        case nil: try ByteSource(path, digest: digest)
        case .source(let source): source
        case .document: try ByteSource(name: path, bytes: [])
        }
    }

    /// Reads the document from a source that is open already.
    ///
    /// - Parameter progress: called after each chunk.
    @discardableResult
    func read(
        from source: ByteSource, isLenient: Bool = false, into sink: inout some QuadSink,
        progress: () -> Void = {}
    ) throws -> Skipped {
        switch format {
        case .ntriples, .nquads, .turtle, .trig, .rdfxml:
            var reader = try RDFReader(format: format, options: options(isLenient: isLenient), holdsBack: true)
            var chunks = Chunks(of: source)
            while try chunks.next() {
                chunks.drop(try reader.read(chunks.bytes.span, isFinal: chunks.isFinal, into: &sink))
                progress()
            }
            return Skipped(listed: reader.diagnostics, count: reader.skippedStatements)
        case .jsonld:
            var processing = JSONLDOptions()
            processing.base = base?.string
            processing.limits = RunLimits.current
            // What the other formats say in RDF 1.2 comes and goes by JSON-LD unchanged.
            processing.rdfDirection = .dirLangString
            var reading = JSONReadingOptions()
            reading.sourceName = path
            let processor = JSONLDProcessor(options: processing, loader: documents)
            do {
                if case .document(let document) = content {
                    try processor.toRDF(document, into: &sink)
                } else {
                    let bytes = try Self.whole(source, format)
                    try processor.toRDF(json: bytes.span, reading: reading, into: &sink)
                }
            } catch let error as JSONLDError {
                throw error.located(in: path)
            }
        }
        return Skipped()
    }

    /// All bytes of a document that is held whole.
    static func whole(_ source: ByteSource, _ format: RDFFormat) throws -> [UInt8] {
        func check(_ count: Int) throws {
            guard count > Self.wholeDocumentBytes else { return }
            throw Exit(
                .badData, InputMessage.documentTooLarge, source.name, format.name, String(Self.wholeDocumentBytes))
        }
        try check(source.size ?? 0)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.size ?? 0)
        var isFinal = false
        while !isFinal {
            isFinal = try source.read(Chunks.length, into: &bytes)
            try check(bytes.count)
        }
        return bytes
    }
}

extension String {
    /// A path as it stands in an IRI: what no IRI holds is percent-encoded.
    fileprivate var percentEncodedPath: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\u{0}"..."\u{20}", "<", ">", "\"", "{", "}", "|", "^", "`", "\\", "%", "?", "#", "\u{7F}":
                for byte in String(scalar).utf8 {
                    let digits = String(byte, radix: 16, uppercase: true)
                    result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
