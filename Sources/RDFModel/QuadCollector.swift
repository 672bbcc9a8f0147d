internal import ByteText

/// A sink that makes values: the quads of a document in their order, and the prefixes it declares.
///
/// Labels of blank nodes are kept as the document has them; nodes without a label are called `b0`, `b1`, … with as
/// many leading underscores as it takes to meet no label of the document.
public struct QuadCollector: QuadSink {
    private var terms: [Term] = []
    private var handles: [Term: TermHandle] = [:]
    private var freshNodes: [TermHandle] = []
    private var labels: Set<ByteKey> = []
    private(set) var collected: [(TermHandle, TermHandle, TermHandle, TermHandle?)] = []

    /// The prefixes that the document declares, the last declaration of each, in order of first appearance.
    public private(set) var prefixes = PrefixMap()

    /// An empty collector.
    public init() {}

    /// How many statements have come, duplicates included.
    public var count: Int { collected.count }

    /// The quads in the order in which they came, duplicates included.
    /// - Complexity: O(*n*).
    public func quads() -> [Quad] {
        let terms = termsWithFreshLabels()
        return collected.compactMap { subject, predicate, object, graph in
            Quad(
                terms[Int(subject.rawValue)], terms[Int(predicate.rawValue)], terms[Int(object.rawValue)],
                in: graph.map { terms[Int($0.rawValue)] })
        }
    }

    /// All terms, by their handles.
    func termsWithFreshLabels() -> [Term] {
        guard !freshNodes.isEmpty else { return terms }
        var stem = "b"
        while labels.contains(where: { $0.string.hasPrefix(stem) }) { stem = "_" + stem }
        var names: [BlankNode: BlankNode] = [:]
        var result = terms
        for (number, handle) in freshNodes.enumerated() {
            guard case .blankNode(let old) = terms[Int(handle.rawValue)] else { continue }
            names[old] = BlankNode(stem + String(number))
        }
        for index in result.indices { result[index] = result[index].renamingBlankNodes { names[$0] ?? $0 } }
        return result
    }

    private mutating func handle(_ term: Term) -> TermHandle {
        if let known = handles[term] { return known }
        let handle = TermHandle(UInt32(terms.count))
        terms.append(term)
        handles[term] = handle
        return handle
    }

    private func string(_ bytes: Span<UInt8>) -> String { String(utf8: bytes) }

    public mutating func iri(_ text: Span<UInt8>) -> TermHandle { handle(.iri(IRI(unchecked: string(text)))) }

    public mutating func blankNode(_ label: Span<UInt8>) -> TermHandle {
        let label = string(label)
        labels.insert(ByteKey(label))
        return handle(.blankNode(BlankNode(label)))
    }

    public mutating func freshBlankNode() -> TermHandle {
        // The space keeps the provisional name apart from every label that a document can write.
        let fresh = handle(.blankNode(BlankNode(" " + String(freshNodes.count))))
        freshNodes.append(fresh)
        return fresh
    }

    public mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) -> TermHandle {
        guard let datatype, case .iri(let iri) = terms[Int(datatype.rawValue)] else {
            return handle(.literal(Literal(string(lexicalForm))))
        }
        return handle(.literal(Literal(string(lexicalForm), datatype: iri)))
    }

    public mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) -> TermHandle {
        handle(.literal(Literal(string(text), language: string(language), direction: direction)))
    }

    public mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws -> TermHandle {
        guard case .iri(let predicate) = terms[Int(predicate.rawValue)], terms[Int(subject.rawValue)].isResource else {
            preconditionFailure("a reader gives a triple term a resource as subject and an IRI as predicate")
        }
        return handle(.tripleTerm(Triple(terms[Int(subject.rawValue)], predicate, terms[Int(object.rawValue)])))
    }

    public mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) {
        collected.append((subject, predicate, object, graph))
    }

    public mutating func prefix(_ name: Span<UInt8>, namespace: Span<UInt8>) {
        prefixes[string(name)] = IRI(unchecked: string(namespace))
    }
}

extension Quad {
    /// A statement of any terms; `nil` where one cannot stand in its place. What names no graph stands for the default
    /// one.
    init?(_ subject: Term, _ predicate: Term, _ object: Term, in graph: Term?) {
        guard case .iri(let predicate) = predicate, subject.isResource else { return nil }
        self.init(Triple(subject, predicate, object), in: graph.flatMap { GraphName($0) } ?? .defaultGraph)
    }
}

extension GraphName {
    /// The graph that a term names; `nil` for terms that cannot name one.
    public init?(_ term: Term) {
        switch term {
        case .iri(let iri): self = .iri(iri)
        case .blankNode(let node): self = .blankNode(node)
        case .literal, .tripleTerm: return nil
        }
    }
}
