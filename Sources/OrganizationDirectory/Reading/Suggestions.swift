internal import ByteText

/// Words among which the nearest to a mistyped one is looked for.
///
/// A sheet may have five thousand mistyped names beside five thousand others: only so much is done for all of them
/// together, and what comes after that is told without the nearest word.
struct Suggestions {
    private struct Candidate {
        let folded: [UInt8]
        let letters: LetterCounts
        let word: String
    }

    /// By the lengths of the folded words, each in the order in which they came.
    private let candidates: [Int: [(place: Int, candidate: Candidate)]]
    private let budget: WorkBudget

    /// Words that suggest themselves.
    init(_ words: [String], budget: WorkBudget = WorkBudget()) { self.init(words.map { ($0, $0) }, budget: budget) }

    /// Words that each suggest another: a French label, for instance, its English one.
    init(_ pairs: [(from: String, word: String)], budget: WorkBudget = WorkBudget()) {
        let all = pairs.enumerated().map { place, pair in
            let folded = TextFolding.folded(pair.from)
            return (place: place, candidate: Candidate(folded: folded, letters: LetterCounts(folded), word: pair.word))
        }
        candidates = Dictionary(grouping: all) { $0.candidate.folded.count }
        self.budget = budget
    }

    /// The nearest word, the first of those as near; `nil` where more than a third of the text would have to change, or
    /// so many were looked for that no more are.
    /// - Complexity: O(*w*) for *w* words of about that length, and O(*n* · *b*) for each that has about the same
    ///   letters, *n* being its length and *b* ≤ 8 the bound.
    func nearest(to text: String) -> String? {
        let folded = TextFolding.folded(text)
        guard !folded.isEmpty, folded.count <= 200 else { return nil }
        let letters = LetterCounts(folded)
        var bound = min(8, max(1, folded.count / 3))
        var best: (place: Int, word: String)?
        // A word of the same length is likely the nearest.
        let widest = bound
        for difference in (0...widest).flatMap({ $0 == 0 ? [0] : [-$0, $0] }) where abs(difference) <= bound {
            for (place, candidate) in candidates[folded.count + difference] ?? [] {
                guard budget.spend(1) else { return nil }
                guard letters.distance(to: candidate.letters) <= bound else { continue }
                guard budget.spend(folded.count) else { return nil }
                guard let distance = EditDistance.between(folded, candidate.folded, atMost: bound) else { continue }
                if let best, distance == bound, place > best.place { continue }
                (best, bound) = ((place, candidate.word), distance)
            }
        }
        return best?.word
    }
}

/// How much may still be done for suggestions.
final class WorkBudget {
    private var left: Int

    /// Steps of some thirty nanoseconds; by default about a second of them.
    init(_ steps: Int = 30_000_000) { left = steps }

    /// Takes so many steps, if there are any.
    func spend(_ steps: Int) -> Bool {
        left -= steps
        return left >= 0
    }
}

/// Which letters a folded text has, and which twice, as bits.
private struct LetterCounts {
    private var bits: UInt64 = 0

    init(_ folded: [UInt8]) {
        for byte in folded {
            let bit = UInt64(1) << UInt64(byte & 31)
            bits |= bits & bit == 0 ? bit : bit << 32
        }
    }

    /// At least so many edits turn one text into another: each brings one letter at most, and takes one away.
    func distance(to other: LetterCounts) -> Int {
        max((bits & ~other.bits).nonzeroBitCount, (other.bits & ~bits).nonzeroBitCount)
    }
}
