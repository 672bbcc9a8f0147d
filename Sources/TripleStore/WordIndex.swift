internal import ByteText

/// The words that texts of a store are made of, folded, each with the texts that it stands in.
///
///     bytes      a b a d e m i m a l a d i e …         the words end to end, in the order of their bytes
///     wordEnds   3           9             16 …
///     textEnds   2           5              9 …        where the texts of a word end in `texts`
///     texts      3 9         3 4 7          1 2 3 8 …  by their places among the ordered texts, a text once for each time
///
/// Only texts that are in term order have a place here (see ``TermDictionary/orderedLiterals(_:)``): what a transaction
/// has added since is read where it stands. Four bytes for each word of each text.
package struct WordIndex: Sendable {
    private let first: TermID
    private let textCount: Int
    private var bytes: [UInt8] = []
    private var wordEnds: [UInt32] = []
    private var textEnds: [UInt32] = []
    private var texts: [UInt32] = []

    /// Some of the texts of a store.
    package struct TextSet: Sendable {
        fileprivate let range: Range<TermID>
        fileprivate var words: [UInt64]

        /// Whether a term is one of the texts; `nil` where the index knows nothing of it.
        @inline(__always)
        package func contains(_ id: TermID) -> Bool? {
            guard range.contains(id) else { return nil }
            let place = Int(id.rawValue &- range.lowerBound.rawValue)
            return words[place >> 6] >> UInt64(place & 63) & 1 != 0
        }

        /// How many texts there are.
        package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
    }

    /// The index of the ordered texts of a dictionary; `nil` where it was given up, or would have more than 2³² entries.
    ///
    /// - Parameter isOver: Asked now and then; where it says yes, making the index ends.
    /// - Complexity: O(*n* + *w* log *w*) in the bytes of all texts and the different words.
    init?(_ dictionary: TermDictionary, isOver: () -> Bool) {
        let range = dictionary.orderedLiterals(.texts)
        first = range.lowerBound
        textCount = Int(range.upperBound.rawValue - range.lowerBound.rawValue)
        var collector = WordCollector()
        for place in 0..<textCount {
            if place % Self.textsPerCheck == 0, isOver() { return nil }
            let id = TermID(.literal, index: first.index + place)
            guard dictionary.withText(id, { collector.addText($0) }) else { return nil }
        }
        collector.arrange(into: &self)
    }

    private static let textsPerCheck = 4096

    /// Takes the words in their order.
    fileprivate mutating func fill(
        _ bytes: [UInt8], wordEnds: [UInt32], textEnds: [UInt32], texts: [UInt32]
    ) {
        (self.bytes, self.wordEnds, self.textEnds, self.texts) = (bytes, wordEnds, textEnds, texts)
    }

    /// The bytes that the index takes.
    package var memory: Int {
        bytes.capacity + (wordEnds.capacity + textEnds.capacity + texts.capacity) * 4
    }

    /// The bytes that the index of a dictionary takes at most while it is made, by an estimate: texts of words of five
    /// letters.
    package static func estimatedMemory(_ dictionary: TermDictionary) -> Int { dictionary.literals.bytes.count * 3 }

    /// The texts in which each of some folded words begins a word; none where there are no words.
    ///
    /// - Complexity: O(log *w* + *m*) for each, in the words of the index and the texts of those that begin so.
    package func texts(withWordsBeginning words: [[UInt8]]) -> TextSet {
        let range = first..<TermID(rawValue: first.rawValue + UInt32(textCount))
        var result = TextSet(range: range, words: Array(repeating: 0, count: (textCount + 63) / 64))
        guard let rest = words.dropFirst() as ArraySlice?, let word = words.first else { return result }
        mark(word, &result.words)
        for word in rest {
            var marks = [UInt64](repeating: 0, count: result.words.count)
            mark(word, &marks)
            for index in marks.indices { result.words[index] &= marks[index] }
        }
        return result
    }

    private func mark(_ prefix: [UInt8], _ marks: inout [UInt64]) {
        let prefix = prefix.span
        let low = firstWord { $0.compareBytes(with: prefix) >= 0 }
        let high = firstWord { $0.compareBytes(with: prefix) > 0 && !$0.starts(with: prefix) }
        guard low < high else { return }
        for entry in start(textEnds, low)..<Int(textEnds[high - 1]) {
            let place = Int(texts[entry])
            marks[place >> 6] |= 1 << UInt64(place & 63)
        }
    }

    private func firstWord(where isAfter: (Span<UInt8>) -> Bool) -> Int {
        wordEnds.indices.partitioningIndex {
            isAfter(bytes.span.extracting(start(wordEnds, $0)..<Int(wordEnds[$0])))
        }
    }

    private func start(_ ends: [UInt32], _ index: Int) -> Int { index == 0 ? 0 : Int(ends[index - 1]) }
}

/// Tells words apart while texts are read, and puts them in order.
private struct WordCollector {
    /// The different words, end to end, in the order in which they came.
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    /// How often each word was met.
    private var counts: [UInt32] = []
    /// The words of all texts, by their numbers, and where each text ends.
    private var occurrences: [UInt32] = []
    private var textEnds: [UInt32] = []
    /// Open addressing by a seeded hash: the number of a word and one, or zero.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)
    private let seed = HashSeed.ofProcess
    private var folded: [UInt8] = []

    /// Adds the words of the next text; `false` where there are more than can be addressed.
    mutating func addText(_ text: Span<UInt8>) -> Bool {
        var folded: [UInt8] = []
        swap(&folded, &self.folded)
        defer { swap(&folded, &self.folded) }
        let count = TextFolding.fold(text, into: &folded)
        let span = folded.span
        var start = 0
        for end in 0...count where end == count || span[end] == 0x20 {
            if end > start { add(span.extracting(start..<end)) }
            start = end + 1
        }
        textEnds.append(UInt32(truncatingIfNeeded: occurrences.count))
        return occurrences.count <= Int(UInt32.max) && bytes.count <= Int(UInt32.max)
    }

    private mutating func add(_ word: Span<UInt8>) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: word.hash(seed: seed)) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if bytes.span.extracting(range(number)).hasSameElements(as: word) {
                counts[number] += 1
                occurrences.append(UInt32(truncatingIfNeeded: number))
                return
            }
            slot = (slot + 1) & mask
        }
        let number = UInt32(truncatingIfNeeded: ends.count)
        bytes.append(copying: word)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
        counts.append(1)
        occurrences.append(number)
        slots[slot] = number + 1
        if ends.count * 2 > slots.count { grow() }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 4)
        let mask = slots.count - 1
        for number in ends.indices {
            var slot = Int(truncatingIfNeeded: bytes.span.extracting(range(number)).hash(seed: seed)) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(truncatingIfNeeded: number + 1)
        }
    }

    private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

    /// Puts the words in the order of their bytes, and the texts under their words.
    func arrange(into index: inout WordIndex) {
        let order = ends.indices.sorted { left, right in
            bytes.span.extracting(range(left)).compareBytes(with: bytes.span.extracting(range(right))) < 0
        }
        var sorted: [UInt8] = []
        sorted.reserveCapacity(bytes.count)
        var (wordEnds, listEnds) = ([UInt32](), [UInt32]())
        wordEnds.reserveCapacity(ends.count)
        listEnds.reserveCapacity(ends.count)
        // Where the next text of a word goes.
        var next = [UInt32](repeating: 0, count: ends.count)
        var total: UInt32 = 0
        for number in order {
            sorted.append(copying: bytes.span.extracting(range(number)))
            wordEnds.append(UInt32(truncatingIfNeeded: sorted.count))
            next[number] = total
            total += counts[number]
            listEnds.append(total)
        }
        var texts = [UInt32](repeating: 0, count: occurrences.count)
        var start = 0
        for place in textEnds.indices {
            for occurrence in start..<Int(textEnds[place]) {
                let number = Int(occurrences[occurrence])
                texts[Int(next[number])] = UInt32(truncatingIfNeeded: place)
                next[number] += 1
            }
            start = Int(textEnds[place])
        }
        index.fill(sorted, wordEnds: wordEnds, textEnds: listEnds, texts: texts)
    }
}
