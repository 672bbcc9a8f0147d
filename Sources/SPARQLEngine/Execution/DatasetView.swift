internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// The graphs of a snapshot that a query sees.
struct DatasetView {
    /// The statements; the default graph is that of the query.
    let snapshot: StoreSnapshot
    /// The names of the named graphs that hold statements, in the order of their ids.
    let graphNames: [TermID]

    /// The dataset of a snapshot itself, or that of FROM and FROM NAMED; graphs that the snapshot does not have are
    /// empty.
    /// - Complexity: O(1), or O(*n*) in the statements of the chosen graphs.
    init(_ snapshot: StoreSnapshot, clause: DatasetClause? = nil) {
        if let clause {
            let dictionary = snapshot.dictionary
            func ids(_ names: [IRI]) -> [TermID] { names.compactMap { dictionary.id(of: .iri($0)) } }
            self.snapshot = snapshot.dataset(
                defaultGraphs: ids(clause.defaultGraphs), namedGraphs: ids(clause.namedGraphs))
        } else {
            self.snapshot = snapshot
        }
        graphNames = self.snapshot.graphs
    }

    /// A snapshot with a named graph as its default graph; all named graphs stay.
    /// - Complexity: O(*n*) in the statements of named graphs.
    init(_ snapshot: StoreSnapshot, defaultGraph: IRI) {
        let id = snapshot.dictionary.id(of: .iri(defaultGraph))
        self.snapshot = snapshot.dataset(defaultGraphs: id.map { [$0] } ?? [], namedGraphs: nil)
        graphNames = self.snapshot.graphs
    }

    /// Whether a named graph is there and holds a statement.
    func hasNamedGraph(_ id: TermID) -> Bool {
        guard id.isDefined, !id.isComputed else { return false }
        return snapshot.count(matching: IDPattern(), in: .named(id)) > 0
    }

    /// Where a pattern is matched.
    func scope(_ graph: ActiveGraph) -> GraphScope {
        switch graph {
        case .defaultGraph: .defaultGraph
        case .named(let id): .named(id)
        case .variable: .anyNamed
        }
    }
}
