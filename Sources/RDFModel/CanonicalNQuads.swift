internal import ByteText

/// The one way to write a term, a triple or a quad as N-Triples and N-Quads, so that equal statements are equal bytes.
///
/// One space between terms, no `xsd:string`, the fixed set of escapes, native UTF-8 for all else. Sorting and naming
/// blank nodes is the work of the module `RDFCanon`.
/// - Spec: <https://www.w3.org/TR/rdf-canon/#canonical-quads>, and for RDF 1.2
///   <https://www.w3.org/TR/rdf12-n-quads/#canonical-quads>
public enum CanonicalNQuads {
    /// Appends a quad with its ` .` and line feed.
    public static func append(_ quad: Quad, to bytes: inout [UInt8]) {
        append(quad.triple, to: &bytes)
        if let name = quad.graph.term {
            bytes.append(0x20)
            append(name, to: &bytes)
        }
        bytes += endOfStatement
    }

    /// Appends the three terms of a triple, with spaces between and nothing after.
    public static func append(_ triple: Triple, to bytes: inout [UInt8]) {
        append(triple.subject, to: &bytes)
        bytes.append(0x20)
        append(triple.predicate, to: &bytes)
        bytes.append(0x20)
        append(triple.object, to: &bytes)
    }

    /// Appends a term.
    public static func append(_ term: Term, to bytes: inout [UInt8]) {
        switch term {
        case .iri(let iri): append(iri, to: &bytes)
        case .blankNode(let node): append(node, to: &bytes)
        case .literal(let literal): append(literal, to: &bytes)
        case .tripleTerm(let triple):
            bytes += startOfTripleTerm
            append(triple, to: &bytes)
            bytes += endOfTripleTerm
        }
    }

    /// Appends an IRI in angle brackets, as it is.
    public static func append(_ iri: IRI, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: iri.string.utf8)
        bytes.append(UInt8(ascii: ">"))
    }

    /// Appends `_:` and a label.
    public static func append(_ node: BlankNode, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "_"))
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: node.label.utf8)
    }

    /// Appends a literal in quotes with its language, its direction or its datatype.
    public static func append(_ literal: Literal, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        appendEscaped(literal.lexicalForm.utf8.span, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        switch literal.kind {
        case .typed(let datatype):
            guard datatype != XSD.string else { return }
            bytes.append(UInt8(ascii: "^"))
            bytes.append(UInt8(ascii: "^"))
            append(datatype, to: &bytes)
        case .languageTagged(let tag, let direction):
            bytes.append(UInt8(ascii: "@"))
            bytes.append(contentsOf: tag.utf8)
            if let direction {
                bytes.append(contentsOf: "--".utf8)
                bytes.append(contentsOf: direction.rawValue.utf8)
            }
        }
    }

    /// Appends the text of a literal with the escapes that the canonical form has, and no others.
    ///
    /// `\b \t \n \f \r \" \\` for these seven; `\u` and four digits for the other controls below U+0020, for U+007F,
    /// U+FFFE and U+FFFF; everything else as it is.
    /// - Complexity: O(*n*).
    public static func appendEscaped(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            // Most bytes are none of these; 0xEF may begin U+FFFE or U+FFFF.
            guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xEF else { continue }
            if byte == 0xEF {
                guard index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] >= 0xBE else { continue }
                bytes.append(copying: text.extracting(start..<index))
                bytes.append(contentsOf: (text[index + 2] == 0xBE ? "\\uFFFE" : "\\uFFFF").utf8)
                start = index + 3
            } else {
                bytes.append(copying: text.extracting(start..<index))
                appendEscape(of: byte, to: &bytes)
                start = index + 1
            }
        }
        bytes.append(copying: text.extracting(start..<text.count))
    }

    private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x22, 0x5C: bytes.append(byte)
        default:
            bytes.append(contentsOf: "u00".utf8)
            for digit in [byte >> 4, byte & 15] {
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
            }
        }
    }

    private static let endOfStatement: [UInt8] = Array(" .\n".utf8)
    private static let startOfTripleTerm: [UInt8] = Array("<<( ".utf8)
    private static let endOfTripleTerm: [UInt8] = Array(" )>>".utf8)
}

extension CanonicalNQuads {
    /// The quad as a line without its line feed: for messages and tests.
    public static func line(_ quad: Quad) -> String {
        var bytes: [UInt8] = []
        append(quad, to: &bytes)
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }
}
