public import RDFModel

/// A programme that pays for research, or speeds up access to innovation.
public struct Programme: Sendable {
    /// What a programme is for.
    public enum Kind: String, CaseIterable, Sendable {
        /// It pays for research.
        case researchFunding = "research-funding"
        /// It speeds up access to innovation.
        case accessToInnovation = "access-to-innovation"
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

/// That an organization commented in a public evaluation or consultation.
public struct Consultation: Sendable {
    /// What was evaluated.
    public enum Technology: String, CaseIterable, Sendable {
        /// A drug.
        case drug
        /// A product of blood.
        case bloodProduct = "blood-product"
        /// A medical device.
        case medicalDevice = "medical-device"
        /// A policy, a bill, a plan.
        case policy
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
}

/// That an organization belongs to another.
public struct Membership: Sendable {
    /// How an organization belongs to another.
    public enum Kind: String, CaseIterable, Sendable {
        /// A member of its own right.
        case member
        /// A part: a chapter, a section, a division.
        case chapter
    }

    /// The id of the organization that belongs.
    public let member: String
    /// The id of the organization to which it belongs.
    public let group: String
    /// How it belongs.
    public let kind: Kind
    /// When it began.
    public let since: FoundingDate?
    /// When it ended.
    public let until: FoundingDate?
    /// Where the row comes from.
    public let evidence: Evidence
}
