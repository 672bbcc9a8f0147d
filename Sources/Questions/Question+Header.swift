internal import Localization

extension Question {
    /// Reads a question from the text of its file.
    /// - Throws: ``QuestionError`` where the header lacks something or has a line it cannot have.
    public init(name: String, text: String) throws(QuestionError) {
        var header = Header(name: name)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.hasPrefix("#") else { break }
            try header.read(line.dropFirst().drop { $0 == " " }, number: number + 1)
        }
        self.name = name
        self.text = text
        title = try header.texts("title", missing: .noTitle)
        description = try header.texts("description", missing: .noDescription)
        var parameters: [Parameter] = []
        for (parameter, kind, value) in header.parameters {
            let description = try header.texts(parameter, missing: nil)
            parameters.append(Parameter(name: parameter, kind: kind, defaultValue: value, description: description))
        }
        self.parameters = parameters
    }

    /// Whether a text means to be a question: its first comments name a title or a parameter. Any other `.rq` file may
    /// begin with comments of its own.
    public static func hasHeader(_ text: String) -> Bool {
        // Line by line, since a query may be long where its comments are not.
        var text = text[...]
        while text.hasPrefix("#") {
            let line = text.prefix { $0 != "\n" && $0 != "\r\n" }
            text = text[line.endIndex...].dropFirst()
            let rest = line.dropFirst().drop { $0 == " " }
            if rest.hasPrefix("title@") || rest.hasPrefix("parameter ") { return true }
        }
        return false
    }

    /// The header's lines, taken apart.
    private struct Header {
        let name: String
        var parameters: [(name: String, kind: Kind, value: String)] = []
        private var described: [(key: String, text: String)] = []

        init(name: String) { self.name = name }

        /// `title@fr …`, `parameter name: kind = term`; an empty line separates.
        mutating func read(_ line: Substring, number: Int) throws(QuestionError) {
            let line = line.trimmingBlanks()
            guard !line.isEmpty else { return }
            if line.hasPrefix("parameter ") {
                try readParameter(line.dropFirst("parameter ".count), number: number, line: line)
            } else if let space = line.firstIndex(of: " "), line[..<space].contains("@") {
                described.append((String(line[..<space]), String(line[space...].trimmingBlanks())))
            } else {
                throw QuestionError(.badHeaderLine, name, String(number), String(line))
            }
        }

        private mutating func readParameter(
            _ rest: Substring, number: Int, line: Substring
        ) throws(QuestionError) {
            guard let colon = rest.firstIndex(of: ":"), let equals = rest[colon...].firstIndex(of: "=") else {
                throw QuestionError(.badHeaderLine, name, String(number), String(line))
            }
            let kindName = String(rest[rest.index(after: colon)..<equals].trimmingBlanks())
            guard let kind = Kind(rawValue: kindName) else {
                throw QuestionError(
                    .unknownKind, name, String(number), kindName, Kind.names.joined(separator: ", "))
            }
            let value = rest[rest.index(after: equals)...].trimmingBlanks()
            parameters.append((String(rest[..<colon].trimmingBlanks()), kind, String(value)))
        }

        /// The texts of a key in both languages.
        func texts(_ key: String, missing: QuestionMessage?) throws(QuestionError) -> Texts {
            func text(_ language: Language) throws(QuestionError) -> String {
                let lines = described.filter { $0.key == "\(key)@\(language.rawValue)" }.map(\.text)
                let text = lines.joined(separator: " ")
                if !lines.isEmpty { return language == .french ? text.withFrenchSpaces : text }
                if let missing { throw QuestionError(missing, name, language.rawValue) }
                throw QuestionError(.undescribedParameter, name, key, language.rawValue)
            }
            return Texts(fr: try text(.french), en: try text(.english))
        }
    }
}

extension Substring {
    /// The text without blanks at its ends.
    fileprivate func trimmingBlanks() -> Substring {
        var trimmed = self
        while let last = trimmed.last, last.isWhitespace { trimmed.removeLast() }
        return trimmed.drop { $0.isWhitespace }
    }
}
