internal import ByteText

/// Sorts texts by their bytes, eight at a time.
///
/// Texts of one kind share long beginnings (`https://data.example.org/organization/`), so that comparing them two by
/// two reads the same bytes again and again. Here a group of texts that agree so far is sorted by the next eight bytes
/// as one number; the groups that still agree follow, eight bytes deeper. Every byte is read about once.
struct TextSorter {
    private let texts: TermTexts
    private let ranks: [UInt32]
    private var entries: [Entry]
    private var scratch: [Entry]

    private struct Entry: BitwiseCopyable {
        var word: UInt64
        var index: UInt32
        var length: UInt32
    }

    /// The indexes of texts, in the order of the texts; same texts in the order of the ranks of their tags, if
    /// these have any.
    /// - Complexity: O(*b*) in the bytes it takes to tell the texts apart.
    static func order(
        _ indexes: [UInt32], of texts: TermTexts, ranks: [UInt32] = []
    ) -> [UInt32] {
        var sorter = TextSorter(indexes, of: texts, ranks: ranks)
        sorter.sort()
        return sorter.entries.map(\.index)
    }

    private init(_ indexes: [UInt32], of texts: TermTexts, ranks: [UInt32]) {
        self.texts = texts
        self.ranks = ranks
        entries = indexes.map { Entry(word: 0, index: $0, length: UInt32(texts.range(Int($0)).count)) }
        scratch = entries
    }

    /// Sorts groups until none is left; a list of work rather than recursion, since texts may agree for megabytes.
    private mutating func sort() {
        var groups: [(range: Range<Int>, depth: Int)] = [(0..<entries.count, 0)]
        while let (range, depth) = groups.popLast() {
            guard range.count > 1 else { continue }
            if range.count <= 12 {
                sortFew(range, depth)
                continue
            }
            readWords(range, depth)
            sortByWord(range)
            var start = range.lowerBound
            while start < range.upperBound {
                var end = start + 1
                while end < range.upperBound, entries[end].word == entries[start].word { end += 1 }
                if end - start > 1 {
                    let rest = putEndedFirst(start..<end, depth + 8)
                    groups.append((rest..<end, depth + 8))
                }
                start = end
            }
        }
    }

    private mutating func readWords(_ range: Range<Int>, _ depth: Int) {
        let texts = texts
        let bytes = texts.bytes.span
        for place in range {
            let text = texts.range(Int(entries[place].index))
            entries[place].word = bytes.extracting(text).orderedWord(at: depth)
        }
    }

    /// Texts that end before a depth stand before those that go on; the shorter first, since zeros that are not there
    /// look like zeros that are.
    private mutating func putEndedFirst(_ range: Range<Int>, _ depth: Int) -> Int {
        let ended = entries[range].filter { Int($0.length) <= depth }
        guard !ended.isEmpty else { return range.lowerBound }
        let longer = entries[range].filter { Int($0.length) > depth }
        let sorted = ended.sorted { left, right in
            left.length != right.length ? left.length < right.length : rank(left) < rank(right)
        }
        entries.replaceSubrange(range, with: sorted + longer)
        return range.lowerBound + ended.count
    }

    private mutating func sortByWord(_ range: Range<Int>) {
        // Only the bytes in which the words differ need a pass.
        var (all, any) = (UInt64.max, UInt64(0))
        for place in range {
            all &= entries[place].word
            any |= entries[place].word
        }
        let differing = all ^ any
        if range.count <= 600 {
            if differing != 0 { sortByComparing(range) }
            return
        }
        for shift in stride(from: UInt64(0), to: 64, by: 8) where differing >> shift & 0xFF != 0 {
            countingPass(range, shift)
        }
    }

    private mutating func sortByComparing(_ range: Range<Int>) {
        entries.replaceSubrange(range, with: entries[range].sorted { $0.word < $1.word })
    }

    private func rank(_ entry: Entry) -> UInt32 { ranks.isEmpty ? 0 : ranks[Int(texts.tag(Int(entry.index)))] }

    /// Few texts are compared with one another, from the bytes in which they may differ.
    private mutating func sortFew(_ range: Range<Int>, _ depth: Int) {
        let texts = texts
        for place in range.dropFirst() {
            let entry = entries[place]
            var hole = place
            while hole > range.lowerBound, precedes(entry, entries[hole - 1], depth, texts) {
                entries[hole] = entries[hole - 1]
                hole -= 1
            }
            entries[hole] = entry
        }
    }

    private func precedes(_ left: Entry, _ right: Entry, _ depth: Int, _ texts: TermTexts) -> Bool {
        let bytes = texts.bytes.span
        let first = bytes.extracting(texts.range(Int(left.index)).dropFirst(depth))
        let order = first.compareBytes(with: bytes.extracting(texts.range(Int(right.index)).dropFirst(depth)))
        return order != 0 ? order < 0 : rank(left) < rank(right)
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
