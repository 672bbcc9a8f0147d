import Testing

@testable import TripleStore

/// Keys are sorted by some of their bits, stably, few or many of them, on one core or two.
@Suite struct RadixSortTests {
    /// Keys whose lowest 16 bits are their first places, to see that sorting by others is stable.
    private static func keys(_ count: Int, _ bits: Range<Int>, few: Bool) -> [UInt64] {
        var random = SplitMix(state: 5)
        return (0..<count).map { place in
            let value = UInt64(few ? random.next(3) * 1_000_003 : random.next(1 << 40))
            return value << UInt64(bits.lowerBound) & (1 << UInt64(bits.upperBound) - 1) | UInt64(place & 0xFFFF)
        }
    }

    private static let ranges = [16..<17, 16..<27, 16..<28, 16..<38, 20..<49, 16..<56]

    @Test(arguments: ranges, [1, 2, 1000, 20_000])
    func keysAreSorted(_ bits: Range<Int>, _ count: Int) {
        for (few, bucketCount) in [(false, 1), (true, 1), (false, .max), (true, .max)] {
            var keys = Self.keys(count, bits, few: few)
            let mask = (UInt64(1) << UInt64(bits.count) - 1) << UInt64(bits.lowerBound)
            let expected = keys.enumerated().sorted { left, right in
                let (first, second) = (left.element & mask, right.element & mask)
                return first != second ? first < second : left.offset < right.offset
            }.map(\.element)
            var scratch = keys
            RadixSort.sort(&keys, scratch: &scratch, bits: bits, inBucketsFrom: bucketCount)
            let isSorted = keys == expected
            #expect(isSorted)
        }
    }

    /// So many that two cores share them.
    @Test func manyKeysAreSorted() {
        for bucketCount in [1, .max] {
            var keys = Self.keys(150_000, 16..<56, few: false)
            var scratch = keys
            let expected = keys.sorted()
            RadixSort.sort(&keys, scratch: &scratch, bits: 0..<56, inBucketsFrom: bucketCount)
            let isSorted = keys == expected
            #expect(isSorted)
        }
    }

    @Test func nothingIsSorted() {
        var (keys, scratch) = ([UInt64](), [UInt64]())
        RadixSort.sort(&keys, scratch: &scratch, bits: 0..<40, inBucketsFrom: 0)
        #expect(keys.isEmpty)
    }
}
