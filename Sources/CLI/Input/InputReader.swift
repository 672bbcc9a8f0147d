internal import JSONLD
internal import Localization
internal import RDFCanon
internal import RDFModel
internal import RDFSyntax
internal import WebFetching

/// Finds what a user or an update names as data: a file, standard input, an address of the web.
///
/// What an address holds is fetched within the limits of ``WebClient`` and only where the network is allowed; its
/// format is what an option says, else what the server says, else what the address ends in.
struct InputReader {
    /// Brings what stands at addresses.
    let fetcher: DocumentFetcher

    /// Where the contexts of JSON-LD come from.
    var documents: any DocumentLoader { WebDocumentLoader(fetcher) }

    /// The document that a name means; it is opened where its name does not tell its format.
    /// - Parameters:
    ///   - kind: what an option says of its format.
    ///   - option: the option that would have said it, for messages.
    ///   - base: what relative IRIs resolve against, instead of the address of the document.
    ///   - digest: takes the bytes as they stand there, packed or not.
    /// - Throws: ``Exit``, ``FileError``.
    func document(
        _ name: String, kind: InputKind? = nil, option: String = "--from", base: IRI? = nil,
        digest: ByteDigest? = nil
    ) throws -> InputDocument {
        let address = name.lowercased()
        if address.hasPrefix("http://") || address.hasPrefix("https://") {
            return try remoteDocument(name, kind: kind, option: option, base: base, digest: digest)
        }
        if address.hasPrefix("file:"), let iri = try? IRI(name), let path = iri.filePath {
            return try document(path, kind: kind, option: option, base: base, digest: digest)
        }
        if address.firstMatch(of: /^[a-z][a-z0-9+.\-]+:\/\//) != nil {
            throw Exit(.usage, InputMessage.unknownScheme, name)
        }
        guard let kind = kind ?? InputKind(fileName: name) else {
            throw Exit(.usage, InputMessage.nameFormat, name, option, InputKind.known)
        }
        if case .rdf(let format) = kind {
            return InputDocument(path: name, format: format, base: base, documents: documents, digest: digest)
        }
        return try lookedInto(
            ByteSource(name, digest: digest), kind, base: base, iri: base ?? InputDocument.base(of: name))
    }

    /// A document whose kind does not tell its format.
    private func lookedInto(_ source: ByteSource, _ kind: InputKind, base: IRI?, iri: IRI?) throws -> InputDocument {
        let (format, content): (RDFFormat, InputDocument.Content)
        switch kind {
        case .rdf(let known): (format, content) = (known, .source(source))
        case .xml:
            try DocumentHead(of: source).checkRDFXML()
            (format, content) = (.rdfxml, .source(source))
        case .json:
            try DocumentHead(of: source).checkJSONLD()
            (format, content) = (.jsonld, .source(source))
        case .html(let isXML):
            let bytes = try InputDocument.whole(source, .jsonld)
            let page = RemoteDocument(html: bytes, isXML: isXML, documentURL: iri?.string)
            (format, content) = (.jsonld, .document(page))
        }
        return InputDocument(
            path: source.name, format: format, base: base ?? iri, documents: documents, content: content)
    }

    // MARK: The web

    /// What is asked of a server: the formats that are quick to read first.
    private static let accepted =
        "text/turtle, application/n-triples, application/n-quads, application/trig, application/rdf+xml;q=0.9, "
        + "application/ld+json;q=0.9, application/json;q=0.5, application/xml;q=0.5, text/html;q=0.3, */*;q=0.1"

    /// Media types that say nothing of what is inside.
    private static let generic: Set<String> = [
        "", "text/plain", "application/octet-stream", "binary/octet-stream", "application/gzip", "application/x-gzip",
        "application/download", "application/force-download", "application/x-download",
    ]

    private func remoteDocument(
        _ name: String, kind: InputKind?, option: String, base: IRI?, digest: ByteDigest?
    ) throws -> InputDocument {
        let (address, fragment) = name.splitFragment
        let accepted = kind.map { $0.mediaType + ", */*;q=0.1" } ?? Self.accepted
        var resource = try fetch(address, accepting: accepted, name: name)
        let location = resource.location.splitFragment.address
        let type = (resource.contentType.split(separator: ";").first.map(String.init) ?? "").lowercased()
            .filter { $0 != " " }
        guard let kind = kind ?? Self.kind(type: type, location: location, address: address) else {
            let said = type.isEmpty ? name : "\(name) (\(type))"
            throw Exit(.usage, InputMessage.nameFormat, said, option, InputKind.known)
        }
        let iri = try? IRI(location)
        switch kind {
        case .rdf(.jsonld), .json, .html:
            digest?.update(resource.bytes[...])
            // The loader of JSON-LD knows what a server says of a context, and pages; what is packed it does not know.
            if resource.bytes.starts(with: [0x1F, 0x8B]) {
                resource.bytes = try InputDocument.whole(ByteSource(name: name, bytes: resource.bytes), .jsonld)
            }
            if case .json = kind, resource.links.isEmpty {
                try DocumentHead(of: ByteSource(name: name, bytes: resource.bytes)).checkJSONLD()
            }
            if InputKind(named: type) != kind { resource.contentType = kind.mediaType }
            let loader = WebDocumentLoader(FetchedFirst(address: address, resource: resource, others: fetcher))
            let document = try loader.load(address + fragment)
            return InputDocument(
                path: name, format: .jsonld, base: base, documents: documents, content: .document(document))
        case .rdf, .xml:
            return try lookedInto(
                ByteSource(name: name, bytes: resource.bytes, digest: digest), kind, base: base, iri: iri)
        }
    }

    /// What an answer is: what the server says, unless that says nothing or less than the address does.
    private static func kind(type: String, location: String, address: String) -> InputKind? {
        let byName = InputKind(fileName: location.withoutQuery) ?? InputKind(fileName: address.withoutQuery)
        guard !generic.contains(type), let byType = InputKind(named: type) else {
            return byName ?? (type == "text/plain" ? .rdf(.ntriples) : nil)
        }
        return byType == .xml && byName == .rdf(.rdfxml) ? byName : byType
    }

    private func fetch(_ address: String, accepting mediaTypes: String, name: String) throws -> FetchedResource {
        do {
            return try fetcher.fetch(address, accepting: mediaTypes)
        } catch {
            guard case .fetching(let problem, let arguments)? = error.cause else { throw error }
            throw Exit(
                Self.status(problem, arguments), InputMessage.cannotFetch, name,
                problem.text(in: .current, arguments: arguments))
        }
    }

    private static func status(_ problem: FetchMessage, _ arguments: [String]) -> ExitStatus {
        switch problem {
        case .refused, .addressRefused, .notWeb: .usage
        case .noFile, .leadsOut, .isSpecial: .noInput
        case .status: arguments == ["404"] || arguments == ["410"] ? .noInput : .unavailable
        case .tooLarge, .tookTooLong: .limit
        case .tooManyRedirects, .hostNotFound, .noConnection, .noTrust, .transferFailed: .unavailable
        }
    }
}

/// A fetcher that has one resource at hand already.
private struct FetchedFirst: ResourceFetcher {
    let address: String
    let resource: FetchedResource
    let others: DocumentFetcher

    func fetch(_ iri: String, accepting mediaTypes: String) throws(JSONLDError) -> FetchedResource {
        iri == address ? resource : try others.fetch(iri, accepting: mediaTypes)
    }
}

extension String {
    /// An address without its fragment, and the fragment with its hash.
    fileprivate var splitFragment: (address: String, fragment: String) {
        guard let hash = firstIndex(of: "#") else { return (self, "") }
        return (String(self[..<hash]), String(self[hash...]))
    }

    /// An address up to its query.
    fileprivate var withoutQuery: String { String(prefix { $0 != "?" }) }
}

extension IRI {
    /// The path of a `file:` IRI of this machine; `nil` for any other IRI.
    var filePath: String? {
        let prefix = "file://"
        guard string.hasPrefix(prefix + "/") else { return nil }
        var bytes: [UInt8] = []
        var rest = Array(string.utf8.dropFirst(prefix.utf8.count))[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard rest.count >= 2,
                    let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), decoded != 0
                else { return nil }
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
