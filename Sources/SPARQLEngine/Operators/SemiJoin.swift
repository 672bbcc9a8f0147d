internal import TripleStore

/// Rows of the left for which a pattern has a solution, or has none: EXISTS and NOT EXISTS as conditions.
///
/// There are two ways. The pattern is run for some rows of the left after others, the values of each in place of the
/// pattern's slots, and stopped as soon as all have found something. Or, where that means the same, it is run once as a
/// whole and the rows are looked up in what it found (``ExistsTable``). The first way is begun with; once it has cost
/// what the second is thought to, the second takes over, so that neither a short left side nor a short pattern waits
/// for the other.
final class SemiJoin: BatchSource {
    private let left: any BatchSource
    private let feed: FeedSource
    private let right: any BatchSource
    private let tag: Slot
    private let isAnti: Bool
    private let context: QueryContext
    private let table: ExistsTable?

    /// How many rows are looked up together: many where each finds little, one where each finds much, so that the
    /// search for a row ends with the first that it finds.
    private var chunk = SemiJoin.firstChunk
    /// The work that looking up rows has taken.
    private var spent = 0

    private static let firstChunk = 16
    /// Work that rows looked up together should take.
    private static let workPerChunk = 1 << 16

    /// - Parameters:
    ///   - feed: Where the right side takes its input.
    ///   - right: The pattern on that input.
    ///   - tag: A slot of nobody else, in which rows carry their numbers through the right side.
    ///   - table: The other way; `nil` where it would mean something else.
    init(
        _ left: any BatchSource, feed: FeedSource, right: any BatchSource, tag: Slot, isAnti: Bool,
        table: ExistsTable?, context: QueryContext
    ) {
        self.left = left
        self.feed = feed
        self.right = right
        self.tag = tag
        self.isAnti = isAnti
        self.table = table
        self.context = context
    }

    func reset() {
        right.reset()
        left.reset()
    }

    func next() throws(QueryEvaluationError) -> Batch? {
        while let batch = try left.next() {
            let rows = try select(batch)
            if !rows.isEmpty { return batch.gathering(rows) }
        }
        return nil
    }

    private func select(_ batch: Batch) throws(QueryEvaluationError) -> [Int32] {
        var rows: [Int32] = []
        var row = 0
        while row < batch.count {
            if let table, spent >= table.cost || context.prefersWholePatterns {
                let matches = try table.matches(batch, from: row)
                for (index, hasMatch) in matches.enumerated() where hasMatch != isAnti {
                    rows.append(Int32(row + index))
                }
                break
            }
            let end = min(row + chunk, batch.count)
            let matches = try lookUp(batch.slice(row..<end))
            for (index, hasMatch) in matches.enumerated() where hasMatch != isAnti { rows.append(Int32(row + index)) }
            row = end
        }
        return rows
    }

    /// Which rows find something.
    private func lookUp(_ batch: Batch) throws(QueryEvaluationError) -> [Bool] {
        let before = context.limits.work
        let usual = context.batchCount
        defer { context.batchCount = usual }
        var hasMatched = [Bool](repeating: false, count: batch.count)
        var missing = batch.count
        feed.feed(RowTags.tagged(batch, in: tag))
        // The first that is found may be all that is wanted: begin with little, and take more each time.
        context.batchCount = min(max(2 * batch.count, Self.firstChunk), usual)
        while missing > 0, let matches = try right.next() {
            for id in matches.columns[tag] where !hasMatched[RowTags.row(id)] {
                hasMatched[RowTags.row(id)] = true
                missing -= 1
            }
            context.batchCount = min(context.batchCount * 4, usual)
        }
        right.reset()
        let work = context.limits.work - before + batch.count
        spent += work
        chunk = min(max(Self.workPerChunk / (work / batch.count + 1), 1), chunk * 4, Batch.preferredCount)
        return hasMatched
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
