/// What the operators of a query have measured, as a tree of operators.
final class Measurements {
    /// One operator.
    final class Entry {
        let node: PlanNode
        /// How many rows it was thought to give.
        let estimate: Double
        /// How many rows it has given.
        var rows = 0
        /// The time spent in it and in what it pulls from.
        var time = Duration.zero
        var children: [Entry] = []

        init(_ node: PlanNode, estimate: Double) {
            self.node = node
            self.estimate = estimate
        }
    }

    private var roots: [Entry] = []
    private var open: [Entry] = []
    private var isSealed = false

    /// Begins an operator, inside of the one that is open; `nil` once the plan stands: what is built while the query
    /// runs, again and again, is not measured.
    func begin(_ node: PlanNode, estimate: Double) -> Entry? {
        guard !isSealed else { return nil }
        let entry = Entry(node, estimate: estimate)
        if let parent = open.last { parent.children.append(entry) } else { roots.append(entry) }
        open.append(entry)
        return entry
    }

    /// Ends the operator that was begun last.
    func end() { if !isSealed { open.removeLast() } }

    /// Says that the plan stands.
    func seal() { isSealed = true }

    /// The tree, one operator a line: rows that were thought to come and that came, and the time with all below.
    func text(_ describer: PlanDescriber) -> String {
        var result = ""
        func write(_ entry: Entry, _ depth: Int) {
            let milliseconds =
                Double(entry.time.components.attoseconds) / 1e15
                + Double(entry.time.components.seconds) * 1e3
            let time = String(Int((milliseconds * 1000).rounded())) + " µs"
            let estimate = entry.estimate < 1e15 ? String(Int(entry.estimate.rounded(.up))) : "many"
            result += String(repeating: "  ", count: depth) + describer.label(entry.node)
            result += "   [\(entry.rows) rows, \(estimate) expected, \(time)]\n"
            for child in entry.children { write(child, depth + 1) }
        }
        for root in roots { write(root, 0) }
        return result
    }
}

/// A source whose rows and time are measured.
final class MeasuredSource: BatchSource {
    private let source: any BatchSource
    private let entry: Measurements.Entry

    init(_ source: any BatchSource, _ entry: Measurements.Entry) {
        self.source = source
        self.entry = entry
    }

    func reset() { source.reset() }

    func next() throws(QueryEvaluationError) -> Batch? {
        let start = ContinuousClock.now
        let batch = try source.next()
        entry.time += ContinuousClock.now - start
        entry.rows += batch?.count ?? 0
        return batch
    }
}
