public import RDFModel

/// Takes the statements of documents straight from readers, and makes a snapshot of them.
///
/// Terms are interned from the readers' bytes; no `String` and no `Term` is made. Statements may come in any order and
/// any number of times. At the end terms are put in order, statements sorted, and every index built.
///
/// ```swift
/// var loader = BulkLoader()
/// loader.beginDocument()
/// try reader.read(bytes, into: &loader)
/// let snapshot = try loader.finish()
/// ```
public struct BulkLoader: QuadSink, Sendable {
    var dictionary: TermDictionary
    private var triples = RowChunks<TripleRow>()
    private var named = RowChunks<QuadRow>()
    private(set) var document: UInt32
    private(set) var defaultGraph = TermID.undefined

    /// A loader that adds to a snapshot, or begins with nothing.
    /// - Complexity: O(*n*) in the statements of the snapshot, which are sorted again with the new ones.
    public init(adding snapshot: StoreSnapshot? = nil) {
        dictionary = snapshot?.dictionary ?? TermDictionary()
        dictionary.defersValues = true
        document = dictionary.documentCount
        dictionary.documentCount += 1
        if let snapshot { takeStatements(of: snapshot) }
    }

    /// Makes room for documents of so many bytes, so that no table of texts is copied as it grows.
    ///
    /// This takes addresses, about as many as the documents have bytes, and no memory before it is used.
    public mutating func reserve(bytes: Int) { dictionary.reserve(bytes: bytes) }

    /// How many statements have come, duplicates included.
    public var count: Int { triples.count + named.count }

    /// Begins another document: its labels of blank nodes name nodes of its own.
    ///
    /// - Parameter graph: The graph that takes the statements for which the document names none.
    /// - Throws: ``StoreError`` when the graph's name does not fit in.
    public mutating func beginDocument(into graph: GraphName = .defaultGraph) throws(StoreError) {
        document = dictionary.documentCount
        dictionary.documentCount += 1
        defaultGraph = .undefined
        if let name = graph.term { defaultGraph = try dictionary.intern(name) }
    }

    /// Puts terms in order, sorts the statements, builds all indexes. The loader is empty afterwards.
    /// - Complexity: O(*n*).
    public mutating func finish() throws(StoreError) -> StoreSnapshot {
        guard triples.count < Int(UInt32.max), named.count < Int(UInt32.max) else { throw .tooManyStatements }
        defer { self = BulkLoader() }
        let renumbering = dictionary.putInOrder()
        dictionary.defersValues = false
        // Taken out of the loader, so that each piece goes when it has been packed.
        let (triples, named) = (triples, named)
        self.triples = RowChunks()
        self.named = RowChunks()
        let indexes = IndexBuilder.triples(consume triples, renumbering)
        let graphs = named.count == 0 ? nil : IndexBuilder.named(consume named, renumbering)
        return StoreSnapshot(dictionary: dictionary, triples: indexes, named: graphs)
    }

    private mutating func takeStatements(of snapshot: StoreSnapshot) {
        snapshot.forEachTriple { triples.append($0) }
        snapshot.forEachNamedQuad { named.append($0) }
    }
}

// MARK: - QuadSink

extension BulkLoader {
    public mutating func iri(_ text: Span<UInt8>) throws(StoreError) -> TermHandle {
        TermHandle(try dictionary.intern(iri: text).rawValue)
    }

    public mutating func blankNode(_ label: Span<UInt8>) throws(StoreError) -> TermHandle {
        let scope = BlankNodeScope(document: document, isFresh: false)
        return TermHandle(try dictionary.intern(blankNode: label, scope: scope).rawValue)
    }

    public mutating func freshBlankNode() throws(StoreError) -> TermHandle {
        TermHandle(try dictionary.internFreshBlankNode(document: document).rawValue)
    }

    public mutating func literal(_ lexicalForm: Span<UInt8>, datatype: TermHandle?) throws(StoreError) -> TermHandle {
        let type = datatype.map { dictionary.typeNumber(datatype: TermID(rawValue: $0.rawValue)) } ?? 0
        return TermHandle(try dictionary.intern(literal: lexicalForm, type: type).rawValue)
    }

    public mutating func literal(
        _ text: Span<UInt8>, language: Span<UInt8>, direction: BaseDirection?
    ) throws(StoreError) -> TermHandle {
        let type = dictionary.typeNumber(language: language, direction: direction)
        return TermHandle(try dictionary.intern(literal: text, type: type).rawValue)
    }

    public mutating func tripleTerm(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle
    ) throws(StoreError) -> TermHandle {
        let row = TripleRow(
            subject: TermID(rawValue: subject.rawValue), predicate: TermID(rawValue: predicate.rawValue),
            object: TermID(rawValue: object.rawValue))
        return TermHandle(try dictionary.intern(tripleTerm: row).rawValue)
    }

    public mutating func quad(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?
    ) throws(StoreError) {
        let (subject, predicate) = (TermID(rawValue: subject.rawValue), TermID(rawValue: predicate.rawValue))
        let object = TermID(rawValue: object.rawValue)
        append(subject, predicate, object, graph.map { TermID(rawValue: $0.rawValue) } ?? defaultGraph)
    }

    @inline(__always)
    mutating func append(_ subject: TermID, _ predicate: TermID, _ object: TermID, _ graph: TermID) {
        if graph.isDefined {
            named.append(QuadRow(subject: subject, predicate: predicate, object: object, graph: graph))
        } else {
            triples.append(TripleRow(subject: subject, predicate: predicate, object: object))
        }
    }

    /// Adds statements given as values; labels of blank nodes are those of the present document.
    public mutating func insert(_ quads: some Sequence<Quad>) throws(StoreError) {
        for quad in quads {
            try self.quad(
                handle(quad.subject), handle(.iri(quad.predicate)), handle(quad.object),
                graph: quad.graph.term.map { (term) throws(StoreError) in try handle(term) })
        }
    }

    private mutating func handle(_ term: Term) throws(StoreError) -> TermHandle {
        switch term {
        case .iri(let iri): return try self.iri(iri.string.utf8.span)
        case .blankNode(let node): return try blankNode(node.label.utf8.span)
        case .literal: return TermHandle(try dictionary.intern(term).rawValue)
        case .tripleTerm(let triple):
            return try tripleTerm(handle(triple.subject), handle(.iri(triple.predicate)), handle(triple.object))
        }
    }
}
