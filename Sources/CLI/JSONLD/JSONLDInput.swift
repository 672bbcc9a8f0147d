internal import JSONLD
internal import JSONText
internal import Localization
internal import Publishing
internal import RDFModel
internal import RDFSyntax

/// What an operation works on: bytes at hand, or a document that a loader brings.
struct JSONLDInput {
    /// What it is called in errors.
    let name: String
    /// Its IRI.
    let iri: String?
    /// Its bytes; `nil` for a remote document.
    let bytes: [UInt8]?
    private let mediaType: String

    /// A file by its path, perhaps with the identifier of a script behind `#`; a remote document by its IRI; standard
    /// input as `-`.
    init(_ text: String) throws {
        name = text
        if text == "-" {
            bytes = try InputDocument.whole(ByteSource("-"), .jsonld)
            iri = nil
            mediaType = DocumentFetcher.mediaType(of: "", bytes ?? [])
        } else if Self.isWebAddress(text) {
            (bytes, iri, mediaType) = (nil, text, "")
        } else {
            var (path, fragment) = (text, "")
            if !Files.exists(text), let hash = text.lastIndex(of: "#") {
                (path, fragment) = (String(text[..<hash]), String(text[hash...]))
            }
            let content = try InputDocument.whole(ByteSource(path), .jsonld)
            bytes = content
            iri = InputDocument.base(of: path).map { $0.string + fragment }
            mediaType = DocumentFetcher.mediaType(of: path, content)
        }
    }

    /// Whether an argument is the address of a remote document rather than a path.
    static func isWebAddress(_ text: String) -> Bool {
        let scheme = text.prefix(8).lowercased()
        return scheme.hasPrefix("http://") || scheme == "https://"
    }

    /// RDF that is to become JSON-LD.
    init(rdf document: InputDocument) throws {
        name = document.path
        iri = document.base?.string
        bytes = try InputDocument.whole(document.open(), document.format)
        mediaType = document.format.mediaType
    }

    /// The text, if it is at hand and no HTML.
    var json: [UInt8]? { mediaType == "text/html" || mediaType == "application/xhtml+xml" ? nil : bytes }

    /// How the text is read.
    var readingOptions: JSONReadingOptions {
        var options = JSONReadingOptions()
        options.sourceName = name
        return options
    }

    /// The document: parsed, or to be parsed by the processor where it is HTML.
    /// - Throws: `JSONLDError`, which names the document.
    func document(_ loader: any DocumentLoader, as purpose: LoadingPurpose = .document) throws -> RemoteDocument {
        guard let bytes else {
            guard let iri else { return RemoteDocument(.null, documentURL: nil) }
            return try loader.load(iri, as: purpose)
        }
        switch mediaType {
        case "text/html": return RemoteDocument(html: bytes, documentURL: iri)
        case "application/xhtml+xml": return RemoteDocument(html: bytes, isXML: true, documentURL: iri)
        default:
            do {
                return RemoteDocument(try JSONValue(json: bytes.span, options: readingOptions), documentURL: iri)
            } catch {
                throw Self.notJSON(error)
            }
        }
    }

    /// The error of a text that is no JSON.
    static func notJSON(_ error: JSONError) -> JSONLDError {
        JSONLDError(.loadingDocumentFailed, .notJSON, cause: .json(error))
    }
}
