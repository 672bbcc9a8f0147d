import RDFModel
import Testing
import TripleStore

@Suite struct BulkLoaderTests {
    private func iri(_ name: String) -> IRI { IRI(unchecked: "http://example.org/" + name) }

    @Test func whatGoesInComesOutOnceAndInOrder() throws {
        let quads = [
            Quad(Triple(.iri(iri("b")), iri("p"), .literal(Literal("10", datatype: XSD.integer)))),
            Quad(Triple(.iri(iri("a")), iri("q"), .literal(Literal("x", language: "FR")))),
            Quad(Triple(.iri(iri("b")), iri("p"), .literal(Literal("9", datatype: XSD.integer)))),
            Quad(Triple(.iri(iri("b")), iri("p"), .literal(Literal("9", datatype: XSD.integer)))),
            Quad(Triple(.blankNode(BlankNode("n")), iri("p"), .iri(iri("a"))), in: .iri(iri("g"))),
        ]
        var loader = BulkLoader()
        try loader.insert(quads)
        let snapshot = try loader.finish()
        #expect(snapshot.tripleCount == 3)
        #expect(snapshot.namedQuadCount == 1)
        #expect(snapshot.quads() == [quads[1], quads[2], quads[0], quads[4]])
        for quad in quads { #expect(snapshot.contains(quad)) }
    }
}
