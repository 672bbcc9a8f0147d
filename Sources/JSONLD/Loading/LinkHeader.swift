internal import ByteText
internal import RDFModel

/// A link of a `Link` header.
/// - Spec: RFC 8288 §3
struct LinkHeader: Hashable {
    /// Where it points, perhaps relative to the document.
    let target: String
    /// Its relations, such as `alternate`, in lower case but for IRIs.
    let relations: [String]
    /// The media type of its target, if the link says so.
    let mediaType: MediaType?

    /// The context that a plain JSON document is to be read with.
    static let context = "http://www.w3.org/ns/json-ld#context"

    /// The links of the values of all `Link` headers of a response; what is malformed is passed over.
    static func links(in headers: [String]) -> [LinkHeader] {
        headers.flatMap { HeaderText.split($0, at: UInt8(ascii: ",")) }.compactMap(LinkHeader.init)
    }

    /// Reads one link: `<target>; rel="…"; type="…"`.
    private init?(_ text: String) {
        var parts = HeaderText.split(text, at: UInt8(ascii: ";"))
        let first = HeaderText.trimmed(parts.removeFirst())
        guard first.utf8.first == UInt8(ascii: "<"), first.utf8.last == UInt8(ascii: ">"), first.utf8.count >= 2 else {
            return nil
        }
        target = String(first.dropFirst().dropLast())
        var relation: String?
        var type: String?
        for (name, value) in parts.compactMap(HeaderText.parameter) {
            if name == "rel", relation == nil { relation = value }
            if name == "type", type == nil { type = value }
        }
        relations = (relation ?? "").split(separator: " ").map { word in
            word.utf8.contains(UInt8(ascii: ":")) ? String(word) : String(word).asciiLowercased
        }
        mediaType = type.map(MediaType.init)
    }
}
