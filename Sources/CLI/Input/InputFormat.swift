internal import Localization
internal import RDFSyntax

extension RDFFormat {
    /// The formats that are read and written, for messages.
    static var known: String {
        allCases.map { format in
            "\(format.name) (\(format.fileExtensions.map { "." + $0 }.joined(separator: ", ")))"
        }.joined(separator: ", ")
    }

    /// The format of an output that an option names by short name, extension or media type.
    /// - Throws: ``Exit`` for a name that names none.
    init(named name: String, option: String) throws {
        guard let format = InputKind(named: name)?.written else {
            throw Exit(.usage, InputMessage.unknownFormat, option, name, Self.known)
        }
        self = format
    }

    /// The format of a file that is written, as the name's extension says.
    /// - Throws: ``Exit`` where it says nothing.
    init(ofOutput path: String, option: String) throws {
        guard let format = InputKind(fileName: path)?.written else {
            throw Exit(.usage, InputMessage.nameFormat, path, option, Self.known)
        }
        self = format
    }
}

extension InputKind {
    /// The format in which RDF is written to a file of this kind; `nil` for HTML.
    fileprivate var written: RDFFormat? {
        switch self {
        case .rdf(let format): format
        case .xml: .rdfxml
        case .json: .jsonld
        case .html: nil
        }
    }
}
