internal import ByteText
public import JSONText
internal import Localization
public import RDFModel

extension JSONLDProcessor {
    /// Quads as a document in expanded form.
    ///
    /// Graphs, nodes and values come in the order of the quads; nodes in code point order with
    /// ``JSONLDOptions/ordered``. Well-formed collections become lists.
    /// - Throws: ``JSONLDError``
    /// - Complexity: O(*n*) in the quads, on average.
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#dom-jsonldprocessor-fromrdf>
    public func fromRDF(_ quads: [Quad]) throws(JSONLDError) -> JSONValue {
        var collector = JSONLDCollector(options: options)
        var handles: [Term: TermHandle] = [:]
        for quad in quads {
            let graph = try quad.graph.term.map { name throws(JSONLDError) in try collector.handle(of: name, &handles) }
            collector.quad(
                try collector.handle(of: quad.subject, &handles),
                try collector.handle(of: .iri(quad.predicate), &handles),
                try collector.handle(of: quad.object, &handles), graph: graph)
        }
        return try collector.document()
    }
}

/// A sink that makes a document in expanded form of what is pushed into it, as ``JSONLDProcessor/fromRDF(_:)`` does of
/// quads.
///
/// ```swift
/// var collector = JSONLDCollector()
/// try RDFReader.read(bytes.span, format: .turtle, into: &collector)
/// let expanded = try collector.document()
/// ```
public struct JSONLDCollector: QuadSink {
    private var conversion: FromRDF
    private var resources = ByteTable<TermHandle>()

    /// A collector; options say what becomes of literals and in which order nodes come.
    /// - Parameter sortsValues: whether the values of a property stand in the order of terms, so that with
    ///   ``JSONLDOptions/ordered`` the same statements give the same document, in whatever order they come.
    public init(options: JSONLDOptions = JSONLDOptions(), sortsValues: Bool = false) {
        conversion = FromRDF(options: options, sortsValues: sortsValues)
    }

    /// How many different statements have been collected.
    public var statements: Int { conversion.statements }

    /// The IRIs of the statements, in the order in which they came, and the blank nodes with their `_:`.
    public var resourceNames: [String] { resources.keys }

    /// The document.
    /// - Throws: ``JSONLDError``
    /// - Complexity: O(*n*) in the statements, on average.
    public mutating func document() throws(JSONLDError) -> JSONValue { .array(try conversion.document()) }

    /// Calls a body with the nodes of the document in the words of a context, one by one: none is held when the next
    /// one is made.
    ///
    /// They are the elements of `@graph` in the document that ``JSONLDProcessor/compact(expanded:context:)`` makes of
    /// ``document()``, where that has several.
    /// - Throws: ``JSONLDError``, or what the body throws.
    /// - Complexity: O(*n*) in the statements, on average; O(*n* log *n*) if ordered.
    public mutating func forEachNode(
        compactedBy processor: JSONLDProcessor, context: JSONValue, _ body: (JSONValue) throws -> Void
    ) throws {
        let session = Session(options: processor.options, loader: processor.loader)
        let compactor = try NodeCompactor(processor, context: context, documentURL: nil, session)
        for position in try conversion.prepare() {
            guard let node = try conversion.node(at: position) else { continue }
            try body(try compactor.compact(node))
        }
    }

    private mutating func resource(_ text: String) -> TermHandle {
        if let known = resources[text] { return known }
        let handle = conversion.addResource(text)
        resources.append(text, handle)
        return handle
    }

    public mutating func iri(_ text: Span<UInt8>) -> TermHandle {
        resources.position(of: text).map { resources.values[$0] } ?? resource(String(utf8: text))
    }

    public mutating func blankNode(_ label: Span<UInt8>) -> TermHandle { resource("_:" + String(utf8: label)) }

    public mutating func freshBlankNode() -> TermHandle { conversion.addFreshBlankNode() }

    public mutating func literal(
        _ lexicalForm: Span<UInt8>, datatype: TermHandle?
    ) throws(JSONLDError) -> TermHandle {
        let type = datatype.map { conversion.text(of: $0) }
        return try conversion.addLiteral(String(utf8: lexicalForm), datatype: type)
    }

    public mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) -> TermHandle {
        conversion.addLiteral(
            String(utf8: text), language: String(utf8: language).asciiLowercased, direction: direction)
    }

    public mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws(JSONLDError) -> TermHandle {
        let text = [subject, predicate, object].map { conversion.text(of: $0) }.joined(separator: " ")
        throw JSONLDError(.unsupportedTerm, .noNodeInJSONLD, "<<( \(text) )>>")
    }

    public mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) {
        conversion.add(subject, predicate, object, graph: graph)
    }

    /// The handle of a term.
    fileprivate mutating func handle(
        of term: Term, _ handles: inout [Term: TermHandle]
    ) throws(JSONLDError) -> TermHandle {
        if let known = handles[term] { return known }
        let handle: TermHandle
        switch term {
        case .iri(let iri): handle = resource(iri.string)
        case .blankNode(let node): handle = resource("_:" + node.label)
        case .literal(let literal):
            switch literal.kind {
            case .languageTagged(let language, let direction):
                handle = conversion.addLiteral(literal.lexicalForm, language: language, direction: direction)
            case .typed(let datatype):
                handle = try conversion.addLiteral(literal.lexicalForm, datatype: datatype.string)
            }
        case .tripleTerm: throw JSONLDError(.unsupportedTerm, .noNodeInJSONLD, "\(term)")
        }
        handles[term] = handle
        return handle
    }
}
