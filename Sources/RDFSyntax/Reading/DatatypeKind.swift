internal import ByteText
internal import RDFModel

/// What a reader must know of a datatype's IRI.
package enum DatatypeKind {
    /// `xsd:string`, which goes without saying.
    case string
    /// `rdf:langString` and `rdf:dirLangString`, which no literal without a language has.
    case needsLanguage
    /// Any other.
    case other

    package init(_ iri: Span<UInt8>) {
        switch iri.count {
        case 39 where iri.isText("http://www.w3.org/2001/XMLSchema#string"): self = .string
        case 53 where iri.isText("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"): self = .needsLanguage
        case 56 where iri.isText("http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString"): self = .needsLanguage
        default: self = .other
        }
    }
}

extension Span where Element == UInt8 {
    /// Whether the bytes begin with `http://` or `https://`, a host alone and a slash: the quick answer for nearly every
    /// IRI. What follows the slash is the affair of ``ScannedText/isPlain``.
    @inline(__always)
    var isPlainlyAbsolute: Bool {
        guard count >= 16 else { return false }
        // Eight bytes, the first in the lowest bits.
        let start = word(at: 0)
        var offset = 8
        if start & 0x00FF_FFFF_FFFF_FFFF == 0x002F_2F3A_7074_7468 {
            offset = 7
        } else if start != 0x2F2F_3A73_7074_7468 {
            return false
        }
        return hostIsPlain(from: offset)
    }
}
