internal import ByteText
internal import RDFModel

/// What a name means to the syntax.
/// - Spec: <https://www.w3.org/TR/rdf12-xml/#section-Namespace>
enum XMLNameRole {
    /// A name like any other: a class, a property.
    case ordinary
    /// `rdf:type`, whose value as an attribute is an IRI.
    case type
    case root, description, li
    case id, about, nodeID, resource, datatype, parseType, annotation, annotationNodeID, version
    /// `rdf:aboutEach`, `rdf:aboutEachPrefix`, `rdf:bagID`
    case withdrawn
    case language, base
    /// Any other name that XML keeps for itself.
    case reserved
    case direction, directionVersion
    /// A name without a namespace.
    case unqualified
    /// The namespace is relative, so that the name makes no IRI.
    case relative
    /// Namespace and name make what is no IRI.
    case forbidden

    /// Whether a lenient reader goes on without what the name would say.
    var makesNoIRI: Bool { self == .relative || self == .forbidden }
}

/// The names of a document: what each means, as an element and as an attribute, its IRI, and what the sink calls it.
///
/// A name is understood once and found by its bytes after that.
struct XMLNameTable {
    private struct Entry {
        var iri: Range<Int>
        var shown: Range<Int>
        var elementRole: XMLNameRole
        var attributeRole: XMLNameRole
        var handle: TermHandle?
    }

    private static var xmlNamespace: String { "http://www.w3.org/XML/1998/namespace" }
    private static var itsNamespace: String { "http://www.w3.org/2005/11/its" }

    private var raw = ByteInterner()
    private var entries: [Entry] = []
    private var texts: [UInt8] = []

    /// Forgets the names where there are so many that they are no vocabulary. Numbers given before are void.
    mutating func forgetMany() {
        guard entries.count > 1 << 16 else { return }
        self = XMLNameTable()
    }

    /// Forgets what the sink calls the names.
    mutating func forgetHandles() {
        for index in entries.indices { entries[index].handle = nil }
    }

    /// The number of a name as the parser writes it.
    mutating func number(of name: Span<UInt8>) -> Int {
        let number = raw.intern(name)
        if number == entries.count { understand(name) }
        return number
    }

    /// What the name means as the name of an element.
    func elementRole(_ number: Int) -> XMLNameRole { entries[number].elementRole }

    /// What the name means as the name of an attribute.
    func attributeRole(_ number: Int) -> XMLNameRole { entries[number].attributeRole }

    /// The name as the document writes it, with its prefix.
    func shown(_ number: Int) -> String { String(decoding: texts[entries[number].shown], as: UTF8.self) }

    /// The handle of the IRI that namespace and local name make.
    mutating func handle<Sink: QuadSink>(of number: Int, into sink: inout Sink) throws -> TermHandle {
        if let handle = entries[number].handle { return handle }
        let handle = try sink.iri(texts.span.extracting(entries[number].iri))
        entries[number].handle = handle
        return handle
    }

    private mutating func understand(_ name: Span<UInt8>) {
        let parts = XMLNameParts(name)
        let start = texts.count
        texts.append(copying: name.extracting(parts.namespace))
        texts.append(copying: name.extracting(parts.local))
        let iri = start..<texts.count
        if !parts.prefix.isEmpty {
            texts.append(copying: name.extracting(parts.prefix))
            texts.append(ASCII.colon)
        }
        texts.append(copying: name.extracting(parts.local))
        let roles = Self.roles(
            namespace: String(utf8: name.extracting(parts.namespace)),
            local: String(utf8: name.extracting(parts.local)), prefix: String(utf8: name.extracting(parts.prefix)),
            iri: texts.span.extracting(iri))
        entries.append(
            Entry(
                iri: iri, shown: iri.upperBound..<texts.count, elementRole: roles.element,
                attributeRole: roles.attribute))
    }

    private static func roles(
        namespace: String, local: String, prefix: String, iri: Span<UInt8>
    ) -> (element: XMLNameRole, attribute: XMLNameRole) {
        switch namespace {
        case RDF.namespace:
            let role = rdfRole(local)
            return (role, role)
        case xmlNamespace:
            return (.reserved, local == "lang" ? .language : local == "base" ? .base : .reserved)
        case itsNamespace where local == "dir": return (.ordinary, .direction)
        case itsNamespace where local == "version": return (.ordinary, .directionVersion)
        case "":
            if startsWithXML(local) { return (.reserved, .reserved) }
            // The few attributes that the syntax of 1999 wrote without a prefix.
            let isOld = ["ID", "about", "parseType", "resource", "type", "version"].contains(local)
            return (.unqualified, isOld ? rdfRole(local) : .unqualified)
        default:
            if startsWithXML(prefix) { return (.reserved, .reserved) }
            guard let (reason, _) = iri.iriFault() else { return (.ordinary, .ordinary) }
            return reason == .noScheme ? (.relative, .relative) : (.forbidden, .forbidden)
        }
    }

    private static func startsWithXML(_ name: String) -> Bool { name.prefix(3).lowercased() == "xml" }

    private static func rdfRole(_ local: String) -> XMLNameRole {
        switch local {
        case "RDF": .root
        case "Description": .description
        case "li": .li
        case "type": .type
        case "ID": .id
        case "about": .about
        case "nodeID": .nodeID
        case "resource": .resource
        case "datatype": .datatype
        case "parseType": .parseType
        case "annotation": .annotation
        case "annotationNodeID": .annotationNodeID
        case "version": .version
        case "aboutEach", "aboutEachPrefix", "bagID": .withdrawn
        default: .ordinary
        }
    }
}

/// Where the parts of a name stand that the parser wrote as `namespace ␁ local ␁ prefix`.
struct XMLNameParts {
    var namespace: Range<Int>
    var local: Range<Int>
    var prefix: Range<Int>

    init(_ name: Span<UInt8>) {
        var marks: [Int] = []
        for index in name.indices where name[index] == XMLPiece.separator { marks.append(index) }
        guard let first = marks.first else {
            (namespace, local, prefix) = (0..<0, 0..<name.count, 0..<0)
            return
        }
        let second = marks.count > 1 ? marks[1] : name.count
        namespace = 0..<first
        local = (first + 1)..<second
        prefix = min(second + 1, name.count)..<name.count
    }
}
