internal import Localization
internal import ByteText
public import RDFModel
internal import RDFSyntax

/// Finds why a graph may not go through Raptor's Turtle writer, which alters some graphs without a word.
///
/// Every case was seen with Raptor 2.0.15; the tests go through them one by one. What passes is written and read back as
/// the same graph.
public enum TurtlePreflight {
    /// How deep blank nodes may be nested: Raptor recurses, and its indentation grows with the square of the depth.
    static var maximumDepth: Int { 64 }

    /// The first obstacle, in the order of the triples; `nil` for a graph that Raptor writes as it is.
    /// - Parameter prefixes: the prefixes by which Raptor may abbreviate IRIs.
    /// - Complexity: O(*n* log *n*), and a look at each prefix for each IRI that ends with a dot.
    public static func obstacle(in triples: [Triple], prefixes: PrefixMap = PrefixMap()) -> RaptorObstacle? {
        obstacle(in: triples, NumberedTriples(triples), prefixes: prefixes)
    }

    /// The first obstacle in triples that have been numbered.
    static func obstacle(
        in triples: [Triple], _ numbered: NumberedTriples, prefixes: PrefixMap
    ) -> RaptorObstacle? {
        do throws(RaptorObstacle) {
            try checkTerms(of: numbered, prefixes)
            try checkBlankNodes(triples)
            return nil
        } catch {
            return error
        }
    }

    /// The first obstacle, in the order of triples that have no blank node; each term is looked at once.
    static func obstacle(inGround triples: NumberedTriples, prefixes: PrefixMap) -> RaptorObstacle? {
        do throws(RaptorObstacle) {
            try checkTerms(of: triples, prefixes)
            // No IRI is the cell of a list.
            for triple in triples.triples where isListProperty(triples.terms[triple.predicate]) {
                throw RaptorObstacle(.brokenList)
            }
            return nil
        } catch {
            return error
        }
    }

    private static func isListProperty(_ term: Term) -> Bool {
        guard case .iri(let iri) = term else { return false }
        return iri == RDF.first || iri == RDF.rest
    }

    private static func checkTerms(
        of triples: NumberedTriples, _ prefixes: PrefixMap
    ) throws(RaptorObstacle) {
        func check(_ term: Term) throws(RaptorObstacle) {
            try Self.check(term)
            try checkLocalName(of: term, prefixes)
        }
        try triples.forEachTerm(check) { iri throws(RaptorObstacle) in try check(.iri(iri)) }
    }

    private static func check(_ term: Term) throws(RaptorObstacle) {
        switch term {
        case .iri(let iri):
            try TermPreflight.check(iri)
        case .blankNode: break
        case .literal(let literal): try check(literal)
        case .tripleTerm: throw RaptorObstacle(.rdf12, term.description)
        }
    }

    /// Where a prefix fits, Raptor writes `ex:a.`, whose dot ends the statement.
    private static func checkLocalName(of term: Term, _ prefixes: PrefixMap) throws(RaptorObstacle) {
        let iri: IRI
        switch term {
        case .iri(let name): iri = name
        case .literal(let literal): iri = literal.datatype
        case .blankNode, .tripleTerm: return
        }
        guard iri.string.utf8.last == ASCII.dot else { return }
        // Raptor declares `rdf:` by itself.
        if iri.string.hasPrefix(RDF.namespace)
            || prefixes.pairs.contains(where: { iri.string.utf8.starts(with: $0.namespace.string.utf8) })
        {
            throw RaptorObstacle(.localName, iri.description)
        }
    }

    private static func check(_ literal: Literal) throws(RaptorObstacle) {
        try TermPreflight.check(language: literal)
        let text = literal.lexicalForm.utf8.span
        // Raptor writes line breaks and tabs as they stand or as escapes, and all other controls as they stand.
        for index in text.indices where text[index] < 0x20 && text[index] != ASCII.lineFeed && text[index] != ASCII.tab
        {
            throw RaptorObstacle(.controlCharacter, literal.description)
        }
        if TermPreflight.hasNoncharacter(text) { throw RaptorObstacle(.controlCharacter, literal.description) }
        guard case .typed(let datatype) = literal.kind else { return }
        try check(.iri(datatype))
        switch datatype {
        case XSD.integer, XSD.decimal, XSD.double:
            guard NumberShape(text).datatype == datatype else { throw RaptorObstacle(.number, literal.description) }
        case XSD.boolean:
            guard text.isText("true") || text.isText("false") else {
                throw RaptorObstacle(.boolean, literal.description)
            }
        default: break
        }
    }

    private static func checkBlankNodes(_ triples: [Triple]) throws(RaptorObstacle) {
        let layout = BlankNodeLayout(triples.lazy.map { Quad($0) }, maximumDepth: maximumDepth)
        for triple in triples where triple.predicate == RDF.first || triple.predicate == RDF.rest {
            guard case .blankNode(let cell) = triple.subject, layout.isInList(cell) else {
                throw RaptorObstacle(.brokenList)
            }
        }
        guard layout.isForest else { throw RaptorObstacle(.blankNodeCircle) }
    }
}
