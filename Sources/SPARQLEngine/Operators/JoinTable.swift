internal import ByteText
internal import TripleStore

/// Rows kept to be found again by the slots that they share with others.
///
///     heads   hash of the key ─▶ the first row of that hash
///     nexts   row ─▶ the next row of the same hash
///
/// Keys are slots that both sides bind in every row. Shared slots that some row leaves undefined are compared row by
/// row: two solutions are compatible if they agree where both have a value.
struct JoinTable {
    /// The rows.
    let rows: Batch
    private let keys: [Slot]
    /// Slots that both sides may bind and that are no keys.
    private let looseSlots: [Slot]
    private var heads: [Int32]
    private var nexts: [Int32]
    private let shift: UInt64
    private let seed: HashSeed

    /// No row.
    static let none: Int32 = -1

    /// A table; a seed is given by tests.
    init(_ rows: Batch, keys: [Slot], looseSlots: [Slot], seed: HashSeed = .ofProcess) {
        self.rows = rows
        self.seed = seed
        self.keys = keys
        self.looseSlots = looseSlots.filter { rows.mayBind($0) }
        var bits: UInt64 = 4
        while 1 << bits < rows.count * 2 { bits += 1 }
        shift = 64 - bits
        heads = keys.isEmpty ? [] : [Int32](repeating: Self.none, count: 1 << bits)
        nexts = keys.isEmpty ? [] : [Int32](repeating: Self.none, count: rows.count)
        // From the last to the first, so that a chain leads through the rows in their order.
        guard !keys.isEmpty else { return }
        for row in stride(from: rows.count - 1, through: 0, by: -1) {
            let place = place(rows, row)
            nexts[row] = heads[place]
            heads[place] = Int32(row)
        }
    }

    /// About how many bytes the table takes.
    var memory: Int { rows.memory + (heads.count + nexts.count) * 4 }

    @inline(__always)
    func place(_ batch: Batch, _ row: Int) -> Int {
        var hash: UInt64 = 0
        for key in keys { hash = seed.mix(hash, batch[key, row].rawValue) }
        return HashSeed.place(hash, shift: shift)
    }

    /// The first row compatible with a row of another batch; ``none`` where there is none. Rows passed by are counted
    /// as work.
    func first(_ batch: Batch, _ row: Int, _ limits: LimitGuard) throws(QueryEvaluationError) -> Int32 {
        if keys.isEmpty { return try compatible(from: rows.count > 0 ? 0 : Self.none, batch, row, limits) }
        return try compatible(from: heads[place(batch, row)], batch, row, limits)
    }

    /// The next compatible row after one.
    func next(
        after match: Int32, _ batch: Batch, _ row: Int, _ limits: LimitGuard
    ) throws(QueryEvaluationError) -> Int32 {
        try compatible(from: following(match), batch, row, limits)
    }

    @inline(__always)
    private func following(_ place: Int32) -> Int32 {
        if keys.isEmpty { return Int(place) + 1 < rows.count ? place + 1 : Self.none }
        return nexts[Int(place)]
    }

    private func compatible(
        from start: Int32, _ batch: Batch, _ row: Int, _ limits: LimitGuard
    ) throws(QueryEvaluationError) -> Int32 {
        var place = start
        while place != Self.none {
            if agrees(Int(place), batch, row) { return place }
            place = following(place)
            try limits.work(1)
        }
        return Self.none
    }

    @inline(__always)
    private func agrees(_ place: Int, _ batch: Batch, _ row: Int) -> Bool {
        for key in keys where rows[key, place] != batch[key, row] { return false }
        for slot in looseSlots {
            let (left, right) = (batch[slot, row], rows[slot, place])
            if left != right, left.isDefined, right.isDefined { return false }
        }
        return true
    }

    /// Whether a row here and a row of another batch both bind one of some slots.
    func sharesBinding(_ place: Int, _ batch: Batch, _ row: Int, in slots: [Slot]) -> Bool {
        for slot in slots where rows[slot, place].isDefined && batch[slot, row].isDefined { return true }
        return false
    }

    /// Rows of another batch side by side with rows of this table.
    func combined(_ batch: Batch, _ lefts: [Int32], _ rights: [Int32], kept: [Slot]) -> Batch {
        var result = batch.gathering(lefts, slots: kept)
        for slot in kept where rows.mayBind(slot) {
            let column = Batch.gather(rows.columns[slot], rights)
            if result.mayBind(slot) {
                // Where the left has no value the right may have one.
                var merged = result.columns[slot]
                for index in merged.indices where !merged[index].isDefined { merged[index] = column[index] }
                result.setColumn(slot, merged)
            } else {
                result.setColumn(slot, column)
            }
        }
        return result
    }
}
