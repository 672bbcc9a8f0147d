public import RDFModel
internal import RDFSyntax
internal import SPARQLAlgebra
public import SPARQLEngine
internal import SPARQLResults

extension RDFSnapshot {
    /// The answer to a query of any form as bytes, written while solutions are found.
    ///
    /// The bytes of terms go from the store to the answer; no string is made of them.
    /// - Parameters:
    ///   - query: a query, or a pattern alone.
    ///   - format: the format; one that fits the form of the query.
    ///   - values: values of variables, by their names without `?`.
    ///   - limits: the time, rows and memory that it may take.
    /// - Throws: `SPARQLSyntaxError`, ``AnswerFormatError``. What goes wrong later is thrown by the sequence, which then
    ///   has given a part of the answer.
    public func answer(
        _ query: String, as format: AnswerFormat, binding values: [String: Term] = [:],
        limits: QueryLimits = QueryLimits()
    ) async throws -> QueryAnswer {
        let request = try await request(query, values, limits)
        let isOfSolutions =
            switch request.query.form {
            case .select, .ask: true
            case .construct, .describe: false
            }
        guard isOfSolutions == (format.results != nil) else {
            throw AnswerFormatError(format: format, isForGraphs: !isOfSolutions)
        }
        return QueryAnswer(request, format)
    }
}

/// The answer to a query as an asynchronous sequence of pieces of bytes.
///
/// Each iteration runs the query over the same statements, on a thread of the library.
public struct QueryAnswer: AsyncSequence, Sendable {
    /// The format.
    public let format: AnswerFormat
    private let request: QueryRequest

    init(_ request: QueryRequest, _ format: AnswerFormat) {
        self.request = request
        self.format = format
    }

    /// An iterator at the first piece.
    public func makeAsyncIterator() -> Iterator {
        Iterator(
            QuerySteps(.ready) { [request, format] state, cancellation in
                try state.next(request, format, cancellation)
            })
    }

    /// The whole answer.
    /// - Throws: `QueryEvaluationError` where a limit is met; `ResultsWritingError` for a value that the format cannot
    ///   hold; `CancellationError`.
    public func bytes() async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in self { bytes += piece }
        return bytes
    }

    /// A place in the answer.
    public struct Iterator: AsyncIteratorProtocol {
        private let pieces: QuerySteps<AnswerState, [UInt8]>

        init(_ pieces: QuerySteps<AnswerState, [UInt8]>) { self.pieces = pieces }

        /// The next bytes, some ten thousand at a time; `nil` after the last.
        /// - Throws: as ``QueryAnswer/bytes()``.
        public mutating func next() async throws -> [UInt8]? { try await pieces.next() }
    }
}

/// That an answer was asked for in a format which is not for queries of its form.
public struct AnswerFormatError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The format.
    public let format: AnswerFormat
    /// True for a query that asks for a graph.
    public let isForGraphs: Bool

    /// The error and its cure.
    public var description: String {
        let fitting = AnswerFormat.allCases.filter { ($0.results == nil) == isForGraphs }.map(\.rawValue)
        let forms = isForGraphs ? "CONSTRUCT and DESCRIBE" : "SELECT and ASK"
        return "\(format.rawValue) cannot hold an answer to \(forms): use one of \(fitting.joined(separator: ", "))"
    }
}

/// How far an answer has been written.
enum AnswerState {
    case ready
    case solutions(QuerySolutions, ResultsWriter)
    case ended

    /// The bytes of a piece, at least, but for the last one.
    private static let pieceBytes = 1 << 16

    /// Writes the next piece; `nil` at the end. After an error nothing comes.
    mutating func next(
        _ request: QueryRequest, _ format: AnswerFormat, _ cancellation: QueryCancellation
    ) throws -> [UInt8]? {
        let state = self
        self = .ended
        switch state {
        case .ended: return nil
        case .solutions(let solutions, let writer): return try write(solutions, writer)
        case .ready:
            switch try request.execute(cancellation) {
            case .boolean(let answer): return format.results.map { ResultsWriter.document(boolean: answer, in: $0) }
            case .triples(let graph):
                let triples = graph.triples.sorted()
                return format == .turtle
                    ? try TurtleWriter.turtle(triples, prefixes: RDFSnapshot.prefixes)
                    : try LineWriter.ntriples(triples)
            case .solutions(let solutions):
                guard let results = format.results else { return nil }
                var writer = ResultsWriter(results, variables: solutions.variables.map(\.name))
                try writer.begin()
                return try write(solutions, writer)
            }
        }
    }

    /// Writes solutions until there is a piece, or they end.
    private mutating func write(_ solutions: QuerySolutions, _ writer: consuming ResultsWriter) throws -> [UInt8] {
        var writer = writer
        while writer.output.count < Self.pieceBytes {
            guard let batch = try solutions.next() else {
                try writer.end()
                return writer.output
            }
            try writer.write(batch)
        }
        let piece = writer.takeOutput()
        self = .solutions(solutions, writer)
        return piece
    }
}

extension ResultsWriter {
    /// Writes solutions, the bytes of whose terms come from the store.
    /// - Precondition: the columns are those of the writer.
    /// - Throws: `ResultsWritingError` where a row holds what the format cannot say, or what taking the bytes throws.
    package mutating func write(_ batch: SolutionBatch) throws {
        for row in 0..<batch.count {
            try beginRow()
            for column in 0..<batch.width where !batch.write(row, column, to: &self) { unbound() }
            try endRow()
        }
    }
}
