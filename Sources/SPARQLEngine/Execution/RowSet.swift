internal import TripleStore

/// Distinct rows of a fixed number of ids, numbered in the order in which they came.
///
///     slots   hash of a row ─▶ its number + 1      open addressing, 0 is empty
///     ids     row 0 │ row 1 │ row 2 …              `width` ids each, end to end
struct RowSet {
    let width: Int
    private(set) var count = 0
    private(set) var ids: [TermID] = []
    private var slots: [UInt32]
    private var shift: UInt64

    init(width: Int) {
        self.width = width
        slots = [UInt32](repeating: 0, count: 1 << 8)
        shift = 64 - 8
    }

    /// About how many bytes the set takes.
    var memory: Int { (ids.capacity + slots.count) * 4 }

    /// The id of a row in a place.
    func id(_ row: Int, _ place: Int) -> TermID { ids[row * width + place] }

    /// The number of a row, and whether it is new.
    ///
    /// The ids of the row are taken from columns, where an empty column is one of undefined ids.
    @inline(__always)
    mutating func insert(_ columns: [[TermID]], _ row: Int) -> (number: Int, isNew: Bool) {
        var hash: UInt64 = 0
        for place in 0..<width {
            let id = columns[place].isEmpty ? TermID.undefined : columns[place][row]
            hash = (hash ^ UInt64(id.rawValue)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        let mask = slots.count - 1
        var slot = Int((hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if isEqual(number, columns, row) { return (number, false) }
            slot = (slot + 1) & mask
        }
        let number = count
        slots[slot] = UInt32(truncatingIfNeeded: number + 1)
        for place in 0..<width { ids.append(columns[place].isEmpty ? .undefined : columns[place][row]) }
        count += 1
        if count * 2 > slots.count { grow() }
        return (number, true)
    }

    @inline(__always)
    private func isEqual(_ number: Int, _ columns: [[TermID]], _ row: Int) -> Bool {
        for place in 0..<width {
            let id = columns[place].isEmpty ? TermID.undefined : columns[place][row]
            if ids[number * width + place] != id { return false }
        }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        shift -= 1
        let mask = slots.count - 1
        for number in 0..<count {
            var hash: UInt64 = 0
            for place in 0..<width {
                hash = (hash ^ UInt64(ids[number * width + place].rawValue)) &* 0x9E37_79B9_7F4A_7C15
                hash ^= hash >> 32
            }
            var slot = Int((hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(truncatingIfNeeded: number + 1)
        }
    }
}
