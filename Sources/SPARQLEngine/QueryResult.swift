internal import ByteText
public import RDFModel
public import SPARQLAlgebra
internal import TripleStore

/// What a query answers.
public enum QueryResult {
    /// Solutions of SELECT.
    case solutions(QuerySolutions)
    /// The answer of ASK.
    case boolean(Bool)
    /// The triples of CONSTRUCT or DESCRIBE.
    case triples(QueryTriples)
}

/// The solutions of a SELECT, pulled batch by batch.
public final class QuerySolutions {
    /// The variables, in the order of the columns.
    public let variables: [Variable]
    private let slots: [Slot]
    private let source: any BatchSource
    private let context: QueryContext
    private var count = 0
    private let report: () -> String

    init(
        variables: [Variable], slots: [Slot], source: any BatchSource, context: QueryContext,
        report: @escaping () -> String
    ) {
        self.variables = variables
        self.slots = slots
        self.source = source
        self.context = context
        self.report = report
    }

    /// The next solutions, at least one; `nil` at the end.
    /// - Throws: ``QueryEvaluationError`` when a limit is met.
    public func next() throws(QueryEvaluationError) -> SolutionBatch? {
        try context.limits.check()
        let next = try StackSpace.running(isShallow: context.isShallow) { () throws(QueryEvaluationError) in
            try source.next()
        }
        guard let batch = next else {
            // A function may have met a limit in the last row.
            try context.limits.check()
            return nil
        }
        count += batch.count
        try context.limits.checkRows(count)
        return SolutionBatch(columns: slots.map { batch.columns[$0] }, count: batch.count, terms: context.terms)
    }

    /// All solutions, as terms.
    public func rows() throws(QueryEvaluationError) -> [[Term?]] {
        var rows: [[Term?]] = []
        while let batch = try next() {
            for row in 0..<batch.count { rows.append(variables.indices.map { batch[row, $0] }) }
        }
        return rows
    }

    /// The tree of operators with estimated and actual rows and times, where ``QueryOptions/isMeasured`` asked for it.
    public var explanation: String { report() }
}

/// Some solutions, whose terms are made when they are asked for.
public struct SolutionBatch {
    private let columns: [[TermID]]
    /// How many solutions there are.
    public let count: Int
    /// The number of variables.
    package var width: Int { columns.count }
    private let terms: QueryTerms

    init(columns: [[TermID]], count: Int, terms: QueryTerms) {
        self.columns = columns
        self.count = count
        self.terms = terms
    }

    /// Whether a variable has a value, by its place.
    /// - Complexity: O(1); no term is made.
    public func isBound(_ row: Int, _ column: Int) -> Bool {
        precondition(row >= 0 && row < count, "a solution of the batch")
        return !columns[column].isEmpty && columns[column][row].isDefined
    }

    /// The length of the IRI, the lexical form or the label that a variable stands for, in bytes.
    /// - Complexity: O(1); no term is made.
    public func length(_ row: Int, _ column: Int) -> Int {
        guard isBound(row, column) else { return 0 }
        return terms.withText(columns[column][row]) { $0.count }
    }

    /// Gives the value of a variable to a sink, without making a term of it where the store has its bytes.
    /// - Returns: whether there is a value.
    package func write(_ row: Int, _ column: Int, to sink: inout some TermSink) -> Bool {
        guard isBound(row, column) else { return false }
        terms.write(columns[column][row], to: &sink)
        return true
    }

    /// The value of a variable, by its place; `nil` where it has none.
    public subscript(row: Int, column: Int) -> Term? {
        precondition(row >= 0 && row < count, "a solution of the batch")
        guard !columns[column].isEmpty, columns[column][row].isDefined else { return nil }
        return terms.term(columns[column][row])
    }
}

/// The triples of a CONSTRUCT or DESCRIBE: a graph, so each comes once.
public struct QueryTriples: Sendable {
    /// The triples, in the order in which they were found.
    public let triples: [Triple]
}
