internal import ByteText
internal import RDFModel

/// What a text looks like, before anybody resolves it.
enum IRIForm {
    /// The length of the scheme with which a text begins, its colon not counted.
    static func schemeLength(_ text: String) -> Int? { text.utf8.span.schemeLength }

    /// Whether `//` follows the colon at an offset.
    static func hasAuthority(_ text: String, after colon: Int) -> Bool {
        let bytes = text.utf8.span
        return colon + 2 < bytes.count && bytes[colon + 1] == UInt8(ascii: "/") && bytes[colon + 2] == UInt8(ascii: "/")
    }

    /// Where the first colon stands, if it is not the first character.
    static func innerColon(_ text: String) -> Int? {
        let bytes = text.utf8.span
        for offset in 0..<bytes.count where bytes[offset] == UInt8(ascii: ":") { return offset == 0 ? nil : offset }
        return nil
    }

    /// Whether a text begins like a blank node identifier.
    static func isBlankNode(_ text: String) -> Bool {
        let bytes = text.utf8.span
        return bytes.count > 1 && bytes[0] == UInt8(ascii: "_") && bytes[1] == UInt8(ascii: ":")
    }

    /// Whether a text has the form of an IRI: a scheme, and no white space.
    static func isAbsolute(_ text: String) -> Bool {
        guard schemeLength(text) != nil else { return false }
        let bytes = text.utf8.span
        for offset in 0..<bytes.count where bytes[offset] <= 0x20 { return false }
        return true
    }

    /// Whether a text has the form of an IRI or of a blank node identifier.
    static func isResource(_ text: String) -> Bool { isBlankNode(text) || isAbsolute(text) }

    /// Whether a text may stand in RDF as an IRI, by all that RFC 3987 says.
    static func isWellFormed(_ text: String) -> Bool { text.utf8.span.iriFault() == nil }

    /// Whether a text has the form of a language tag: parts of one to eight letters or digits, the first of letters.
    /// - Spec: BCP 47 §2.2.9, the syntax only.
    static func isLanguageTag(_ text: String) -> Bool {
        var isFirst = true
        for part in text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false) {
            guard (1...8).contains(part.count) else { return false }
            for byte in part {
                let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26
                guard isLetter || (!isFirst && byte &- UInt8(ascii: "0") < 10) else { return false }
            }
            isFirst = false
        }
        return true
    }
}

extension IRIForm {
    /// Whether a label can be written in Turtle as it is: letters, digits, `_`, `-` and `.`, the last not at the ends.
    ///
    /// Turtle allows more characters; labels with those are exchanged for new ones, which changes nothing.
    static func isLabel(_ label: String) -> Bool {
        let bytes = label.utf8
        guard let first = bytes.first, let last = bytes.last else { return false }
        func isWordByte(_ byte: UInt8) -> Bool {
            (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
        }
        guard isWordByte(first), last != UInt8(ascii: ".") else { return false }
        return bytes.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    }
}
