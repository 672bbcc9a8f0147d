internal import ByteText
internal import RDFModel

/// What a reader must know of a datatype's IRI.
enum DatatypeKind {
    /// `xsd:string`, which goes without saying.
    case string
    /// `rdf:langString` and `rdf:dirLangString`, which no literal without a language has.
    case needsLanguage
    /// No absolute IRI.
    case relative
    /// Any other.
    case other

    init(_ iri: Span<UInt8>) {
        switch iri.count {
        case 39 where iri.isText("http://www.w3.org/2001/XMLSchema#string"): self = .string
        case 53 where iri.isText("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"): self = .needsLanguage
        case 56 where iri.isText("http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString"): self = .needsLanguage
        default: self = iri.isPlainlyAbsolute || iri.schemeLength != nil ? .other : .relative
        }
    }
}

extension Span where Element == UInt8 {
    /// Whether the bytes begin with `http://` or `https:/`: the quick answer for nearly every IRI.
    @inline(__always)
    var isPlainlyAbsolute: Bool {
        guard count >= 8 else { return false }
        let word = word(at: 0)
        // “http://” in seven bytes and “https:/” with any eighth byte, the first in the lowest bits.
        return word & 0x00FF_FFFF_FFFF_FFFF == 0x002F_2F3A_7074_7468
            || word & 0x00FF_FFFF_FFFF_FFFF == 0x002F_3A73_7074_7468
    }
}
