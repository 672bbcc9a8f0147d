internal import ByteText
public import Localization

/// Something wrong with the files of a directory, at a place, to be said in either language.
public struct DirectoryProblem: Error, Sendable, Hashable {
    /// A place in the files of a directory.
    public struct Place: Sendable, Hashable {
        /// The file.
        public let file: String
        /// The row as a sheet program counts them, from 1, the headings being row 1; in a file that is no sheet, the
        /// line. `nil` where the file as a whole is meant.
        public let line: Int?
        /// The line of the text, where a sheet has line breaks in its cells, so that it is another number.
        public let textLine: Int?
        /// The heading of the column, or the key.
        public let column: String?
        /// Where the column or key stands in its line, counted from 0; only for sorting.
        let order: Int

        /// A place; all but the file may be unknown.
        public init(
            file: String, line: Int? = nil, textLine: Int? = nil, column: String? = nil, order: Int = -1
        ) {
            self.file = file
            self.line = line
            self.textLine = textLine == line ? nil : textLine
            self.column = column
            self.order = order
        }
    }

    /// Where it is.
    public let place: Place
    /// What is wrong.
    public let message: DirectoryMessage
    /// What the message has places for.
    public let arguments: [String]
    /// A word that may have been meant.
    public let suggestion: String?
    /// The words of the closed list that the cell takes, the nearest first.
    public let choices: [Choice]
    /// Whether a problem before this one has told the same words already.
    public private(set) var choicesAreAbove = false

    /// A word that a cell takes, and what it stands for.
    public struct Choice: Sendable, Hashable {
        /// How our own sheets write it.
        public let code: String
        /// Its name, which may be written as well.
        public let label: Texts?
    }

    /// Whether the directory can be published all the same.
    public var isWarning: Bool { message.isWarning }

    /// `organizations.csv:42:conditions: unknown condition “xyz”; did you mean “xy”?`
    public func text(in language: Language) -> String {
        let parts = [place.file, place.line.map(String.init), place.column].compactMap(\.self)
        let line = place.textLine.map { DirectoryMessage.textLine.text(in: language, String($0)) } ?? ""
        // The reader of YAML speaks English only.
        let arguments = message == .yamlSyntax ? arguments.map { YAMLWords.text($0, in: language) } : arguments
        // Where a word and its suggestion look the same, what differs is named by its code point.
        let shown = arguments.map { LookAlike.revealed($0, beside: suggestion ?? $0) }
        return parts.joined(separator: ":") + ": " + message.text(in: language, arguments: shown)
            + meant(in: language) + line + told(in: language)
    }

    private func meant(in language: Language) -> String {
        guard let suggestion else { return "" }
        guard choices.isEmpty else {
            // The nearest choice is told with its label.
            let choice = choices.first { $0.code == suggestion } ?? Choice(code: suggestion, label: nil)
            return DirectoryMessage.didYouMean.text(in: language, choice.text(in: language))
        }
        let other = arguments.first { LookAlike.areSame($0, suggestion) } ?? suggestion
        let word = LookAlike.revealed(suggestion, beside: other)
        return DirectoryMessage.didYouMean.text(in: language, DirectoryMessage.quoted.text(in: language, word))
    }

    private func told(in language: Language) -> String {
        if choices.isEmpty { return "" }
        // A question ends its sentence.
        let end = suggestion == nil ? ". " : " "
        if choicesAreAbove { return end + DirectoryMessage.choicesAbove.text(in: language) }
        let list = choices.map { $0.text(in: language) }.joined(separator: ", ")
        return end + DirectoryMessage.choices.text(in: language, list)
    }

    /// Problems in their order, each list of words told where it is needed first.
    static func tellingListsOnce(_ problems: [DirectoryProblem]) -> [DirectoryProblem] {
        var told: Set<Set<Choice>> = []
        return problems.map { problem in
            guard !problem.choices.isEmpty, !told.insert(Set(problem.choices)).inserted else { return problem }
            var problem = problem
            problem.choicesAreAbove = true
            return problem
        }
    }
}

extension DirectoryProblem.Choice {
    /// `« awareness » (sensibilisation du public)`
    fileprivate func text(in language: Language) -> String {
        let quoted = DirectoryMessage.quoted.text(in: language, code)
        guard let name = label?[language], name != code else { return quoted }
        return quoted + " (" + name + ")"
    }
}

extension DirectoryProblem: Comparable {
    /// By file, line and column, then by message.
    public static func < (left: DirectoryProblem, right: DirectoryProblem) -> Bool {
        let (one, other) = (left.place, right.place)
        if one.file != other.file { return one.file.utf8.lexicographicallyPrecedes(other.file.utf8) }
        if one.line != other.line { return (one.line ?? 0) < (other.line ?? 0) }
        if one.order != other.order { return one.order < other.order }
        if left.message != right.message { return left.message.order < right.message.order }
        return left.arguments.joined(separator: "\n").utf8.lexicographicallyPrecedes(
            right.arguments.joined(separator: "\n").utf8)
    }
}

extension DirectoryMessage {
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Where readers of one directory leave what they find.
final class ProblemLog {
    private(set) var problems: [DirectoryProblem] = []
    /// How much may still be done to find the words that were meant.
    let budget = WorkBudget()

    /// Notes a problem.
    func report(
        _ message: DirectoryMessage, _ arguments: [String] = [], at place: DirectoryProblem.Place,
        suggestion: String? = nil, choices: [DirectoryProblem.Choice] = []
    ) {
        problems.append(
            DirectoryProblem(
                place: place, message: message, arguments: arguments.map(\.shortened), suggestion: suggestion,
                choices: choices))
    }

    private var lists: [ObjectIdentifier: Any] = [:]

    /// The list of all words of a type, made once.
    func list<Word: ClosedWord>(of type: Word.Type) -> ClosedList<Word> {
        if let list = lists[ObjectIdentifier(type)] as? ClosedList<Word> { return list }
        let list = ClosedList(type)
        lists[ObjectIdentifier(type)] = list
        return list
    }
}

extension String {
    /// At most 120 characters, so that a message stays a line; control characters are shown, not sent to a terminal.
    var shortened: String {
        var result = ""
        for (number, scalar) in unicodeScalars.enumerated() {
            if number == 120 { return result + "…" }
            let isBreak = scalar == "\n" || scalar == "\r"
            result.unicodeScalars.append(isBreak ? "⏎" : scalar.isInvisibleControl ? "\u{FFFD}" : scalar)
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Controls, noncharacters, and format characters that hide or turn what stands around them.
    var isInvisibleControl: Bool {
        switch value {
        case 0...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFDD0...0xFDEF, 0xFEFF,
            0xFFF9...0xFFFD:
            true
        default: value & 0xFFFE == 0xFFFE
        }
    }

    /// Whether it may be taken out of a text without a loss: soft hyphens, what has no width, and marks of direction
    /// that turn nothing.
    var isRemovable: Bool {
        switch value {
        case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: true
        default: false
        }
    }
}
