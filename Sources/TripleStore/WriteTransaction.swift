public import RDFModel

/// Insertions and deletions that become the next snapshot of a store, all at once.
///
/// The last word about a statement counts. Ids of the snapshot that the transaction began with are good in it, and in
/// the snapshots it makes; terms are added at the end of the dictionary and none is removed.
public struct WriteTransaction: ~Copyable {
    private var base: StoreSnapshot
    private var dictionary: TermDictionary
    private var changes = StatementChanges()

    init(_ base: StoreSnapshot) {
        self.base = base
        dictionary = base.dictionary
    }

    /// The id of a term, which is added to the dictionary if need be. Labels of blank nodes are those by which the
    /// store's own terms are called: what was read can be deleted as it was read.
    public mutating func id(of term: Term) throws(StoreError) -> TermID { try dictionary.intern(term) }

    /// A blank node that is none of the store's.
    public mutating func freshBlankNode() throws(StoreError) -> TermID {
        try dictionary.internFreshBlankNode(document: dictionary.documentCount)
    }

    /// The triple term of some parts.
    public mutating func tripleTerm(
        _ subject: TermID, _ predicate: TermID, _ object: TermID
    ) throws(StoreError) -> TermID {
        try dictionary.intern(tripleTerm: TripleRow(subject: subject, predicate: predicate, object: object))
    }

    /// How many statements are inserted or deleted since the last ``snapshot()``: what the transaction holds in memory.
    public var changeCount: Int { changes.inserted.count + changes.deleted.count }

    /// Inserts a statement of ids; an undefined graph is the default one.
    public mutating func insert(
        _ subject: TermID, _ predicate: TermID, _ object: TermID, in graph: TermID = .undefined
    ) {
        changes.insert(QuadRow(subject: subject, predicate: predicate, object: object, graph: graph))
    }

    /// Deletes a statement of ids, if it is there.
    public mutating func delete(
        _ subject: TermID, _ predicate: TermID, _ object: TermID, in graph: TermID = .undefined
    ) {
        changes.delete(QuadRow(subject: subject, predicate: predicate, object: object, graph: graph))
    }

    /// Inserts a statement; labels as in ``id(of:)``.
    public mutating func insert(_ quad: Quad) throws(StoreError) {
        let graph: TermID = if let name = quad.graph.term { try id(of: name) } else { .undefined }
        insert(try id(of: quad.subject), try id(of: .iri(quad.predicate)), try id(of: quad.object), in: graph)
    }

    /// Deletes a statement, if it is there; labels as in ``id(of:)``.
    public mutating func delete(_ quad: Quad) {
        guard let subject = dictionary.id(of: quad.subject), let predicate = dictionary.id(of: .iri(quad.predicate)),
            let object = dictionary.id(of: quad.object)
        else { return }
        guard let name = quad.graph.term else { return delete(subject, predicate, object) }
        guard let graph = dictionary.id(of: name) else { return }
        delete(subject, predicate, object, in: graph)
    }

    /// Begins a document: its labels of blank nodes name new nodes.
    public mutating func beginDocument() -> DocumentNumber {
        defer { dictionary.documentCount += 1 }
        return DocumentNumber(value: dictionary.documentCount)
    }

    /// Inserts a statement of a document.
    ///
    /// - Parameter graph: The graph that takes the statement where the document has it in its default graph.
    public mutating func insert(
        _ quad: Quad, of document: DocumentNumber, into graph: GraphName = .defaultGraph
    ) throws(StoreError) {
        let scope = BlankNodeScope(document: document.value, isFresh: false)
        let renamed = quad.renamingBlankNodes { BlankNode(BlankNodeLabel.label($0.label, scope: scope)) }
        try insert(renamed.graph == .defaultGraph ? Quad(renamed.triple, in: graph) : renamed)
    }

    /// Inserts the statements of a document: its labels of blank nodes name new nodes.
    ///
    /// - Parameter graph: The graph that takes the statements of the document's default graph.
    public mutating func insertDocument(
        _ quads: some Sequence<Quad>, into graph: GraphName = .defaultGraph
    ) throws(StoreError) {
        let document = beginDocument()
        for quad in quads { try insert(quad, of: document, into: graph) }
    }

    /// Deletes all statements of a graph.
    public mutating func clear(_ scope: GraphScope) { changes.clear(scope) }

    /// The dataset with the changes so far; later changes go on from there.
    ///
    /// - Complexity: O(*n*) in the statements of the default graph if it changed, and in those of all named graphs if
    ///   one of these did.
    public mutating func snapshot() throws(StoreError) -> StoreSnapshot {
        guard !changes.isEmpty else { return base }
        base = try base.applying(changes, dictionary: dictionary)
        changes = StatementChanges()
        return base
    }
}

/// What tells the blank nodes of one document from those of all others; see ``WriteTransaction/beginDocument()``.
public struct DocumentNumber: Hashable, Sendable {
    let value: UInt32
}
