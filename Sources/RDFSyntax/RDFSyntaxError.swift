public import ByteText
public import Localization

/// What is wrong with a document, and where.
public struct RDFSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, as a message of the catalogue.
    public let problem: SyntaxMessage
    /// What fills the places of the message.
    public let arguments: [String]
    /// From where to where; empty at the end of a text.
    public let range: Range<TextPosition>
    /// What the document is called; empty where it has no name.
    public let sourceName: String
    /// The text at the place, shortened to what a line can show; empty at the end of a text.
    public let offendingText: String

    /// An error at a place.
    public init(
        _ problem: SyntaxMessage, arguments: [String] = [], at range: Range<TextPosition>, sourceName: String = "",
        offendingText: String = ""
    ) {
        self.problem = problem
        self.arguments = arguments
        self.range = range
        self.sourceName = sourceName
        self.offendingText = offendingText
    }

    /// What is wrong, in a language.
    public func message(in language: Language) -> String { problem.text(in: language, arguments: arguments) }

    /// What is wrong, in English.
    public var message: String { message(in: .english) }

    /// `name:line:column: message: “text”`, lines and columns from 1, in a language.
    public func description(in language: Language) -> String {
        let place = sourceName.isEmpty ? "\(range.lowerBound)" : "\(sourceName):\(range.lowerBound)"
        let (open, close, colon) = language == .french ? ("«\u{A0}", "\u{A0}»", "\u{A0}: ") : ("“", "”", ": ")
        // What is too long is of no use to show, and its end is far away.
        if problem == .statementTooLong { return "\(place): \(message(in: language))" }
        let text =
            offendingText.isEmpty ? SyntaxMessage.textEndsHere.text(in: language) : open + offendingText + close
        return "\(place): \(message(in: language))\(colon)\(text)"
    }

    /// `name:line:column: message: “text”`, in English.
    public var description: String { description(in: .english) }
}
