/// That an organization plays a role, perhaps for a condition, with stakeholders, for a time.
public struct Activity: Sendable, Hashable, Codable {
    /// The role.
    public let role: Role
    /// The id of the condition that it is about, where one is named.
    public let condition: String?
    /// Whom the organization deals with in it.
    public let stakeholders: [Stakeholder]
    /// When it began.
    public let since: FoundingDate?
    /// When it ended.
    public let until: FoundingDate?
    /// Where it comes from; `nil` where the row of the organization says it.
    public let evidence: Evidence?

    /// An activity; only the role is needed.
    public init(
        _ role: Role, condition: String? = nil, stakeholders: [Stakeholder] = [], since: FoundingDate? = nil,
        until: FoundingDate? = nil, evidence: Evidence? = nil
    ) {
        self.role = role
        self.condition = condition
        self.stakeholders = stakeholders
        self.since = since
        self.until = until
        self.evidence = evidence
    }
}
