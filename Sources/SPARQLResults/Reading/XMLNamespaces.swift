internal import ByteText

/// The prefixes that are declared where a reader stands.
/// - Spec: <https://www.w3.org/TR/xml-names/>
struct XMLNamespaces {
    private var declarations: [(prefix: String, namespace: String)] = []
    /// How many declarations there were before each open element.
    private var marks: [Int] = []

    static let results = "http://www.w3.org/2005/sparql-results#"
    static let its = "http://www.w3.org/2005/11/its"
    static let xml = "http://www.w3.org/XML/1998/namespace"

    /// How many declarations are kept; each is looked at for every name, so a document must not choose their number.
    static let maximumCount = 64

    /// Takes the declarations of an element, up to the most that are kept.
    mutating func enter(_ tag: XMLTag) {
        marks.append(declarations.count)
        for (name, value) in tag.attributes where declarations.count < Self.maximumCount {
            if name.hasSameBytes(as: "xmlns") {
                declarations.append(("", value))
            } else if let prefix = name.dropping("xmlns:") {
                declarations.append((prefix, value))
            }
        }
    }

    mutating func leave() {
        guard let mark = marks.popLast() else { return }
        declarations.removeSubrange(mark...)
    }

    /// Namespace and local name of an element; a name without prefix and default namespace has none.
    func element(_ name: String) -> (namespace: String?, local: String) {
        let (prefix, local) = Self.parts(name)
        return (namespace(of: prefix), local)
    }

    /// The value of an attribute of a namespace, or of one without a prefix.
    func attribute(_ local: String, of namespace: String? = nil, in tag: XMLTag) -> String? {
        tag.attributes.first { name, _ in
            let parts = Self.parts(name)
            guard parts.local.hasSameBytes(as: local) else { return false }
            guard let namespace else { return parts.prefix.isEmpty }
            return !parts.prefix.isEmpty && self.namespace(of: parts.prefix)?.hasSameBytes(as: namespace) == true
        }?.value
    }

    private func namespace(of prefix: String) -> String? {
        if prefix.hasSameBytes(as: "xml") { return Self.xml }
        return declarations.last { $0.prefix.hasSameBytes(as: prefix) }?.namespace
    }

    private static func parts(_ name: String) -> (prefix: String, local: String) {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return ("", name) }
        return (String(name[..<colon]), String(name[name.utf8.index(after: colon)...]))
    }
}
