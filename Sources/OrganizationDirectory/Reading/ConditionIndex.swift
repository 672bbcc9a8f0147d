internal import Localization

/// Finds conditions by the labels of the sheets.
///
/// A label is found whatever its case, its apostrophes and its kinds of space and hyphen are, which nobody sees.
struct ConditionIndex {
    private let byID: [String: Condition]
    private let byEnglishLabel: [String: Condition]
    /// By the key of a label; those that two labels have are not here.
    private let byKey: [String: Condition]
    private let suggestions: Suggestions
    private let broaderIDs: Set<String>

    /// An index of conditions.
    init(_ conditions: [Condition]) {
        byID = Dictionary(conditions.map { ($0.id, $0) }) { first, _ in first }
        byEnglishLabel = Dictionary(
            conditions.compactMap { condition in condition.labels.english.map { ($0, condition) } }
        ) { first, _ in first }
        byKey = Dictionary(grouping: byEnglishLabel.values) { ($0.labels.english ?? "").labelKey }
            .compactMapValues { $0.count == 1 ? $0.first : nil }
        broaderIDs = Set(conditions.flatMap(\.broader))
        suggestions = Suggestions(
            conditions.flatMap { condition -> [(from: String, word: String)] in
                guard let english = condition.labels.english else { return [] }
                let names = [english, condition.labels.french, condition.id].compactMap(\.self)
                return (names + condition.synonyms.english + condition.synonyms.french).map { ($0, english) }
            })
    }

    /// The condition of an id.
    func condition(id: String) -> Condition? { byID[id] }

    /// The condition of an English label; one that is unknown is reported with the nearest.
    func condition(label: String, for row: SheetRow, in column: String) -> Condition? {
        if let condition = byEnglishLabel[label] ?? byKey[label.labelKey] { return condition }
        row.report(.unknownCondition, [label], in: column, suggestion: suggestions.nearest(to: label))
        return nil
    }

    /// The ids of the conditions that the English labels of a column name.
    func ids(_ column: String, of row: SheetRow) -> [String] {
        row.list(column).compactMap { condition(label: $0, for: row, in: column)?.id }
    }

    /// How much a representation of a condition covers.
    ///
    /// Everyone with a rare disease, where the condition is the notion of a rare disease itself. A group, where the
    /// Orphanet nomenclature calls it a group of disorders, where another condition is narrower, or where it is a
    /// general notion with a code, whose rarity the sheet leaves open. The condition itself in all other cases.
    func scope(of condition: Condition) -> Representation.Scope {
        if condition.id == Self.rareDisease { return .allRareDiseases }
        let isGeneral = condition.isRare == nil && !condition.codes.isEmpty
        let isGroup = condition.isOrphanetGroup || isGeneral || broaderIDs.contains(condition.id)
        return isGroup ? .group : .exact
    }

    /// The id of the notion of a rare disease.
    private static let rareDisease = "rare-disease"
}

extension String {
    /// A label as labels are compared: in small letters, every kind of space, apostrophe and hyphen being one.
    var labelKey: String {
        var key = String.UnicodeScalarView()
        for scalar in composed.lowercased().unicodeScalars {
            switch scalar {
            case "’", "‘", "ʼ", "´": key.append("'")
            case "‐", "‑": key.append("-")
            default: key.append(scalar.properties.isWhitespace ? " " : scalar)
            }
        }
        return String(key)
    }
}
