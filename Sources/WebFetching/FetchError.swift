public import Localization

/// Why something could not be fetched.
public struct FetchError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why, as a message of the catalogue.
    public let problem: FetchMessage
    /// What fills the places of the message.
    public let arguments: [String]

    /// An error.
    public init(_ problem: FetchMessage, _ arguments: String...) {
        self.problem = problem
        self.arguments = arguments
    }

    /// Why, in a language.
    public func text(in language: Language) -> String { problem.text(in: language, arguments: arguments) }

    /// Why, in English.
    public var description: String { text(in: .english) }
}
