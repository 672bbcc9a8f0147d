/// The four numbers of a statement.
struct Row: Hashable, BitwiseCopyable {
    /// The number that stands for the default graph.
    static let defaultGraph = UInt32.max

    let subject: UInt32
    let predicate: UInt32
    let object: UInt32
    let graph: UInt32

    /// The numbers well mixed: each weighs on every bit.
    fileprivate var scrambled: UInt64 {
        var mixed = (UInt64(subject) << 32 | UInt64(object)) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 32) &+ (UInt64(predicate) << 32 | UInt64(graph))
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed >> 32
    }
}

/// Statements, each once, in the order in which they came.
struct RowTable {
    private(set) var rows: [Row] = []
    /// Position + 1, or 0 where free.
    private var slots = [UInt32](repeating: 0, count: 64)

    /// Adds a statement unless it is there.
    mutating func insert(_ row: Row) {
        let slot = slot(of: row)
        guard slots[slot] == 0 else { return }
        rows.append(row)
        slots[slot] = UInt32(truncatingIfNeeded: rows.count)
        if rows.count &* 2 > slots.count { grow() }
    }

    /// Whether a statement is there.
    func contains(_ row: Row) -> Bool { slots[slot(of: row)] != 0 }

    /// Where a statement is, or would be.
    private func slot(of row: Row) -> Int {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: row.scrambled) & mask
        while slots[slot] != 0, rows[Int(slots[slot]) &- 1] != row { slot = (slot &+ 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        for position in rows.indices { slots[slot(of: rows[position])] = UInt32(truncatingIfNeeded: position + 1) }
    }
}
