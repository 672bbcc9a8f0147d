internal import ByteText

/// An order of texts in which some stretches are known and others are yet to be sorted.
///
/// Sorting a million texts where they stand means to wait for memory at every look at one. So texts that are to be
/// sorted are first dealt into buckets of a few thousand neighbours, in one pass over them as they stand. Then each
/// bucket is sorted, near the core once its texts have been read, and written where it belongs; two cores do half of
/// them each.
struct TextArrangement: Sendable {
    /// Places of the order that follow one another.
    private struct Stretch: Sendable {
        var places: Range<Int>
        var bytes: Int
        var isSorted: Bool
    }

    /// About how many texts fall into a bucket: they and what is said of them stay in the second-level cache.
    private static let bucketSize = 4096
    /// How many texts are looked at to find each splitter, so that few buckets become much larger than others.
    private static let samplesPerSplitter = 8

    private let texts: TermTexts
    /// The index of the text at each place.
    private(set) var order: [UInt32] = []
    private var stretches: [Stretch] = []

    /// No texts yet, of the given ones.
    init(of texts: TermTexts) { self.texts = texts }

    /// Adds texts in the order in which they are to stand.
    mutating func append(sorted indexes: [UInt32]) { append(indexes, isSorted: true) }

    /// Adds texts that are to be sorted among themselves.
    /// - Complexity: O(*b*) in the bytes it takes to find their buckets.
    mutating func append(unsorted indexes: [UInt32]) {
        guard indexes.count > Self.bucketSize * 2 else { return append(indexes, isSorted: false) }
        let tree = SplitterTree(splitters(indexes))
        var buckets: [UInt32] = []
        buckets.reserveCapacity(indexes.count)
        var (counts, bytes) = (
            [Int](repeating: 0, count: tree.bucketCount), [Int](repeating: 0, count: tree.bucketCount)
        )
        for index in indexes {
            let bucket = texts.withText(Int(index)) { tree.bucket(of: $0) }
            buckets.append(UInt32(bucket))
            counts[bucket] += 1
            bytes[bucket] += texts.range(Int(index)).count
        }
        var places = counts.indices.map { bucket in
            addStretch(of: counts[bucket], bytes: bytes[bucket], isSorted: counts[bucket] < 2)
        }
        order += indexes
        for (index, bucket) in zip(indexes, buckets) {
            order[places[Int(bucket)]] = index
            places[Int(bucket)] += 1
        }
    }

    private mutating func append(_ indexes: [UInt32], isSorted: Bool) {
        let bytes = indexes.reduce(0) { $0 + texts.range(Int($1)).count }
        _ = addStretch(of: indexes.count, bytes: bytes, isSorted: isSorted)
        order += indexes
    }

    /// Adds places behind those there are; returns the first.
    private mutating func addStretch(of count: Int, bytes: Int, isSorted: Bool) -> Int {
        let start = stretches.last?.places.upperBound ?? 0
        stretches.append(Stretch(places: start..<start + count, bytes: bytes, isSorted: isSorted))
        return start
    }

    /// Texts that divide the given ones into parts of about one size, in order.
    private func splitters(_ indexes: [UInt32]) -> TermTexts {
        let count = indexes.count / Self.bucketSize
        let samples = count * Self.samplesPerSplitter
        let sample = (0..<samples).map { indexes[$0 * indexes.count / samples] }
        var sorter = TextSorter()
        let sorted = sorter.order(sample, of: texts)
        var result = TermTexts()
        for place in stride(from: Self.samplesPerSplitter / 2, to: samples, by: Self.samplesPerSplitter) {
            texts.withText(Int(sorted[place])) { result.append($0) }
        }
        return result
    }
}

// MARK: - Carrying it out

extension TextArrangement {
    /// Sorts what is to be sorted, and copies all texts into their order.
    ///
    /// - Parameter ranks: The rank of each tag; the order of same texts. None where no texts are the same.
    /// - Complexity: O(*b*) in the bytes of the texts.
    consuming func arranged(ranks: [UInt32] = []) -> (order: [UInt32], texts: TermTexts) {
        let half = halfway()
        let (texts, stretches) = (texts, stretches)
        let (first, second) = (stretches[..<half], stretches[half...])
        let bytes = (first: Self.bytes(first), all: Self.bytes(stretches[...]))
        var order = order
        let arranged = unsafe TermTexts(unsafeUninitializedCount: order.count, bytes: bytes.all) { target in
            unsafe order.withUnsafeMutableBufferPointer { order in
                // Safe: each half writes at the places of its own stretches only, and their bytes from where those of
                // the stretches before end; places follow one another and lie within the order, by how they are made.
                nonisolated(unsafe) let (order, target) = unsafe (order, target)
                _ = inParallel(
                    { unsafe Self.arrange(first, from: 0, of: texts, ranks, order, target) },
                    { unsafe Self.arrange(second, from: bytes.first, of: texts, ranks, order, target) },
                    when: !second.isEmpty)
            }
        }
        return (order, arranged)
    }

    private static func bytes(_ stretches: ArraySlice<Stretch>) -> Int { stretches.reduce(0) { $0 + $1.bytes } }

    /// The first stretch of the second half: of two that take about the same time.
    private func halfway() -> Int {
        var cost = 0
        // Beside its bytes a text costs about as much as forty of them.
        let half = (Self.bytes(stretches[...]) + order.count * 40) / 2
        for (index, stretch) in stretches.enumerated() {
            if cost >= half { return index }
            cost += stretch.bytes + stretch.places.count * 40
        }
        return stretches.count
    }

    /// Arranges some stretches.
    ///
    /// Safe where `order` has the places of the stretches, and the target has them too, and from `start` on room for
    /// the bytes of all their texts.
    @unsafe
    private static func arrange(
        _ stretches: ArraySlice<Stretch>, from start: Int, of texts: TermTexts, _ ranks: [UInt32],
        _ order: UnsafeMutableBufferPointer<UInt32>, _ target: TermTexts.Target
    ) {
        var start = start
        var sorter = TextSorter()
        for stretch in stretches {
            if stretch.isSorted {
                for place in stretch.places {
                    unsafe target.put(texts, Int(order[place]), at: place, &start)
                }
                continue
            }
            let indexes = unsafe UnsafeBufferPointer(rebasing: order[stretch.places])
            let sorted = unsafe sorter.order(indexes, of: texts, ranks: ranks)
            for (place, index) in zip(stretch.places, sorted) {
                unsafe order[place] = index
                unsafe target.put(texts, Int(index), at: place, &start)
            }
        }
    }
}
