internal import ByteText
public import JSONText
internal import Localization

/// What a document is fetched for.
public enum LoadingPurpose: Sendable, Hashable {
    /// To be processed itself.
    case document
    /// To be the context of another.
    case context
}

/// Where contexts and documents that are named by IRIs come from.
///
/// The library itself never reads a file or opens a connection: whoever wants that passes a loader in.
public protocol DocumentLoader: Sendable {
    /// The document at an absolute IRI.
    /// - Throws: ``JSONLDError`` of code `loading document failed`.
    func load(_ iri: String) throws(JSONLDError) -> RemoteDocument

    /// The document at an absolute IRI, for a purpose that a server may want to know; by default the same for both.
    func load(_ iri: String, as purpose: LoadingPurpose) throws(JSONLDError) -> RemoteDocument
}

extension DocumentLoader {
    public func load(_ iri: String, as purpose: LoadingPurpose) throws(JSONLDError) -> RemoteDocument {
        try load(iri)
    }
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
