internal import Localization
internal import Publishing
internal import Questions
internal import RDFSyntax
internal import SPARQLAlgebra

/// What an argument of `lys update` asks for: a file, standard input for `-`, or a text.
struct UpdateSource {
    private let text: String
    private let fileName: String?

    /// Finds out what an argument is, and reads it.
    init(_ argument: String) throws {
        if TextArgument.isFile(argument) {
            fileName = argument
            text = try TextArgument.text(of: argument)
        } else if argument.hasSuffix(".ru") {
            throw FileError(.notFound, path: argument)
        } else {
            fileName = nil
            text = argument
        }
    }

    /// Reads the update.
    /// - Throws: ``Exit`` where the text is none.
    func update() throws -> Update {
        var options = QueryParser.Options(predeclaredPrefixes: CommonPrefixes.predeclared)
        options.base = fileName.flatMap(InputDocument.base)
        do {
            return try QueryParser.parseUpdate(text, options: options)
        } catch {
            throw Exit(.badData, text: error.rendered(in: .current, source: fileName))
        }
    }
}
