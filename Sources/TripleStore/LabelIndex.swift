internal import ByteText
internal import Synchronization

/// The labels of things, folded once, to be searched many times.
///
/// Labels are kept end to end, folded (see `TextFolding`), and a search looks through all of them: that is a few
/// milliseconds for a hundred thousand, with nothing to keep in step but the text itself.
public struct LabelIndex: Sendable {
    /// How well a label answers a text; lower is better.
    public enum Rank: Int, Sendable, Comparable {
        /// The label is the text.
        case exact
        /// The label begins with the text.
        case labelPrefix
        /// Every word of the text is one of the label's.
        case words
        /// Every word of the text begins one of the label's.
        case wordPrefixes
        /// Every word of the text stands somewhere in the label.
        case substrings
        /// As before, but for one letter missing, added, or exchanged in words of five letters and more.
        case misspelled

        public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    /// A label found.
    public struct Match: Sendable, Hashable {
        /// The thing.
        public let subject: TermID
        /// Its label, a literal.
        public let label: TermID
        /// The property by which the label is one.
        public let predicate: TermID
        /// How well the label answers.
        public let rank: Rank
    }

    private struct Entry: BitwiseCopyable {
        var subject: TermID
        var label: TermID
        var predicate: TermID
    }

    /// A text is searched for by this many of its words at most.
    public static let maximumWords = 32

    private let dictionary: TermDictionary
    private let entries: [Entry]
    private let texts: [UInt8]
    private let starts: [Int]

    /// An index of the labels that the default graph of a snapshot gives.
    ///
    /// - Parameter predicates: The properties whose literal values are labels.
    /// - Complexity: O(*n*) in the bytes of the labels.
    public init(_ snapshot: StoreSnapshot, predicates: [TermID]) {
        dictionary = snapshot.dictionary
        var (entries, texts, starts) = ([Entry](), [UInt8](), [0])
        for predicate in predicates {
            let run = snapshot.run(matching: IDPattern(predicate: predicate), sortedBy: .object)
            run.withColumn(.object) { labels in
                run.withColumn(.subject) { subjects in
                    for row in labels.indices where labels[row].isLiteral {
                        entries.append(Entry(subject: subjects[row], label: labels[row], predicate: predicate))
                        snapshot.dictionary.withText(labels[row]) { TextFolding.append($0, to: &texts) }
                        starts.append(texts.count)
                    }
                }
            }
        }
        (self.entries, self.texts, self.starts) = (entries, texts, starts)
    }

    /// How many labels there are.
    public var count: Int { entries.count }

    /// The bytes it takes besides the dictionary it shares with its snapshot.
    public var memory: Int { entries.capacity * 12 + texts.capacity + starts.capacity * 8 }

    /// The labels that answer a text, best first.
    ///
    /// All words of the text must be found, in any order. Of the same rank the shorter label comes first; then labels
    /// and things stand in the order of code points. Misspelled words are tried only where nothing else is found.
    ///
    /// - Parameter limit: How many matches to give at most.
    /// - Complexity: O(*n* · *w*) in the bytes of all labels and the words of the text.
    public func search(_ text: String, limit: Int = .max) -> [Match] {
        let query = LabelQuery(TextFolding.folded(text), maximumWords: Self.maximumWords)
        guard !query.words.isEmpty, limit > 0 else { return [] }
        var found = matches { query.rank(of: $0) }
        if found.isEmpty { found = matches { query.isNearly($0) ? .misspelled : nil } }
        found.sort { precedes($0, $1) }
        return found.prefix(limit).map { place, rank in
            let entry = entries[place]
            return Match(subject: entry.subject, label: entry.label, predicate: entry.predicate, rank: rank)
        }
    }

    private func matches(_ rank: (Span<UInt8>) -> Rank?) -> [(place: Int, rank: Rank)] {
        let texts = texts.span
        var found: [(place: Int, rank: Rank)] = []
        for place in entries.indices {
            let text = texts.extracting(starts[place]..<starts[place + 1])
            if let rank = rank(text) { found.append((place, rank)) }
        }
        return found
    }

    private func precedes(_ left: (place: Int, rank: Rank), _ right: (place: Int, rank: Rank)) -> Bool {
        if left.rank != right.rank { return left.rank < right.rank }
        let lengths = (length(left.place), length(right.place))
        if lengths.0 != lengths.1 { return lengths.0 < lengths.1 }
        let (first, second) = (entries[left.place], entries[right.place])
        for (one, other) in [(first.label, second.label), (first.subject, second.subject)] where one != other {
            let (one, other) = (dictionary.term(one), dictionary.term(other))
            return one < other
        }
        return dictionary.term(first.predicate) < dictionary.term(second.predicate)
    }

    private func length(_ place: Int) -> Int { starts[place + 1] - starts[place] }
}

/// The label indexes of a snapshot, each made when it is first asked for, and once.
///
/// Loading does not pay for labels that nobody searches, and no search pays twice. Statements never change under a
/// snapshot, and the next snapshot begins without any.
final class LabelIndexes: Sendable {
    private let indexes = Mutex<[(predicates: [TermID], index: LabelIndex)]>([])
    /// As many are kept: whoever asks for ever new properties gets new indexes, and no more memory.
    private static let kept = 4

    /// The index of some properties. Whoever asks while it is being made waits for it.
    func index(of predicates: [TermID], _ make: () -> LabelIndex) -> LabelIndex {
        indexes.withLock { indexes in
            if let known = indexes.first(where: { $0.predicates == predicates }) { return known.index }
            if indexes.count >= Self.kept { indexes.removeFirst() }
            let index = make()
            indexes.append((predicates, index))
            return index
        }
    }

    /// The bytes that the indexes take.
    var memory: Int { indexes.withLock { $0.reduce(0) { $0 + $1.index.memory } } }
}

extension StoreSnapshot {
    /// The index of the labels that some properties give in the default graph, made at the first call and kept.
    /// - Complexity: O(*n*) in the bytes of the labels at the first call, O(1) later.
    public func labels(of predicates: [TermID]) -> LabelIndex {
        labelIndexes.index(of: predicates) { LabelIndex(self, predicates: predicates) }
    }

    /// The labels that answer a text, best first, by the index that the snapshot keeps; see ``LabelIndex``.
    public func search(_ text: String, predicates: [TermID], limit: Int = .max) -> [LabelIndex.Match] {
        labels(of: predicates).search(text, limit: limit)
    }
}
