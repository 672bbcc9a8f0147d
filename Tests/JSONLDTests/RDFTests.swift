import JSONLD
import JSONText
import RDFModel
import TestSupport
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
        ("166.13207602203005", "1.6613207602203E2", XSD.double), ("5e-324", "4.940656458412465E-324", XSD.double),
        ("2.2250738585072014e-308", "2.225073858507201E-308", XSD.double), ("-0.0", "0", XSD.integer),
        ("1.7976931348623157e308", "1.797693134862316E308", XSD.double), ("-0.1", "-1.0E-1", XSD.double),
        // No double is 10²³: the nearest one is less.
        ("1e23", "9.999999999999999E22", XSD.double), ("9.9999999999999999e22", "9.999999999999999E22", XSD.double),
        ("100000000000000000000000", "9.999999999999999E22", XSD.double), ("1.5e21", "1.5E21", XSD.double),
        // In the middle between two texts of sixteen digits: the even one.
        ("1000000000000000.5", "1.0E15", XSD.double), ("1000000000000001.5", "1.000000000000002E15", XSD.double),
        ("-1000000000000000.5", "-1.0E15", XSD.double), ("4503599627370495.5", "4.503599627370496E15", XSD.double),
        // Integers have all their digits, those of the double where they are not written out.
        ("999999999999999900000", "999999999999999900000", XSD.integer),
        ("999999999999999999999", "1.0E21", XSD.double),
        ("5.902958103587056517e20", "590295810358705651712", XSD.integer), ("-1e0", "-1", XSD.integer),
        ("9007199254740993", "9007199254740993", XSD.integer), ("9007199254740993.0", "9007199254740992", XSD.integer),
    ])
    func numbersHaveCanonicalForms(_ number: String, _ text: String, _ datatype: IRI) throws {
        let document: JSONValue = ["http://p/q": .number(try #require(JSONNumber(number)))]
        #expect(try quads(document).first?.object == .literal(Literal(text, datatype: datatype)))
    }

    @Test(arguments: [
        ("-0.0", "-0.0E0"), ("0", "0.0E0"), ("5", "5.0E0"), ("9007199254740993", "9.007199254740992E15"),
        ("123456789012345678", "1.234567890123457E17"), ("1e23", "9.999999999999999E22"), ("0.1", "1.0E-1"),
    ])
    func coercedNumbersAreDoubles(_ number: String, _ text: String) throws {
        let value = JSONValue.number(try #require(JSONNumber(number)))
        let document: JSONValue = ["http://p/q": ["@value": value, "@type": .string(XSD.double.string)]]
        #expect(try quads(document).first?.object == .literal(Literal(text, datatype: XSD.double)))
    }

    /// Numbers go to RDF and, as native ones, back and to RDF again: the same statement both times.
    @Test func numbersGoThereAndBack() throws {
        var generator = SeededGenerator(seed: 7)
        var options = JSONLDOptions()
        options.useNativeTypes = true
        let processor = JSONLDProcessor(options: options)
        for _ in 0..<2_000 {
            let value = Double(bitPattern: generator.next())
            guard let number = JSONNumber(value) else { continue }
            let given = try quads(["http://p/q": .number(number)])
            // Sixteen digits of a whole number come back as an integer, those of the greatest double as infinity.
            guard case .literal(let literal)? = given.first?.object, let read = Double(literal.lexicalForm),
                read.isFinite, read != read.rounded()
            else { continue }
            let document = try processor.fromRDF(given)
            let again = try quads(document).map(\.object)
            #expect(again == given.map(\.object), "\(number)")
        }
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
