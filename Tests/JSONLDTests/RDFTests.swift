import JSONLD
import JSONText
import RDFModel
import Testing

@Suite struct RDFTests {
    private static let base = "https://example.org/"

    private func iri(_ name: String) -> Term { .iri(IRI(unchecked: Self.base + name)) }
    private func node(_ label: String) -> Term { .blankNode(BlankNode(label)) }
    private func quad(_ subject: Term, _ predicate: String, _ object: Term, _ graph: GraphName = .defaultGraph) -> Quad
    {
        Quad(Triple(subject, IRI(unchecked: Self.base + predicate), object), in: graph)
    }
    private func list(_ subject: Term, _ predicate: IRI, _ object: Term) -> Quad {
        Quad(Triple(subject, predicate, object))
    }

    private func quads(_ document: JSONValue, _ options: JSONLDOptions = JSONLDOptions()) throws -> [Quad] {
        var collector = QuadCollector()
        try JSONLDProcessor(options: options).toRDF(document, into: &collector)
        return collector.quads()
    }

    @Test func quadsComeBackFromJSONLD() throws {
        let given: [Quad] = [
            quad(iri("a"), "name", .literal(Literal("Société", language: "fr"))),
            quad(iri("a"), "founded", .literal(Literal("1990", datatype: XSD.gYear))),
            quad(iri("a"), "knows", node("x")),
            quad(node("x"), "name", .literal(Literal("x"))),
            quad(iri("b"), "name", .literal(Literal("in a graph")), .iri(IRI(unchecked: Self.base + "g"))),
            Quad(Triple(iri("a"), RDF.type, iri("Thing"))),
        ]
        let document = try JSONLDProcessor().fromRDF(given)
        #expect(Set(try quads(document)) == Set(given))
    }

    @Test func wellFormedCollectionsBecomeLists() throws {
        let given = [
            quad(iri("a"), "list", node("1")), list(node("1"), RDF.first, iri("x")),
            list(node("1"), RDF.rest, node("2")),
            list(node("2"), RDF.first, node("3")), list(node("2"), RDF.rest, .iri(RDF.nil)),
            list(node("3"), RDF.first, iri("y")), list(node("3"), RDF.rest, .iri(RDF.nil)),
            quad(iri("a"), "empty", .iri(RDF.nil)),
        ]
        let document = try JSONLDProcessor().fromRDF(given)
        let inner: JSONValue = ["@list": [["@id": "https://example.org/y"]]]
        #expect(
            document
                == [
                    [
                        "@id": "https://example.org/a",
                        "https://example.org/list": [["@list": [["@id": "https://example.org/x"], inner]]],
                        "https://example.org/empty": [["@list": []]],
                    ]
                ])
    }

    @Test func cellsThatCannotVanishStay() throws {
        // A cell referred to twice, one that is a class, one that names a graph, and a list whose head is inside it.
        let end = Term.iri(RDF.nil)
        let cases: [[Quad]] = [
            [
                quad(iri("a"), "p", node("1")), quad(iri("b"), "p", node("1")), list(node("1"), RDF.first, iri("x")),
                list(node("1"), RDF.rest, end),
            ],
            [
                quad(iri("a"), "p", node("1")), Quad(Triple(iri("b"), RDF.type, node("1"))),
                list(node("1"), RDF.first, iri("x")), list(node("1"), RDF.rest, end),
            ],
            [
                quad(iri("a"), "p", node("1")), list(node("1"), RDF.first, iri("x")), list(node("1"), RDF.rest, end),
                quad(iri("a"), "p", iri("b"), .blankNode(BlankNode("1"))),
            ],
            [
                list(node("1"), RDF.first, node("2")), list(node("1"), RDF.rest, end),
                list(node("2"), RDF.first, iri("x")), list(node("2"), RDF.rest, node("1")),
            ],
        ]
        for given in cases {
            let document = try JSONLDProcessor().fromRDF(given)
            #expect(try quads(document).count == given.count, "\(document)")
        }
    }

    @Test func aStatementMadeTwiceIsWrittenOnce() throws {
        let many = (0..<40).map { quad(iri("a"), "p", .literal(Literal(String($0 % 20)))) }
        let document = try JSONLDProcessor().fromRDF(many + many)
        #expect(document.array?.first?["https://example.org/p"]?.array?.count == 20)
    }

    @Test func tripleTermsCannotBeWritten() {
        let triple = Triple(iri("a"), RDF.value, iri("b"))
        let error = #expect(throws: JSONLDError.self) {
            try JSONLDProcessor().fromRDF([quad(iri("a"), "p", .tripleTerm(triple))])
        }
        #expect(error?.code == .unsupportedTerm)
    }

    @Test(arguments: [
        ("1", "1", XSD.integer), ("1.0", "1", XSD.integer), ("-0", "0", XSD.integer), ("2.5", "2.5E0", XSD.double),
        ("1e21", "1.0E21", XSD.double), ("1e20", "100000000000000000000", XSD.integer),
        ("12345678901234567891", "12345678901234567891", XSD.integer), ("1e-7", "1.0E-7", XSD.double),
        ("0.30000000000000004", "3.0E-1", XSD.double), ("1e999", "INF", XSD.double),
        ("9.9999999999999999e22", "1.0E23", XSD.double),
    ])
    func numbersHaveCanonicalForms(_ number: String, _ text: String, _ datatype: IRI) throws {
        let document: JSONValue = ["http://p/q": .number(try #require(JSONNumber(number)))]
        #expect(try quads(document).first?.object == .literal(Literal(text, datatype: datatype)))
    }

    @Test func nativeNumbersAreThoseThatJSONHas() throws {
        var options = JSONLDOptions()
        options.useNativeTypes = true
        func native(_ text: String, _ datatype: IRI) throws -> JSONValue? {
            let given = quad(iri("a"), "p", .literal(Literal(text, datatype: datatype)))
            let document = try JSONLDProcessor(options: options).fromRDF([given])
            return document.array?.first?["https://example.org/p"]?.array?.first
        }
        #expect(try native("+007", XSD.integer) == ["@value": 7])
        #expect(try native("-0", XSD.integer) == ["@value": 0])
        #expect(try native("1", XSD.boolean) == ["@value": true])
        #expect(try native("1.5E1", XSD.double) == ["@value": 15])
        for text in ["INF", "NaN", "0x1p3", "", "nan", "infinity"] {
            #expect(try native(text, XSD.double)?["@type"]?.string == XSD.double.string)
        }
        #expect(try native("x", XSD.integer)?["@value"] == "x")
    }

    @Test func whatRDFCannotSayIsLeftOut() throws {
        let document = try json(
            #"{"@id":"not an iri","http://p/q":{"@id":"http://a/b","http://p/r":"kept"},"_:p":"x","http://p q":"x"}"#)
        #expect(try quads(document).map(\.description) == [#"<http://a/b> <http://p/r> "kept" ."#])
        #expect(try quads(try json(#"{"http://p/q":{"@value":"x","@language":"a tag"}}"#)).isEmpty)
    }

    @Test func labelsThatCannotBeWrittenAreExchanged() throws {
        let document = try json(#"{"@id":"_:a b","http://p/q":[{"@id":"_:a b"},{"@id":"_:ok"}]}"#)
        let quads = try quads(document)
        #expect(quads[0].subject == quads[0].object)
        #expect(quads[1].object == .blankNode(BlankNode("ok")))
        #expect(quads.allSatisfy { !$0.description.contains("a b") })
    }
}
