internal import ByteText

/// Where the rows of each id of a leading column begin; with it the column itself need not be kept.
///
///     dense    starts[number of the id] ..< starts[number + 1]     for subjects and objects, four bytes a term
///     sparse   the same over the ids that occur, found by binary search     for predicates, graphs, small graphs
struct RowDirectory: Sendable {
    /// The ids that occur, in order; `nil` where every number has a place.
    let keys: [TermID]?
    let numbers: DenseNumbers
    let starts: [UInt32]

    /// The rows of an id.
    @inline(__always)
    func rows(_ id: TermID) -> Range<Int> {
        guard let place = place(id) else { return 0..<0 }
        return Int(starts[place])..<Int(starts[place + 1])
    }

    private func place(_ id: TermID) -> Int? {
        guard !id.isComputed else { return nil }
        if let keys {
            let place = keys.partitioningIndex { $0 >= id }
            return place < keys.count && keys[place] == id ? place : nil
        }
        guard let number = numbers.known(id), number < starts.count - 1 else { return nil }
        return number
    }

    /// The place whose rows a row is among.
    func place(ofRow row: Int) -> Int { starts.partitioningIndex { $0 > row } - 1 }

    /// The id at a place.
    func id(at place: Int) -> TermID { keys.map { $0[place] } ?? numbers.id(UInt32(place)) }

    /// How many places there are; of a dense directory some are empty.
    var count: Int { starts.count - 1 }

    /// The bytes it takes.
    var memory: Int { starts.capacity * 4 + (keys?.capacity ?? 0) * 4 }
}
