public import Localization
public import RDFModel

/// The concept schemes of ours, and the vocabulary beside them.
public enum ConceptSchemes {
    /// Every scheme whose concepts are those of the code, by the closed lists that fill it; territories are data.
    public static let all: [any SchemeConcept.Type] = [
        MissionGroup.self, Role.self, Stakeholder.self, Field.self, Representation.Scope.self,
        OrganizationStatus.self, Consultation.Technology.self, Programme.Kind.self, Evidence.Kind.self,
        Membership.Kind.self, Condition.CodeCheck.self,
    ]

    /// The names under which the vocabulary and the schemes stand, below one base.
    static let names = ["ns", Territory.scheme] + all.map { $0.scheme }
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
