public import Localization

/// That an organization speaks for the community of people who live with a condition.
public struct Representation: Sendable, Hashable, Codable {
    /// How much a representation covers. It is worked out by a rule, not read.
    public enum Scope: String, SchemeConcept {
        public static let scheme = "scope"

        /// The condition itself.
        case exact
        /// The conditions of a group.
        case group
        /// Everyone with a rare disease.
        case allRareDiseases = "all-rare-diseases"

        /// The name of the scope.
        public var label: Texts {
            switch self {
            case .exact: Texts(fr: "l'affection même", en: "the condition itself")
            case .group: Texts(fr: "un groupe d'affections", en: "a group of conditions")
            case .allRareDiseases: Texts(fr: "toutes les maladies rares", en: "all rare diseases")
            }
        }
    }

    /// The id of the condition.
    public let condition: String
    /// How much it covers.
    public let scope: Scope

    /// A representation of a condition, by its id.
    public init(condition: String, scope: Scope) {
        self.condition = condition
        self.scope = scope
    }
}
