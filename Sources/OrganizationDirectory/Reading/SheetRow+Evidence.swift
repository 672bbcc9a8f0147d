internal import Localization
internal import RDFModel

extension SheetRow {
    /// Where the row comes from: the columns `source`, `source_note` or `note`, `reviewed_on` and `source_date`.
    func evidence(
        _ attributions: [Publication.Attribution]?, note: String = "source_note", needsSource: Bool = true,
        notAfter issued: CalendarDate?
    ) -> Evidence {
        Evidence(
            basis: basis(attributions, needsSource: needsSource), note: self[note],
            reviewedOn: date("reviewed_on", notAfter: issued), sourceDate: date("source_date", notAfter: issued),
            row: place)
    }

    private func basis(_ attributions: [Publication.Attribution]?, needsSource: Bool) -> Evidence.Basis {
        guard let source = needsSource ? needed("source") : self["source"] else { return .unstated }
        if source == "general-knowledge" { return .generalKnowledge }
        if source.asciiLowercased.hasPrefix("http") {
            return address("source").map(Evidence.Basis.page) ?? .unstated
        }
        // Without `publication.yaml` no table has a name; what is wrong there is reported there.
        guard let attributions else { return .unstated }
        var ids: [String] = []
        for part in source.split(separator: ";") {
            let name = String(part).trimmingSpaces
            let meant = attributions.first { $0.sourceNames.contains { name.hasPrefix($0) } }
            if let meant {
                if !ids.contains(meant.id) { ids.append(meant.id) }
            } else {
                let known = ["general-knowledge"] + attributions.flatMap(\.sourceNames)
                report(.unknownTable, [name], in: "source", suggestion: Suggestions(known).nearest(to: name))
            }
        }
        return .tables(ids, text: source)
    }
}

extension String {
    /// The text without spaces at either end.
    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while text.hasPrefix(" ") { text.removeFirst() }
        while text.hasSuffix(" ") { text.removeLast() }
        return String(text)
    }
}
