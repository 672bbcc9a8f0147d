public import Localization
public import RDFModel

/// The names under which our vocabulary and its concept schemes stand.
enum ConceptSchemes {
    static let names = [
        "ns", "role", "stakeholder", "territory", "field", "scope", "status", "technology", "programme-kind", "basis",
    ]
}

// The concepts of our own schemes, as IRIs. Their labels for readers stand in `vocab/`.

extension Role {
    /// The role as a concept.
    public var iri: IRI { LYS.concept("role", rawValue) }
}

extension MissionGroup {
    /// The group as a concept.
    public var iri: IRI { LYS.concept("role", rawValue) }
}

extension Stakeholder {
    /// The stakeholder as a concept.
    public var iri: IRI { LYS.concept("stakeholder", rawValue) }
}

extension Territory {
    /// The territory as a concept.
    public var iri: IRI { LYS.concept("territory", rawValue) }
}

extension Field {
    /// The field as a concept.
    public var iri: IRI { LYS.concept("field", slug) }
}

extension Representation.Scope {
    /// The scope as a concept.
    var iri: IRI { LYS.concept("scope", rawValue) }
}

extension OrganizationStatus {
    /// The status as a concept.
    var iri: IRI { LYS.concept("status", rawValue) }
}

extension Consultation.Technology {
    /// The kind of technology as a concept.
    var iri: IRI { LYS.concept("technology", rawValue) }
}

extension Programme.Kind {
    /// The kind as a concept.
    var iri: IRI { LYS.concept("programme-kind", rawValue) }
}

extension Evidence.Basis {
    /// The kind of source as a concept; `nil` where the sheet names none.
    var iri: IRI? {
        switch self {
        case .page: LYS.concept("basis", "published-page")
        case .tables: LYS.concept("basis", "published-table")
        case .generalKnowledge: LYS.concept("basis", "general-knowledge")
        case .unstated: nil
        }
    }
}

extension Language {
    /// The language as a concept of the European authority table, which DCAT-AP asks for.
    public var iri: IRI {
        let authority = "http://publications.europa.eu/resource/authority/language/"
        return switch self {
        case .french: IRI(unchecked: authority + "FRA")
        case .english: IRI(unchecked: authority + "ENG")
        }
    }
}
