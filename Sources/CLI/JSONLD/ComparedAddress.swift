internal import RDFModel

/// An IRI in the form in which it is compared with others: `HTTPS://Example.org:443/%7Ea#b` is `https://example.org/~a`.
///
/// Case, percent-encoding, dots in paths, default ports and the empty path are evened out, and the fragment is gone.
/// - Spec: RFC 3986 §6.2.2, §6.2.3; RFC 3987 §5.3.2.
struct ComparedAddress {
    /// The scheme, in small letters.
    let scheme: String
    /// What follows the scheme, in ASCII.
    let rest: [UInt8]

    /// Evens out an IRI; `nil` if it has no scheme.
    init?(_ iri: String) {
        let text = Array(iri.utf8)
        let parts = IRIReferenceComponents(text.span)
        guard let range = parts.scheme else { return nil }
        let scheme = String(decoding: text[range], as: UTF8.self).lowercased()
        var evened = Array((scheme + ":").utf8)
        if let authority = parts.authority {
            evened += "//".utf8
            Self.append(Self.authority(text[authority], scheme), to: &evened)
        }
        Self.append(text[parts.path], to: &evened)
        if parts.path.isEmpty, parts.authority != nil { evened.append(UInt8(ascii: "/")) }
        if let query = parts.query {
            evened.append(UInt8(ascii: "?"))
            Self.append(text[query], to: &evened)
        }
        let whole = IRI(unchecked: String(decoding: evened, as: UTF8.self))
        var resolved: [UInt8] = []
        IRIResolver(base: whole).resolve(evened.span, into: &resolved)
        self.scheme = scheme
        rest = Array(resolved.dropFirst(scheme.utf8.count + 1))
    }

    /// Whether the scheme is one of the web: documents are the same by both.
    private var isWeb: Bool { scheme == "http" || scheme == "https" }

    /// Whether two schemes name the same documents.
    func hasScheme(of other: ComparedAddress) -> Bool { scheme == other.scheme || isWeb && other.isWeb }

    /// Host and port: in small letters, without the port that the scheme has anyway.
    private static func authority(_ text: ArraySlice<UInt8>, _ scheme: String) -> ArraySlice<UInt8> {
        let userEnd = text.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? text.startIndex
        var host = text[userEnd...]
        if let colon = host.lastIndex(of: UInt8(ascii: ":")), !host[colon...].contains(UInt8(ascii: "]")) {
            let port = String(decoding: host[(colon + 1)...], as: UTF8.self)
            if port.isEmpty || (scheme == "http" && port == "80") || (scheme == "https" && port == "443") {
                host = host[..<colon]
            }
        }
        return text[..<userEnd] + host.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
    }

    /// Appends bytes with percent-encoding where it is needed, and only there.
    private static func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == UInt8(ascii: "%"), index + 2 < text.endIndex,
                let encoded = UInt8(String(decoding: text[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                if isUnreserved(encoded) { bytes.append(encoded) } else { append(encoded: encoded, to: &bytes) }
                index += 3
                continue
            }
            if byte <= 0x20 || byte >= 0x7F || "<>\"{}|\\^`".utf8.contains(byte) {
                append(encoded: byte, to: &bytes)
            } else {
                bytes.append(byte)
            }
            index += 1
        }
    }

    private static func append(encoded byte: UInt8, to bytes: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
