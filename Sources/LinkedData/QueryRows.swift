public import RDFModel
internal import SPARQLAlgebra
public import SPARQLEngine
internal import Synchronization

/// The solutions of a SELECT as an asynchronous sequence.
///
/// Each iteration runs the query over the same statements, some hundred solutions at a time, on a thread of the library;
/// it ends when the iterator is let go or its task cancelled.
public struct QueryRows: AsyncSequence, Sendable {
    /// The names of the variables, without `?`, in the order of the columns.
    public let variables: [String]
    private let request: QueryRequest

    init(_ request: QueryRequest, _ variables: [Variable]) {
        self.request = request
        self.variables = variables.map(\.name)
    }

    /// An iterator at the first solution.
    public func makeAsyncIterator() -> Iterator { Iterator(RowSource(request, columns: variables)) }

    /// All solutions.
    /// - Throws: `QueryEvaluationError` where a limit is met; `CancellationError`.
    public func all() async throws -> [QueryRow] {
        var rows: [QueryRow] = []
        for try await row in self { rows.append(row) }
        return rows
    }

    /// A place in the solutions.
    public struct Iterator: AsyncIteratorProtocol {
        private let source: RowSource
        private var rows: ArraySlice<QueryRow> = []
        private var isAtEnd = false

        init(_ source: RowSource) { self.source = source }

        /// The next solution; `nil` after the last.
        /// - Throws: `QueryEvaluationError` where a limit is met; `CancellationError`.
        public mutating func next() async throws -> QueryRow? {
            if let row = rows.popFirst() { return row }
            guard !isAtEnd else { return nil }
            guard let batch = try await source.next() else {
                isAtEnd = true
                return nil
            }
            rows = batch[...]
            return rows.popFirst()
        }
    }
}

/// One solution of a SELECT.
public struct QueryRow: Sendable {
    /// The names of the variables, without `?`, in the order of the columns.
    public let variables: [String]
    /// The values, in the order of the columns; `nil` where a variable has none.
    public let values: [Term?]

    /// The value of a variable, named without `?`; `nil` where it has none, or the query none of that name.
    /// - Complexity: O(*v*) in the number of variables.
    public subscript(name: String) -> Term? { variables.firstIndex(of: name).flatMap { values[$0] } }

    /// The value of a variable as a Swift value: `String`, `Int`, `Double`, `Bool`, `IRI`; `nil` where it has none, or
    /// one of another kind.
    public subscript<Value: SolutionValue>(name: String, as type: Value.Type) -> Value? {
        self[name].flatMap(Value.init(solutionTerm:))
    }
}

/// The solutions of a run of a query, some at a time.
final class RowSource: Sendable {
    private let request: QueryRequest
    private let columns: [String]
    private let cancellation = QueryCancellation()
    /// The run, once it has begun; one job at a time works on it.
    private let run = Mutex<QuerySolutions?>(nil)

    init(_ request: QueryRequest, columns: [String]) {
        self.request = request
        self.columns = columns
    }

    deinit { cancellation.cancel() }

    /// The next solutions, at least one; `nil` at the end.
    func next() async throws -> [QueryRow]? {
        try await cancellable(by: cancellation) {
            try await WorkPool.shared.run { [self] in
                try run.withLock { run in
                    if run == nil, case .solutions(let solutions) = try request.execute(cancellation) {
                        run = solutions
                    }
                    return try run?.next().map(rows)
                }
            }
        }
    }

    private func rows(of batch: SolutionBatch) -> [QueryRow] {
        (0..<batch.count).map { row in
            QueryRow(variables: columns, values: columns.indices.map { batch[row, $0] })
        }
    }
}
