import RDFModel
import SPARQLAlgebra
import Testing

@testable import SPARQLEngine

/// Why answers are empty: the part of the query, and what nearly matches.
@Suite struct EmptyAnswerTests {
    private static let data = """
        :a :label "sclérose"@fr . :a :code 586 . :a :partOf :b . :b :note "group" . :c :partOf :a .
        :graph { :x :only :y . }
        """
    private static let fragments = FragmentText(prefixes: ["": IRI(unchecked: "http://example.org/")])

    private func reasons(_ pattern: String) throws -> [EmptyAnswerReason] {
        let query = try QueryParser.parse(Fixture.prefixes + "SELECT * { \(pattern) }")
        return try QueryEngine(Fixture(Self.data).snapshot).reasonsForNoAnswer(to: query)
    }

    private static func iri(_ name: String) -> Term { .iri(IRI(unchecked: "http://example.org/" + name)) }

    private static func literal(_ text: String, _ language: String) -> Term {
        .literal(Literal(text, language: language))
    }

    private static let code = Term.literal(Literal("586", datatype: XSD.integer))

    static let nearMisses: [(String, String, [EmptyAnswerReason.NearMiss])] = [
        (
            "?x :label \"sclérose\"", "?x :label \"sclérose\"",
            [.otherLiteral(.literal(Literal("sclérose")), found: literal("sclérose", "fr"))]
        ),
        (
            "?x :label \"sclérose\"@en", "?x :label \"sclérose\"@en",
            [.otherLiteral(literal("sclérose", "en"), found: literal("sclérose", "fr"))]
        ),
        ("?x :code \"586\"", "?x :code \"586\"", [.otherLiteral(.literal(Literal("586")), found: code)]),
        ("?x :lable ?y", "?x :lable ?y", [.absent(iri("lable"), nearest: iri("label"))]),
        ("?x <urn:none> ?y", "?x <urn:none> ?y", [.absent(.iri(IRI(unchecked: "urn:none")), nearest: nil)]),
        (
            "?x <http://www.w3.org/2004/02/skos/core#prefLable> ?y",
            "?x <http://www.w3.org/2004/02/skos/core#prefLable> ?y",
            [
                .misspelled(
                    .iri(IRI(unchecked: "http://www.w3.org/2004/02/skos/core#prefLable")),
                    IRI(unchecked: "http://www.w3.org/2004/02/skos/core#prefLabel"))
            ]
        ),
        (
            "?x <https://schema.org/name> ?y", "?x <https://schema.org/name> ?y",
            [.absent(.iri(IRI(unchecked: "https://schema.org/name")), nearest: nil)]
        ),
        ("?x :b ?y", "?x :b ?y", [.noProperty(iri("b"))]),
        ("?x :note 586", "?x :note 586", [.otherProperties(code, [IRI(unchecked: "http://example.org/code")])]),
        (":b :label ?y", ":b :label ?y", [.propertiesOf(iri("b"), [IRI(unchecked: "http://example.org/note")])]),
        ("?x :only ?y", "?x :only ?y", [.otherGraphs([iri("graph")])]),
        ("GRAPH :graph { ?x :note ?y }", "?x :note ?y", [.otherGraphs([nil])]),
        ("{ ?x :label ?l } UNION { ?x :code 1 } ?x :note ?n . ?n :code 2", "?n :code 2", []),
    ]

    @Test(arguments: nearMisses)
    func patternsAreNamed(_ pattern: String, _ culprit: String, _ misses: [EmptyAnswerReason.NearMiss]) throws {
        let reasons = try reasons(pattern)
        let reason = try #require(reasons.first)
        guard case .triple(let triple) = reason.culprit else {
            Issue.record("\(reason.culprit)")
            return
        }
        #expect(Self.fragments.text(triple) == culprit)
        #expect(misses.isEmpty || reason.nearMisses == misses)
    }

    @Test func patternsThatMatchOnlyApartAreNamed() throws {
        let reasons = try reasons("?x :partOf ?y . ?x :label ?l . ?y :label ?m")
        guard case .together(let triple, let others)? = reasons.first?.culprit else {
            Issue.record("\(reasons)")
            return
        }
        #expect(Self.fragments.text(triple) == "?y :label ?m")
        #expect(others.map(Self.fragments.text) == ["?x :partOf ?y", "?x :label ?l"])
        #expect(reasons.first?.nearMisses == [.examples(Variable("y"), [Self.iri("b")])])
    }

    @Test func filtersAreNamedWithWhatTheyLookAt() throws {
        let reasons = try reasons("?x :partOf ?y FILTER(BOUND(?x) && ?y = :z)")
        guard case .filter(let expression, let count)? = reasons.first?.culprit else {
            Issue.record("\(reasons)")
            return
        }
        #expect(Self.fragments.text(expression) == "?y = :z")
        #expect(count == 2)
        guard case .examples(let variable, let terms)? = reasons.first?.nearMisses.first else {
            Issue.record("\(reasons)")
            return
        }
        #expect(variable == Variable("y"))
        #expect(Set(terms) == [Self.iri("a"), Self.iri("b")])
    }

    @Test(arguments: [
        ("GRAPH :none { ?s ?p ?o }", EmptyAnswerReason.Culprit.graph(.iri(IRI(unchecked: "http://example.org/none")))),
        ("?s :label ?o MINUS { ?s ?p ?q }", .minus), ("VALUES ?x { }", .values),
        ("{ SELECT * { ?s :label ?o } OFFSET 9 }", .slice),
        ("{ ?s :label ?l } { SELECT ?s { ?s :note ?n } }", .join),
    ])
    func otherPartsAreNamed(_ pattern: String, _ culprit: EmptyAnswerReason.Culprit) throws {
        #expect(try reasons(pattern).map(\.culprit) == [culprit])
    }

    @Test func pathsAreNamedWithPropertiesThatAreNotThere() throws {
        let misses = try reasons(":c (:label|:partof)+ ?x").first?.nearMisses
        #expect(misses == [.absent(Self.iri("partof"), nearest: Self.iri("partOf"))])
    }

    @Test func anAnswerHasNoReasons() throws { #expect(try reasons("?s ?p ?o").isEmpty) }
}
