public import Localization

/// What organizations speak for: a disease, a group of diseases, another state of health, or a general notion.
public struct Condition: Sendable {
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

    /// Other names, by language.
    public struct Synonyms: Sendable {
        /// French names.
        public let french: [String]
        /// English names.
        public let english: [String]
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
