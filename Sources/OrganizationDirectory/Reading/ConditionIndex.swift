internal import Localization

/// Finds conditions by the labels of the sheets.
///
/// The keys are compared by canonical equivalence on purpose: a label typed on a system that decomposes its accents
/// names the same condition.
struct ConditionIndex {
    private let byID: [String: Condition]
    private let byEnglishLabel: [String: Condition]
    private let suggestions: Suggestions
    private let broaderIDs: Set<String>

    /// An index of conditions.
    init(_ conditions: [Condition]) {
        byID = Dictionary(conditions.map { ($0.id, $0) }) { first, _ in first }
        byEnglishLabel = Dictionary(
            conditions.compactMap { condition in condition.labels.english.map { ($0, condition) } }
        ) { first, _ in first }
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
        if let condition = byEnglishLabel[label] { return condition }
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
