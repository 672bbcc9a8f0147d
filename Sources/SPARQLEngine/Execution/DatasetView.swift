internal import RDFModel
internal import TripleStore

/// The graphs of a snapshot that a query sees.
struct DatasetView {
    let snapshot: StoreSnapshot
    /// The graphs whose merge is the default graph.
    let defaultScopes: [GraphScope]
    /// The names of the named graphs; `nil` for all that the snapshot has.
    private let namedGraphs: Set<TermID>?
    /// The names of the named graphs, in the order of their ids.
    let graphNames: [TermID]

    /// The dataset of the snapshot itself.
    init(_ snapshot: StoreSnapshot) {
        self.snapshot = snapshot
        defaultScopes = [.defaultGraph]
        namedGraphs = nil
        graphNames = snapshot.graphs
    }

    /// A dataset of chosen graphs; those that the snapshot does not have are empty.
    init(_ snapshot: StoreSnapshot, defaultGraphs: [GraphName], namedGraphs: [IRI]) {
        self.snapshot = snapshot
        var scopes: [GraphScope] = []
        for graph in defaultGraphs {
            guard let name = graph.term else {
                scopes.append(.defaultGraph)
                continue
            }
            guard let id = snapshot.dictionary.id(of: name), !scopes.contains(.named(id)) else { continue }
            scopes.append(.named(id))
        }
        defaultScopes = scopes
        let chosen = Set(namedGraphs.compactMap { snapshot.dictionary.id(of: .iri($0)) })
        self.namedGraphs = chosen
        graphNames = snapshot.graphs.filter { chosen.contains($0) }
    }

    /// Whether a named graph is there and holds a statement.
    func hasNamedGraph(_ id: TermID) -> Bool {
        guard id.isDefined, !id.isComputed, namedGraphs?.contains(id) ?? true else { return false }
        return snapshot.count(matching: IDPattern(), in: .named(id)) > 0
    }

    /// Whether every named graph of the snapshot is visible.
    var seesAllNamedGraphs: Bool { namedGraphs == nil }

    /// The graphs in which a pattern is matched; one of them as a rule.
    func scopes(_ graph: ActiveGraph) -> [GraphScope] {
        switch graph {
        case .defaultGraph: defaultScopes
        case .named(let id): hasNamedGraph(id) ? [.named(id)] : []
        case .variable: seesAllNamedGraphs ? [.anyNamed] : graphNames.map { .named($0) }
        }
    }
}
