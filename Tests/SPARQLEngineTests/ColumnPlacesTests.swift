import TestSupport
import Testing
import TripleStore

@testable import SPARQLEngine

/// What the places of a column say is what a search of the whole column finds.
@Suite struct ColumnPlacesTests {
    @Test(arguments: [1, 2, 10, 1000, 1 << 20, 1 << 29])
    func searchesEndWhereTheyShould(_ spread: Int) {
        var generator = SeededGenerator(seed: 5)
        for count in [1, 2, 3, 17, 300] {
            let column = (0..<count).map { _ in
                TermID(
                    Bool.random(using: &generator) ? .iri : .literal, index: .random(in: 0..<spread, using: &generator))
            }.sorted()
            guard let places = ColumnPlaces(column.span) else {
                // Only where there are more words of 64 bits than ids.
                #expect(spread > 32 * count)
                continue
            }
            #expect(places.memory <= count * 40 + 64)
            let others = (0..<100).map { _ in TermID(.iri, index: .random(in: 0..<spread, using: &generator)) }
            for id in column + others + [.undefined, TermID(.blankNode, index: 1), TermID(.tripleTerm, index: 1)] {
                let whole = LookupJoin.lowerBound(column.span, id, 0..<count)
                let isThere = whole < count && column[whole] == id
                let end = isThere ? column.lastIndex(of: id).map { $0 + 1 } : whole
                #expect(places.rows(of: id).lowerBound == whole && places.rows(of: id).upperBound == end)
            }
        }
    }

    /// Rows sorted by one thing are joined by another, over and over.
    @Test func rowsInNoOrderAreJoined() throws {
        let count = 2000
        let data = (0..<count).map { ":a\($0) :p :b\($0 * 7919 % count) . :b\($0) :q :c\($0 * 104_729 % count) .\n" }
        let rows = try Fixture(data.joined()).sorted("SELECT ?a ?c { ?a :p ?b . ?b :q ?c }")
        let expected = (0..<count).map { ":a\($0) :c\($0 * 7919 % count * 104_729 % count)" }
        #expect(rows == expected.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
}
