/// What a transaction does to the statements of a snapshot.
struct StatementChanges {
    private(set) var inserted: Set<QuadRow> = []
    private(set) var deleted: Set<QuadRow> = []
    private(set) var clearsDefaultGraph = false
    private(set) var clearsNamedGraphs = false
    private(set) var clearedGraphs: Set<TermID> = []

    var isEmpty: Bool {
        inserted.isEmpty && deleted.isEmpty && !clearsDefaultGraph && !clearsNamedGraphs && clearedGraphs.isEmpty
    }

    /// Whether the default graph changes.
    var touchesDefaultGraph: Bool {
        clearsDefaultGraph || inserted.contains { !$0.graph.isDefined } || deleted.contains { !$0.graph.isDefined }
    }

    /// Whether named graphs change.
    var touchesNamedGraphs: Bool {
        clearsNamedGraphs || !clearedGraphs.isEmpty || inserted.contains { $0.graph.isDefined }
            || deleted.contains { $0.graph.isDefined }
    }

    mutating func insert(_ row: QuadRow) {
        precondition(
            !row.subject.isComputed && !row.predicate.isComputed && !row.object.isComputed && !row.graph.isComputed,
            "a term that a query computed is added to the dictionary before a statement of it is inserted")
        deleted.remove(row)
        inserted.insert(row)
    }

    mutating func delete(_ row: QuadRow) {
        inserted.remove(row)
        deleted.insert(row)
    }

    mutating func clear(_ scope: GraphScope) {
        switch scope {
        case .defaultGraph:
            clearsDefaultGraph = true
            forget { !$0.graph.isDefined }
        case .named(let graph):
            clearedGraphs.insert(graph)
            forget { $0.graph == graph }
        case .anyNamed:
            clearsNamedGraphs = true
            forget { $0.graph.isDefined }
        }
    }

    private mutating func forget(where isCleared: (QuadRow) -> Bool) {
        inserted = inserted.filter { !isCleared($0) }
        deleted = deleted.filter { !isCleared($0) }
    }
}
