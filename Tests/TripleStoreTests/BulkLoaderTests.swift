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

    @Test func aStoreWithoutNamedGraphsPaysNothingForThem() throws {
        var loader = BulkLoader()
        let triples = (0..<4000).map { number in
            Quad(Triple(.iri(iri("s\(number / 4)")), iri("p\(number % 4)"), .iri(iri("o\(number)"))))
        }
        try loader.insert(triples)
        let memory = try loader.finish().memory
        #expect(memory.named == 0)
        // Four orders of two columns, and directories over the terms.
        #expect((4000 * 32..<4000 * 48).contains(memory.triples))
        #expect(memory.total == memory.dictionary + memory.values + memory.triples)
    }

    @Test func aLoaderIsEmptyAfterItHasFinished() throws {
        var loader = BulkLoader()
        try loader.insert([Quad(Triple(.iri(iri("a")), iri("p"), .iri(iri("b"))))])
        #expect(loader.count == 1)
        #expect(try loader.finish().tripleCount == 1)
        #expect(loader.count == 0)
        #expect(try loader.finish().tripleCount == 0)
    }

    /// More predicates and graphs than one pass of the sort can tell apart.
    @Test func statementsOfManyTermsAreSorted() throws {
        var loader = BulkLoader()
        var random = SplitMix(state: 1)
        var expected: Set<[Int]> = []
        for _ in 0..<3000 {
            let row = [random.next(500), random.next(3000), random.next(500), random.next(2500)]
            expected.insert(row)
            try loader.insert([
                Quad(
                    Triple(.iri(iri("s\(row[0])")), iri("p\(row[1])"), .iri(iri("o\(row[2])"))),
                    in: .iri(iri("g\(row[3])")))
            ])
        }
        let snapshot = try loader.finish()
        #expect(snapshot.namedQuadCount == expected.count)
        for permutation in [QuadPosition.subject, .predicate, .object] {
            let run = snapshot.run(matching: IDPattern(), in: .anyNamed, sortedBy: permutation)
            #expect(Set(quads(of: run, snapshot, in: nil)).count == expected.count)
        }
        #expect(snapshot.graphs.count == Set(expected.map { $0[3] }).count)
        for graph in snapshot.graphs.prefix(50) {
            for first in [QuadPosition.subject, .predicate, .object] {
                let run = snapshot.run(matching: IDPattern(), in: .named(graph), sortedBy: first)
                let rows = (0..<run.count).map { row in run.sortOrder.map { run.id($0, row: row) } }
                #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
                #expect(run.count > 0)
            }
        }
    }
}
