public import Localization

/// What organizations speak for: a disease, a group of diseases, another state of health, or a general notion.
public struct Condition: Sendable, Hashable, Codable {
    /// The keeper's slug, unique among conditions and stable for ever.
    public let id: String
    /// The labels used in the sheets; both languages are there.
    public let labels: LocalizedText
    /// Other names, by language.
    public let synonyms: Synonyms
    /// The codes, in the order of ``CodeSystem``, at most one a system.
    public let codes: [Code]
    /// What the sheet says about rarity; `nil` where it says nothing.
    public let isRare: Bool?
    /// How well the codes were checked; `nil` where there is none.
    public let codeCheck: CodeCheck?
    /// The ids of the conditions that contain this one.
    public let broader: [String]
    /// Where the row comes from.
    public let evidence: Evidence

    /// A condition by what is known of it.
    /// - Parameters:
    ///   - id: a slug of lower-case letters, digits and single hyphens.
    ///   - labels: a label in each language.
    public init(
        id: String, labels: LocalizedText, synonyms: Synonyms = Synonyms(), codes: [Code] = [], isRare: Bool? = nil,
        codeCheck: CodeCheck? = nil, broader: [String] = [], evidence: Evidence = Evidence()
    ) {
        self.id = id
        self.labels = labels
        self.synonyms = synonyms
        self.codes = codes
        self.isRare = isRare
        self.codeCheck = codeCheck
        self.broader = broader
        self.evidence = evidence
    }

    /// Other names, by language.
    public struct Synonyms: Sendable, Hashable, Codable {
        /// French names.
        public let french: [String]
        /// English names.
        public let english: [String]

        /// Other names, in the order in which they are shown.
        public init(french: [String] = [], english: [String] = []) {
            self.french = french
            self.english = english
        }
    }

    /// How well codes were checked against published tables.
    public enum CodeCheck: String, SchemeConcept {
        public static let scheme = "code-check"

        /// Every code was found for that very term.
        case verified
        /// The MONDO term is the nearest one, not the same.
        case close

        /// The name of the result.
        public var label: Texts {
            switch self {
            case .verified: Texts(fr: "codes vérifiés", en: "codes verified")
            case .close: Texts(fr: "terme MONDO voisin", en: "near MONDO term")
            }
        }

        public var otherNames: [String] {
            self == .verified ? ["vérifié", "vérifiés"] : ["proche", "proches", "approché"]
        }
    }

    /// Whether the MONDO term is only near this condition.
    public var mondoIsClose: Bool { codeCheck == .close }

    /// Whether the row shows a medical condition: a code stands beside it, and the sheet does not leave rarity open as
    /// it does for general notions. Ostomy and preterm birth, for instance, have no code, and so are concepts only.
    public var isMedicalCondition: Bool { !codes.isEmpty && isRare != nil }

    /// Whether the sheet names it a group of disorders: in the note, in the words of the Orphanet nomenclature.
    var isOrphanetGroup: Bool { evidence.note?.contains("ORPHA level: group of disorders") ?? false }
}
