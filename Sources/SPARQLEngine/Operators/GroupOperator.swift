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
    private var result: Batch?
    private var isDone = false
    private var given = 0

    /// - Parameter surroundingKeys: Slots that the surroundings bind, inside EXISTS and GRAPH: they are kept, and make
    ///   no group where there is no row.
    init(
        _ input: any BatchSource, keys: [Slot], surroundingKeys: [Slot], aggregates: [PlanAggregate],
        context: QueryContext
    ) {
        self.input = input
        self.keys = keys + surroundingKeys.filter { !keys.contains($0) }
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
        var numbers: [Int32] = []
        var held = 0
        while let batch = try input.next() {
            try context.limits.check()
            number(batch, &groups, &numbers)
            for index in states.indices { try states[index].add(batch, numbers, groupCount: max(groups.count, 1)) }
            let memory = groups.memory + states.reduce(0) { $0 + $1.memory }
            try context.limits.hold(memory - held)
            held = memory
        }
        let count = keys.isEmpty || hasImplicitGroup ? max(groups.count, 1) : groups.count
        var result = Batch(width: context.width, count: count)
        if groups.count > 0 {
            for (place, key) in keys.enumerated() {
                let column = (0..<groups.count).map { groups.id($0, place) }
                if column.contains(where: \.isDefined) { result.setColumn(key, column) }
            }
        }
        for index in states.indices {
            result.setColumn(aggregates[index].slot, try states[index].results(groupCount: count))
        }
        return result
    }

    /// The number of the group of each row.
    private func number(_ batch: Batch, _ groups: inout RowSet, _ numbers: inout [Int32]) {
        numbers.removeAll(keepingCapacity: true)
        if keys.isEmpty {
            numbers.append(contentsOf: repeatElement(0, count: batch.count))
            return
        }
        let columns = keys.map { batch.columns[$0] }
        for row in 0..<batch.count {
            numbers.append(Int32(truncatingIfNeeded: groups.insert(columns, row).number))
        }
    }
}
