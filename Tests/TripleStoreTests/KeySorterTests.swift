import RDFModel
import Testing

@testable import TripleStore

/// Statements are packed into 64 bits wherever they fit, which in a test they always do; words of 128 must give the same.
@Suite struct KeySorterTests {
    private func rows<Row: PackableRow>(
        _ dictionary: inout TermDictionary, _ make: (inout SplitMix) -> Row
    ) -> RowChunks<Row> {
        var random = SplitMix(state: 7)
        var chunks = RowChunks<Row>()
        for number in 0..<300 { _ = try? dictionary.intern(.iri(IRI(unchecked: "urn:\(number)"))) }
        for _ in 0..<5000 { chunks.append(make(&random)) }
        return chunks
    }

    private func id(_ random: inout SplitMix, _ bound: Int) -> TermID { TermID(.iri, index: 3 + random.next(bound)) }

    private func expectSame(_ left: SortedIndex, _ right: SortedIndex) {
        #expect(left.permutation == right.permutation)
        #expect(left.second == right.second)
        #expect(left.third == right.third)
        #expect(left.fourth == right.fourth)
        #expect(left.directory.starts == right.directory.starts)
        #expect(left.directory.keys == right.directory.keys)
    }

    private func expectSame(_ left: IndexSet, _ right: IndexSet) {
        for path in [\IndexSet.spo, \.pso, \.pos, \.osp] { expectSame(left[keyPath: path], right[keyPath: path]) }
    }

    @Test func widerWordsSortTriplesAlike() {
        var dictionary = TermDictionary()
        let rows = rows(&dictionary) { random in
            TripleRow(subject: id(&random, 300), predicate: id(&random, 20), object: id(&random, 300))
        }
        let renumbering = Renumbering(dense: DenseNumbers(dictionary), numbers: [])
        let layout = KeyLayout(rows, renumbering)
        var narrow = KeySorter<UInt64>(rows, layout)
        var wide = KeySorter<UInt128>(rows, layout)
        expectSame(narrow.triples(), wide.triples())
    }

    @Test func widerWordsSortQuadsAlike() {
        var dictionary = TermDictionary()
        let rows = rows(&dictionary) { random in
            QuadRow(
                subject: id(&random, 300), predicate: id(&random, 20), object: id(&random, 300), graph: id(&random, 9))
        }
        let renumbering = Renumbering(dense: DenseNumbers(dictionary), numbers: [])
        let layout = KeyLayout(rows, renumbering)
        var narrow = KeySorter<UInt64>(rows, layout)
        var wide = KeySorter<UInt128>(rows, layout)
        let (left, right) = (narrow.named(), wide.named())
        expectSame(left.anyGraph, right.anyGraph)
        expectSame(left.byGraph, right.byGraph)
    }
}
