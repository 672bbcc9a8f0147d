import ByteText
import Testing
import TripleStore

@testable import SPARQLEngine

/// Where tables of ids look first is not for the author of a document to choose, who chooses the ids by their order.
@Suite struct SeededTableTests {
    private static let ids = (0..<2000).map { TermID(.iri, index: $0 * 17) }

    /// How many numbers of two lists are the same in the same place.
    private func same(_ left: [Int], _ right: [Int]) -> Int { zip(left, right).filter { $0 == $1 }.count }

    @Test func tablesOfIDs() {
        func places(_ seed: HashSeed) -> [Int] {
            var table = IDTable<Int>(seed: seed)
            for (number, id) in Self.ids.enumerated() { table[id] = number }
            #expect(Self.ids.enumerated().allSatisfy { table[$1] == $0 })
            return Self.ids.map { table.place(of: $0) }
        }
        #expect(same(places(HashSeed()), places(HashSeed())) < 100)
    }

    @Test(arguments: 1...3) func setsOfRows(_ width: Int) {
        func places(_ seed: HashSeed) -> [Int] {
            var set = RowSet(width: width, seed: seed)
            let columns = (0..<width).map { place in Array(Self.ids[place...] + Self.ids[..<place]) }
            var numbers: [Int] = []
            set.insert(columns, count: Self.ids.count) { _, number, _ in numbers.append(number) }
            // The order of the rows does not depend on the seed.
            #expect(numbers == Array(Self.ids.indices))
            return Self.ids.indices.map { row in set.place(of: columns.map { $0[row] }) }
        }
        let (one, other) = (places(HashSeed()), places(HashSeed()))
        #expect(same(one, other) < 100 && Set(one).count > 1000)
    }

    @Test func tablesOfJoins() {
        func places(_ seed: HashSeed) -> [Int] {
            var batch = Batch(width: 2, count: Self.ids.count)
            batch.setColumn(0, Self.ids)
            batch.setColumn(1, Self.ids.reversed())
            let table = JoinTable.Chain(batch, 0..<Int32(batch.count), slots: [0, 1], seed: seed)
            return Self.ids.indices.map { table.place(batch, $0) }
        }
        #expect(same(places(HashSeed()), places(HashSeed())) < 100)
    }

    @Test func numbersAreMixedWell() {
        // What a multiplication alone keeps apart by its highest bits only.
        for _ in 0..<8 {
            let seed = HashSeed()
            let pairs = (0..<2000).map { seed.mix(seed.mix(0, UInt32($0) << 16), UInt32($0)) }
            #expect(Set(pairs.map { HashSeed.place($0, shift: 64 - 12) }).count > 1000)
        }
    }
}
