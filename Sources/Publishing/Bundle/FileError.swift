public import Localization

/// What went wrong with a file or folder, and where.
public struct FileError: Error, Sendable {
    /// What went wrong.
    public let message: FileMessage
    /// The path, as the caller gave it.
    public let path: String
    /// What else there is to say: another name, say.
    public let reason: String
    /// The number that the system gave for it, where it gave one.
    private let code: Int32?

    /// An error about a path.
    public init(_ message: FileMessage, path: String, reason: String = "") {
        self.message = message
        self.path = path
        self.reason = reason
        code = nil
    }

    /// An error that the system gave a number.
    public init(_ message: FileMessage, path: String, code: Int32) {
        (self.message, self.path, reason, self.code) = (message, path, "", code)
    }

    /// The error in a language.
    public func text(in language: Language) -> String {
        message.text(in: language, path, code.map { SystemMessage.text(of: $0, in: language) } ?? reason)
    }
}
