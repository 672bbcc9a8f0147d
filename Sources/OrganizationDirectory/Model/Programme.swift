public import Localization
public import RDFModel

/// A programme that pays for research, or speeds up access to innovation.
public struct Programme: Sendable {
    /// What a programme is for.
    public enum Kind: String, SchemeConcept {
        public static let scheme = "programme-kind"

        /// It pays for research.
        case researchFunding = "research-funding"
        /// It speeds up access to innovation.
        case accessToInnovation = "access-to-innovation"

        /// The name of the kind.
        public var label: Texts {
            switch self {
            case .researchFunding: Texts(fr: "financement de la recherche", en: "research funding")
            case .accessToInnovation: Texts(fr: "accès à l'innovation", en: "access to innovation")
            }
        }
    }

    /// The keeper's slug.
    public let id: String
    /// The id of the organization that runs it.
    public let organization: String
    /// Its names; at least one.
    public let names: LocalizedText
    /// What it is for.
    public let kind: Kind
    /// The ids of the conditions that it is about.
    public let conditions: [String]
    /// Its page.
    public let page: IRI?
    /// When it began.
    public let since: FoundingDate?
    /// When it ended.
    public let until: FoundingDate?
    /// Where the row comes from.
    public let evidence: Evidence
}
