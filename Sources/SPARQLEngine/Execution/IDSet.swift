internal import TripleStore

/// A set of ids as bits, which can be emptied at the cost of what it holds: for searches that start again and again.
struct IDSet {
    private var words: [[UInt64]]
    private var computed: Set<TermID> = []
    /// The ids in the order in which they came.
    private(set) var ids: [TermID] = []

    /// A set for the ids of a dictionary; its bits are made when the first id of a kind comes.
    init(_ dictionary: TermDictionary) {
        words = [[]]
        sizes = TermID.Kind.allCases.map { (dictionary.count(of: $0) + 1) / 64 + 1 }
        words = [[UInt64]](repeating: [], count: sizes.count)
    }

    private let sizes: [Int]

    func contains(_ id: TermID) -> Bool {
        if id.isComputed { return computed.contains(id) }
        let kind = Int(id.kind.rawValue)
        guard !words[kind].isEmpty else { return false }
        return words[kind][id.index >> 6] >> UInt64(id.index & 63) & 1 == 1
    }

    /// Adds an id; whether it is new.
    mutating func insert(_ id: TermID) -> Bool {
        if id.isComputed {
            guard computed.insert(id).inserted else { return false }
            ids.append(id)
            return true
        }
        let kind = Int(id.kind.rawValue)
        if words[kind].isEmpty { words[kind] = [UInt64](repeating: 0, count: sizes[kind]) }
        let bit: UInt64 = 1 << UInt64(id.index & 63)
        guard words[kind][id.index >> 6] & bit == 0 else { return false }
        words[kind][id.index >> 6] |= bit
        ids.append(id)
        return true
    }

    mutating func removeAll() {
        for id in ids where !id.isComputed { words[Int(id.kind.rawValue)][id.index >> 6] = 0 }
        computed.removeAll()
        ids.removeAll(keepingCapacity: true)
    }
}
