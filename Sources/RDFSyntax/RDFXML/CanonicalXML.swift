internal import ByteText

/// Writes the content of an XML literal: exclusive canonical XML with comments.
///
/// An element declares those prefixes that its own name and its attributes use, and that no element around it within the
/// literal has declared alike. Attributes are sorted by namespace and local name.
/// - Spec: <https://www.w3.org/TR/xml-exc-c14n/>, <https://www.w3.org/TR/rdf11-concepts/#section-XMLLiteral>
struct CanonicalXML {
    /// A name with its parts as texts of their own: literals are rare.
    private struct Name: Comparable {
        let namespace: ByteKey
        let local: ByteKey
        let prefix: ByteKey

        init(_ name: Span<UInt8>) {
            let parts = XMLNameParts(name)
            namespace = ByteKey(String(utf8: name.extracting(parts.namespace)))
            local = ByteKey(String(utf8: name.extracting(parts.local)))
            prefix = ByteKey(String(utf8: name.extracting(parts.prefix)))
        }

        static func < (left: Name, right: Name) -> Bool {
            left.namespace == right.namespace ? left.local < right.local : left.namespace < right.namespace
        }

        var qualified: String { prefix.string.isEmpty ? local.string : prefix.string + ":" + local.string }
    }

    /// What has been written.
    private(set) var bytes: [UInt8] = []
    /// The open elements: what their end tags say, and which prefixes they declared.
    private var open: [(name: String, declared: [ByteKey])] = []
    /// The namespaces of a prefix, the innermost last.
    private var namespaces: [ByteKey: [ByteKey]] = [:]

    /// How many elements are open.
    var depth: Int { open.count }

    mutating func startElement(_ name: Span<UInt8>, _ attributes: [XMLAttribute], of source: Span<UInt8>) {
        let element = Name(name)
        let named = attributes.map { (name: Name(source.extracting($0.name.range)), value: $0.value) }
            .sorted { $0.name < $1.name }
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: element.qualified.utf8)
        var declared: [ByteKey] = []
        var used: [(prefix: ByteKey, namespace: ByteKey)] = [(element.prefix, element.namespace)]
        used += named.filter { !$0.name.prefix.string.isEmpty }.map { ($0.name.prefix, $0.name.namespace) }
        for (prefix, namespace) in used.sorted(by: { $0.prefix < $1.prefix }) where prefix != "xml" {
            // No declaration is the same as one of no namespace.
            guard namespaces[prefix]?.last ?? "" != namespace else { continue }
            namespaces[prefix, default: []].append(namespace)
            declared.append(prefix)
            bytes.append(contentsOf: (prefix.string.isEmpty ? " xmlns" : " xmlns:" + prefix.string).utf8)
            appendAttributeValue(namespace.string.utf8.span)
        }
        for (name, value) in named {
            bytes.append(ASCII.space)
            bytes.append(contentsOf: name.qualified.utf8)
            appendAttributeValue(source.extracting(value.range))
        }
        bytes.append(ASCII.greater)
        open.append((element.qualified, declared))
    }

    mutating func endElement() {
        guard let (name, declared) = open.popLast() else { return }
        for prefix in declared { namespaces[prefix]?.removeLast() }
        bytes.append(contentsOf: "</".utf8)
        bytes.append(contentsOf: name.utf8)
        bytes.append(ASCII.greater)
    }

    mutating func text(_ text: Span<UInt8>) {
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case ASCII.less: bytes.append(contentsOf: "&lt;".utf8)
            case ASCII.greater: bytes.append(contentsOf: "&gt;".utf8)
            case ASCII.carriageReturn: bytes.append(contentsOf: "&#xD;".utf8)
            case let byte: bytes.append(byte)
            }
        }
    }

    mutating func comment(_ text: Span<UInt8>) {
        bytes.append(contentsOf: "<!--".utf8)
        bytes.append(copying: text)
        bytes.append(contentsOf: "-->".utf8)
    }

    mutating func instruction(_ text: Span<UInt8>) {
        bytes.append(contentsOf: "<?".utf8)
        bytes.append(copying: text)
        bytes.append(contentsOf: "?>".utf8)
    }

    private mutating func appendAttributeValue(_ value: Span<UInt8>) {
        bytes.append(contentsOf: "=\"".utf8)
        for index in value.indices {
            switch value[index] {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case ASCII.less: bytes.append(contentsOf: "&lt;".utf8)
            case ASCII.quote: bytes.append(contentsOf: "&quot;".utf8)
            case ASCII.tab: bytes.append(contentsOf: "&#x9;".utf8)
            case ASCII.lineFeed: bytes.append(contentsOf: "&#xA;".utf8)
            case ASCII.carriageReturn: bytes.append(contentsOf: "&#xD;".utf8)
            case let byte: bytes.append(byte)
            }
        }
        bytes.append(ASCII.quote)
    }
}
