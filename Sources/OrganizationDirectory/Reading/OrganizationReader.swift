internal import Localization
internal import RDFModel
internal import TabularText

/// Reads `organizations.csv`.
struct OrganizationReader {
    static let file = "organizations.csv"
    static let columns = Sheet.Columns(
        required: [
            "id", "name_fr", "name_en", "conditions", "conditions_fr", "scope", "territory", "roles", "source",
        ],
        optional: [
            "acronym", "website", "city", "languages", "founded", "dissolved", "source_note", "mission_fr",
            "mission_en",
            "former_names", "status", "replaced_by", "reviewed_on", "source_date", "identifiers",
        ],
        freeText: ["source_note", "mission_fr", "mission_en"],
        names: ["name_fr", "name_en", "acronym", "city", "former_names"])

    let publication: Publication?
    /// `nil` where `conditions.csv` could not be read: then no condition is called unknown.
    let conditions: ConditionIndex?
    let territories: ClosedList<Territory>

    /// The organizations in the order of the sheet; rows that cannot be understood are reported and left out.
    func read(_ sheet: Sheet) -> [PatientOrganization] {
        var lines: [String: Int] = [:]
        var readings: [(row: SheetRow, organization: PatientOrganization)] = []
        for row in sheet.rows {
            guard let organization = read(row, lines: &lines) else { continue }
            readings.append((row, organization))
        }
        checkWebsites(readings)
        checkSuccessors(readings)
        return readings.map(\.organization)
    }

    /// A successor is another organization of the sheet, and the way through successors comes to an end.
    private func checkSuccessors(_ readings: [(row: SheetRow, organization: PatientOrganization)]) {
        let suggestions = Suggestions(readings.map(\.organization.id))
        let successors = Dictionary(
            readings.map { ($0.organization.id, [$0.organization.replacedBy].compactMap(\.self)) }
        ) { first, _ in first }
        let circles = IDCircles(successors)
        for (row, organization) in readings {
            guard let other = organization.replacedBy else { continue }
            if other == organization.id {
                row.report(.selfReference, [other], in: "replaced_by")
            } else if successors[other] == nil {
                row.report(.unknownOrganization, [other], in: "replaced_by", suggestion: suggestions.nearest(to: other))
            } else if circles.hold(organization.id, other) {
                row.report(.successorCircle, [organization.id], in: "replaced_by")
            }
        }
    }

    private func read(_ row: SheetRow, lines: inout [String: Int]) -> PatientOrganization? {
        let id = row.id(amongLines: &lines)
        let names = row.names()
        let website = row.address("website")
        let representations = representations(of: row)
        let field = row.needed("scope").flatMap { row.word($0, of: Field.self, otherwise: .unknownScope, in: "scope") }
        _ = row.needed("territory")
        let roles = row.words("roles", of: Role.self, otherwise: .unknownRole)
        warn(row, names: names, roles: roles)
        let founded = row.foundingDate("founded", notAfter: publication?.issued)
        let (status, dissolved) = end(of: row, founded: founded)
        let organization = PatientOrganization(
            id: id ?? "", names: names, acronym: row["acronym"], formerNames: row.list("former_names"),
            mission: row.texts("mission"), website: website,
            pageLanguages: row.languages("languages"), founded: founded, dissolved: dissolved,
            field: field ?? .allConditions,
            territories: row.unique(
                row.list("territory").compactMap {
                    row.word($0, in: territories, otherwise: .unknownTerritory, column: "territory")
                }), city: row["city"],
            identifiers: row.list("identifiers").compactMap { identifier($0, of: row) },
            status: status, replacedBy: row["replaced_by"], representations: representations,
            activities: roles.map { Activity($0) },
            evidence: row.evidence(publication?.attributions, notAfter: publication?.issued))
        // Without an id it is nothing that others can name; with other errors it is at least known to them.
        return id == nil ? nil : organization
    }

    /// The columns `status` and `dissolved`, which must agree with each other and with `founded` and `replaced_by`.
    private func end(
        of row: SheetRow, founded: FoundingDate?
    ) -> (status: OrganizationStatus?, dissolved: FoundingDate?) {
        let dissolved = row.foundingDate("dissolved", notAfter: publication?.issued)
        if let founded, let dissolved, dissolved.precedes(founded) {
            row.report(.datesReversed, [dissolved.text, founded.text], in: "dissolved")
        }
        let successor = row["replaced_by"]
        guard row["status"] != nil else {
            return (OrganizationStatus(replacedBy: successor, dissolved: dissolved), dissolved)
        }
        let status = row.word("status", of: OrganizationStatus.self, otherwise: .unknownStatus)
        if let status, !status.allows(replacedBy: successor, dissolved: dissolved) {
            row.report(.statusContradicted, [status.rawValue, dissolved?.text ?? successor ?? ""], in: "status")
        }
        return (status, dissolved)
    }

    private func warn(_ row: SheetRow, names: LocalizedText, roles: [Role]) {
        if names.french == nil, names.english != nil { row.report(.noFrenchName, in: "name_fr") }
        if names.english == nil, names.french != nil { row.report(.noEnglishName, in: "name_en") }
        if row["website"] == nil { row.report(.noWebsite, in: "website") }
        if row["roles"] == nil { row.report(.noRole, in: "roles") }
        if row["conditions"] == nil { row.report(.noCondition, in: "conditions") }
    }

    private func representations(of row: SheetRow) -> [Representation] {
        let labels = row.list("conditions")
        let frenchLabels = row.list("conditions_fr")
        let isSpoiled = row.isSpoiled("conditions") || row.isSpoiled("conditions_fr")
        if labels.count != frenchLabels.count, !isSpoiled {
            row.report(
                .conditionCountsDiffer, [String(labels.count), String(frenchLabels.count)], in: "conditions_fr")
        }
        guard let conditions else { return [] }
        let found = labels.map { conditions.condition(label: $0, for: row, in: "conditions") }
        if labels.count == frenchLabels.count {
            for (condition, label) in zip(found, frenchLabels) {
                guard let condition, let french = condition.labels.french, french.labelKey != label.labelKey else {
                    continue
                }
                row.report(
                    .conditionLabelsDiffer, [condition.labels.english ?? condition.id, french, label],
                    in: "conditions_fr")
            }
        }
        return found.compactMap(\.self).map { Representation(condition: $0.id, scope: conditions.scope(of: $0)) }
    }

    /// `NEQ:1140000000`
    private func identifier(_ text: String, of row: SheetRow) -> RegisteredIdentifier? {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2,
            let register = row.log.list(of: RegisteredIdentifier.Register.self).value(of: parts[0].trimmingBlanks)
        else {
            let list = row.log.list(of: RegisteredIdentifier.Register.self)
            let answer = list.answer(to: parts.first ?? "", row.log.budget)
            row.report(
                .unknownIdentifierSystem, [text], in: "identifiers", suggestion: answer.suggestion,
                choices: answer.choices)
            return nil
        }
        if let identifier = RegisteredIdentifier(parts[1].trimmingBlanks, in: register) { return identifier }
        row.report(.malformedIdentifier, [parts[1], register.rawValue], in: "identifiers")
        return nil
    }

    /// A home page belongs to one organization, as `foaf:homepage` has it.
    private func checkWebsites(_ readings: [(row: SheetRow, organization: PatientOrganization)]) {
        var owners: [String: String] = [:]
        for (row, organization) in readings {
            guard let website = organization.website else { continue }
            let address = AddressCheck.comparable(website)
            if let owner = owners[address] {
                row.report(.sharedWebsite, [owner], in: "website")
            } else {
                owners[address] = organization.id
            }
        }
    }
}
