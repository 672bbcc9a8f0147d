internal import ByteText

/// What a text looks like, before anybody resolves it.
enum IRIForm {
    /// Where the colon after a scheme stands.
    static func schemeEnd(_ text: String) -> String.Index? {
        let bytes = text.utf8
        guard let first = bytes.first, (first | 0x20) &- UInt8(ascii: "a") < 26 else { return nil }
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                continue
            case UInt8(ascii: ":"): return index
            default: return nil
            }
        }
        return nil
    }

    /// Whether a text begins like a blank node identifier.
    static func isBlankNode(_ text: String) -> Bool { text.utf8.starts(with: "_:".utf8) }

    /// Whether a text has the form of an IRI: a scheme, and no white space.
    static func isAbsolute(_ text: String) -> Bool {
        schemeEnd(text) != nil && !text.utf8.contains { $0 <= 0x20 }
    }

    /// Whether a text has the form of an IRI or of a blank node identifier.
    static func isResource(_ text: String) -> Bool { isBlankNode(text) || isAbsolute(text) }

    /// Whether a text may stand in RDF as an IRI: a scheme, one fragment at most, and no character that an IRI cannot
    /// hold.
    static func isWellFormed(_ text: String) -> Bool {
        guard schemeEnd(text) != nil else { return false }
        let bytes = text.utf8.span
        var hasFragment = false
        for offset in 0..<bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "#"):
                if hasFragment { return false }
                hasFragment = true
            case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
                UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
                return false
            default: continue
            }
        }
        return true
    }

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
