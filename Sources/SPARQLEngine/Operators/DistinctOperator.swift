internal import TripleStore

/// Each row once, by the values of some slots; rows come as soon as they are found to be new.
final class DistinctOperator: BatchSource {
    private let input: any BatchSource
    private let slots: [Slot]
    private let context: QueryContext
    private var seen: RowSet
    private var held = 0

    init(_ input: any BatchSource, slots: [Slot], context: QueryContext) {
        self.input = input
        self.slots = slots
        self.context = context
        seen = RowSet(width: slots.count)
    }

    func reset() { input.reset() }

    func next() throws(QueryEvaluationError) -> Batch? {
        while let batch = try input.next() {
            try context.limits.check()
            let columns = slots.map { batch.columns[$0] }
            var rows: [Int32] = []
            seen.insert(columns, count: batch.count) { row, _, isNew in if isNew { rows.append(Int32(row)) } }
            try context.limits.checkKept(seen.count)
            try context.limits.hold(seen.memory - held)
            held = seen.memory
            if !rows.isEmpty { return batch.gathering(rows) }
        }
        return nil
    }
}
