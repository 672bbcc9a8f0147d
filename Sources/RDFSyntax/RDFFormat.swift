/// A way to write RDF as bytes.
public enum RDFFormat: String, CaseIterable, Sendable, Hashable, CustomStringConvertible {
    /// N-Triples: one triple a line.
    case ntriples
    /// N-Quads: N-Triples with the name of a graph.
    case nquads
    /// Turtle: a graph, for people.
    case turtle
    /// TriG: Turtle with graphs.
    case trig
    /// RDF/XML.
    case rdfxml
    /// JSON-LD 1.1, which module `JSONLD` reads and writes.
    case jsonld

    /// The short name, as the command line takes it.
    public var name: String { rawValue }

    /// The name.
    public var description: String { rawValue }

    /// The registered media type.
    public var mediaType: String {
        switch self {
        case .ntriples: "application/n-triples"
        case .nquads: "application/n-quads"
        case .turtle: "text/turtle"
        case .trig: "application/trig"
        case .rdfxml: "application/rdf+xml"
        case .jsonld: "application/ld+json"
        }
    }

    /// The file extension, without its dot.
    public var fileExtension: String { fileExtensions[0] }

    /// The file extensions that mean this format, the usual one first.
    public var fileExtensions: [String] {
        switch self {
        case .ntriples: ["nt"]
        case .nquads: ["nq"]
        case .turtle: ["ttl"]
        case .trig: ["trig"]
        case .rdfxml: ["rdf", "rdfxml", "owl"]
        case .jsonld: ["jsonld"]
        }
    }

    /// Other names that people and servers use for the format.
    private var aliases: [String] {
        switch self {
        case .ntriples: ["n-triples", "text/plain"]
        case .nquads: ["n-quads", "text/x-nquads"]
        case .turtle: ["application/x-turtle"]
        case .trig: ["application/x-trig"]
        case .rdfxml: ["rdf/xml", "rdf-xml"]
        case .jsonld: ["json-ld"]
        }
    }

    /// Whether the format can say in which graph a triple stands.
    public var holdsDatasets: Bool {
        switch self {
        case .nquads, .trig, .jsonld: true
        case .ntriples, .turtle, .rdfxml: false
        }
    }

    /// Whether a line is a statement, so that a file can be cut at any line break.
    public var isLineBased: Bool { self == .ntriples || self == .nquads }

    /// The format of a short name, file extension (with or without dot) or media type (parameters are ignored); `nil`
    /// for a text that names none. Case does not matter.
    public init?(named text: String) {
        var name = text.lowercased()
        if let semicolon = name.firstIndex(of: ";") { name = String(name[..<semicolon]) }
        while name.last == " " { name.removeLast() }
        if name.first == "." { name.removeFirst() }
        let match = Self.allCases.first { format in
            name == format.name || name == format.mediaType || format.fileExtensions.contains(name)
                || format.aliases.contains(name)
        }
        guard let match else { return nil }
        self = match
    }

    /// The format that the extension of a file's name tells, a `.gz` at its end not counted.
    public init?(fileName: String) {
        var name = fileName[...]
        if name.lowercased().hasSuffix(".gz") { name = name.dropLast(3) }
        if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        guard let match = Self.allCases.first(where: { $0.fileExtensions.contains(ending) }) else { return nil }
        self = match
    }
}
