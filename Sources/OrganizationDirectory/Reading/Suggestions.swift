internal import TabularText

/// Words among which the nearest to a mistyped one is looked for.
struct Suggestions {
    private let candidates: [(folded: [UInt8], word: String)]

    /// Words that suggest themselves.
    init(_ words: [String]) { self.init(words.map { ($0, $0) }) }

    /// Words that each suggest another: a French label, for instance, its English one.
    init(_ pairs: [(from: String, word: String)]) {
        candidates = pairs.map { (Array($0.from.folded.utf8), $0.word) }
    }

    /// The nearest word, the first of those as near; `nil` where more than a third of the text would have to change.
    /// - Complexity: O(*w* · *b*) for *w* bytes of words and the bound *b* ≤ 8.
    func nearest(to text: String) -> String? {
        let folded = Array(text.folded.utf8)
        guard !folded.isEmpty, folded.count <= 200 else { return nil }
        var bound = min(8, max(1, folded.count / 3))
        var best: String?
        for (candidate, word) in candidates {
            guard let distance = EditDistance.between(folded, candidate, atMost: bound) else { continue }
            if distance == 0 { return word }
            if best == nil || distance < bound { (best, bound) = (word, distance) }
        }
        return best
    }
}

/// The number of insertions, deletions, exchanges and transpositions of neighbours that turn one text into another.
enum EditDistance {
    /// The distance (Damerau and Levenshtein, each place edited once), or `nil` if it is above a bound.
    /// - Complexity: O(*n* · *b*) in the length of the shorter text and the bound.
    static func between(_ left: [UInt8], _ right: [UInt8], atMost bound: Int) -> Int? {
        guard abs(left.count - right.count) <= bound else { return nil }
        let unreachable = bound + 1
        var beforeLast = [Int](repeating: unreachable, count: right.count + 1)
        var last = (0...right.count).map { min($0, unreachable) }
        guard !left.isEmpty else { return right.count }
        for row in 1...left.count {
            var current = [Int](repeating: unreachable, count: right.count + 1)
            if row <= bound { current[0] = row }
            // Further from the diagonal than the bound, every value is above it.
            for column in stride(from: max(1, row - bound), through: min(right.count, row + bound), by: 1) {
                let isSame = left[row - 1] == right[column - 1]
                var value = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    value = min(value, beforeLast[column - 2] + 1)
                }
                current[column] = min(value, unreachable)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count] <= bound ? last[right.count] : nil
    }
}
