internal import Localization
internal import RDFModel
internal import TabularText

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

    private static let generalKnowledge = ClosedList<Evidence.Kind>([
        .init(
            code: Evidence.Kind.generalKnowledge.rawValue, label: Evidence.Kind.generalKnowledge.label,
            otherNames: ["connaissances générales"], value: .generalKnowledge)
    ])

    private func basis(_ attributions: [Publication.Attribution]?, needsSource: Bool) -> Evidence.Basis {
        guard let source = needsSource ? needed("source") : self["source"] else { return .unstated }
        // `general-knowledge`, or what it is called in either language.
        if Self.generalKnowledge.value(of: source) != nil { return .generalKnowledge }
        if source.asciiLowercased.hasPrefix("http") {
            return address("source").map(Evidence.Basis.page) ?? .unstated
        }
        // Without `publication.yaml` no table has a name; what is wrong there is reported there.
        guard let attributions else { return .unstated }
        var ids: [String] = []
        for part in source.split(separator: ";") {
            let name = String(part).trimmingBlanks
            let meant = attributions.first { $0.sourceNames.contains { name.hasPrefix($0) } }
            if let meant {
                if !ids.contains(meant.id) { ids.append(meant.id) }
            } else {
                let known = ["general-knowledge"] + attributions.flatMap(\.sourceNames)
                report(
                    .unknownTable, [name], in: "source", suggestion: Suggestions(known).nearest(to: name),
                    choices: known.map {
                        .init(code: $0, label: $0 == known[0] ? Evidence.Kind.generalKnowledge.label : nil)
                    })
            }
        }
        return .tables(ids, text: source)
    }
}
