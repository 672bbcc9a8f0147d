internal import TripleStore

/// Rows for which all conditions are true.
///
/// A condition on one slot is evaluated once for each distinct id, whatever the number of rows.
final class FilterOperator: BatchSource {
    private let input: any BatchSource
    private let context: QueryContext
    private var conditions: [Condition]

    init(_ input: any BatchSource, conditions: [PlanExpression], context: QueryContext) {
        self.input = input
        self.context = context
        self.conditions = conditions.map(Condition.init)
    }

    func reset() { input.reset() }

    func next() throws(QueryEvaluationError) -> Batch? {
        while var batch = try input.next() {
            try context.limits.check()
            for index in conditions.indices where batch.count > 0 {
                let rows = try conditions[index].select(batch, context)
                batch = batch.gathering(rows)
            }
            if batch.count > 0 { return batch }
        }
        return nil
    }
}

/// One condition, and what is known of it.
struct Condition {
    private let expression: PlanExpression
    /// The only slot that the condition depends on.
    private let onlySlot: Slot?
    private var known = IDTable<Bool>()
    /// The result where the slot is undefined.
    private var knownUndefined: Bool?

    init(_ expression: PlanExpression) {
        self.expression = expression
        let slots = expression.slots
        let isMemorable = slots.count == 1 && !expression.isVolatile && !expression.containsExists
        onlySlot = isMemorable ? slots.slots.first : nil
    }

    /// The rows for which the condition is true.
    mutating func select(_ batch: Batch, _ context: QueryContext) throws(QueryEvaluationError) -> [Int32] {
        let evaluator = ExpressionEvaluator(context: context)
        var rows: [Int32] = []
        rows.reserveCapacity(batch.count)
        guard let slot = onlySlot, batch.mayBind(slot) else {
            for row in 0..<batch.count {
                context.beginSolution()
                try context.limits.work(1)
                if try evaluator.condition(expression, batch, row) == true { rows.append(Int32(row)) }
            }
            return rows
        }
        let column = batch.columns[slot]
        var last = TermID.undefined
        var lastResult: Bool?
        for row in column.indices {
            let id = column[row]
            if let lastResult, id == last {
                if lastResult { rows.append(Int32(row)) }
                continue
            }
            let result: Bool
            if let found = id.isDefined ? known[id] : knownUndefined {
                result = found
            } else {
                try context.limits.work(1)
                result = try evaluator.condition(expression, batch, row) == true
                if id.isDefined { known[id] = result } else { knownUndefined = result }
            }
            (last, lastResult) = (id, result)
            if result { rows.append(Int32(row)) }
        }
        return rows
    }
}
