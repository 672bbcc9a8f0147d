import RDFModel
import Testing

@Suite struct CanonicalNQuadsTests {
    private func text(_ term: Term) -> String {
        var bytes: [UInt8] = []
        CanonicalNQuads.append(term, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("plain", #""plain""#), ("a\tb\u{8}\n\u{C}\r\"\\", #""a\tb\b\n\f\r\"\\""#),
        ("\u{0}\u{B}\u{1F}\u{7F}", #""\u0000\u000B\u001F\u007F""#),
        ("\u{FFFE}\u{FFFF}\u{FFFD}", "\"\\uFFFE\\uFFFF\u{FFFD}\""),
        ("é 🌸\u{85}\u{FEFF}", "\"é 🌸\u{85}\u{FEFF}\""), ("", #""""#),
    ])
    func escapesWhatTheCanonicalFormEscapes(_ value: String, _ expected: String) {
        #expect(Array(text(.literal(Literal(value))).utf8) == Array(expected.utf8))
    }

    @Test func literalsShowWhatTheyAre() {
        #expect(
            text(.literal(Literal("1", datatype: XSD.integer))) == "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>")
        #expect(text(.literal(Literal("a", language: "fr-CA"))) == "\"a\"@fr-ca")
        #expect(text(.literal(Literal("a", language: "ar", direction: .rightToLeft))) == "\"a\"@ar--rtl")
    }

    @Test func quadsEndWithTheirGraphAndAPoint() {
        let node = Term.blankNode(BlankNode("b"))
        let predicate = IRI(unchecked: "urn:p")
        let inner = Triple(node, predicate, .literal(Literal("x")))
        let quad = Quad(Triple(node, predicate, .tripleTerm(inner)), in: .iri(IRI(unchecked: "urn:g")))
        #expect(CanonicalNQuads.line(quad) == #"_:b <urn:p> <<( _:b <urn:p> "x" )>> <urn:g> ."#)
        #expect(CanonicalNQuads.line(Quad(inner)) == #"_:b <urn:p> "x" ."#)
    }
}
