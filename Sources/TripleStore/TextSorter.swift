internal import ByteText

/// Sorts texts by their bytes, eight at a time.
///
/// Texts of one kind share long beginnings (`https://data.example.org/organization/`), so that comparing them two by
/// two reads the same bytes again and again. Here a group of texts that agree so far is sorted by the next eight bytes
/// as one number; the groups that still agree follow, eight bytes deeper. Every byte is read about once.
///
/// A sorter may be used again and keeps its room.
struct TextSorter {
    private var entries: [Entry] = []
    private var scratch: [Entry] = []
    private var groups: [(range: Range<Int>, depth: Int)] = []

    private struct Entry: BitwiseCopyable {
        var word: UInt64
        var index: UInt32
        var length: UInt32
    }

    /// What is sorted.
    private struct Input {
        let texts: TermTexts
        /// The rank of each tag; empty where the order of same texts does not matter.
        let ranks: [UInt32]

        func rank(_ entry: Entry) -> UInt32 { ranks.isEmpty ? 0 : ranks[Int(texts.tag(Int(entry.index)))] }

        @inline(__always)
        func precedes(_ left: Entry, _ right: Entry, from depth: Int) -> Bool {
            let bytes = texts.bytes.span
            let first = bytes.extracting(texts.range(Int(left.index)).dropFirst(depth))
            let order = first.compareBytes(with: bytes.extracting(texts.range(Int(right.index)).dropFirst(depth)))
            return order != 0 ? order < 0 : rank(left) < rank(right)
        }
    }

    /// The indexes of texts in the order of the texts; same texts in the order of the ranks of their tags, if these
    /// have any.
    /// - Complexity: O(*b*) in the bytes it takes to tell the texts apart.
    mutating func order(
        _ indexes: some Sequence<UInt32>, of texts: TermTexts, ranks: [UInt32] = []
    ) -> [UInt32] {
        entries.removeAll(keepingCapacity: true)
        for index in indexes {
            entries.append(Entry(word: 0, index: index, length: UInt32(texts.range(Int(index)).count)))
        }
        if entries.count > Self.fewForComparing, scratch.count < entries.count { scratch = entries }
        sort(Input(texts: texts, ranks: ranks))
        return entries.map(\.index)
    }

    /// Up to this many texts are compared with one another as a whole, up to this many words.
    private static let fewTexts = 12
    private static let fewForComparing = 256

    /// Sorts groups until none is left; a list of work rather than recursion, since texts may agree for megabytes.
    private mutating func sort(_ input: Input) {
        groups.append((0..<entries.count, 0))
        while let (range, depth) = groups.popLast() {
            guard range.count > 1 else { continue }
            if range.count <= Self.fewTexts {
                Self.insertionSort(&entries, range) { input.precedes($0, $1, from: depth) }
                continue
            }
            sortByNextWord(range, depth, input)
            var start = range.lowerBound
            while start < range.upperBound {
                var end = start + 1
                while end < range.upperBound, entries[end].word == entries[start].word { end += 1 }
                if end - start > 1 {
                    groups.append((putEndedFirst(start..<end, depth + 8, input)..<end, depth + 8))
                }
                start = end
            }
        }
    }

    /// Sorts a group by the eight bytes at a depth.
    private mutating func sortByNextWord(_ range: Range<Int>, _ depth: Int, _ input: Input) {
        let (texts, bytes) = (input.texts, input.texts.bytes.span)
        // Only the bytes in which the words differ need a pass.
        var (all, any) = (UInt64.max, UInt64(0))
        for place in range {
            let word = bytes.extracting(texts.range(Int(entries[place].index))).orderedWord(at: depth)
            entries[place].word = word
            all &= word
            any |= word
        }
        let differing = all ^ any
        if range.count <= Self.fewForComparing {
            if differing != 0 { sortByComparing(range) }
            return
        }
        for shift in stride(from: UInt64(0), to: 64, by: 8) where differing >> shift & 0xFF != 0 {
            countingPass(range, shift)
        }
    }

    /// Texts that end before a depth stand before those that go on; the shorter first, since zeros that are not there
    /// look like zeros that are.
    private mutating func putEndedFirst(_ range: Range<Int>, _ depth: Int, _ input: Input) -> Int {
        guard entries[range].contains(where: { Int($0.length) <= depth }) else { return range.lowerBound }
        let ended = entries[range].filter { Int($0.length) <= depth }
        let longer = entries[range].filter { Int($0.length) > depth }
        let sorted = ended.sorted { left, right in
            left.length != right.length ? left.length < right.length : input.rank(left) < input.rank(right)
        }
        entries.replaceSubrange(range, with: sorted + longer)
        return range.lowerBound + ended.count
    }

    private mutating func sortByComparing(_ range: Range<Int>) {
        if range.count <= 24 { return Self.insertionSort(&entries, range) { $0.word < $1.word } }
        entries.replaceSubrange(range, with: entries[range].sorted { $0.word < $1.word })
    }

    @inline(__always)
    private static func insertionSort(
        _ entries: inout [Entry], _ range: Range<Int>, by precedes: (Entry, Entry) -> Bool
    ) {
        for place in range.dropFirst() {
            let entry = entries[place]
            var hole = place
            while hole > range.lowerBound, precedes(entry, entries[hole - 1]) {
                entries[hole] = entries[hole - 1]
                hole -= 1
            }
            entries[hole] = entry
        }
    }

    private mutating func countingPass(_ range: Range<Int>, _ shift: UInt64) {
        var places = InlineArray<257, Int>(repeating: 0)
        for place in range { places[Int(entries[place].word >> shift & 0xFF) + 1] += 1 }
        places[0] = range.lowerBound
        for bucket in 1..<257 { places[bucket] += places[bucket - 1] }
        for place in range {
            let entry = entries[place]
            let bucket = Int(entry.word >> shift & 0xFF)
            scratch[places[bucket]] = entry
            places[bucket] += 1
        }
        for place in range { entries[place] = scratch[place] }
    }
}
