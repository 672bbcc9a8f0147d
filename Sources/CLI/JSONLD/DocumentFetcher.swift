internal import ByteText
internal import EmbeddedResources
internal import JSONLD
internal import Localization
internal import Publishing
internal import RDFSyntax
internal import Synchronization
internal import WebFetching

/// Where the command has remote documents from: folders that stand for the web, what is built in, and the web itself
/// where that is allowed.
struct DocumentFetcher: ResourceFetcher {
    /// The folders; the longest prefix counts.
    var maps: [DocumentMap] = []
    /// The client, where the network may be used.
    var client: WebClient?
    private let fetched = Fetched()

    /// A fetcher; one without folders and network has what is built in.
    init(maps: [DocumentMap] = [], client: WebClient? = nil) {
        self.maps = maps.sorted { $0.prefix.rest.count > $1.prefix.rest.count }
        self.client = client
    }

    /// The IRI of our own context, by which documents may name it.
    static let ownContext = "https://w3id.org/lys/context.jsonld"

    func fetch(_ iri: String, accepting mediaTypes: String) throws(JSONLDError) -> FetchedResource {
        if let address = ComparedAddress(iri) {
            if let (path, map) = file(of: address) {
                let bytes = try Self.bytes(of: path, in: map, for: iri)
                return FetchedResource(location: iri, contentType: Self.mediaType(of: path, bytes), bytes: bytes)
            }
            if let own = ComparedAddress(Self.ownContext), address.hasScheme(of: own), address.rest == own.rest,
                let bytes = ResourceFiles().bytes(of: "vocab/context.jsonld")
            {
                return FetchedResource(location: iri, contentType: "application/ld+json", bytes: bytes)
            }
        }
        guard let client else { throw Self.error(iri, .refused, []) }
        if let known = fetched[iri, mediaTypes] { return known }
        do {
            let response = try client.get(iri, accepting: mediaTypes)
            let resource = FetchedResource(
                location: response.location, contentType: response.values(of: "content-type").last ?? "",
                links: response.values(of: "link"), bytes: response.bytes)
            fetched[iri, mediaTypes] = resource
            return resource
        } catch {
            throw Self.error(iri, error.problem, error.arguments)
        }
    }

    /// The file of the longest prefix; of two that differ by scheme alone, that of the IRI's own scheme.
    private func file(of address: ComparedAddress) -> (path: String, map: DocumentMap)? {
        var best: (path: String, map: DocumentMap)?
        for map in maps {
            if let best, map.prefix.rest.count < best.map.prefix.rest.count { break }
            guard best == nil || map.prefix.scheme == address.scheme, let path = map.file(of: address) else { continue }
            best = (path, map)
        }
        return best
    }

    /// The bytes of a file that stands for a document, no more than the web may give.
    private static func bytes(
        of path: String, in map: DocumentMap, for iri: String
    ) throws(JSONLDError) -> [UInt8] {
        guard map.holds(path) else { throw error(iri, .leadsOut, [path]) }
        let limit = WebLimits().byteCount
        do { return try Files.read(path, atMost: limit) } catch {
            switch (error as? FileError)?.message {
            case .isSpecial: throw Self.error(iri, .isSpecial, [path])
            case .tooLarge: throw Self.error(iri, .tooLarge, [String(limit)])
            default: throw Self.error(iri, .noFile, [path])
            }
        }
    }

    private static func error(_ iri: String, _ problem: FetchMessage, _ arguments: [String]) -> JSONLDError {
        JSONLDError(.loadingDocumentFailed, .cannotLoad, iri, cause: .fetching(problem, arguments))
    }

    /// The media type that a file's name tells; where it tells none, HTML begins with a tag, and all else is JSON.
    static func mediaType(of path: String, _ bytes: [UInt8]) -> String {
        if let kind = InputKind(fileName: path) { return kind.mediaType }
        return bytes.first { $0 > 0x20 } == UInt8(ascii: "<") ? "text/html" : "application/ld+json"
    }

    /// What the network has given in this run: a context that many documents name is fetched once.
    private final class Fetched: Sendable {
        private let resources = Mutex<[ByteKey: FetchedResource]>([:])

        subscript(iri: String, mediaTypes: String) -> FetchedResource? {
            get { resources.withLock { $0[ByteKey(iri + " " + mediaTypes)] } }
            set { resources.withLock { $0[ByteKey(iri + " " + mediaTypes)] = newValue } }
        }
    }
}
