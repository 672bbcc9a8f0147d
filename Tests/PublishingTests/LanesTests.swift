import Testing

@testable import Publishing

@Suite struct LanesTests {
    private struct Failure: Error, Equatable {
        let item: Int
    }

    @Test func resultsStandInTheOrderOfTheItems() throws {
        let squares = try Lanes.run(Array(0..<100)) { $0 * $0 }
        #expect(squares == (0..<100).map { $0 * $0 })
        let none: [Int] = try Lanes.run([Int]()) { $0 }
        #expect(none.isEmpty)
    }

    @Test func theFirstItemThatFailsSaysWhy() {
        #expect(throws: Failure(item: 3)) {
            _ = try Lanes.run(Array(0..<10)) { item in
                if item >= 3 { throw Failure(item: item) }
                return item
            }
        }
    }
}
