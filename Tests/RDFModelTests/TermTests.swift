import RDFModel
import Testing

@Suite struct TermTests {
    @Test func equalityIsByCodePointNotByUnicodeEquivalence() {
        let composed = IRI(unchecked: "http://example.org/\u{E9}")
        let decomposed = IRI(unchecked: "http://example.org/e\u{301}")
        #expect(composed != decomposed)
        #expect(Literal("\u{E9}") != Literal("e\u{301}"))
        #expect(Set([composed, decomposed]).count == 2)
    }

    @Test func languageTagsAreEqualWithoutCase() {
        #expect(Literal("colour", language: "en-GB") == Literal("colour", language: "EN-gb"))
    }

    @Test(arguments: ["", "a b:c", "//host", "1a:b", "http://example.org/a b", "http://example.org/<"])
    func aTextThatIsNoAbsoluteIRIIsRefused(_ text: String) {
        #expect(throws: IRIError.self) { try IRI(text) }
    }

    @Test func termsOfDifferentKindsHaveAFixedOrder() {
        let iri = Term.iri(IRI(unchecked: "urn:z"))
        let node = Term.blankNode(BlankNode("a"))
        let literal = Term.literal(Literal("a"))
        #expect([literal, node, iri].sorted() == [iri, node, literal])
    }

    @Test func theCollectorKeepsLabelsAndNamesFreshNodesApart() throws {
        var collector = QuadCollector()
        let named = collector.blankNode("b0".utf8.span)
        let fresh = collector.freshBlankNode()
        let predicate = collector.iri("urn:p".utf8.span)
        collector.quad(named, predicate, fresh, graph: nil)
        let quad = try #require(collector.quads().first)
        #expect(quad.subject == .blankNode(BlankNode("b0")))
        #expect(quad.object == .blankNode(BlankNode("_b0")))
    }
}
