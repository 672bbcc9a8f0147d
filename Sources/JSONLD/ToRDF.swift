internal import ByteText
public import JSONText
internal import Localization
public import RDFModel

extension JSONLDProcessor {
    /// Pushes what a document says into a sink, quad by quad.
    ///
    /// Labels of blank nodes are kept where they can be written in Turtle. What RDF cannot say is left out, as the
    /// specification wants it: blank nodes as properties, and whatever is named by something that is no IRI. A
    /// statement that the document makes twice is pushed twice.
    /// - Throws: ``JSONLDError``, or what the sink throws.
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#dom-jsonldprocessor-tordf>
    public func toRDF(_ input: JSONValue, into sink: inout some QuadSink) throws {
        let session = Session(options: options, loader: loader)
        let document = try remoteDocument(input, session, extractsAll: true)
        try toRDF(document, session, into: &sink)
    }

    /// Pushes what a fetched document says into a sink.
    public func toRDF(_ document: RemoteDocument, into sink: inout some QuadSink) throws {
        try toRDF(
            opened(document, extractsAll: true), Session(options: options, loader: loader), into: &sink)
    }

    private func toRDF(_ document: RemoteDocument, _ session: Session, into sink: inout some QuadSink) throws {
        let expanded = try expanded(document, isFrame: false, session)
        var conversion = ToRDF(session: session)
        for element in expanded { try conversion.convertNode(element, into: &sink) }
    }
}

/// Deserialize JSON-LD to RDF.
///
/// The specification makes a node map first and quads of that. Since a set of quads knows neither order nor nodes,
/// walking the expanded document gives the same set without the map; only lists must not be shared, and are not.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm>
struct ToRDF {
    private let session: Session
    /// Handles of resources by the texts that name them; `nil` for texts that name nothing in RDF.
    private var handles = ByteTable<TermHandle?>()
    /// The last of those.
    private var recentHandles = RecentTexts<TermHandle>()
    /// Blank nodes whose labels cannot be written, and which the sink therefore does not know by them.
    private var renamed = ByteTable<TermHandle>()

    init(session: Session) { self.session = session }

    /// Pushes what a node that stands in no other says, and lets go of terms where the sink asks for it.
    mutating func convertNode(_ node: JSONValue, into sink: inout some QuadSink) throws {
        try convert(node, in: nil, into: &sink, depth: 1)
        var none: TermHandle?
        forgetTerms(keeping: &none, in: &sink)
    }

    /// Lets go of all terms but one, and of those that could not be had again by their labels.
    private mutating func forgetTerms(keeping node: inout TermHandle?, in sink: inout some QuadSink) {
        guard sink.wantsToForgetTerms else { return }
        var kept = renamed.values
        if let node { kept.append(node) }
        sink.forgetTerms(keeping: &kept)
        for position in 0..<renamed.count { renamed.setValue(kept[position], at: position) }
        if node != nil { node = kept[kept.count - 1] }
        handles = ByteTable()
        recentHandles = RecentTexts()
    }

    /// Pushes what a node says; returns its handle, if it has one in RDF.
    @discardableResult
    mutating func convert(
        _ element: JSONValue, in graph: TermHandle?, into sink: inout some QuadSink, depth: Int
    ) throws -> TermHandle? {
        try session.check(depth: depth)
        guard case .object(let node) = element, node.isNodeObject else {
            for item in element.array ?? [] { try convert(item, in: graph, into: &sink, depth: depth + 1) }
            return nil
        }
        var subject: TermHandle?
        switch node[Keyword.id] {
        case .string(let id)?: subject = try resource(id, into: &sink)
        case nil: subject = try sink.freshBlankNode()
        default: subject = nil  // a text in the form of a keyword names nothing
        }
        for member in node.members {
            guard let keyword = Keyword(member.name) else {
                // A property that RDF cannot have takes its statements away, not what is said of their objects.
                let isProperty = !IRIForm.isBlankNode(member.name)
                let property = isProperty ? try resource(member.name, into: &sink) : nil
                for item in member.value.asArray {
                    let object = try object(item, in: graph, into: &sink, depth: depth)
                    if let subject, let property, let object {
                        try sink.quad(subject, property, object, graph: graph)
                    }
                }
                continue
            }
            switch keyword {
            case .type:
                let property = try resource(RDF.type.string, into: &sink)
                for type in member.value.asArray {
                    guard let type = type.string, let object = try resource(type, into: &sink) else { continue }
                    if let subject, let property { try sink.quad(subject, property, object, graph: graph) }
                }
            case .reverse: try convertReverse(member.value, subject, in: graph, into: &sink, depth: depth)
            case .graph:
                guard let name = subject else { continue }
                for item in member.value.asArray {
                    try convert(item, in: subject ?? name, into: &sink, depth: depth + 1)
                    // Here nothing else is held but the name of the graph.
                    if depth == 1 { forgetTerms(keeping: &subject, in: &sink) }
                }
            case .included:
                for item in member.value.asArray { try convert(item, in: graph, into: &sink, depth: depth + 1) }
            default: continue
            }
        }
        return subject
    }

    private mutating func convertReverse(
        _ value: JSONValue, _ object: TermHandle?, in graph: TermHandle?, into sink: inout some QuadSink, depth: Int
    ) throws {
        for member in value.object ?? [:] {
            let isProperty = !IRIForm.isBlankNode(member.name)
            let property = isProperty ? try resource(member.name, into: &sink) : nil
            for item in member.value.asArray {
                let subject = try convert(item, in: graph, into: &sink, depth: depth + 1)
                if let subject, let property, let object { try sink.quad(subject, property, object, graph: graph) }
            }
        }
    }

    /// The handle of an IRI or blank node identifier; `nil` if it is not well-formed.
    private mutating func resource(_ text: String, into sink: inout some QuadSink) throws -> TermHandle? {
        if let known = recentHandles[text] { return known }
        let handle: TermHandle?
        if let known = handles[text] {
            handle = known
        } else {
            handle = try newResource(text, into: &sink)
            handles.append(text, handle)
        }
        if let handle { recentHandles.remember(handle, of: text) }
        return handle
    }

    private mutating func newResource(_ text: String, into sink: inout some QuadSink) throws -> TermHandle? {
        guard IRIForm.isBlankNode(text) else {
            return IRIForm.isWellFormed(text) ? try sink.iri(text.utf8.span) : nil
        }
        let label = text.droppingBytes(2)
        if IRIForm.isLabel(label) { return try sink.blankNode(label.utf8.span) }
        if let known = renamed[text] { return known }
        let node = try sink.freshBlankNode()
        renamed.append(text, node)
        return node
    }

    /// Object to RDF Conversion
    private mutating func object(
        _ item: JSONValue, in graph: TermHandle?, into sink: inout some QuadSink, depth: Int
    ) throws -> TermHandle? {
        guard case .object(let object) = item else { return nil }
        if let items = object[Keyword.list] {  // 3
            return try list(items.asArray, in: graph, into: &sink, depth: depth + 1)
        }
        if let value = object[Keyword.value] { return try literal(object, value, in: graph, into: &sink) }
        return try convert(item, in: graph, into: &sink, depth: depth + 1)  // 1, 2
    }

    /// List to RDF Conversion: the head of the list.
    private mutating func list(
        _ items: [JSONValue], in graph: TermHandle?, into sink: inout some QuadSink, depth: Int
    ) throws -> TermHandle? {
        try session.check(depth: depth)
        let end = try resource(RDF.nil.string, into: &sink)
        guard !items.isEmpty else { return end }  // 1
        guard let first = try resource(RDF.first.string, into: &sink),
            let rest = try resource(RDF.rest.string, into: &sink)
        else { return nil }
        let head = try sink.freshBlankNode()  // 2
        var cell = head
        for (index, item) in items.enumerated() {  // 3
            if let object = try object(item, in: graph, into: &sink, depth: depth) {
                try sink.quad(cell, first, object, graph: graph)
            }
            let next = index == items.count - 1 ? end : try sink.freshBlankNode()
            if let next {
                try sink.quad(cell, rest, next, graph: graph)
                cell = next
            }
        }
        return head
    }

    /// Steps 4 to 15: the literal of a value object; `nil` if its type or language is not well-formed.
    private mutating func literal(
        _ object: JSONObject, _ value: JSONValue, in graph: TermHandle?, into sink: inout some QuadSink
    ) throws -> TermHandle? {
        var datatype = object[Keyword.type]?.string  // 5
        let isJSON = datatype == Keyword.json.rawValue
        if let datatype, !isJSON, !IRIForm.isWellFormed(datatype) { return nil }  // 6
        let language = object[Keyword.language]?.string
        if let language, !IRIForm.isLanguageTag(language) { return nil }  // 7
        let text: String
        if isJSON {  // 8
            text = try canonicalText(value)
            datatype = RDF.json.string
        } else {
            switch value {
            case .bool(let bool):  // 9
                text = bool ? "true" : "false"
                datatype = datatype ?? XSD.boolean.string
            case .number(let number):  // 10, 11
                let (lexicalForm, type) = NumberText.lexicalForm(of: number, datatype: datatype)
                text = lexicalForm
                datatype = datatype ?? type
            case .string(let string): text = string
            default: return nil
            }
        }
        if let direction = object[Keyword.direction]?.string, let form = session.options.rdfDirection {  // 13
            return try directed(text, language, direction, form, in: graph, into: &sink)
        }
        if let language {
            return try sink.literal(text.utf8.span, language: language.utf8.span, direction: nil)
        }
        let type = try datatype.flatMap { $0.hasSameBytes(as: XSD.string.string) ? nil : $0 }
            .flatMap { try resource($0, into: &sink) }
        return try sink.literal(text.utf8.span, datatype: type)  // 14
    }

    private func canonicalText(_ value: JSONValue) throws(JSONLDError) -> String {
        do {
            return String(decoding: try value.canonicalBytes(), as: UTF8.self)
        } catch {
            throw JSONLDError(.invalidJSONLiteral, .jsonLiteralNotWritten, cause: .json(error))
        }
    }

    /// Step 13: a text with a base direction.
    private mutating func directed(
        _ text: String, _ language: String?, _ direction: String, _ form: JSONLDOptions.RDFDirection,
        in graph: TermHandle?, into sink: inout some QuadSink
    ) throws -> TermHandle? {
        let language = language?.asciiLowercased
        switch form {
        case .i18nDatatype:  // 13.2
            let datatype = try resource(i18nNamespace + (language ?? "") + "_" + direction, into: &sink)
            return try sink.literal(text.utf8.span, datatype: datatype)
        case .compoundLiteral:  // 13.3
            let node = try sink.freshBlankNode()
            var parts = [(RDF.value, text)]
            if let language { parts.append((RDF.language, language)) }
            parts.append((RDF.direction, direction))
            for (property, text) in parts {
                guard let property = try resource(property.string, into: &sink) else { continue }
                try sink.quad(node, property, try sink.literal(text.utf8.span, datatype: nil), graph: graph)
            }
            return node
        case .dirLangString:
            guard let language else { return try sink.literal(text.utf8.span, datatype: nil) }
            return try sink.literal(
                text.utf8.span, language: language.utf8.span, direction: BaseDirection(rawValue: direction))
        }
    }
}

/// The namespace of datatypes that stand for a language and a base direction.
/// - Spec: <https://www.w3.org/TR/json-ld11/#the-i18n-namespace>
let i18nNamespace = "https://www.w3.org/ns/i18n#"
