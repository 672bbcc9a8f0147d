internal import EmbeddedResources
internal import Localization
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
        /// The variables that are shown and have a value in no row, where there are rows.
        var blank: [Variable] = []
    }

    /// Runs a query; each time it is read and planned anew, and its answer is written as bytes, but only the first
    /// run's bytes go out.
    func run(times: Int, _ query: () throws -> Query) throws -> Runs {
        var runs = Runs()
        for number in 0..<times {
            var writer = writer
            if number > 0 {
                writer.output = { _ in }
                writer.show = { _ in }
            }
            runs.timings.append(try run(query, writer, &runs))
        }
        runs.isWanting = runs.timings.last?.rows == 0
        return runs
    }

    private func run(_ query: () throws -> Query, _ writer: AnswerWriter, _ runs: inout Runs) throws -> QueryTiming {
        let clock = ContinuousClock()
        var timing = QueryTiming()
        let start = clock.now
        let result = try engine.execute(try query(), options: options)
        timing.plan = clock.now - start
        let planned = clock.now
        switch result {
        case .solutions(let solutions):
            runs.blank = try write(solutions, with: writer, &timing)
            timing.execute = clock.now - planned - timing.write
        case .boolean(let answer):
            timing.rows = answer ? 1 : 0
            timing.write = try clock.measure { try writer.write(answer) }
        case .triples(let graph):
            timing.rows = graph.triples.count
            timing.write = try clock.measure { try writer.write(graph.triples) }
        }
        return timing
    }

    /// Cells that wait for the end of the query, so that one that fails early has written nothing.
    private static let waitingCells = 1 << 20

    private func write(
        _ solutions: QuerySolutions, with writer: AnswerWriter, _ timing: inout QueryTiming
    ) throws -> [Variable] {
        var blank = Array(solutions.variables.indices)
        let clock = ContinuousClock()
        let width = max(1, solutions.variables.count)
        var writer = try writer.solutions(solutions.variables)
        writer.memory = options.limits.memory
        var waiting: [SolutionBatch] = []
        while let batch = try solutions.next() {
            timing.rows += batch.count
            // Mostly a column has a value in its first row, and is looked at no more.
            blank.removeAll { column in (0..<batch.count).contains { batch.isBound($0, column) } }
            waiting.append(batch)
            guard timing.rows * width > Self.waitingCells else { continue }
            timing.write += try clock.measure { for batch in waiting { try writer.write(batch) } }
            waiting.removeAll()
        }
        timing.write += try clock.measure {
            for batch in waiting { try writer.write(batch) }
            try writer.end()
        }
        return timing.rows == 0 ? [] : blank.map { solutions.variables[$0] }
    }

    /// How long it is looked for what is wrong with a query that has been answered.
    private static let diagnosis = Duration.seconds(1)

    /// What is known to be wrong with a query, one a line: variables that nothing binds; where the answer is empty, or a
    /// column of it, also conditions and values that are an error for every solution.
    func warnings(about query: Query, _ runs: Runs) -> [String] {
        let unbound = query.unboundVariables
        var lines = VariableWarnings(prefixes: writer.prefixes).lines(unbound)
        let blank = runs.blank.filter { variable in !unbound.contains { $0.variable == variable } }
        guard runs.isWanting || !blank.isEmpty else { return lines }
        var options = options
        options.limits.timeout = min(options.limits.timeout ?? Self.diagnosis, Self.diagnosis)
        options.isMeasured = false
        let faults = (try? engine.faults(in: query, options: options)) ?? []
        let texts = FaultText(prefixes: writer.prefixes)
        lines += faults.map { VariableMessage.warning.text(in: .current, texts.text($0)) }
        return lines
    }

    /// The plan of a query, with what its operators really did, where the answer is empty the reasons, and what memory
    /// the data takes.
    func explanation(of query: Query, resources: ResourceFiles) throws -> String {
        var pattern = query
        if case .select = query.form {} else { pattern.form = .select(query.algebra.inScopeVariables) }
        guard case .solutions(let solutions) = try engine.execute(pattern, options: options) else {
            return PlanWords.text(try engine.explainPlan(query, options: options), in: .current)
        }
        var isEmpty = true
        while try solutions.next() != nil { isEmpty = false }
        var text = PlanWords.text(solutions.explanation, in: .current)
        let unbound = VariableWarnings(prefixes: writer.prefixes).lines(query.unboundVariables)
        if !unbound.isEmpty { text += "\n" + unbound.joined(separator: "\n") + "\n" }
        if !isEmpty, let faults = try? engine.faults(in: query, options: options), !faults.isEmpty {
            let texts = FaultText(prefixes: writer.prefixes)
            text += "\n" + faults.map { texts.text($0) + "\n" }.joined()
        }
        if isEmpty {
            let reasons = try engine.reasonsForNoAnswer(
                to: query, options: options, vocabularies: KnownVocabularies(resources))
            let lines = EmptyAnswerText(prefixes: writer.prefixes).lines(reasons)
            if !lines.isEmpty { text += "\n" + lines.joined(separator: "\n") + "\n" }
        }
        return text + "\n" + TimeReport.memory(of: engine.snapshot) + "\n"
    }
}
