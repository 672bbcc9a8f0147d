import ByteText
import Testing

@testable import RDFCanon

/// Where the table of statements looks first is not for the author of a document to choose.
@Suite struct RowTableTests {
    @Test func seedsPlaceRowsDifferently() {
        let rows = (0..<2000).map { number in
            Row(subject: UInt32(number / 40), predicate: 7, object: UInt32(number), graph: Row.defaultGraph)
        }
        func slots(_ seed: HashSeed) -> [Int] {
            var table = RowTable(seed: seed)
            for row in rows + rows { table.insert(row) }
            #expect(table.rows == rows)
            return rows.map { table.slot(of: $0) }
        }
        let (one, other) = (slots(HashSeed()), slots(HashSeed()))
        #expect(Set(one).count == rows.count)
        #expect(zip(one, other).filter { $0 == $1 }.count < 100)
    }
}
