internal import Localization

/// Reads the tables that a directory may have besides: activities, programmes, consultations, memberships.
struct ActivityTables {
    let publication: Publication?
    let conditions: ConditionIndex
    let organizations: Set<String>
    private let suggestions: Suggestions

    init(publication: Publication?, conditions: ConditionIndex, organizations: [String]) {
        self.publication = publication
        self.conditions = conditions
        self.organizations = Set(organizations)
        suggestions = Suggestions(organizations)
    }

    private static let evidenceColumns = ["source_note", "reviewed_on", "source_date"]

    static let activityFile = "activities.csv"
    static let activityColumns = Sheet.Columns(
        required: ["organization", "role", "source"],
        optional: ["condition", "stakeholders", "since", "until"] + evidenceColumns, freeText: ["source_note"])

    /// The activities, each with the id of its organization, in the order of the sheet.
    func activities(_ sheet: Sheet) -> [(organization: String, activity: Activity)] {
        var lines: [String: Int] = [:]
        return sheet.rows.compactMap { row in
            let organization = organization("organization", of: row)
            let role = row.needed("role").flatMap { row.word($0, of: Role.self, otherwise: .unknownRole, in: "role") }
            let condition = row["condition"].flatMap { conditions.condition(label: $0, for: row, in: "condition") }
            let (since, until) = row.period(notAfter: publication?.issued)
            let activity = Activity(
                role ?? .awareness, condition: condition?.id,
                stakeholders: row.words("stakeholders", of: Stakeholder.self, otherwise: .unknownStakeholder),
                since: since, until: until, evidence: evidence(of: row))
            guard let organization, role != nil,
                isFirst("\(organization)/\(activity.role.rawValue)/\(activity.condition ?? "")", row, &lines)
            else { return nil }
            return (organization, activity)
        }
    }

    static let programmeFile = "programmes.csv"
    static let programmeColumns = Sheet.Columns(
        required: ["id", "organization", "name_fr", "name_en", "kind", "source"],
        optional: ["conditions", "page", "since", "until"] + evidenceColumns, freeText: ["source_note"],
        names: ["name_fr", "name_en"])

    /// The programmes in the order of the sheet.
    func programmes(_ sheet: Sheet) -> [Programme] {
        var lines: [String: Int] = [:]
        return sheet.rows.compactMap { row in
            let id = row.id(amongLines: &lines)
            let organization = organization("organization", of: row)
            let kind = row.needed("kind").flatMap {
                row.word($0, of: Programme.Kind.self, otherwise: .unknownProgrammeKind, in: "kind")
            }
            let (since, until) = row.period(notAfter: publication?.issued)
            let programme = Programme(
                id: id ?? "", organization: organization ?? "", names: row.names(), kind: kind ?? .researchFunding,
                conditions: conditions.ids("conditions", of: row), page: row.address("page"), since: since,
                until: until, evidence: evidence(of: row))
            return id == nil || organization == nil || kind == nil ? nil : programme
        }
    }

    static let consultationFile = "consultations.csv"
    static let consultationColumns = Sheet.Columns(
        required: ["id", "organization", "name_fr", "name_en", "body", "technology", "source"],
        optional: ["conditions", "opened", "closed", "submission"] + evidenceColumns, freeText: ["source_note"],
        names: ["name_fr", "name_en", "body"])

    /// The consultations in the order of the sheet.
    func consultations(_ sheet: Sheet) -> [Consultation] {
        var lines: [String: Int] = [:]
        return sheet.rows.compactMap { row in
            let id = row.id(amongLines: &lines)
            let organization = organization("organization", of: row)
            let body = row.needed("body")
            let technology = row.needed("technology").flatMap {
                row.word($0, of: Consultation.Technology.self, otherwise: .unknownTechnology, in: "technology")
            }
            let opened = row.date("opened", notAfter: publication?.issued)
            let closed = row.date("closed", notAfter: nil)
            if let opened, let closed, closed < opened {
                row.report(.datesReversed, [closed.description, opened.description], in: "closed")
            }
            let consultation = Consultation(
                id: id ?? "", organization: organization ?? "", names: row.names(), body: body ?? "",
                technology: technology ?? .policy, conditions: conditions.ids("conditions", of: row), opened: opened,
                closed: closed, submission: row.address("submission"), evidence: evidence(of: row))
            return id == nil || organization == nil || body == nil || technology == nil ? nil : consultation
        }
    }

    static let membershipFile = "memberships.csv"
    static let membershipColumns = Sheet.Columns(
        required: ["member", "group", "kind", "source"], optional: ["since", "until"] + evidenceColumns,
        freeText: ["source_note"])

    /// The memberships in the order of the sheet.
    func memberships(_ sheet: Sheet) -> [Membership] {
        var lines: [String: Int] = [:]
        return sheet.rows.compactMap { row in
            let member = organization("member", of: row)
            let group = organization("group", of: row)
            let kind = row.needed("kind").flatMap {
                row.word($0, of: Membership.Kind.self, otherwise: .unknownMembershipKind, in: "kind")
            }
            let (since, until) = row.period(notAfter: publication?.issued)
            let evidence = evidence(of: row)
            guard let member, let group, let kind else { return nil }
            if member == group {
                row.report(.selfReference, [member], in: "group")
                return nil
            }
            guard isFirst("\(member)/\(group)", row, &lines) else { return nil }
            return Membership(
                member: member, group: group, kind: kind, since: since, until: until, evidence: evidence)
        }
    }

    private func evidence(of row: SheetRow) -> Evidence {
        row.evidence(publication?.attributions, notAfter: publication?.issued)
    }

    private func organization(_ column: String, of row: SheetRow) -> String? {
        guard let id = row.needed(column) else { return nil }
        if organizations.contains(id) { return id }
        row.report(.unknownOrganization, [id], in: column, suggestion: suggestions.nearest(to: id))
        return nil
    }

    /// Whether no row before names the same things, which together name the record.
    private func isFirst(_ key: String, _ row: SheetRow, _ lines: inout [String: Int]) -> Bool {
        if let line = lines[key] {
            row.report(.duplicateRow, [String(line)])
            return false
        }
        lines[key] = row.place.line
        return true
    }
}
