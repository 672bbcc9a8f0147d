internal import Localization
internal import ByteText
public import RDFModel
internal import RDFSyntax

/// Finds why a graph cannot be written as RDF/XML, or would come back as another.
public enum RDFXMLPreflight {
    /// The first obstacle, in the order of the triples; `nil` for a graph that RDF/XML can hold.
    /// - Complexity: O(*n*).
    public static func obstacle(in triples: [Triple]) -> RaptorObstacle? { obstacle(in: NumberedTriples(triples)) }

    /// The first obstacle, in the order of the triples; each term is looked at once.
    static func obstacle(in triples: NumberedTriples) -> RaptorObstacle? {
        do throws(RaptorObstacle) {
            try triples.forEachTerm(check) { iri throws(RaptorObstacle) in try check(name: iri) }
            return nil
        } catch {
            return error
        }
    }

    /// Whether the triples can be grouped by subject, with types as the names of elements: each type is such a name, and
    /// there are no blank nodes, of which Raptor loses some.
    static func canGroup(_ triples: [Triple]) -> Bool {
        triples.allSatisfy { triple in
            guard triple.hasNoBlankNode else { return false }
            guard triple.predicate == RDF.type, case .iri(let type) = triple.object else { return true }
            do {
                try check(name: type)
                return true
            } catch {
                return false
            }
        }
    }

    private static func check(_ term: Term) throws(RaptorObstacle) {
        switch term {
        case .iri(let iri): try check(iri)
        case .blankNode: break
        case .literal(let literal):
            try TermPreflight.check(language: literal)
            guard isXML(literal.lexicalForm) else { throw RaptorObstacle(.xmlCharacter, literal.description) }
            if case .typed(let datatype) = literal.kind {
                try check(datatype)
            }
        case .tripleTerm: throw RaptorObstacle(.rdf12, term.description)
        }
    }

    private static func check(_ iri: IRI) throws(RaptorObstacle) {
        try TermPreflight.check(iri)
        if iri.hasDotSegment { throw RaptorObstacle(.dotSegments, iri.description) }
        guard isXML(iri.string) else { throw RaptorObstacle(.xmlCharacter, iri.description) }
    }

    /// Whether XML can hold a text; most texts are of printable ASCII and other characters that need no second look.
    private static func isXML(_ text: String) -> Bool {
        let bytes = text.utf8.span
        var isPlain = true
        // U+FFFE and U+FFFF begin with EF; the controls that XML has not are below 0x20, or 0x7F.
        for index in bytes.indices where bytes[index] < 0x20 || bytes[index] == 0x7F || bytes[index] == 0xEF {
            isPlain = false
            break
        }
        return isPlain || text.unicodeScalars.allSatisfy(isXMLCharacter)
    }

    /// What XML 1.0 can hold; Raptor writes CR as a reference, which is read back as CR.
    private static func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\r", "\u{20}"..."\u{7E}", "\u{80}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}": true
        default: false
        }
    }

    /// A predicate becomes the name of an element: a namespace, and a local name of ASCII at its end.
    private static func check(name iri: IRI) throws(RaptorObstacle) {
        try check(iri)
        if isReserved(iri) { throw RaptorObstacle(.rdfSyntaxName, iri.description) }
        let text = iri.string.utf8.span
        var start = text.count
        while start > 0, text[start - 1].isNameCharacter || text[start - 1] == ASCII.dot { start -= 1 }
        // A name begins with a letter or an underscore.
        while start < text.count, !text[start].isLetter, text[start] != ASCII.underscore { start += 1 }
        guard start < text.count, start > 0 else { throw RaptorObstacle(.xmlName, iri.description) }
    }

    /// Whether a name of the RDF namespace means something to the syntax itself, and so is no property and no class.
    /// - Spec: <https://www.w3.org/TR/rdf-syntax-grammar/#section-Namespace>
    private static func isReserved(_ iri: IRI) -> Bool {
        guard iri.string.hasPrefix(RDF.namespace) else { return false }
        let name = iri.string.dropFirst(RDF.namespace.count)
        // Raptor counts the numbers of members.
        if name.first == "_" { return !name.dropFirst().allSatisfy(\.isNumber) || name.count > 8 || name.count < 2 }
        switch name {
        case "RDF", "Description", "ID", "about", "parseType", "resource", "nodeID", "datatype", "li",
            "annotation", "annotationNodeID", "version", "aboutEach", "aboutEachPrefix", "bagID":
            return true
        default: return false
        }
    }
}
