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
