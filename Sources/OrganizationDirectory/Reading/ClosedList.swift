internal import ByteText
internal import Localization

/// The words that a cell may hold, found by whatever a keeper calls them.
struct ClosedList<Value: Sendable>: Sendable {
    /// A word.
    struct Entry: Sendable {
        /// How our own sheets write it.
        let code: String
        /// What it stands for.
        let label: Texts?
        /// Other ways to write it.
        var otherNames: [String] = []
        let value: Value

        /// Everything that it may be called.
        fileprivate var names: [String] { [code] + (label.map { [$0.french, $0.english] } ?? []) + otherNames }
    }

    private let entries: [Entry]
    /// The place of the entry by its name, folded; `nil` for a name of several.
    private let places: [[UInt8]: Int?]
    /// The names that are no letters or digits, such as a tick.
    private let signs: [String: Int]

    /// A list of words, in the order in which they are told.
    init(_ entries: [Entry]) {
        self.entries = entries
        var places: [[UInt8]: Int?] = [:]
        var signs: [String: Int] = [:]
        for (place, entry) in entries.enumerated() {
            for name in entry.names {
                let key = TextFolding.folded(name)
                guard !key.isEmpty else {
                    signs[name] = place
                    continue
                }
                // Two words of one name: neither is meant by it.
                if let other = places[key], other != place { places[key] = .some(nil) } else { places[key] = place }
            }
        }
        // What our own sheets write is never in doubt.
        for (place, entry) in entries.enumerated() { places[TextFolding.folded(entry.code)] = place }
        self.places = places
        self.signs = signs
    }

    /// What a text stands for: a word by its code or its label in either language, without regard to case, accents,
    /// hyphens and kinds of space.
    func value(of text: String) -> Value? {
        let place = signs[text] ?? places[TextFolding.folded(text)] ?? nil
        return place.map { entries[$0].value }
    }

    /// Longer lists are told as far as they are near.
    private static var toldAtMost: Int { 60 }
    /// What it takes to fold a name, in the steps of a budget.
    private static var stepsOfName: Int { 100 }

    /// What a text is answered with that is no word of the list: the word that was most likely meant, and all words,
    /// the nearest first; of a long list the nearest. Once much has been looked for, only what needs no looking.
    func answer(to text: String, _ budget: WorkBudget) -> (suggestion: String?, choices: [DirectoryProblem.Choice]) {
        guard budget.spend(entries.count * Self.stepsOfName) else {
            guard entries.count <= Self.toldAtMost else { return (nil, []) }
            return (nil, entries.map { DirectoryProblem.Choice(code: $0.code, label: $0.label) })
        }
        let choices = choices(nearestTo: text)
        return (suggestion(for: text, budget), entries.count <= Self.toldAtMost ? choices : Array(choices.prefix(20)))
    }

    /// The word that was most likely meant, to be asked; `nil` where nothing is near.
    func suggestion(for text: String, _ budget: WorkBudget) -> String? {
        guard budget.spend(entries.count * Self.stepsOfName) else { return nil }
        let pairs = entries.flatMap { entry in entry.names.map { (from: $0, word: entry.code) } }
        if let near = Suggestions(pairs, budget: budget).nearest(to: text) { return near }
        let ranked = ranked(by: text)
        guard let first = ranked.first, first.rank == 0, ranked.dropFirst().first?.rank != 0 else { return nil }
        return first.entry.code
    }

    /// All words with their labels, the nearest to a text first.
    private func choices(nearestTo text: String) -> [DirectoryProblem.Choice] {
        ranked(by: text).map { DirectoryProblem.Choice(code: $0.entry.code, label: $0.entry.label) }
    }

    /// Entries that share a word with a text first, then by edit distance; the order of the list where it is the same.
    private func ranked(by text: String) -> [(rank: Int, entry: Entry)] {
        let folded = Array(TextFolding.folded(text).prefix(60))
        let words = Set(folded.split(separator: 0x20).filter { $0.count > 3 })
        return entries.enumerated().map { place, entry in
            let ranks = entry.names.map { name -> Int in
                let key = TextFolding.folded(name)
                let shares = key.split(separator: 0x20).contains { part in
                    part.count > 3 && words.contains { $0 == part || $0.starts(with: part) || part.starts(with: $0) }
                }
                return shares ? 0 : 1 + (EditDistance.between(folded, key, atMost: 80) ?? 80)
            }
            return (rank: ranks.min() ?? .max, place: place, entry: entry)
        }
        .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
        .map { ($0.rank, $0.entry) }
    }
}

extension ClosedList where Value: ClosedWord {
    /// The list of all words of a type.
    init(_ type: Value.Type) {
        self.init(
            Value.allCases.map {
                Entry(code: $0.rawValue, label: $0.label, otherNames: $0.otherNames, value: $0)
            })
    }
}
