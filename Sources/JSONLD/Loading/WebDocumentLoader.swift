internal import ByteText
public import JSONText
internal import Localization

/// What was found at an address: the bytes, and what a server said about them.
public struct FetchedResource: Sendable {
    /// Where it was found, after redirections.
    public var location: String
    /// The value of `Content-Type`; empty where nothing was said.
    public var contentType: String
    /// The values of all `Link` headers.
    public var links: [String]
    /// The content.
    public var bytes: [UInt8]

    /// What was found at an address.
    public init(location: String, contentType: String, links: [String] = [], bytes: [UInt8]) {
        self.location = location
        self.contentType = contentType
        self.links = links
        self.bytes = bytes
    }
}

/// Someone who brings what is at an address: from the network, from a folder, from memory.
public protocol ResourceFetcher: Sendable {
    /// What is at an address without fragment, redirections followed.
    /// - Parameter mediaTypes: the value of `Accept`.
    /// - Throws: ``JSONLDError`` of code `loading document failed`, also where a server answers with another status
    ///   than success.
    func fetch(_ iri: String, accepting mediaTypes: String) throws(JSONLDError) -> FetchedResource
}

/// The loader of the specification: it knows media types, `Link` headers and HTML.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#loaddocumentcallback>
public struct WebDocumentLoader<Fetcher: ResourceFetcher>: DocumentLoader {
    private let fetcher: Fetcher
    private let limits: JSONReadingOptions
    private let account: RemoteAccount
    /// How many times a document may send to an alternate one.
    private static var maximumAlternates: Int { 4 }

    /// A loader over a fetcher; documents are read with limits, and what contexts may take together is bounded, for as
    /// long as the loader and its copies live.
    public init(
        _ fetcher: Fetcher, limits: JSONReadingOptions = JSONReadingOptions(), bounds: RemoteBounds = RemoteBounds()
    ) {
        self.fetcher = fetcher
        self.limits = limits
        account = RemoteAccount(bounds)
    }

    /// The document at an IRI.
    public func load(_ iri: String) throws(JSONLDError) -> RemoteDocument { try load(iri, as: .document) }

    /// The document at an IRI, for a purpose.
    public func load(_ iri: String, as purpose: LoadingPurpose) throws(JSONLDError) -> RemoteDocument {
        guard purpose == .context else { return try find(iri, as: purpose).document }
        let isNew = try account.begin(iri)
        let start = ContinuousClock.now
        let (document, bytes) = try find(iri, as: purpose)
        if isNew { try account.add(bytes, taking: ContinuousClock.now - start, for: iri) }
        return document
    }

    /// The document at an IRI, and how many bytes it took to find it.
    private func find(
        _ iri: String, as purpose: LoadingPurpose
    ) throws(JSONLDError) -> (document: RemoteDocument, bytes: Int) {
        var bytes = 0
        var (address, fragment) = Self.split(iri)
        for _ in 0...Self.maximumAlternates {
            let resource = try fetcher.fetch(address, accepting: Self.accepted(purpose))
            bytes += resource.bytes.count
            let location = Self.split(resource.location).address
            let type = MediaType(resource.contentType)
            let links = LinkHeader.links(in: resource.links)
            if !type.isJSON,
                let alternate = links.first(where: {
                    $0.relations.contains("alternate") && $0.mediaType?.isJSONLD == true
                })
            {
                (address, fragment) = Self.split(BaseIRI(location)?.resolve(alternate.target) ?? alternate.target)
                continue
            }
            if type.isHTML {
                let page = RemoteDocument(html: resource.bytes, isXML: type.isXHTML, documentURL: location + fragment)
                return (page, bytes)
            }
            guard type.isJSON else {
                throw JSONLDError(.loadingDocumentFailed, .notJSONType, address, resource.contentType)
            }
            var document = RemoteDocument(try parse(resource.bytes, location), documentURL: location + fragment)
            if !type.isJSONLD {
                let contexts = links.filter { $0.relations.contains(LinkHeader.context) }
                guard contexts.count < 2 else {
                    throw JSONLDError(.multipleContextLinkHeaders, .manyContexts, address)
                }
                document.contextURL = contexts.first.map { BaseIRI(location)?.resolve($0.target) ?? $0.target }
            }
            return (document, bytes)
        }
        throw JSONLDError(.loadingDocumentFailed, .tooManyAlternates, iri)
    }

    private func parse(_ bytes: [UInt8], _ location: String) throws(JSONLDError) -> JSONValue {
        do {
            return try JSONValue(json: bytes.span, options: limits)
        } catch {
            throw JSONLDError(.loadingDocumentFailed, .notJSON, source: location, cause: .json(error))
        }
    }

    /// An IRI without its fragment, and the fragment with its hash.
    private static func split(_ iri: String) -> (address: String, fragment: String) {
        guard let hash = iri.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (iri, "") }
        return (String(iri[..<hash]), String(iri[hash...]))
    }

    private static func accepted(_ purpose: LoadingPurpose) -> String {
        let types =
            "application/ld+json, application/json;q=0.9, text/html;q=0.5, application/xhtml+xml;q=0.5, */*;q=0.1"
        switch purpose {
        case .document: return types
        case .context: return "application/ld+json;profile=\"\(LinkHeader.context)\", " + types
        }
    }
}
