internal import ByteText

/// Which labels of blank nodes are used where, and names for blank nodes without a label.
///
/// A label may be used in one basic graph pattern only. Labels of templates and data are apart from those of patterns.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#sparqlGrammar>, §19.6.
struct BlankNodeScopes {
    /// The pattern in which triples are being read.
    private(set) var pattern = 0
    private var patterns = 0
    private var patternsOfLabels: [ByteKey: Int] = [:]
    private var stem: String?
    private var anonymous = 0

    /// Begins a basic graph pattern; the answer is the pattern before, to be resumed with ``resume(_:)``.
    mutating func begin() -> Int {
        defer {
            patterns += 1
            pattern = patterns
        }
        return pattern
    }

    /// Goes back to a pattern that something nested interrupted.
    mutating func resume(_ pattern: Int) { self.pattern = pattern }

    /// Whether a label may be used in the current pattern; from then on it belongs to it.
    mutating func use(_ label: String) -> Bool {
        let key = ByteKey(label)
        guard let known = patternsOfLabels[key] else {
            patternsOfLabels[key] = pattern
            return true
        }
        return known == pattern
    }

    /// A label that the text does not use.
    mutating func freshLabel(_ tokens: [Token], _ text: [UInt8]) -> String {
        let stem = stem ?? unusedStem(tokens, text)
        self.stem = stem
        defer { anonymous += 1 }
        return stem + String(anonymous)
    }

    /// `b`, after as many underscores as it takes for no label of the text to begin so.
    private func unusedStem(_ tokens: [Token], _ text: [UInt8]) -> String {
        var underscores = 0
        for token in tokens where token.kind == .blankNodeLabel {
            let label = text[(Int(token.start) + 2)..<Int(token.end)]
            let run = label.prefix { $0 == UInt8(ascii: "_") }.count
            if label.dropFirst(run).first == UInt8(ascii: "b") { underscores = max(underscores, run + 1) }
        }
        return String(repeating: "_", count: underscores) + "b"
    }
}
