internal import Localization
internal import Publishing
internal import Questions

/// The text of a query or an update that an argument names: a file, a pipe, or standard input for `-`.
enum TextArgument {
    /// The longest text that is read.
    private static let largest = 64 << 20

    /// Whether an argument is the name of what can be read.
    static func isFile(_ argument: String) -> Bool {
        argument == "-" || Files.exists(argument) && !Files.isFolder(argument)
    }

    /// Reads the text; the size of a file is looked at first.
    /// - Throws: ``FileError``, ``Exit``, `QuestionError` for what is no UTF-8.
    static func text(of argument: String) throws -> String {
        let source = try ByteSource(argument)
        guard source.size ?? 0 <= largest, try source.fits(in: largest) != nil else {
            throw Exit(.limit, InputMessage.textTooLarge, argument, String(largest >> 20))
        }
        var bytes: [UInt8] = []
        while try !source.read(largest, into: &bytes) {}
        guard let text = String(validating: bytes, as: UTF8.self) else { throw QuestionError(.notText, argument) }
        return text
    }
}
