internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

extension UpdateRun {
    /// What ADD, COPY and MOVE do besides inserting.
    enum Transfer {
        case add, copy, move
    }

    /// CLEAR and DROP, which are the same where a graph without statements is not there.
    /// - Spec: <https://www.w3.org/TR/sparql11-update/#clear>
    func clear(_ target: GraphTarget, in transaction: inout WriteTransaction) throws {
        switch target {
        case .graph(let graph): transaction.clear(.named(try transaction.id(of: .iri(graph))))
        case .defaultGraph: transaction.clear(.defaultGraph)
        case .named: transaction.clear(.anyNamed)
        case .all:
            transaction.clear(.defaultGraph)
            transaction.clear(.anyNamed)
        }
    }

    /// CREATE: nothing, but where the graph is there already.
    /// - Spec: <https://www.w3.org/TR/sparql11-update/#create>
    func create(_ graph: IRI, in transaction: inout WriteTransaction) throws {
        let id = try transaction.id(of: .iri(graph))
        guard try transaction.snapshot().count(matching: IDPattern(), in: .named(id)) == 0 else {
            throw UpdateError.graphExists(graph)
        }
    }

    /// ADD, COPY and MOVE; of a graph to itself nothing.
    /// - Spec: <https://www.w3.org/TR/sparql11-update/#add>
    func transfer(
        _ kind: Transfer, _ source: GraphName, to destination: GraphName, in transaction: inout WriteTransaction
    ) throws {
        let from = try scope(of: source, in: &transaction)
        let run = try transaction.snapshot().run(matching: IDPattern(), in: from)
        if case .iri(let graph) = source, run.isEmpty { throw UpdateError.noSuchGraph(graph) }
        guard source != destination else { return }
        let to = try scope(of: destination, in: &transaction)
        if kind != .add { transaction.clear(to) }
        try insert(run, into: to, in: &transaction)
        if kind == .move { transaction.clear(from) }
    }

    private func scope(of graph: GraphName, in transaction: inout WriteTransaction) throws(StoreError) -> GraphScope {
        guard let name = graph.term else { return .defaultGraph }
        return .named(try transaction.id(of: name))
    }

    private func insert(_ run: IDRun, into scope: GraphScope, in transaction: inout WriteTransaction) throws {
        let graph: TermID = if case .named(let graph) = scope { graph } else { .undefined }
        var columns: [[TermID]] = [[], [], []]
        for start in stride(from: 0, to: run.count, by: Batch.preferredCount) {
            let rows = start..<min(start + Batch.preferredCount, run.count)
            for (place, position) in [QuadPosition.subject, .predicate, .object].enumerated() {
                columns[place].removeAll(keepingCapacity: true)
                run.copy(position, rows: rows, into: &columns[place])
            }
            for row in 0..<rows.count {
                try work(on: transaction)
                transaction.insert(columns[0][row], columns[1][row], columns[2][row], in: graph)
            }
        }
    }
}
