internal import ByteText

/// Words among which the nearest to a mistyped one is looked for.
struct Suggestions {
    private let candidates: [(folded: [UInt8], word: String)]

    /// Words that suggest themselves.
    init(_ words: [String]) { self.init(words.map { ($0, $0) }) }

    /// Words that each suggest another: a French label, for instance, its English one.
    init(_ pairs: [(from: String, word: String)]) {
        candidates = pairs.map { (TextFolding.folded($0.from), $0.word) }
    }

    /// The nearest word, the first of those as near; `nil` where more than a third of the text would have to change.
    /// - Complexity: O(*w* · *b*) for *w* bytes of words and the bound *b* ≤ 8.
    func nearest(to text: String) -> String? {
        let folded = TextFolding.folded(text)
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
