internal import SPARQLAlgebra
internal import TripleStore

/// One row for each distinct combination of keys, with the aggregates over its group.
///
/// Without keys there is one group, even over no rows.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#sparqlGroupAggregate>
final class GroupOperator: BatchSource {
    private let input: any BatchSource
    private let keys: [Slot]
    private let aggregates: [PlanAggregate]
    private let context: QueryContext
    private let hasImplicitGroup: Bool
    private let seed: Seed
    private var result: Batch?
    private var isDone = false
    private var given = 0

    /// - Parameter seed: The row of the surroundings, inside EXISTS and GRAPH: its values are those of every group.
    init(
        _ input: any BatchSource, keys: [Slot], seed: Seed, aggregates: [PlanAggregate], context: QueryContext
    ) {
        self.input = input
        self.seed = seed
        self.keys = keys.filter { !seed.slots.contains($0) }
        self.aggregates = aggregates
        self.context = context
        hasImplicitGroup = keys.isEmpty
    }

    func reset() { input.reset() }

    func next() throws(QueryEvaluationError) -> Batch? {
        if !isDone {
            result = try group()
            isDone = true
        }
        guard let result, given < result.count else { return nil }
        let range = given..<min(given + Batch.preferredCount, result.count)
        given = range.upperBound
        return result.slice(range)
    }

    private func group() throws(QueryEvaluationError) -> Batch {
        var groups = RowSet(width: keys.count)
        var states = aggregates.map { AggregateState($0, context: context) }
        var held = 0
        while let batch = try input.next() {
            try context.limits.check()
            // Without keys, all rows are of the one group.
            let numbers =
                hasImplicitGroup
                ? [Int32](repeating: 0, count: batch.count)
                : groups.numbers(of: keys.map { batch.columns[$0] }, count: batch.count)
            try context.limits.checkKept(groups.count)
            for index in states.indices { try states[index].add(batch, numbers, groupCount: max(groups.count, 1)) }
            let memory = groups.memory + states.reduce(0) { $0 + $1.memory }
            try context.limits.hold(memory - held)
            held = memory
        }
        let count = hasImplicitGroup ? 1 : groups.count
        var result = Batch(width: context.width, count: count)
        if groups.count > 0 {
            for (place, key) in keys.enumerated() {
                let column = (0..<groups.count).map { groups.id($0, place) }
                if column.contains(where: \.isDefined) { result.setColumn(key, column) }
            }
        }
        for slot in seed.slots.slots {
            result.setColumn(slot, [TermID](repeating: seed.batch[slot, 0], count: count))
        }
        for index in states.indices {
            result.setColumn(aggregates[index].slot, try states[index].results(groupCount: count))
        }
        return result
    }
}
