internal import Localization
internal import TabularText

/// Reads `conditions.csv`.
struct ConditionReader {
    static let file = "conditions.csv"
    static let columns = Sheet.Columns(
        required: ["id", "label_en", "label_fr"],
        optional: [
            "orpha_code", "mondo_id", "omim", "icd10", "rare", "source", "code_check", "note", "synonyms_fr",
            "synonyms_en", "broader", "reviewed_on", "source_date",
        ],
        freeText: ["note"], names: ["label_en", "label_fr", "synonyms_fr", "synonyms_en"])

    let publication: Publication?

    /// The conditions in the order of the sheet, those with errors among them.
    func read(_ sheet: Sheet) -> [Condition] {
        var lines: [String: Int] = [:]
        let readings = sheet.rows.map { row in (row: row, condition: read(row, lines: &lines)) }
        checkLabels(readings)
        checkCodes(readings)
        checkBroader(readings)
        return readings.map(\.condition)
    }

    private func read(_ row: SheetRow, lines: inout [String: Int]) -> Condition {
        let id = row.id(amongLines: &lines)
        let labels = LocalizedText(fr: row.needed("label_fr"), en: row.needed("label_en"))
        let codes = CodeSystem.allCases.compactMap { system -> Code? in
            guard let text = row[system.column] else { return nil }
            if let code = Code(text, in: system) { return code }
            row.report(system.malformed, [text], in: system.column)
            return nil
        }
        let codeCheck = row.word("code_check", of: Condition.CodeCheck.self, otherwise: .unknownCodeCheck)
        if codeCheck == .close, row["mondo_id"] == nil { row.report(.closeWithoutMondo, in: "code_check") }
        let rare = row.word("rare", of: YesOrNo.self, otherwise: .unknownRare)
        let evidence = row.evidence(
            publication?.attributions, note: "note", needsSource: false, notAfter: publication?.issued)
        let synonyms = Condition.Synonyms(french: row.list("synonyms_fr"), english: row.list("synonyms_en"))
        let broader = row.list("broader")
        // Whatever is wrong with it, its labels are known, so that no organization is told that they are not.
        return Condition(
            id: id ?? "line-\(row.place.line)", labels: labels, synonyms: synonyms, codes: codes,
            isRare: rare.map { $0 == .yes },
            codeCheck: codeCheck, broader: broader, evidence: evidence)
    }

    /// A label names one condition: the sheet of organizations finds conditions by it.
    private func checkLabels(_ readings: [(row: SheetRow, condition: Condition)]) {
        for (column, language) in [("label_en", Language.english), ("label_fr", .french)] {
            var owners: [String: String] = [:]
            for (row, condition) in readings {
                guard let label = condition.labels[language] else { continue }
                if let owner = owners[label] {
                    row.report(.duplicateLabel, [label, owner], in: column)
                } else {
                    owners[label] = condition.id
                }
            }
        }
    }

    /// No two conditions are an exact match of one code: since `skos:exactMatch` is transitive, they would be one.
    private func checkCodes(_ readings: [(row: SheetRow, condition: Condition)]) {
        var owners: [Code: String] = [:]
        for (row, condition) in readings {
            for code in condition.codes where condition.matchesExactly(code) {
                if let owner = owners[code] {
                    row.report(.sharedCode, [code.notation, owner], in: code.system.column)
                } else {
                    owners[code] = condition.id
                }
            }
        }
    }

    private func checkBroader(_ readings: [(row: SheetRow, condition: Condition)]) {
        let parents = Dictionary(readings.map { ($0.condition.id, $0.condition.broader) }) { first, _ in first }
        let circles = IDCircles(parents)
        let suggestions = Suggestions(readings.map(\.condition.id))
        for (row, condition) in readings {
            for parent in condition.broader {
                if parents[parent] == nil {
                    row.report(.unknownCondition, [parent], in: "broader", suggestion: suggestions.nearest(to: parent))
                } else if circles.hold(condition.id, parent) {
                    row.report(.broaderCircle, [condition.id], in: "broader")
                }
            }
        }
    }
}

extension Condition {
    /// Whether a code of this condition means the same as it: not ICD-10, whose codes are wider, nor a near MONDO term.
    func matchesExactly(_ code: Code) -> Bool {
        switch code.system {
        case .orpha, .omim: true
        case .mondo: !mondoIsClose
        case .icd10: false
        }
    }
}

extension CodeSystem {
    fileprivate var malformed: DirectoryMessage {
        switch self {
        case .orpha: .malformedOrphaCode
        case .mondo: .malformedMondoCode
        case .omim: .malformedOmimCode
        case .icd10: .malformedIcd10Code
        }
    }
}
