internal import SPARQLAlgebra
internal import SPARQLEngine

/// Runs a query once or more, and writes its answer once.
struct QuerySession {
    let engine: QueryEngine
    let options: QueryOptions
    let writer: AnswerWriter

    /// What came of the runs.
    struct Runs {
        /// The time of each.
        var timings: [QueryTiming] = []
        /// Whether the answer is empty or false.
        var isWanting = false
    }

    /// Runs a query; each time it is read and planned anew, and its answer is written as bytes, but only the first
    /// run's bytes go out.
    func run(times: Int, _ query: () throws -> Query) throws -> Runs {
        var runs = Runs()
        for number in 0..<times {
            let output = number == 0 ? writer.output : { _ in }
            let writer = AnswerWriter(format: writer.format, prefixes: writer.prefixes, output: output)
            runs.timings.append(try run(query, writer))
        }
        runs.isWanting = runs.timings.last?.rows == 0
        return runs
    }

    private func run(_ query: () throws -> Query, _ writer: AnswerWriter) throws -> QueryTiming {
        let clock = ContinuousClock()
        var timing = QueryTiming()
        let start = clock.now
        let result = try engine.execute(try query(), options: options)
        timing.plan = clock.now - start
        let planned = clock.now
        switch result {
        case .solutions(let solutions):
            var batches: [SolutionBatch] = []
            while let batch = try solutions.next() {
                batches.append(batch)
                timing.rows += batch.count
            }
            timing.execute = clock.now - planned
            timing.write = try clock.measure { try writer.write(solutions.variables, batches) }
        case .boolean(let answer):
            timing.rows = answer ? 1 : 0
            timing.write = try clock.measure { try writer.write(answer) }
        case .triples(let graph):
            timing.rows = graph.triples.count
            timing.write = try clock.measure { try writer.write(graph.triples) }
        }
        return timing
    }

    /// The plan of a query, with what its operators really did where it is a SELECT.
    func explanation(of query: Query) throws -> String {
        guard case .solutions(let solutions) = try engine.execute(query, options: options) else {
            return try engine.explainPlan(query, options: options)
        }
        while try solutions.next() != nil {}
        return solutions.explanation
    }
}
