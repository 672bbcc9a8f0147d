/// A message of the catalogue: one case, two languages.
///
/// The catalogue is the set of enums in this module that conform; an exhaustive `switch` gives every case its two
/// texts, so that the compiler refuses a message that lacks one, and a test compares their places.
///
/// A text has places for its arguments: `{0}`, `{1}`, …, and words that follow a number: `{0:problem|problems}` takes
/// the first form where argument 0 is singular in the language (one in English, none or one in French).
public protocol Message: Sendable {
    /// The two texts of the message.
    var texts: Texts { get }
}

/// The same text in both languages.
public struct Texts: Sendable, Hashable, Codable {
    /// The French text.
    public let french: String
    /// The English text.
    public let english: String

    /// Both texts; none may be empty. French gets its no-break spaces here.
    public init(fr french: String, en english: String) {
        self.french = french.withFrenchSpaces
        self.english = english
    }

    /// The text in a language, its places not filled.
    public subscript(language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }
}

extension Message {
    /// The message in a language, with its places filled.
    public func text(in language: Language, _ arguments: String...) -> String {
        text(in: language, arguments: arguments)
    }

    /// The message in a language, with its places filled.
    public func text(in language: Language, arguments: [String]) -> String {
        Template(texts[language]).filled(with: arguments, in: language)
    }
}
