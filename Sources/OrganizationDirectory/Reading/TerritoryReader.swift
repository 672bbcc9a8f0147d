internal import Localization
internal import RDFModel

/// Reads `territories.csv`, with which a directory of elsewhere brings its own regions and countries.
///
/// Where there is one, it takes the place of the standard list. A row that gives an id of the standard list, and no
/// name, takes that territory over with its names and IRI; one that is named in `broader` comes along.
struct TerritoryReader {
    static let file = "territories.csv"
    static let columns = Sheet.Columns(
        required: ["id", "name_fr", "name_en"], optional: ["number", "broader", "iri", "other_names"],
        names: ["name_fr", "name_en", "other_names"],
        mayBeOnlyID: true)

    let standard: TerritoryList

    /// The territories in the order of the sheet, then those of the standard list that they stand in.
    func read(_ sheet: Sheet) -> TerritoryList {
        var lines: [String: Int] = [:]
        let readings = sheet.rows.compactMap { row in read(row, lines: &lines).map { (row: row, territory: $0) } }
        var list = readings.map(\.territory)
        var known = Set(list.map(\.id))
        var waiting = list.compactMap(\.broader)
        while let id = waiting.popLast() {
            guard !known.contains(id), let territory = standard[id] else { continue }
            known.insert(id)
            list.append(territory)
            if let broader = territory.broader { waiting.append(broader) }
        }
        check(readings, known: known)
        return TerritoryList(list)
    }

    private func read(_ row: SheetRow, lines: inout [String: Int]) -> Territory? {
        let id = row.id(amongLines: &lines)
        let names = row.texts("name")
        guard let name = names.french ?? names.english else {
            if let id, let standard = standard[id] { return standard }
            _ = row.names()
            return nil
        }
        let iri = row.address("iri")
        guard let id else { return nil }
        return Territory(
            id: id, ownIRI: iri, label: Texts(fr: name, en: names.english ?? name),
            otherNames: row.list("other_names"), notation: row["number"],
            broader: row["broader"])
    }

    private func check(_ readings: [(row: SheetRow, territory: Territory)], known: Set<String>) {
        let suggestions = Suggestions(Array(known).sorted())
        let parents = Dictionary(readings.map { ($0.territory.id, $0.territory.broader) }) { first, _ in first }
        for (row, territory) in readings {
            guard let broader = territory.broader, row["broader"] != nil else { continue }
            if !known.contains(broader) {
                row.report(.unknownTerritory, [broader], in: "broader", suggestion: suggestions.nearest(to: broader))
            }
            var seen: Set<String> = []
            var next: String? = broader
            while let id = next, seen.insert(id).inserted { next = parents[id] ?? nil }
            if seen.contains(territory.id) { row.report(.territoryCircle, [territory.id], in: "broader") }
        }
    }
}
