/// A join that goes through its input row by row, and may need several batches for what one row gives.
protocol RowByRowJoin: BatchSource {
    var input: any BatchSource { get }
    var context: QueryContext { get }
    /// The batch of the input that is being joined; `nil` between two.
    var batch: Batch? { get set }
    /// The row of it that is joined next.
    var row: Int { get set }

    /// Joins the rows from ``row`` on, until the result is a batch long, and moves ``row`` past those that are done.
    func join(_ batch: Batch) throws(QueryEvaluationError) -> Batch
}

extension RowByRowJoin {
    func next() throws(QueryEvaluationError) -> Batch? {
        while true {
            if batch == nil {
                guard let next = try input.next() else { return nil }
                batch = next
                row = 0
            }
            guard let batch else { return nil }
            try context.limits.check()
            let result = try join(batch)
            if row >= batch.count { self.batch = nil }
            if result.count > 0 { return result }
        }
    }
}
