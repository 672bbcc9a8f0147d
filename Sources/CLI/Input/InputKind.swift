internal import Localization
internal import RDFSyntax

/// What the name, the option or the media type of an input says that it is: a format of RDF, or a family of documents
/// of which some hold RDF, so that one must look inside.
enum InputKind: Hashable {
    case rdf(RDFFormat)
    /// XML, which may be RDF/XML.
    case xml
    /// JSON, which may be JSON-LD.
    case json
    /// HTML, whose scripts may hold JSON-LD.
    case html(isXML: Bool)

    /// The short name and the extensions of each family, the media types that servers give it.
    private static let families: [(kind: InputKind, names: [String], mediaTypes: [String])] = [
        (.xml, ["xml"], ["application/xml", "text/xml"]),
        (.json, ["json"], ["application/json", "text/json"]),
        (.html(isXML: false), ["html", "htm"], ["text/html"]),
        (.html(isXML: true), ["xhtml", "xht"], ["application/xhtml+xml"]),
    ]

    /// What a short name, an extension or a media type says; `nil` where it says nothing.
    init?(named text: String) {
        if let format = RDFFormat(named: text) {
            self = .rdf(format)
            return
        }
        var name = text.lowercased()
        if let semicolon = name.firstIndex(of: ";") { name = String(name[..<semicolon]) }
        while name.last == " " { name.removeLast() }
        if name.first == "." { name.removeFirst() }
        if let family = Self.families.first(where: { $0.names.contains(name) || $0.mediaTypes.contains(name) }) {
            self = family.kind
        } else if name.contains("/"), name.hasSuffix("+json") {
            self = .json
        } else if name.contains("/"), name.hasSuffix("+xml") {
            self = .xml
        } else {
            return nil
        }
    }

    /// What the extension of a file's name says, a `.gz` at its end not counted.
    init?(fileName: String) {
        if let format = RDFFormat(fileName: fileName) {
            self = .rdf(format)
            return
        }
        var name = fileName[...]
        if name.lowercased().hasSuffix(".gz") { name = name.dropLast(3) }
        if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        guard let family = Self.families.first(where: { $0.names.contains(ending) }) else { return nil }
        self = family.kind
    }

    /// What an option says.
    /// - Throws: ``Exit`` for a name that names nothing.
    init(named name: String, option: String) throws {
        guard let kind = InputKind(named: name) else {
            throw Exit(.usage, InputMessage.unknownFormat, option, name, Self.known)
        }
        self = kind
    }

    /// The media type that the loader of JSON-LD takes it for.
    var mediaType: String {
        switch self {
        case .rdf(let format): format.mediaType
        case .xml: "application/xml"
        case .json: "application/json"
        case .html(let isXML): isXML ? "application/xhtml+xml" : "text/html"
        }
    }

    /// All that is read, for messages.
    static var known: String {
        RDFFormat.known + ", "
            + families.map { family in
                "\(family.names[0]) (\(family.names.map { "." + $0 }.joined(separator: ", ")))"
            }.joined(separator: ", ")
    }
}
