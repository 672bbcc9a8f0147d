public import Localization
public import RDFModel

/// A programme that pays for research, or speeds up access to innovation.
public struct Programme: Sendable, Hashable, Codable {
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

    /// A programme by what is known of it.
    /// - Parameters:
    ///   - id: a slug of lower-case letters, digits and single hyphens.
    ///   - organization: the id of the organization that runs it.
    public init(
        id: String, organization: String, names: LocalizedText, kind: Kind, conditions: [String] = [],
        page: IRI? = nil, since: FoundingDate? = nil, until: FoundingDate? = nil, evidence: Evidence = Evidence()
    ) {
        self.id = id
        self.organization = organization
        self.names = names
        self.kind = kind
        self.conditions = conditions
        self.page = page
        self.since = since
        self.until = until
        self.evidence = evidence
    }
}
