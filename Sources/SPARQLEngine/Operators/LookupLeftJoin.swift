internal import TripleStore

/// A left join whose right side is run for one batch of the left after another, each row looked up in the indexes.
///
/// Rows carry their number in a slot of its own through the right side, which tells which have matched.
final class LookupLeftJoin: BatchSource {
    private let left: any BatchSource
    private let feed: FeedSource
    private let right: any BatchSource
    private let tag: Slot
    private let kept: [Slot]
    private let context: QueryContext
    private var conditions: [Condition]

    private var batch: Batch?
    private var hasMatched: [Bool] = []

    /// - Parameters:
    ///   - feed: Where the right side takes its input.
    ///   - tag: A slot of nobody else.
    init(
        _ left: any BatchSource, feed: FeedSource, right: any BatchSource, conditions: [PlanExpression], tag: Slot,
        kept: [Slot], context: QueryContext
    ) {
        self.left = left
        self.feed = feed
        self.right = right
        self.tag = tag
        self.kept = kept
        self.context = context
        self.conditions = conditions.map(Condition.init)
    }

    func reset() {
        batch = nil
        right.reset()
        left.reset()
    }

    func next() throws(QueryEvaluationError) -> Batch? {
        while true {
            if batch == nil {
                guard let next = try left.next() else { return nil }
                batch = next
                hasMatched = [Bool](repeating: false, count: next.count)
                feed.feed(RowTags.tagged(next, in: tag))
            }
            guard let batch else { return nil }
            if var matches = try right.next() {
                for index in conditions.indices where matches.count > 0 {
                    matches = matches.gathering(try conditions[index].select(matches, context))
                }
                guard matches.count > 0 else { continue }
                for id in matches.columns[tag] { hasMatched[RowTags.row(id)] = true }
                matches.removeColumn(tag)
                return matches
            }
            self.batch = nil
            var rows: [Int32] = []
            for row in hasMatched.indices where !hasMatched[row] { rows.append(Int32(row)) }
            if !rows.isEmpty { return batch.gathering(rows, slots: kept) }
        }
    }
}

/// Numbers of rows, as ids that no operator looks into.
enum RowTags {
    /// A batch with the number of each row in a slot.
    static func tagged(_ batch: Batch, in slot: Slot) -> Batch {
        var result = batch
        result.setColumn(slot, (0..<UInt32(batch.count)).map { TermID(rawValue: $0 + 1) })
        return result
    }

    /// The row of a number.
    @inline(__always)
    static func row(_ id: TermID) -> Int { Int(id.rawValue) - 1 }
}
