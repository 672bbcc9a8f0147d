public import Localization

/// A question that people ask, kept as a query with a header that says what it answers.
///
/// The header is the run of comment lines at the beginning of a `.rq` file:
///
///     # title@fr Organismes pour une maladie
///     # title@en Organizations for a condition
///     # description@fr …
///     # description@en …
///     # parameter condition: text = "fibrose kystique"@fr
///     # condition@fr Le nom de la maladie, en français ou en anglais.
///     # condition@en The name of the condition, in French or in English.
///
/// A text too long for one line goes on in the next line of the same key. In the query, a `VALUES` of the parameter
/// alone gives the same default, so that the file runs unchanged in any engine; see ``Query/binding(_:)``.
///
/// Every parameter has a kind, a value that is taken where none is given, and a description in both languages.
public struct Question: Sendable {
    /// The name by which `lys query` knows it: that of its file, without `.rq`.
    public let name: String
    /// What it asks, in a few words.
    public let title: Texts
    /// What it answers, and how to read the answer.
    public let description: Texts
    /// Its parameters, in the order of the header.
    public let parameters: [Parameter]
    /// The whole text of the file, header included: a query in SPARQL.
    public let text: String

    /// A variable of a question whose value is given when it is asked.
    public struct Parameter: Sendable {
        /// The name of the variable, without its question mark.
        public let name: String
        /// What kind of term it takes.
        public let kind: Kind
        /// The value where none is given, as it stands in the header.
        public let defaultValue: String
        /// What it means.
        public let description: Texts
    }

    /// The kinds of terms that parameters take.
    public enum Kind: String, CaseIterable, Sendable {
        /// A text, with a language or without.
        case text
        /// An IRI, written in angle brackets or with a prefix.
        case iri
        /// An integer.
        case integer
        /// A language tag, as a text.
        case language
        /// A text that names a condition of the data.
        case condition
        /// A text that names an organization of the data.
        case organization
        /// The IRI of a role, or of a group of roles; its names and its last part stand for it.
        case role
        /// The IRI of a territory; its names and its last part stand for it.
        case territory
        /// A code of Orphanet, in any of its forms.
        case orpha
        /// A code of MONDO, in any of its forms.
        case mondo
        /// A code of OMIM, in any of its forms.
        case omim
        /// A code of ICD-10 or its beginning, in any of its forms.
        case icd10

        /// Whether a value may be looked up in the data, where its things have names.
        public var namesThings: Bool {
            switch self {
            case .text, .iri, .integer: false
            case .language, .condition, .organization, .role, .territory, .orpha, .mondo, .omim, .icd10: true
            }
        }

        /// The names of all kinds, as a header may have them.
        static let names = allCases.map(\.rawValue)
    }
}

/// Something wrong with a question or with what it is asked.
public struct QuestionError: Error, Sendable {
    /// What is wrong.
    public let message: QuestionMessage
    /// What fills the places of the message.
    public let arguments: [String]

    /// An error of a message.
    public init(_ message: QuestionMessage, _ arguments: String...) {
        self.message = message
        self.arguments = arguments
    }

    /// The error in a language.
    public func text(in language: Language) -> String { message.text(in: language, arguments: arguments) }
}
