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

    /// Inserts the statements of a document: its labels of blank nodes name new nodes.
    ///
    /// - Parameter graph: The graph that takes the statements of the document's default graph.
    public mutating func insertDocument(
        _ quads: some Sequence<Quad>, into graph: GraphName = .defaultGraph
    ) throws(StoreError) {
        let document = dictionary.documentCount
        dictionary.documentCount += 1
        for quad in quads {
            let renamed = quad.renamingBlankNodes { node in
                BlankNode(
                    BlankNodeLabel.label(node.label, scope: BlankNodeScope(document: document, isFresh: false)))
            }
            try insert(renamed.graph == .defaultGraph ? Quad(renamed.triple, in: graph) : renamed)
        }
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
