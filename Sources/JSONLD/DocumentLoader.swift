internal import ByteText
public import JSONText
internal import Localization

/// A document that was fetched.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#remotedocument>
public struct RemoteDocument: Sendable {
    /// The IRI at which the document was found, after redirections.
    public var documentURL: String?
    /// The document.
    public var document: JSONValue
    /// The IRI of a context that the document is to be read with, from a `Link` header.
    public var contextURL: String?

    /// A document.
    public init(_ document: JSONValue, documentURL: String?, contextURL: String? = nil) {
        self.document = document
        self.documentURL = documentURL
        self.contextURL = contextURL
    }
}

/// Where contexts and documents that are named by IRIs come from.
///
/// The library itself never reads a file or opens a connection: whoever wants that passes a loader in.
public protocol DocumentLoader: Sendable {
    /// The document at an absolute IRI.
    /// - Throws: ``JSONLDError`` of code `loading document failed`.
    func load(_ iri: String) throws(JSONLDError) -> RemoteDocument
}

/// The loader that refuses: the default.
public struct RefusingLoader: DocumentLoader {
    /// The loader.
    public init() {}

    /// Refuses.
    public func load(_ iri: String) throws(JSONLDError) -> RemoteDocument {
        throw JSONLDError(.loadingDocumentFailed, .remoteRefused, iri)
    }
}

/// A loader of documents that are already in memory.
public struct MemoryLoader: DocumentLoader {
    private var documents: [ByteKey: JSONValue]

    /// The documents, by the IRIs they are found at.
    public init(_ documents: [String: JSONValue] = [:]) {
        self.documents = Dictionary(
            documents.map { (ByteKey($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The document at an IRI.
    public subscript(iri: String) -> JSONValue? {
        get { documents[ByteKey(iri)] }
        set { documents[ByteKey(iri)] = newValue }
    }

    /// The document at an IRI, if it is among those in memory.
    public func load(_ iri: String) throws(JSONLDError) -> RemoteDocument {
        guard let document = self[iri] else {
            throw JSONLDError(.loadingDocumentFailed, .notAtHand, iri)
        }
        return RemoteDocument(document, documentURL: iri)
    }
}
