internal import SPARQLAlgebra
internal import SPARQLEngine
internal import Synchronization
internal import TripleStore

/// A query that has been read, with what it asks and how.
struct QueryRequest: Sendable {
    let snapshot: StoreSnapshot
    let query: Query
    let options: QueryOptions

    /// Runs the query on a thread of the pool, and gives its result to a function there.
    func run<Value: Sendable>(_ body: @escaping @Sendable (QueryResult) throws -> Value) async throws -> Value {
        try await WorkPool.shared.runCancellable { try body(execute($0)) }
    }

    /// Begins to run the query on this thread.
    func execute(_ cancellation: QueryCancellation) throws -> QueryResult {
        var options = options
        options.cancellation = cancellation
        return try QueryEngine(snapshot).execute(query, options: options)
    }
}

extension WorkPool {
    /// Does some work of queries on a thread of the pool; it ends when the task is cancelled.
    /// - Throws: `CancellationError` then, as Swift's tasks do, or what the work throws.
    func runCancellable<Value: Sendable>(
        by cancellation: QueryCancellation = QueryCancellation(),
        _ work: @escaping @Sendable (QueryCancellation) throws -> Value
    ) async throws -> Value {
        do {
            return try await withTaskCancellationHandler {
                try await run { try work(cancellation) }
            } onCancel: {
                cancellation.cancel()
            }
        } catch QueryEvaluationError.cancelled {
            throw CancellationError()
        }
    }
}

/// A run of a query that goes on step by step, each on a thread of the pool, and ends with its task or with the last who
/// holds it.
final class QuerySteps<State, Element: Sendable>: Sendable {
    private let cancellation = QueryCancellation()
    /// One step at a time works on it.
    private let state: Mutex<State>
    private let step: @Sendable (inout State, QueryCancellation) throws -> Element?

    /// A run that has not begun.
    init(_ state: sending State, step: @escaping @Sendable (inout State, QueryCancellation) throws -> Element?) {
        self.state = Mutex(state)
        self.step = step
    }

    deinit { cancellation.cancel() }

    /// What the next step gives; `nil` at the end.
    func next() async throws -> Element? {
        try await WorkPool.shared.runCancellable(by: cancellation) { [self] cancellation in
            try state.withLock { try step(&$0, cancellation) }
        }
    }
}
