public import Localization

/// A text in French, in English, or in both: as the directory has it, never translated.
public struct LocalizedText: Sendable, Hashable, Codable {
    /// The French text, if there is one.
    public let french: String?
    /// The English text, if there is one.
    public let english: String?

    /// Both texts; `nil` where there is none.
    public init(fr french: String? = nil, en english: String? = nil) {
        self.french = french
        self.english = english
    }

    /// The text in a language.
    public subscript(language: Language) -> String? {
        switch language {
        case .french: french
        case .english: english
        }
    }

    /// The texts that there are, French first.
    public var pairs: [(language: Language, text: String)] {
        Language.allCases.compactMap { language in self[language].map { (language, $0) } }
    }

    /// Whether there is no text.
    public var isEmpty: Bool { french == nil && english == nil }

    /// The text in a language, or in the other one where it is missing.
    public func text(preferring language: Language) -> String? { self[language] ?? french ?? english }
}
