internal import ByteText
internal import TripleStore

/// The words that labels are searched for, folded, as a test of texts.
///
/// A text is folded into bytes that a space precedes, so that a word begins where its bytes follow a space, and one
/// search for each word is all. Folding a text costs little more than reading it; who searches again asks the index that
/// the snapshot then has (see `WordIndex`).
struct WantedWords {
    /// The words, each behind a space.
    private let words: [[UInt8]]
    /// The longest of them, which the fewest texts have, without its space.
    private let rarest: [UInt8]
    /// How many letters the words have together.
    private let letters: Int

    init(_ text: String) {
        let folded = TextFolding.folded(text).split(separator: 0x20)
        words = folded.map { [0x20] + $0 }
        rarest = folded.max { $0.count < $1.count }.map(Array.init) ?? []
        letters = folded.reduce(0) { $0 + $1.count }
    }

    /// Whether each word begins one of a text.
    ///
    /// - Parameter goesOn: Asked where that takes long, with about the bytes that would have been read meanwhile; where
    ///   it says no the answer means nothing.
    func match(_ text: Span<UInt8>, _ scratch: inout [UInt8], goesOn: (Int) -> Bool) -> Bool {
        guard !words.isEmpty, text.mayContainFolded(rarest.span) else { return false }
        let count = TextFolding.fold(text, into: &scratch)
        return areFound(in: scratch.span.extracting(first: count), goesOn: goesOn)
    }

    /// The texts of an index that have all words.
    func texts(of index: WordIndex) -> WordIndex.TextSet {
        index.texts(withWordsBeginning: words.map { Array($0.dropFirst()) })
    }

    /// From 0, no match, to 1, the text and the words are the same: the share of the text's letters that the words say.
    func score(_ text: Span<UInt8>, _ scratch: inout [UInt8], goesOn: (Int) -> Bool) -> Double {
        guard !words.isEmpty, text.mayContainFolded(rarest.span) else { return 0 }
        let count = TextFolding.fold(text, into: &scratch)
        guard areFound(in: scratch.span.extracting(first: count), goesOn: goesOn) else { return 0 }
        let length = scratch[..<count].reduce(0) { $0 + ($1 == 0x20 ? 0 : 1) }
        return min(1, Double(letters) / Double(max(length, 1)))
    }

    /// How many steps a text may take, by which the clock is read in time: every word is looked for in all of it.
    func steps(_ text: Span<UInt8>) -> Int { (words.count + 1) * (text.count / 64) + words.count / 64 }

    private func areFound(in folded: Span<UInt8>, goesOn: (Int) -> Bool) -> Bool {
        // Many words in a long text: each is looked for among the words of the text in their order.
        if words.count > Self.searchedOneByOne {
            var copy: [UInt8] = []
            copy.append(copying: folded)
            return areFound(amongWordsOf: copy, goesOn: goesOn)
        }
        for word in words {
            guard goesOn(folded.count), folded.firstIndex(of: word.span) != nil else { return false }
        }
        return true
    }

    private static let searchedOneByOne = 16

    private func areFound(amongWordsOf folded: [UInt8], goesOn: (Int) -> Bool) -> Bool {
        var missing = words.map { $0[...].dropFirst() }
        // Piece by piece, so that a text of megabytes is not sorted in one go.
        let all = folded.split(separator: 0x20)
        for start in stride(from: 0, to: all.count, by: Self.sortedTogether) {
            guard goesOn(folded.count / 16) else { return false }
            let sorted = all[start..<min(start + Self.sortedTogether, all.count)].sorted {
                $0.lexicographicallyPrecedes($1)
            }
            var rest: [ArraySlice<UInt8>] = []
            for (place, word) in missing.enumerated() {
                if place & 0xFFF == 0, !goesOn(1 << 18) { return false }
                if !Self.contains(sorted, word) { rest.append(word) }
            }
            missing = rest
            if missing.isEmpty { return true }
        }
        return false
    }

    /// Whether one of some sorted words begins with another.
    private static func contains(_ sorted: [ArraySlice<UInt8>], _ wanted: ArraySlice<UInt8>) -> Bool {
        // The first word that is not less is the one that begins so, if any does.
        let place = sorted.partitioningIndex { !$0.lexicographicallyPrecedes(wanted) }
        return place < sorted.count && sorted[place].starts(with: wanted)
    }

    /// How many words of a text are sorted together.
    private static let sortedTogether = 1 << 15
}

extension Span<UInt8> {
    /// Whether a text may have some folded bytes in it once it is folded itself; never no for one that has.
    ///
    /// Exact for ASCII, whose letters and digits are folded where they stand; all other texts may.
    func mayContainFolded(_ part: Span<UInt8>) -> Bool {
        guard part.count > 0 else { return true }
        let last = part.count - 1
        var offset = 0
        // Bytes are told apart without their case bit; digits have it set.
        let (firsts, lasts) = (UInt64(repeatingByte: part[0] | 0x20), UInt64(repeatingByte: part[last] | 0x20))
        let caseBits = UInt64(repeatingByte: 0x20)
        while offset + last + 8 <= count {
            let (word, end) = (self.word(at: offset), self.word(at: offset + last))
            if (word | end) & 0x8080_8080_8080_8080 != 0 { return true }
            var fits = (((word | caseBits) ^ firsts) | ((end | caseBits) ^ lasts)).zeroBytes
            while fits != 0 {
                if isFolded(part, at: offset + fits.trailingZeroBitCount / 8) { return true }
                fits &= fits &- 1
            }
            offset += 8
        }
        while offset < count {
            if self[offset] >= 0x80 { return true }
            if offset + last < count, isFolded(part, at: offset) { return true }
            offset += 1
        }
        return false
    }

    private func isFolded(_ part: Span<UInt8>, at start: Int) -> Bool {
        for index in 0..<part.count where self[start + index] | 0x20 != part[index] | 0x20 { return false }
        return true
    }
}
