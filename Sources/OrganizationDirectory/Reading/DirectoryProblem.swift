internal import ByteText
public import Localization

/// Something wrong with the files of a directory, at a place, to be said in either language.
public struct DirectoryProblem: Error, Sendable, Hashable {
    /// A place in the files of a directory.
    public struct Place: Sendable, Hashable {
        /// The file.
        public let file: String
        /// The line, counted from 1; `nil` where the file as a whole is meant.
        public let line: Int?
        /// The heading of the column, or the key.
        public let column: String?
        /// Where the column or key stands in its line, counted from 0; only for sorting.
        let order: Int

        /// A place; all but the file may be unknown.
        public init(file: String, line: Int? = nil, column: String? = nil, order: Int = -1) {
            self.file = file
            self.line = line
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

    /// Whether the directory can be published all the same.
    public var isWarning: Bool { message.isWarning }

    /// `organizations.csv:42:conditions: unknown condition “xyz”; did you mean “xy”?`
    public func text(in language: Language) -> String {
        let parts = [place.file, place.line.map(String.init), place.column].compactMap(\.self)
        guard let suggestion else {
            return parts.joined(separator: ":") + ": " + message.text(in: language, arguments: arguments)
        }
        // Where both look the same, what differs is named by its code point.
        let other = arguments.first { LookAlike.areSame($0, suggestion) } ?? suggestion
        let meant = DirectoryMessage.didYouMean.text(in: language, LookAlike.revealed(suggestion, beside: other))
        let shown = arguments.map { LookAlike.revealed($0, beside: suggestion) }
        return parts.joined(separator: ":") + ": " + message.text(in: language, arguments: shown) + meant
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

    /// Notes a problem.
    func report(
        _ message: DirectoryMessage, _ arguments: [String] = [], at place: DirectoryProblem.Place,
        suggestion: String? = nil
    ) {
        problems.append(
            DirectoryProblem(
                place: place, message: message, arguments: arguments.map(\.shortened), suggestion: suggestion))
    }
}

extension String {
    /// At most 120 characters, so that a message stays a line; control characters are shown, not sent to a terminal.
    var shortened: String {
        var result = ""
        for (number, scalar) in unicodeScalars.enumerated() {
            if number == 120 { return result + "…" }
            result.unicodeScalars.append(scalar.isInvisibleControl ? "\u{FFFD}" : scalar)
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
}
