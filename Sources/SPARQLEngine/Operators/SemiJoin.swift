internal import TripleStore

/// Rows of the left for which a pattern has a solution, or has none: EXISTS and NOT EXISTS as conditions.
///
/// The pattern is run for one batch of the left after another, the values of each row in place of the pattern's slots,
/// and stopped as soon as every row has found something.
final class SemiJoin: BatchSource {
    private let left: any BatchSource
    private let feed: FeedSource
    private let right: any BatchSource
    private let tag: Slot
    private let isAnti: Bool
    private let context: QueryContext

    init(
        _ left: any BatchSource, feed: FeedSource, right: any BatchSource, tag: Slot, isAnti: Bool,
        context: QueryContext
    ) {
        self.left = left
        self.feed = feed
        self.right = right
        self.tag = tag
        self.isAnti = isAnti
        self.context = context
    }

    func reset() {
        right.reset()
        left.reset()
    }

    func next() throws(QueryEvaluationError) -> Batch? {
        while let batch = try left.next() {
            feed.feed(RowTags.tagged(batch, in: tag))
            var hasMatched = [Bool](repeating: false, count: batch.count)
            var missing = batch.count
            while missing > 0, let matches = try right.next() {
                for id in matches.columns[tag] where !hasMatched[RowTags.row(id)] {
                    hasMatched[RowTags.row(id)] = true
                    missing -= 1
                }
            }
            right.reset()
            var rows: [Int32] = []
            for row in hasMatched.indices where hasMatched[row] != isAnti { rows.append(Int32(row)) }
            if !rows.isEmpty { return batch.gathering(rows) }
        }
        return nil
    }
}

/// The same for patterns that cannot be run for many rows at once: once for each distinct combination of values.
final class GeneralSemiJoin: BatchSource {
    private let left: any BatchSource
    private let pattern: ExistsPattern
    private let isAnti: Bool
    private let context: QueryContext

    init(_ left: any BatchSource, pattern: ExistsPattern, isAnti: Bool, context: QueryContext) {
        self.left = left
        self.pattern = pattern
        self.isAnti = isAnti
        self.context = context
    }

    func reset() { left.reset() }

    func next() throws(QueryEvaluationError) -> Batch? {
        while let batch = try left.next() {
            var rows: [Int32] = []
            for row in 0..<batch.count where try pattern.hasSolution(batch, row, context) != isAnti {
                rows.append(Int32(row))
            }
            if !rows.isEmpty { return batch.gathering(rows) }
        }
        return nil
    }
}
