internal import TripleStore

/// Rows for which all conditions are true.
///
/// A condition on one slot is evaluated once for each distinct id, and one on the language or datatype of a slot once
/// for each of these, whatever the number of rows.
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
