internal import ByteText

/// The four numbers of a statement.
struct Row: Hashable, BitwiseCopyable {
    /// The number that stands for the default graph.
    static let defaultGraph = UInt32.max

    let subject: UInt32
    let predicate: UInt32
    let object: UInt32
    let graph: UInt32

    /// The numbers well mixed: each weighs on every bit.
    fileprivate func hash(seed: HashSeed) -> UInt64 {
        seed.mix(seed.mix(seed.mix(seed.mix(0, subject), object), predicate), graph)
    }
}

/// Statements, each once, in the order in which they came.
struct RowTable {
    private(set) var rows: [Row] = []
    /// Position + 1, or 0 where free.
    private var slots = [UInt32](repeating: 0, count: 64)
    private let seed: HashSeed

    /// A table; a seed is given by tests.
    init(seed: HashSeed = .ofProcess) { self.seed = seed }

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
    func slot(of row: Row) -> Int {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: row.hash(seed: seed)) & mask
        while slots[slot] != 0, rows[Int(slots[slot]) &- 1] != row { slot = (slot &+ 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        for position in rows.indices { slots[slot(of: rows[position])] = UInt32(truncatingIfNeeded: position + 1) }
    }
}
