internal import TripleStore

/// What the pattern of an EXISTS finds when it is run once, without the values of a row: rows of the slots that it
/// shares with the outside, in which the rows of the outside are looked up.
final class ExistsTable {
    /// What making the table is thought to cost, in rows and steps.
    let cost: Int
    private let source: any BatchSource
    private let keys: [Slot]
    private let looseSlots: [Slot]
    /// Equalities between the outside and the pattern: the expression of the outside, and the slot in which the
    /// pattern's rows have the class of the other side.
    private let equalities: [EqualityKey]
    /// The rows of the pattern that matter; `nil` for all.
    private let extremes: ExtremeRows?
    /// What else must be true of a row of the outside side by side with one of the pattern.
    private var conditions: [Condition]
    private let context: QueryContext
    private var table: JoinTable?
    private var hasRow: Bool?

    /// - Parameters:
    ///   - source: The pattern, run without an input.
    ///   - keys: Slots that every row of both sides binds.
    ///   - looseSlots: Other slots that both sides may bind, those of the equalities among them.
    init(
        _ source: any BatchSource, cost: Int, keys: [Slot], looseSlots: [Slot], equalities: [EqualityKey],
        extremes: ExtremeRows?, conditions: [PlanExpression], context: QueryContext
    ) {
        self.source = source
        self.cost = cost
        self.keys = keys
        self.looseSlots = looseSlots
        self.equalities = equalities
        self.extremes = extremes
        self.conditions = conditions.map(Condition.init)
        self.context = context
    }

    /// Which rows of a batch from one on match.
    func matches(_ batch: Batch, from start: Int) throws(QueryEvaluationError) -> [Bool] {
        if keys.isEmpty, looseSlots.isEmpty, conditions.isEmpty {
            // Nothing in common: one solution is enough for all rows.
            let hasRow = if let hasRow { hasRow } else { try source.next() != nil }
            self.hasRow = hasRow
            return [Bool](repeating: hasRow, count: batch.count - start)
        }
        let table = if let table { table } else { try makeTable() }
        var batch = batch
        var isEqualToNone = [Bool](repeating: false, count: equalities.isEmpty ? 0 : batch.count)
        for equality in equalities {
            let classes = try equality.column(of: batch, context)
            for row in classes.indices where classes[row] == nil { isEqualToNone[row] = true }
            batch.setColumn(equality.slot, classes.map { $0 ?? .undefined })
        }
        var result = [Bool](repeating: false, count: batch.count - start)
        for row in start..<batch.count where isEqualToNone.isEmpty || !isEqualToNone[row] {
            result[row - start] = try hasMatch(batch, row, table)
        }
        return result
    }

    private func hasMatch(_ batch: Batch, _ row: Int, _ table: JoinTable) throws(QueryEvaluationError) -> Bool {
        try context.limits.work(1)
        var match = try table.first(batch, row)
        if conditions.isEmpty { return match != JoinTable.none }
        // A few at first: the first may be enough.
        var wanted = 8
        while match != JoinTable.none {
            var rights: [Int32] = []
            while match != JoinTable.none, rights.count < wanted {
                rights.append(match)
                match = try table.next(after: match, batch, row)
            }
            var pairs = table.combined(
                batch, [Int32](repeating: Int32(row), count: rights.count), rights, kept: Array(0..<batch.width))
            for index in conditions.indices where pairs.count > 0 {
                pairs = pairs.gathering(try conditions[index].select(pairs, context))
            }
            if pairs.count > 0 { return true }
            wanted = min(wanted * 4, Batch.preferredCount)
        }
        return false
    }

    private func makeTable() throws(QueryEvaluationError) -> JoinTable {
        var rows = try source.drain(width: context.width, limits: context.limits)
        if let extremes { rows = try extremes.select(rows, context) }
        let table = JoinTable(rows, keys: keys, looseSlots: looseSlots, limits: context.limits)
        self.table = table
        return table
    }
}
