internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// Runs parts of a query by themselves, to see what each of them gives.
struct QueryParts {
    let snapshot: StoreSnapshot
    let query: Query
    private let options: QueryOptions
    /// The parts together have the time of one query.
    private let deadline: ContinuousClock.Instant?

    init(snapshot: StoreSnapshot, query: Query, options: QueryOptions) {
        self.snapshot = snapshot
        self.query = query
        self.options = options
        deadline = options.limits.timeout.map { ContinuousClock.now.advanced(by: $0) }
    }

    func run(
        _ algebra: Algebra, in graph: GraphSpecifier?, _ form: Query.Form
    ) throws(QueryEvaluationError) -> QueryResult {
        let pattern = graph.map { Algebra.graph($0, algebra) } ?? algebra
        let part = Query(
            form: form, dataset: query.dataset, algebra: pattern, base: query.base, prefixes: query.prefixes)
        var options = options
        options.limits.timeout = deadline.map { max(.zero, $0 - ContinuousClock.now) }
        return try QueryEngine(snapshot).execute(part, options: options)
    }

    func hasSolution(_ algebra: Algebra, in graph: GraphSpecifier?) throws(QueryEvaluationError) -> Bool {
        if case .boolean(let answer) = try run(algebra, in: graph, .ask) { answer } else { true }
    }

    func rows(
        _ variables: [Variable], _ algebra: Algebra, in graph: GraphSpecifier?
    ) throws(QueryEvaluationError) -> [[Term?]] {
        guard case .solutions(let solutions) = try run(algebra, in: graph, .select(variables)) else { return [] }
        return try solutions.rows()
    }

    func count(_ algebra: Algebra, in graph: GraphSpecifier?) throws(QueryEvaluationError) -> Int {
        guard case .solutions(let solutions) = try run(algebra, in: graph, .select([])) else { return 0 }
        var count = 0
        while let batch = try solutions.next() { count += batch.count }
        return count
    }
}
