public import Localization
public import RDFModel

/// That an organization commented in a public evaluation or consultation.
public struct Consultation: Sendable, Hashable, Codable {
    /// What was evaluated.
    public enum Technology: String, SchemeConcept {
        public static let scheme = "technology"

        /// A drug.
        case drug
        /// A product of blood.
        case bloodProduct = "blood-product"
        /// A medical device.
        case medicalDevice = "medical-device"
        /// A policy, a bill, a plan.
        case policy

        /// The name of the kind.
        public var label: Texts {
            switch self {
            case .drug: Texts(fr: "médicament", en: "drug")
            case .bloodProduct: Texts(fr: "produit sanguin", en: "blood product")
            case .medicalDevice: Texts(fr: "dispositif médical", en: "medical device")
            case .policy: Texts(fr: "politique publique", en: "public policy")
            }
        }
    }

    /// The keeper's slug.
    public let id: String
    /// The id of the organization that commented.
    public let organization: String
    /// What it is called; at least one name.
    public let names: LocalizedText
    /// The body that consulted, such as INESSS.
    public let body: String
    /// What was evaluated.
    public let technology: Technology
    /// The ids of the conditions that it is about.
    public let conditions: [String]
    /// When it opened.
    public let opened: CalendarDate?
    /// When it closed.
    public let closed: CalendarDate?
    /// The page of what the organization submitted.
    public let submission: IRI?
    /// Where the row comes from.
    public let evidence: Evidence

    /// A consultation by what is known of it.
    /// - Parameters:
    ///   - id: a slug of lower-case letters, digits and single hyphens.
    ///   - organization: the id of the organization that commented.
    public init(
        id: String, organization: String, names: LocalizedText, body: String, technology: Technology,
        conditions: [String] = [], opened: CalendarDate? = nil, closed: CalendarDate? = nil, submission: IRI? = nil,
        evidence: Evidence = Evidence()
    ) {
        self.id = id
        self.organization = organization
        self.names = names
        self.body = body
        self.technology = technology
        self.conditions = conditions
        self.opened = opened
        self.closed = closed
        self.submission = submission
        self.evidence = evidence
    }
}
