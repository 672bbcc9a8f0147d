import Foundation
import RDFModel
import TestSupport
import Testing

/// A line of `cases.tsv`: a question, the values of its parameters, and a file beside the directory.
struct AnswerCase: Sendable, CustomTestStringConvertible {
    /// The name of the file in `Expected/`, without its suffix.
    let name: String
    /// The question.
    let question: String
    /// The values, as `name=term`.
    let bindings: [String]
    /// A file of `Fixtures/`, if the question is about one.
    let data: String?

    var testDescription: String { name }

    static let folder = Suites.projectRoot.appending(path: "Tests/QuestionsTests")

    /// All lines.
    static let all: [AnswerCase] = {
        let text = (try? String(contentsOf: folder.appending(path: "cases.tsv"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return AnswerCase(
                name: cells[0], question: cells[1],
                bindings: cells[2].components(separatedBy: " & ").filter { $0 != "" },
                data: cells[3].isEmpty ? nil : cells[3])
        }
    }()

    /// The lines that pyoxigraph answered with, by `expected.py`.
    func expected(_ suffix: String) throws -> [String] {
        let url = Self.folder.appending(path: "Expected/\(name).\(suffix)")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast().map(String.init)
    }
}

extension Term {
    /// The term as pyoxigraph writes it in TSV: numbers and truth values bare, as in Turtle.
    var inTSV: String {
        guard case .literal(let literal) = self else { return description }
        let bare = [XSD.integer, XSD.decimal, XSD.double, XSD.boolean]
        guard !bare.contains(literal.datatype) else { return literal.lexicalForm }
        var text = ""
        for scalar in literal.lexicalForm.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return Literal.described(text, like: literal)
    }
}

extension Literal {
    /// A text in the quotation marks, language and datatype of another.
    fileprivate static func described(_ text: String, like other: Literal) -> String {
        if let language = other.language { return "\"\(text)\"@\(language)" }
        return other.datatype == XSD.string ? "\"\(text)\"" : "\"\(text)\"^^\(other.datatype)"
    }
}
