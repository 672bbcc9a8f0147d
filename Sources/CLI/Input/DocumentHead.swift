internal import ByteText
internal import Localization

/// The beginning of a document whose name says `.xml` or `.json`, and what it tells of the rest.
struct DocumentHead {
    /// How much is looked at.
    static let length = 1 << 20

    /// The name of the document.
    let name: String
    private let text: String
    /// Whether this is all of it.
    private let isWhole: Bool

    /// The head of a source, which is read on from its beginning afterwards.
    init(of source: ByteSource) throws {
        name = source.name
        let (bytes, isWhole) = try source.peek(Self.length)
        self.isWhole = isWhole
        // Of UTF-16 the zero bytes go: what is looked for is ASCII.
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        text = String(decoding: isWide ? bytes.filter { $0 != 0 } : bytes, as: UTF8.self)
    }

    // MARK: XML

    private static let rdfNamespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

    /// Throws where the document is XML of another kind than RDF/XML.
    func checkRDFXML() throws {
        // Nothing is RDF/XML without the namespace, be it in a declaration or in an entity.
        if text.contains(Self.rdfNamespace) { return }
        let root = rootElement ?? ""
        if text.contains("http://www.w3.org/2005/sparql-results#") {
            throw Exit(.badData, InputMessage.isResults, name)
        }
        throw Exit(.badData, InputMessage.notRDFXML, name, root)
    }

    /// The name of the first element.
    private var rootElement: String? {
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[open...]
            if rest.hasPrefix("<!--") {
                guard let end = rest.firstRange(of: "-->") else { return nil }
                rest = rest[end.upperBound...]
            } else if rest.hasPrefix("<?") || rest.hasPrefix("<!") {
                guard let end = rest.firstIndex(of: ">") else { return nil }
                rest = rest[rest.index(after: end)...]
            } else {
                let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
                return String(name.prefix(60))
            }
        }
        return nil
    }

    // MARK: JSON

    /// Throws where the document is JSON of another kind than JSON-LD.
    func checkJSONLD() throws {
        if text.contains("\"@") { return }
        if text.contains("\"head\""), text.contains("\"bindings\"") || text.contains("\"boolean\"") {
            throw Exit(.badData, InputMessage.isResults, name)
        }
        let isRDFJSON = text.contains("\"value\"") && text.contains("\"type\"")
        if isRDFJSON, ["\"uri\"", "\"literal\"", "\"bnode\""].contains(where: text.contains) {
            throw Exit(.badData, InputMessage.isRDFJSON, name)
        }
        // A member that is an IRI says something without a context.
        guard isWhole, text.firstMatch(of: /"[A-Za-z_][A-Za-z0-9+.\-]*:[^"]*"\s*:/) == nil,
            text.contains(where: { $0 != "{" && $0 != "}" && $0 != "[" && $0 != "]" && !$0.isWhitespace })
        else { return }
        throw Exit(.badData, InputMessage.notJSONLD, name)
    }
}
