internal import Localization
internal import RDFModel

extension DirectoryMapping {
    /// The directory as one flat table, both languages side by side: a header, then a row an organization, by id.
    ///
    /// Lists are parted by `; `, in the same order in both languages. Empty means that no source says it. The roles are
    /// those that are played now. `replaced_by` is the id that the sheet gives, `successor` that of the organization at
    /// work to which the chain of replacements leads.
    public func flatRows() -> [[String]] {
        let conditions = Dictionary(directory.conditions.map { ($0.id, $0) }) { first, _ in first }
        return [Self.flatHeader]
            + directory.organizations.map { organization in
                let represented = organization.representations.compactMap { conditions[$0.condition] }
                let roles = current.roles(of: organization)
                func list(_ texts: [String]) -> String { texts.joined(separator: "; ") }
                func codes(_ system: CodeSystem) -> String {
                    list(represented.flatMap(\.codes).filter { $0.system == system }.map(\.notation))
                }
                return [
                    iris.organization(organization.id).string, organization.id, organization.names.french ?? "",
                    organization.names.english ?? "", organization.acronym ?? "", organization.website?.string ?? "",
                    list(represented.compactMap(\.labels.french)), list(represented.compactMap(\.labels.english)),
                    codes(.orpha), codes(.mondo), organization.field.label.french, organization.field.label.english,
                    list(organization.territories.map(\.label.french)),
                    list(organization.territories.map(\.label.english)), organization.city ?? "",
                    list(organization.pageLanguages.map(\.rawValue)), organization.founded?.text ?? "",
                    organization.status?.label.french ?? "", organization.status?.label.english ?? "",
                    organization.dissolved?.text ?? "", organization.replacedBy ?? "",
                    current.successor(of: organization)?.id ?? "",
                    list(roles.map(\.label.french)), list(roles.map(\.label.english)),
                    organization.evidence.basis.flatText, organization.evidence.note ?? "",
                ]
            }
    }

    private static let flatHeader = [
        "iri", "id", "name_fr", "name_en", "acronym", "website", "conditions_fr", "conditions_en", "orpha", "mondo",
        "field_fr", "field_en", "territory_fr", "territory_en", "city", "page_languages", "founded", "status_fr",
        "status_en", "dissolved", "replaced_by", "successor", "roles_fr", "roles_en", "source", "source_note",
    ]
}

extension Evidence.Basis {
    fileprivate var flatText: String {
        switch self {
        case .page(let page): page.string
        case .tables(_, let text): text
        case .generalKnowledge: "general-knowledge"
        case .unstated: ""
        }
    }
}
