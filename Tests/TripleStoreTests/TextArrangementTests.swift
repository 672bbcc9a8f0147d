import Testing

@testable import TripleStore

/// Texts come into the order of their bytes, however many they are and however alike.
@Suite struct TextArrangementTests {
    private struct Tagged: Hashable {
        var text: [UInt8]
        var tag: UInt32
    }

    private static let ranks: [UInt32] = [2, 0, 3, 1]

    /// Different texts, some of them twice with different tags.
    private static func texts(_ count: Int, _ make: (inout SplitMix) -> [UInt8]) -> [Tagged] {
        var random = SplitMix(state: 3)
        var seen: Set<Tagged> = []
        return (0..<count).compactMap { _ in
            let tagged = Tagged(text: make(&random), tag: UInt32(random.next(4)))
            return seen.insert(tagged).inserted ? tagged : nil
        }
    }

    private static func sorted(_ texts: [Tagged]) -> [Tagged] {
        texts.sorted { left, right in
            if left.text != right.text { return left.text.lexicographicallyPrecedes(right.text) }
            return ranks[Int(left.tag)] < ranks[Int(right.tag)]
        }
    }

    private static func store(_ texts: [Tagged]) -> TermTexts {
        var result = TermTexts()
        for text in texts { result.append(text.text.span, tag: text.tag) }
        return result
    }

    private static func all(_ texts: TermTexts) -> [Tagged] {
        (0..<texts.count).map { index in
            Tagged(text: Array(texts.bytes[texts.range(index)]), tag: texts.tag(index))
        }
    }

    /// Texts of many shapes.
    private static let makers: [@Sendable (inout SplitMix) -> [UInt8]] = [
        // Long beginnings that all share.
        { random in Array("https://data.example.org/organization/\(random.next(1_000_000))".utf8) },
        // Zeros, which look like an end, at all lengths.
        { random in (0..<random.next(20)).map { _ in UInt8(random.next(2)) } },
        // Texts of which each is the beginning of many others.
        { random in [UInt8](repeating: 0x61, count: random.next(700)) + [UInt8(random.next(256))] },
        // Few different texts, and some that differ only far behind.
        { random in [UInt8](repeating: 0x7A, count: 600) + Array("\(random.next(3000))".utf8) },
        { random in (0..<random.next(12)).map { _ in UInt8(random.next(256)) } },
    ]

    @Test(arguments: [0, 1, 5, 300, 10_000], makers.indices)
    func textsAreSorted(_ count: Int, _ maker: Int) {
        let texts = Self.texts(count, Self.makers[maker])
        let store = Self.store(texts)
        var arrangement = TextArrangement(of: store)
        arrangement.append(unsorted: Array(0..<UInt32(texts.count)))
        let (order, arranged) = arrangement.arranged(ranks: Self.ranks)
        let expected = Self.sorted(texts)
        let (areSorted, isTheirOrder) = (Self.all(arranged) == expected, order.map { texts[Int($0)] } == expected)
        #expect(areSorted && isTheirOrder)
    }

    @Test func stretchesKeepTheirPlaces() {
        let texts = Self.texts(10_000, Self.makers[0])
        let store = Self.store(texts)
        let (first, last) = ((0..<UInt32(100)).reversed(), UInt32(texts.count - 100)..<UInt32(texts.count))
        var arrangement = TextArrangement(of: store)
        arrangement.append(sorted: Array(first))
        arrangement.append(unsorted: Array(100..<UInt32(texts.count - 100)))
        arrangement.append(sorted: [])
        arrangement.append(sorted: Array(last))
        let (order, arranged) = arrangement.arranged(ranks: Self.ranks)
        let expected =
            Array(texts[..<100].reversed()) + Self.sorted(Array(texts[100..<texts.count - 100])) + texts.suffix(100)
        let (areSorted, isTheirOrder) = (Self.all(arranged) == expected, order.map { texts[Int($0)] } == expected)
        #expect(areSorted && isTheirOrder)
    }

    @Test(arguments: makers.indices)
    func bucketsFollowTheOrder(_ maker: Int) {
        let texts = Self.sorted(Self.texts(2000, Self.makers[maker]))
        let splitters = stride(from: 5, to: texts.count, by: 40).map { texts[$0] }
        let tree = SplitterTree(Self.store(splitters))
        let buckets = texts.map { tree.bucket(of: $0.text.span) }
        #expect(zip(buckets, buckets.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(buckets.allSatisfy { (0..<tree.bucketCount).contains($0) })
        // Where texts differ early, nearly every splitter begins a bucket of its own.
        if maker == 0 { #expect(Set(buckets).count > splitters.count * 9 / 10) }
    }
}
