public import ByteText
internal import JSONText
public import Localization

/// What is wrong in a document of query results, and where.
public struct ResultsSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, as a message of the catalogue.
    public let problem: ResultsMessage
    /// What fills the places of the message.
    public let arguments: [String]
    /// The place in the text; `nil` in JSON, whose values are read before they are understood.
    public let position: TextPosition?
    /// The value at fault in JSON, such as `results.bindings[3].name`; empty elsewhere.
    public let place: String
    /// Why a text is no JSON.
    private let cause: JSONError?

    /// An error at a place.
    public init(_ problem: ResultsMessage, _ arguments: String..., at position: TextPosition? = nil) {
        self.init(ResultsFault(problem, arguments), at: position)
    }

    /// What a reader has found, at a place.
    init(_ fault: ResultsFault, at position: TextPosition? = nil, place: String = "", cause: JSONError? = nil) {
        problem = fault.problem
        arguments = fault.arguments
        self.position = position
        self.place = place
        self.cause = cause
    }

    /// What is wrong, in a language, without the place.
    public func message(in language: Language) -> String {
        let message = problem.text(in: language, arguments: arguments)
        guard let cause else { return message }
        return message + (language == .french ? "\u{A0}: " : ": ") + cause.message(in: language)
    }

    /// The place and the message, in a language.
    public func description(in language: Language) -> String {
        let places = [position.map { "\($0)" } ?? "", place].filter { !$0.isEmpty }
        return (places + [message(in: language)]).joined(separator: ": ")
    }

    /// The place and the message, in English.
    public var description: String { description(in: .english) }
}
