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
        for quad in quads { try collector.add(quad) }
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
    /// The handles of terms that came as such.
    private var handles: [Term: TermHandle] = [:]

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
    /// one is made. Each has been read back from its text, and says what it was made from.
    ///
    /// They are the elements of `@graph` in the document that ``JSONLDProcessor/compact(expanded:context:)`` makes of
    /// ``document()``, where that has several. The context must be one of prefixes: a value that other terms coerce may
    /// be refused.
    /// - Throws: ``JSONLDError``, which names the statement that JSON-LD cannot say, or what the body throws.
    /// - Complexity: O(*n*) in the statements, on average; O(*n* log *n*) if ordered.
    public mutating func forEachNode(
        compactedBy processor: JSONLDProcessor, context: JSONValue, _ body: (JSONValue) throws -> Void
    ) throws {
        let session = Session(options: processor.options, loader: processor.loader)
        let compactor = try NodeCompactor(processor, context: context, documentURL: nil, session)
        var proof = try StatementProof(processor, context: context)
        for position in try conversion.prepare() {
            guard let node = try conversion.node(at: position) else { continue }
            let compacted = try compactor.compact(node)
            try proof.prove(compacted, says: conversion.lines(at: position))
            try body(compacted)
        }
        guard proof.statements == statements else {
            throw JSONLDError(.unsupportedTerm, .statementsLost, String(statements - proof.statements))
        }
    }

    /// Adds a statement.
    /// - Throws: ``JSONLDError`` where JSON-LD has no way to say it.
    public mutating func add(_ quad: Quad) throws(JSONLDError) {
        let graph = try quad.graph.term.map { name throws(JSONLDError) in try handle(of: name) }
        try self.quad(
            handle(of: quad.subject), handle(of: .iri(quad.predicate)), handle(of: quad.object), graph: graph)
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
    ) -> TermHandle {
        let text = [subject, predicate, object].map { conversion.lineText(of: $0) }.joined(separator: " ")
        return conversion.addUnsupported("<<( \(text) )>>")
    }

    public mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) throws(JSONLDError) {
        if conversion.isUnsupported(object) {
            // The statement that has it is named, not the term alone.
            let line = StatementLine(
                conversion.lineText(of: subject), conversion.lineText(of: predicate), conversion.lineText(of: object),
                graph: graph.map { conversion.lineText(of: $0) })
            throw JSONLDError(.unsupportedTerm, .noNodeInJSONLD, line.text.cutForMessage)
        }
        conversion.add(subject, predicate, object, graph: graph)
    }

    /// The handle of a term.
    private mutating func handle(of term: Term) throws(JSONLDError) -> TermHandle {
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
        case .tripleTerm: handle = conversion.addUnsupported("\(term)")
        }
        handles[term] = handle
        return handle
    }
}
