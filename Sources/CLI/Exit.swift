internal import Localization
internal import SPARQLResults

/// The end of a run: a status, and what is said about it on standard error.
struct Exit: Error {
    /// The exit code.
    let status: ExitStatus
    /// What is said; nothing where it has been said already.
    let text: String?

    /// An end of which everything has been said.
    init(_ status: ExitStatus) {
        self.status = status
        text = nil
    }

    /// An end with a message, in the language of this run. A line break in an argument, such as a file's name, begins no
    /// line of the message.
    init(_ status: ExitStatus, _ message: any Message, _ arguments: String...) {
        self.status = status
        text = message.text(in: .current, arguments: arguments.map(TerminalText.escaped))
    }

    /// An end with a text.
    init(_ status: ExitStatus, text: String) {
        self.status = status
        self.text = text
    }
}
