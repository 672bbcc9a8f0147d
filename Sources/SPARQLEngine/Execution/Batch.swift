internal import TripleStore

/// A few thousand solutions as columns of ids.
///
///     columns   slot 0      slot 1      slot 2
///     row 0     ?org        (empty:     ?label
///     row 1     ?org         bound in   undefined
///      …         …           no row)     …
///
/// A column is as long as the batch, or empty where no row binds its slot; `undefined` is a slot that a row does not
/// bind. All batches of a query have as many columns as its plan has slots.
struct Batch {
    /// How many rows an operator puts into a batch, give or take what one input row makes.
    static let preferredCount = 4096

    /// How many rows an operator puts into a batch of so many columns: fewer than usual where there are hundreds, since
    /// as many operators each hold one.
    static func usualCount(width: Int) -> Int { min(max(maximumCells / max(width * width, 1), 1), preferredCount) }

    /// How many rows may stand in one batch: their numbers have 32 bits, one value of which stands for none.
    static let maximumCount = Int(Int32.max) - 1

    /// Cells that the batches of all operators of a plan may have together.
    private static let maximumCells = 1 << 25

    /// How many rows there are.
    private(set) var count: Int
    /// The columns by slot.
    private(set) var columns: [[TermID]]

    /// A batch of rows that bind nothing.
    init(width: Int, count: Int) {
        self.count = count
        columns = [[TermID]](repeating: [], count: width)
    }

    /// The batch of the unit: one row that binds nothing.
    static func unit(width: Int) -> Batch { Batch(width: width, count: 1) }

    /// How many slots there are.
    var width: Int { columns.count }

    /// The value of a slot in a row.
    @inline(__always)
    subscript(slot: Slot, row: Int) -> TermID { columns[slot].isEmpty ? .undefined : columns[slot][row] }

    /// Whether any row may bind a slot.
    func mayBind(_ slot: Slot) -> Bool { !columns[slot].isEmpty }

    /// Sets a whole column.
    /// - Precondition: the column is as long as the batch.
    mutating func setColumn(_ slot: Slot, _ column: [TermID]) {
        precondition(column.count == count, "a column is as long as its batch")
        columns[slot] = column
    }

    /// Makes a column empty.
    mutating func removeColumn(_ slot: Slot) { columns[slot] = [] }

    /// The given rows, in the given order, of the given slots.
    func gathering(_ rows: [Int32], slots: [Slot]) -> Batch {
        var result = Batch(width: width, count: rows.count)
        for slot in slots where mayBind(slot) { result.columns[slot] = Self.gather(columns[slot], rows) }
        return result
    }

    /// The given rows of all slots.
    func gathering(_ rows: [Int32]) -> Batch {
        if rows.count == count { return self }
        return gathering(rows, slots: Array(columns.indices))
    }

    static func gather(_ column: [TermID], _ rows: [Int32]) -> [TermID] {
        guard !rows.isEmpty else { return [] }
        return unsafe [TermID](unsafeUninitializedCapacity: rows.count) { buffer, initialized in
            for place in rows.indices {
                // In bounds: the buffer has a place for each row.
                unsafe buffer[place] = column[Int(rows[place])]
            }
            initialized = rows.count
        }
    }

    /// A part of the rows.
    func slice(_ range: Range<Int>) -> Batch {
        if range == 0..<count { return self }
        var result = Batch(width: width, count: range.count)
        for slot in columns.indices where !columns[slot].isEmpty { result.columns[slot] = Array(columns[slot][range]) }
        return result
    }

    /// Adds the rows of another batch below.
    mutating func append(_ other: Batch) {
        for slot in columns.indices {
            switch (columns[slot].isEmpty, other.columns[slot].isEmpty) {
            case (true, true): continue
            case (true, false):
                columns[slot] = [TermID](repeating: .undefined, count: count)
                columns[slot] += other.columns[slot]
            case (false, true): columns[slot] += [TermID](repeating: .undefined, count: other.count)
            case (false, false): columns[slot] += other.columns[slot]
            }
        }
        count += other.count
    }

    /// About how many bytes the columns take.
    var memory: Int { columns.reduce(0) { $0 + $1.count * 4 } }
}
