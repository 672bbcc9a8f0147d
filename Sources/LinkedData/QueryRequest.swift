internal import SPARQLAlgebra
internal import SPARQLEngine
internal import TripleStore

/// A query that has been read, with what it asks and how.
struct QueryRequest: Sendable {
    let snapshot: StoreSnapshot
    let query: Query
    let options: QueryOptions

    /// Runs the query on a thread of the pool, and gives its result to a function there. The query ends when the task is
    /// cancelled.
    func run<Value: Sendable>(_ body: @escaping @Sendable (QueryResult) throws -> Value) async throws -> Value {
        let cancellation = QueryCancellation()
        return try await cancellable(by: cancellation) {
            try await WorkPool.shared.run { try body(execute(cancellation)) }
        }
    }

    /// Begins to run the query on this thread.
    func execute(_ cancellation: QueryCancellation) throws -> QueryResult {
        var options = options
        options.cancellation = cancellation
        return try QueryEngine(snapshot).execute(query, options: options)
    }
}

/// Does some work that ends when the task is cancelled, and says so as Swift's tasks do.
func cancellable<Value: Sendable>(
    by cancellation: QueryCancellation, _ work: () async throws -> Value
) async throws -> Value {
    do {
        return try await withTaskCancellationHandler(operation: work) { cancellation.cancel() }
    } catch QueryEvaluationError.cancelled {
        throw CancellationError()
    }
}
