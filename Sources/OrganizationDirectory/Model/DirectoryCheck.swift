internal import Localization
internal import RDFModel

/// The check that the values of a directory fit together, as readers of sheets check cells.
struct DirectoryCheck {
    private let directory: Directory
    private let organizations: [String: PatientOrganization]
    private let conditions: [String: Condition]
    private var found: [DirectoryProblem] = []

    init(_ directory: Directory) {
        self.directory = directory
        organizations = Dictionary(directory.organizations.map { ($0.id, $0) }) { first, _ in first }
        conditions = Dictionary(directory.conditions.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Everything that is wrong, list by list.
    mutating func problems() -> [DirectoryProblem] {
        found = []
        checkPublication()
        checkOrganizations()
        checkConditions()
        checkTables()
        return found
    }

    private mutating func report(
        _ message: DirectoryMessage, _ argument: String, _ list: String, _ property: String, at number: Int? = nil
    ) {
        let place = DirectoryProblem.Place(file: list, line: number.map { $0 + 1 }, column: property)
        let isOfTwo = message == .duplicateID
        found.append(
            DirectoryProblem(
                place: place, message: message, arguments: isOfTwo ? [argument, String(number ?? 0)] : [argument],
                suggestion: nil, choices: []))
    }

    private mutating func checkPublication() {
        let publication = directory.publication
        if !Publication.isBase(publication.base) {
            report(.malformedBase, publication.base.string, "publication", "base")
        }
        let names = [
            ("titles", publication.titles), ("descriptions", publication.descriptions),
            ("publisher.names", publication.publisher.names),
        ]
        for (property, text) in names where !text.isInBothLanguages {
            report(.missingName, "", "publication", property)
        }
        for (number, attribution) in publication.attributions.enumerated() {
            if !SheetRow.isID(attribution.id) {
                report(.malformedID, attribution.id, "publication.attributions", "id", at: number)
            }
            if !attribution.names.isInBothLanguages {
                report(.missingName, "", "publication.attributions", "names", at: number)
            }
        }
    }

    private mutating func checkOrganizations() {
        let list = "organizations"
        checkIDs(directory.organizations.map(\.id), list)
        let circles = IDCircles(organizations.mapValues { [$0.replacedBy].compactMap(\.self) })
        for (number, organization) in directory.organizations.enumerated() {
            if organization.names.isEmpty { report(.missingName, "", list, "names", at: number) }
            checkConditions(organization.representations.map(\.condition), list, number, "representations")
            checkConditions(organization.activities.compactMap(\.condition), list, number, "activities")
            for territory in organization.territories where directory.territories[territory.id] != territory {
                report(.unknownTerritory, territory.id, list, "territories", at: number)
            }
            if let other = organization.replacedBy {
                checkOrganization(other, list, number, "replacedBy")
                if circles.hold(organization.id, other) {
                    report(.successorCircle, organization.id, list, "replacedBy", at: number)
                }
            }
        }
    }

    private mutating func checkConditions() {
        let list = "conditions"
        checkIDs(directory.conditions.map(\.id), list)
        let circles = IDCircles(conditions.mapValues(\.broader))
        for (number, condition) in directory.conditions.enumerated() {
            if !condition.labels.isInBothLanguages { report(.missingName, "", list, "labels", at: number) }
            checkConditions(condition.broader, list, number, "broader")
            for parent in condition.broader {
                if circles.hold(condition.id, parent) {
                    report(.broaderCircle, condition.id, list, "broader", at: number)
                }
            }
        }
    }

    private mutating func checkTables() {
        checkIDs(directory.programmes.map(\.id), "programmes")
        for (number, programme) in directory.programmes.enumerated() {
            if programme.names.isEmpty { report(.missingName, "", "programmes", "names", at: number) }
            checkOrganization(programme.organization, "programmes", number, "organization")
            checkConditions(programme.conditions, "programmes", number, "conditions")
        }
        checkIDs(directory.consultations.map(\.id), "consultations")
        for (number, consultation) in directory.consultations.enumerated() {
            if consultation.names.isEmpty { report(.missingName, "", "consultations", "names", at: number) }
            checkOrganization(consultation.organization, "consultations", number, "organization")
            checkConditions(consultation.conditions, "consultations", number, "conditions")
        }
        for (number, membership) in directory.memberships.enumerated() {
            checkOrganization(membership.member, "memberships", number, "member")
            checkOrganization(membership.group, "memberships", number, "group")
            if membership.member == membership.group {
                report(.selfReference, membership.member, "memberships", "group", at: number)
            }
        }
    }

    /// Ids are slugs, and none comes twice; they are sorted.
    private mutating func checkIDs(_ ids: [String], _ list: String) {
        for (number, id) in ids.enumerated() {
            if !SheetRow.isID(id) { report(.malformedID, id, list, "id", at: number) }
            if number > 0, ids[number - 1] == id { report(.duplicateID, id, list, "id", at: number) }
        }
    }

    private mutating func checkOrganization(_ id: String, _ list: String, _ number: Int, _ property: String) {
        if organizations[id] == nil { report(.unknownOrganization, id, list, property, at: number) }
    }

    private mutating func checkConditions(_ ids: [String], _ list: String, _ number: Int, _ property: String) {
        for id in ids where conditions[id] == nil { report(.unknownCondition, id, list, property, at: number) }
    }
}

extension LocalizedText {
    /// True where no language lacks it.
    fileprivate var isInBothLanguages: Bool { french != nil && english != nil }
}
