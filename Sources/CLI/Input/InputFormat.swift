internal import Localization
internal import RDFSyntax

extension RDFFormat {
    /// The formats that are read and written, for messages.
    static var known: String {
        allCases.map { format in
            "\(format.name) (\(format.fileExtensions.map { "." + $0 }.joined(separator: ", ")))"
        }.joined(separator: ", ")
    }

    /// The format that an option names by short name, extension or media type.
    /// - Throws: ``Exit`` for a name that names none.
    init(named name: String, option: String) throws {
        guard let format = RDFFormat(named: name) else {
            throw Exit(.usage, InputMessage.unknownFormat, option, name, Self.known)
        }
        self = format
    }

    /// The format of a file that is read or written: what an option says, else what the name's extension says.
    /// - Throws: ``Exit`` where neither says anything.
    init(of path: String, named format: RDFFormat?, option: String) throws {
        guard let found = format ?? RDFFormat(fileName: path) else {
            throw Exit(.usage, InputMessage.nameFormat, path, option, Self.known)
        }
        self = found
    }
}
