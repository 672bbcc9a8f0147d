internal import TripleStore

/// Rows of the left that no row of the right is compatible with while sharing a bound slot.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#defn_algMinus>
final class MinusOperator: BatchSource {
    private let left: any BatchSource
    private let right: any BatchSource
    private let keys: [Slot]
    /// Slots that both sides may bind.
    private let shared: [Slot]
    private let context: QueryContext
    private var table: JoinTable?

    /// - Parameters:
    ///   - keys: Slots that every row of both sides binds.
    ///   - shared: Slots that both sides may bind, the keys among them.
    init(
        _ left: any BatchSource, _ right: any BatchSource, keys: [Slot], shared: [Slot], context: QueryContext
    ) {
        self.left = left
        self.right = right
        self.keys = keys
        self.shared = shared
        self.context = context
    }

    func reset() { left.reset() }

    func next() throws(QueryEvaluationError) -> Batch? {
        // Nothing in common: nothing is taken away.
        guard !shared.isEmpty else { return try left.next() }
        let table = if let table { table } else { try fillTable() }
        while let batch = try left.next() {
            var rows: [Int32] = []
            for row in 0..<batch.count {
                try context.limits.work(1)
                if try !isExcluded(batch, row, table) { rows.append(Int32(row)) }
            }
            if !rows.isEmpty { return batch.gathering(rows) }
        }
        return nil
    }

    private func isExcluded(
        _ batch: Batch, _ row: Int, _ table: JoinTable
    ) throws(QueryEvaluationError) -> Bool {
        var match = try table.first(batch, row)
        while match != JoinTable.none {
            // A key is bound on both sides.
            if !keys.isEmpty || table.sharesBinding(Int(match), batch, row, in: shared) { return true }
            try context.limits.work(1)
            match = try table.next(after: match, batch, row)
        }
        return false
    }

    private func fillTable() throws(QueryEvaluationError) -> JoinTable {
        let table = JoinTable(
            try right.drain(width: context.width, limits: context.limits), keys: keys,
            looseSlots: shared.filter { !keys.contains($0) }, limits: context.limits)
        self.table = table
        return table
    }
}
