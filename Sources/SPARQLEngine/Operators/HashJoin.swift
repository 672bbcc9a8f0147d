internal import TripleStore

/// Joins two operands by a hash of the slots that they share: the right is run once and kept, the left streams by.
///
/// As a left join it gives the rows of the left that match nothing as well; conditions are then part of matching.
final class HashJoin: BatchSource {
    private let left: any BatchSource
    private let right: any BatchSource
    private let context: QueryContext
    private let keys: [Slot]
    private let looseSlots: [Slot]
    private let kept: [Slot]
    private let isLeftJoin: Bool
    private var conditions: [Condition]

    private var table: JoinTable?
    private var batch: Batch?
    private var row = 0
    /// The match of the present row at which to go on; `nil` before the first was looked for.
    private var place: Int32?
    /// Which rows of the batch have matched; for left joins.
    private var hasMatched: [Bool] = []

    /// - Parameters:
    ///   - keys: Slots that every row of both sides binds.
    ///   - looseSlots: Other slots that both sides may bind.
    ///   - kept: The slots whose columns are wanted.
    ///   - conditions: What must be true of a match of a left join; `nil` for a join.
    init(
        _ left: any BatchSource, _ right: any BatchSource, keys: [Slot], looseSlots: [Slot], kept: [Slot],
        leftJoinConditions conditions: [PlanExpression]?, context: QueryContext
    ) {
        self.left = left
        self.right = right
        self.keys = keys
        self.looseSlots = looseSlots
        self.kept = kept
        self.context = context
        isLeftJoin = conditions != nil
        self.conditions = (conditions ?? []).map(Condition.init)
    }

    func reset() {
        batch = nil
        left.reset()
    }

    func next() throws(QueryEvaluationError) -> Batch? {
        let table = if let table { table } else { try fillTable() }
        while true {
            if batch == nil {
                guard let next = try left.next() else { return nil }
                (batch, row, place) = (next, 0, nil)
                if isLeftJoin { hasMatched = [Bool](repeating: false, count: next.count) }
            }
            guard let batch else { return nil }
            try context.limits.check()
            if row < batch.count {
                let result = try match(batch, table)
                if result.count > 0 { return result }
                continue
            }
            self.batch = nil
            if isLeftJoin {
                let rest = unmatched(batch)
                if rest.count > 0 { return rest }
            }
        }
    }

    private func fillTable() throws(QueryEvaluationError) -> JoinTable {
        let table = JoinTable(
            try right.drain(width: context.width, limits: context.limits), keys: keys, looseSlots: looseSlots,
            limits: context.limits)
        self.table = table
        return table
    }

    /// The next matches, about a batch of them.
    private func match(_ batch: Batch, _ table: JoinTable) throws(QueryEvaluationError) -> Batch {
        var lefts: [Int32] = []
        var rights: [Int32] = []
        let wanted = context.batchCount
        while row < batch.count, lefts.count < wanted {
            var match = if let place { place } else { try table.first(batch, row) }
            while match != JoinTable.none, lefts.count < wanted {
                lefts.append(Int32(truncatingIfNeeded: row))
                rights.append(match)
                match = try table.next(after: match, batch, row)
            }
            place = match
            guard match == JoinTable.none else { break }
            row += 1
            place = nil
            try context.limits.work(1)
        }
        guard !conditions.isEmpty else {
            if isLeftJoin { for left in lefts { hasMatched[Int(left)] = true } }
            return table.combined(batch, lefts, rights, kept: kept)
        }
        return try filtered(batch, table, lefts, rights)
    }

    private func filtered(
        _ batch: Batch, _ table: JoinTable, _ lefts: [Int32], _ rights: [Int32]
    ) throws(QueryEvaluationError) -> Batch {
        // Conditions may need slots that nobody above does.
        var lefts = lefts
        var result = table.combined(batch, lefts, rights, kept: Array(0..<batch.width))
        for index in conditions.indices {
            let rows = try conditions[index].select(result, context)
            if rows.count == result.count { continue }
            result = result.gathering(rows)
            lefts = rows.map { lefts[Int($0)] }
        }
        for left in lefts { hasMatched[Int(left)] = true }
        return result
    }

    private func unmatched(_ batch: Batch) -> Batch {
        var rows: [Int32] = []
        for row in hasMatched.indices where !hasMatched[row] { rows.append(Int32(row)) }
        return batch.gathering(rows, slots: kept)
    }
}
