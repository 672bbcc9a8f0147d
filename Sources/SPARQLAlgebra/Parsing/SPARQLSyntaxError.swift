public import ByteText
public import Localization

/// A text that is no query or update: what is wrong, where, what was expected and what would mend it.
///
/// The error holds a message and its arguments rather than a sentence, so that it can be said in either language.
public struct SPARQLSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Something that the grammar allows at a place.
    public enum Expectation: Hashable, Sendable {
        /// A keyword or a sign, as it is written.
        case token(String)
        /// A kind of thing.
        case construct(SPARQLConstruct)
    }

    /// What would mend the text.
    public enum Suggestion: Hashable, Sendable {
        /// Another word, as it is written.
        case word(String)
        /// A line to add to the beginning.
        case line(String)
    }

    /// What is wrong.
    public let message: SPARQLMessage
    /// What the message speaks of.
    public let arguments: [String]
    /// What was expected; perhaps empty.
    public let expected: [Expectation]
    /// What would mend it, if that can be guessed.
    public let suggestion: Suggestion?
    /// Where it is wrong; empty at the end of the text.
    public let range: Range<TextPosition>
    /// The line in which the range begins, or the part of a long line around it.
    public let excerpt: String
    /// The column of the excerpt, in Unicode scalars from 0, under which the caret stands.
    public let excerptColumn: Int

    /// The sentence: what is wrong, what was expected, what to do.
    public func explanation(in language: Language) -> String {
        var parts = [message.text(in: language, arguments: arguments)]
        if !expected.isEmpty { parts.append(SPARQLHint.expected.text(in: language, expectation(in: language))) }
        switch suggestion {
        case nil: break
        case .word(let word): parts.append(SPARQLHint.didYouMean.text(in: language, word))
        case .line(let line): parts.append(SPARQLHint.addLine.text(in: language, line))
        }
        return parts.dropFirst().reduce(parts[0]) { SPARQLHint.and.text(in: language, $0, $1) }
    }

    /// The place and the sentence on one line, then the line of the text and a caret under the place.
    ///
    /// - Parameter source: the name of the file, printed before the line and column.
    public func rendered(in language: Language, source: String? = nil) -> String {
        let width = max(1, range.lowerBound.line == range.upperBound.line ? rangeWidth : 1)
        // Tabs are kept before the caret, so that it stands under its place whatever their width.
        let margin = String(
            String.UnicodeScalarView(excerpt.unicodeScalars.prefix(excerptColumn).map { $0 == "\t" ? "\t" : " " }))
        let place = (source.map { $0 + ":" } ?? "") + range.lowerBound.description
        return """
            \(place): \(explanation(in: language))
            \(excerpt)
            \(margin)\(String(repeating: "^", count: width))
            """
    }

    /// The error in English, with the line it is in.
    public var description: String { rendered(in: .english) }

    private var rangeWidth: Int {
        min(range.upperBound.column - range.lowerBound.column, excerpt.unicodeScalars.count - excerptColumn)
    }

    private func expectation(in language: Language) -> String {
        let names = expected.map { expectation in
            switch expectation {
            case .token(let token): SPARQLHint.quoted.text(in: language, token)
            case .construct(let construct): construct.texts[language]
            }
        }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return SPARQLHint.or.text(in: language, names.dropLast().joined(separator: ", "), last)
    }
}
