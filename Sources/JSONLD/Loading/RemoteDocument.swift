internal import ByteText
public import JSONText

/// A document that was fetched.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#remotedocument>
public struct RemoteDocument: Sendable {
    /// The IRI at which the document was found, after redirections. Its fragment chooses a script of an HTML document.
    public var documentURL: String?
    /// The document; null while it is HTML that waits to be processed.
    public var document: JSONValue
    /// The IRI of a context that the document is to be read with, from a `Link` header.
    public var contextURL: String?
    /// The reference of the base element of an HTML document.
    private(set) var baseReference: String?
    private var html: HTML?

    /// The text of a document that has JSON-LD in its scripts.
    private struct HTML: Sendable {
        let bytes: [UInt8]
        let isXML: Bool
    }

    /// A document.
    public init(_ document: JSONValue, documentURL: String?, contextURL: String? = nil) {
        self.document = document
        self.documentURL = documentURL
        self.contextURL = contextURL
    }

    /// An HTML document, whose scripts are taken out when it is processed, as the options say.
    public init(html bytes: [UInt8], isXML: Bool = false, documentURL: String?) {
        self.init(.null, documentURL: documentURL)
        html = HTML(bytes: bytes, isXML: isXML)
    }

    /// The same document; one in HTML with the JSON of its scripts.
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#process-html>
    func withoutHTML(
        extractsAll: Bool, purpose: LoadingPurpose = .document
    ) throws(JSONLDError) -> RemoteDocument {
        guard let html else { return self }
        let scripts = HTMLScripts(html.bytes.span, isXML: html.isXML)
        var result = self
        result.html = nil
        result.document = try scripts.document(
            html.bytes.span, source: documentURL ?? "", fragment: fragment, extractsAll: extractsAll,
            profile: purpose == .context ? LinkHeader.context : nil)
        if let base = scripts.base {
            result.baseReference = base
            // References to contexts start from there too.
            result.documentURL = documentURL.flatMap { BaseIRI($0)?.resolve(base) } ?? documentURL
        }
        return result
    }

    /// The fragment of the document's IRI, its percent-encoding resolved.
    private var fragment: String? {
        guard let iri = documentURL, let hash = iri.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
        let encoded = Array(iri.utf8[iri.utf8.index(after: hash)...])
        guard !encoded.isEmpty else { return nil }
        var bytes: [UInt8] = []
        var index = 0
        while index < encoded.count {
            if encoded[index] == UInt8(ascii: "%"), index + 2 < encoded.count,
                let byte = UInt8(String(decoding: encoded[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(encoded[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
