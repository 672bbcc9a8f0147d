public import Localization

/// A word of a closed list.
///
/// The raw value is what our own sheets write; a keeper may as well write the label in either language, in any case and
/// without its accents.
public protocol ClosedWord: CaseIterable, RawRepresentable<String>, Sendable, Codable {
    /// The name of what the word stands for.
    var label: Texts { get }
    /// Other ways to write it: plurals, feminine forms, abbreviations.
    var otherNames: [String] { get }
}

extension ClosedWord {
    public var otherNames: [String] { [] }
}

/// Yes or no, as keepers of sheets write it.
enum YesOrNo: String, ClosedWord {
    case yes, no

    var label: Texts {
        switch self {
        case .yes: Texts(fr: "oui", en: "yes")
        case .no: Texts(fr: "non", en: "no")
        }
    }

    var otherNames: [String] {
        switch self {
        case .yes: ["vrai", "true", "o", "y", "x", "1", "✓", "✔"]
        case .no: ["faux", "false", "n", "0"]
        }
    }
}
