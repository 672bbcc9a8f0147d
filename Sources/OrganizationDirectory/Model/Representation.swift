/// That an organization speaks for the community of people who live with a condition.
public struct Representation: Sendable {
    /// How much a representation covers. It is worked out, not read: see ``Directory/scope(of:)``.
    public enum Scope: String, CaseIterable, Sendable {
        /// The condition itself.
        case exact
        /// The conditions of a group.
        case group
        /// Everyone with a rare disease.
        case allRareDiseases = "all-rare-diseases"
    }

    /// The id of the condition.
    public let condition: String
    /// How much it covers.
    public let scope: Scope
}
