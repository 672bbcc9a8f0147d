public import RDFModel
internal import SPARQLAlgebra
public import SPARQLEngine

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
    public func makeAsyncIterator() -> Iterator {
        Iterator(
            QuerySteps(nil) { [request, variables] solutions, cancellation in
                if solutions == nil, case .solutions(let found) = try request.execute(cancellation) {
                    solutions = found
                }
                return try solutions?.next().map { QueryRow.all(of: $0, variables) }
            })
    }

    /// All solutions.
    /// - Throws: `QueryEvaluationError` where a limit is met; `CancellationError`.
    public func all() async throws -> [QueryRow] {
        var rows: [QueryRow] = []
        for try await row in self { rows.append(row) }
        return rows
    }

    /// A place in the solutions.
    public struct Iterator: AsyncIteratorProtocol {
        private let batches: QuerySteps<QuerySolutions?, [QueryRow]>
        private var rows: ArraySlice<QueryRow> = []
        private var isAtEnd = false

        init(_ batches: QuerySteps<QuerySolutions?, [QueryRow]>) { self.batches = batches }

        /// The next solution; `nil` after the last.
        /// - Throws: `QueryEvaluationError` where a limit is met; `CancellationError`.
        public mutating func next() async throws -> QueryRow? {
            if let row = rows.popFirst() { return row }
            guard !isAtEnd else { return nil }
            guard let batch = try await batches.next() else {
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

    fileprivate static func all(of batch: SolutionBatch, _ variables: [String]) -> [QueryRow] {
        (0..<batch.count).map { row in
            QueryRow(variables: variables, values: variables.indices.map { batch[row, $0] })
        }
    }

    /// The value of a variable, named without `?`; `nil` where it has none, or the query none of that name.
    /// - Complexity: O(*v*) in the number of variables.
    public subscript(name: String) -> Term? { variables.firstIndex(of: name).flatMap { values[$0] } }

    /// The value of a variable as a Swift value: `String`, `Int`, `Double`, `Bool`, `IRI`; `nil` where it has none, or
    /// one of another kind.
    public subscript<Value: SolutionValue>(name: String, as type: Value.Type) -> Value? {
        self[name].flatMap(Value.init(solutionTerm:))
    }
}
