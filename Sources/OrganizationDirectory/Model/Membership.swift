public import Localization

/// That an organization belongs to another.
public struct Membership: Sendable, Hashable, Codable {
    /// How an organization belongs to another.
    public enum Kind: String, SchemeConcept {
        public static let scheme = "membership-kind"

        /// A member of its own right.
        case member
        /// A part: a chapter, a section, a division.
        case chapter

        /// The name of the kind.
        public var label: Texts {
            switch self {
            case .member: Texts(fr: "membre", en: "member")
            case .chapter: Texts(fr: "section", en: "chapter")
            }
        }

        public var otherNames: [String] { self == .chapter ? ["chapitre", "division", "section locale"] : [] }
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

    /// A membership of one organization in another, both by their ids.
    public init(
        member: String, group: String, kind: Kind, since: FoundingDate? = nil, until: FoundingDate? = nil,
        evidence: Evidence = Evidence()
    ) {
        self.member = member
        self.group = group
        self.kind = kind
        self.since = since
        self.until = until
        self.evidence = evidence
    }
}
