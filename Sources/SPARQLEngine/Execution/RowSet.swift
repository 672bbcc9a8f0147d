internal import ByteText
internal import TripleStore

/// Distinct rows of a fixed number of ids, numbered in the order in which they came.
///
///     slots   hash of a row ─▶ its number + 1      open addressing, 0 is empty
///     ids     row 0 │ row 1 │ row 2 …              `width` ids each, end to end
struct RowSet {
    let width: Int
    private(set) var count = 0
    fileprivate var ids: [TermID] = []
    private var slots: [UInt32]
    private var shift: UInt64
    private let seed: HashSeed

    /// A set; a seed is given by tests.
    init(width: Int, seed: HashSeed = .ofProcess) {
        self.width = width
        self.seed = seed
        slots = [UInt32](repeating: 0, count: 1 << 8)
        shift = 64 - 8
    }

    /// About how many bytes the set takes.
    var memory: Int { (ids.capacity + slots.count) * 4 }

    /// The id of a row in a place.
    func id(_ row: Int, _ place: Int) -> TermID { ids[row * width + place] }

    /// Calls a function with the number of each row, and whether it is new.
    ///
    /// The ids of the rows are taken from columns, where an empty column is one of undefined ids.
    mutating func insert(
        _ columns: [[TermID]], count rowCount: Int, _ body: (_ row: Int, _ number: Int, _ isNew: Bool) -> Void
    ) {
        // The usual widths without a loop over columns for each row.
        if width == 1, !columns[0].isEmpty {
            let first = columns[0]
            for row in 0..<rowCount {
                let (number, isNew) = insert(mix(0, first[row])) { set, number in
                    set.ids[number] == first[row]
                } append: { set in
                    set.ids.append(first[row])
                }
                body(row, number, isNew)
            }
        } else if width == 2, !columns[0].isEmpty, !columns[1].isEmpty {
            let (first, second) = (columns[0], columns[1])
            for row in 0..<rowCount {
                let (number, isNew) = insert(mix(mix(0, first[row]), second[row])) { set, number in
                    set.ids[2 * number] == first[row] && set.ids[2 * number + 1] == second[row]
                } append: { set in
                    set.ids.append(first[row])
                    set.ids.append(second[row])
                }
                body(row, number, isNew)
            }
        } else {
            for row in 0..<rowCount {
                let (number, isNew) = insert(columns, row)
                body(row, number, isNew)
            }
        }
    }

    /// The number of each row.
    mutating func numbers(of columns: [[TermID]], count rowCount: Int) -> [Int32] {
        guard rowCount > 0 else { return [] }
        return unsafe [Int32](unsafeUninitializedCapacity: rowCount) { buffer, written in
            insert(columns, count: rowCount) { row, number, _ in
                // Safe: there is room for as many numbers as rows.
                unsafe buffer.initializeElement(at: row, to: Int32(truncatingIfNeeded: number))
            }
            written = rowCount
        }
    }

    /// The number of a row of columns, and whether it is new.
    mutating func insert(_ columns: [[TermID]], _ row: Int) -> (number: Int, isNew: Bool) {
        func id(_ place: Int) -> TermID { columns[place].isEmpty ? .undefined : columns[place][row] }
        var hash: UInt64 = 0
        for place in 0..<width { hash = mix(hash, id(place)) }
        return insert(hash) { set, number in
            for place in 0..<set.width where set.ids[number * set.width + place] != id(place) { return false }
            return true
        } append: { set in
            for place in 0..<set.width { set.ids.append(id(place)) }
        }
    }

    @inline(__always)
    private func mix(_ hash: UInt64, _ id: TermID) -> UInt64 { seed.mix(hash, id.rawValue) }

    /// Where a row is looked for first.
    func place(of row: [TermID]) -> Int { HashSeed.place(row.reduce(0) { mix($0, $1) }, shift: shift) }

    @inline(__always)
    private mutating func insert(
        _ hash: UInt64, isEqual: (borrowing RowSet, Int) -> Bool, append: (inout RowSet) -> Void
    ) -> (number: Int, isNew: Bool) {
        let mask = slots.count - 1
        var slot = HashSeed.place(hash, shift: shift)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if isEqual(self, number) { return (number, false) }
            slot = (slot + 1) & mask
        }
        let number = count
        slots[slot] = UInt32(truncatingIfNeeded: number + 1)
        append(&self)
        count += 1
        if count * 2 > slots.count { grow() }
        return (number, true)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        shift -= 1
        let mask = slots.count - 1
        for number in 0..<count {
            var hash: UInt64 = 0
            for place in 0..<width { hash = mix(hash, ids[number * width + place]) }
            var slot = HashSeed.place(hash, shift: shift)
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(truncatingIfNeeded: number + 1)
        }
    }
}
