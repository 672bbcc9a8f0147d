internal import TripleStore

/// Rows with more slots, each the value of an expression; an error leaves the slot undefined.
///
/// Several expressions are evaluated row by row, such that BNODE gives the same node for the same label within a
/// solution. Where the slot has a value already, as inside EXISTS, the row stays if the values are the same.
final class ExtendOperator: BatchSource {
    private let input: any BatchSource
    private let context: QueryContext
    private var extensions: [Extension]

    /// An expression, its slot, and what is known of it by the id of the one slot that it depends on.
    private struct Extension {
        let slot: Slot
        let expression: PlanExpression
        let onlySlot: Slot?
        var known = IDTable<TermID>()
    }

    init(
        _ input: any BatchSource, extensions: [(slot: Slot, expression: PlanExpression)], context: QueryContext
    ) {
        self.input = input
        self.context = context
        self.extensions = extensions.map { slot, expression in
            let slots = expression.slots
            let isMemorable = slots.count == 1 && !expression.isVolatile && !expression.containsExists
            return Extension(slot: slot, expression: expression, onlySlot: isMemorable ? slots.slots.first : nil)
        }
    }

    func reset() { input.reset() }

    func next() throws(QueryEvaluationError) -> Batch? {
        while let batch = try input.next() {
            try context.limits.check()
            let result = try extend(batch)
            if result.count > 0 { return result }
        }
        return nil
    }

    private func extend(_ batch: Batch) throws(QueryEvaluationError) -> Batch {
        let evaluator = ExpressionEvaluator(context: context)
        let needsSolutions = extensions.count > 1 && extensions.contains { $0.expression.isVolatile }
        if !needsSolutions {
            var result = batch
            for index in extensions.indices {
                var column: [TermID] = []
                column.reserveCapacity(result.count)
                for row in 0..<result.count {
                    context.beginSolution()
                    column.append(try value(index, result, row, evaluator))
                }
                result = join(result, extensions[index].slot, column)
            }
            return result
        }
        // One row at a time, so that what a later expression sees of an earlier one belongs to the same solution.
        var columns = [[TermID]](repeating: [], count: extensions.count)
        for row in 0..<batch.count {
            context.beginSolution()
            var single = batch.slice(row..<row + 1)
            for index in extensions.indices {
                let id = try value(index, single, 0, evaluator)
                columns[index].append(id)
                if !single.mayBind(extensions[index].slot) { single.setColumn(extensions[index].slot, [id]) }
            }
        }
        var result = batch
        var rows = Array(0..<Int32(batch.count))
        for index in extensions.indices {
            let slot = extensions[index].slot
            if batch.mayBind(slot) {
                rows = rows.filter { Self.agree(batch[slot, Int($0)], columns[index][Int($0)]) }
            } else {
                result.setColumn(slot, columns[index])
            }
        }
        return result.gathering(rows)
    }

    private func value(
        _ index: Int, _ batch: Batch, _ row: Int, _ evaluator: ExpressionEvaluator
    ) throws(QueryEvaluationError) -> TermID {
        if let slot = extensions[index].onlySlot {
            let key = batch[slot, row]
            if key.isDefined {
                if let known = extensions[index].known[key] { return known }
                try context.limits.work(1)
                let id = context.terms.id(of: try evaluator.evaluate(extensions[index].expression, batch, row))
                extensions[index].known[key] = id
                return id
            }
        }
        try context.limits.work(1)
        return context.terms.id(of: try evaluator.evaluate(extensions[index].expression, batch, row))
    }

    /// The rows with a column, or those that have the same values where there is a column already.
    private func join(_ batch: Batch, _ slot: Slot, _ column: [TermID]) -> Batch {
        var result = batch
        guard batch.mayBind(slot) else {
            result.setColumn(slot, column)
            return result
        }
        let old = batch.columns[slot]
        var merged = old
        var rows: [Int32] = []
        for row in column.indices where Self.agree(old[row], column[row]) {
            if !old[row].isDefined { merged[row] = column[row] }
            rows.append(Int32(row))
        }
        result.setColumn(slot, merged)
        return result.gathering(rows)
    }

    private static func agree(_ left: TermID, _ right: TermID) -> Bool {
        left == right || !left.isDefined || !right.isDefined
    }
}
