internal import ByteText
public import SPARQLAlgebra
public import TripleStore

/// Answers queries over one snapshot of a store.
///
/// ```swift
/// let engine = QueryEngine(snapshot)
/// let query = try QueryParser.parse("SELECT ?org WHERE { ?org a <http://www.w3.org/ns/org#Organization> }")
/// guard case .solutions(let solutions) = try engine.execute(query) else { return }
/// while let batch = try solutions.next() {
///     for row in 0..<batch.count { print(batch[row, 0] as Any) }
/// }
/// ```
///
/// An engine is a value without state of its own: any number of queries may run at once, each on its own thread.
/// - Spec: <https://www.w3.org/TR/sparql11-query/>
public struct QueryEngine: Sendable {
    /// What is asked.
    public let snapshot: StoreSnapshot

    /// An engine over a snapshot.
    public init(_ snapshot: StoreSnapshot) { self.snapshot = snapshot }

    /// Plans a query and begins to run it; solutions are found as they are pulled.
    ///
    /// - Throws: ``QueryEvaluationError`` for a function that does not exist, or when a limit is met, which may also
    ///   come while the result is pulled.
    public func execute(
        _ query: Query, options: QueryOptions = QueryOptions()
    ) throws(QueryEvaluationError)
        -> QueryResult
    {
        try StackSpace.planning(query.algebra) { () throws(QueryEvaluationError) in
            let run = try QueryRun(snapshot, query, options)
            switch query.form {
            case .select(let variables): return .solutions(try run.solutions(variables))
            case .ask: return .boolean(try run.hasSolution())
            case .construct(let template): return .triples(try run.construct(template))
            case .describe(let targets): return .triples(try run.describe(targets))
            }
        }
    }

    /// The plan of a query as a tree of operators, after each pass of the optimizer, for those who tune it.
    public func explainPlan(
        _ query: Query, options: QueryOptions = QueryOptions()
    ) throws(QueryEvaluationError) -> String {
        try StackSpace.planning(query.algebra) { () throws(QueryEvaluationError) in
            try QueryRun(snapshot, query, options).planText
        }
    }
}
