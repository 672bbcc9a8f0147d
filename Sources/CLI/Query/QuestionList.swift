internal import Localization
internal import Questions

/// The ready-made questions, as `lys query --list` shows them: name, title, parameters with their values.
struct QuestionList {
    let library: QuestionLibrary

    /// Writes the list to standard output.
    func write() throws {
        let questions = try library.questions()
        let width = questions.map(\.name.count).max() ?? 0
        var text = ""
        for question in questions {
            text += question.name + String(repeating: " ", count: width - question.name.count + 2)
            text += question.title[.current] + "\n"
            for parameter in question.parameters {
                let line = QueryMessage.parameters.text(
                    in: .current, parameter.name, parameter.defaultValue.shellQuoted, parameter.description[.current])
                text += String(repeating: " ", count: width + 2) + line + "\n"
            }
        }
        try Console.write(Array(text.utf8))
    }
}

extension String {
    /// The text as one word of a shell.
    fileprivate var shellQuoted: String {
        let isPlain = utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return isPlain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
