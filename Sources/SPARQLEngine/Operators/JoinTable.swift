internal import ByteText
internal import TripleStore

/// Rows kept to be found again by the slots that they share with others.
///
///     rows     those that bind ?a and ?b │ those that bind ?a │ those that bind neither
///     chains   for each of these and what a row looked up binds: a hash of what both bind
///              heads   hash ─▶ the first row of that hash
///              nexts   row ─▶ the next row of the same hash
///
/// Keys are slots that both sides bind in every row. Of the other shared slots rows may leave some undefined: two
/// solutions are compatible if they agree where both have a value. So rows stand together by which of these slots they
/// bind, and a row is looked up in each of the groups by the slots that both bind.
final class JoinTable {
    /// The rows, group by group.
    private(set) var rows: Batch
    private let keys: [Slot]
    /// Slots that both sides may bind and that are no keys.
    private let looseSlots: [Slot]
    private var groups: [Group]
    /// The only chain, where no slot is loose.
    private var only: Chain?
    private let limits: LimitGuard
    private let seed: HashSeed

    /// No row.
    static let none: Int32 = -1

    /// Rows that bind the same of the loose slots.
    private struct Group {
        /// The loose slots that they bind, a bit for each.
        let mask: UInt64
        let places: Range<Int32>
        /// The chains made, and by which of the loose slots.
        var chains: [(mask: UInt64, chain: Chain)] = []
    }

    /// The rows of a group by a hash of some slots.
    final class Chain {
        let slots: [Slot]
        private let seed: HashSeed
        private let start: Int
        private let end: Int32
        /// Empty where there is nothing to hash: then each row is followed by the next one.
        private var heads: [Int32] = []
        private var nexts: [Int32] = []
        private var shift: UInt64 = 0

        /// A chain; a seed is given by tests.
        init(_ rows: Batch, _ places: Range<Int32>, slots: [Slot], seed: HashSeed) {
            self.slots = slots
            self.seed = seed
            start = Int(places.lowerBound)
            end = places.upperBound
            guard !slots.isEmpty else { return }
            var bits: UInt64 = 4
            while 1 << bits < places.count * 2 { bits += 1 }
            shift = 64 - bits
            heads = [Int32](repeating: JoinTable.none, count: 1 << bits)
            nexts = [Int32](repeating: JoinTable.none, count: places.count)
            // From the last to the first, so that a chain leads through the rows in their order.
            for row in places.reversed() {
                let place = place(rows, Int(row))
                nexts[Int(row) - start] = heads[place]
                heads[place] = row
            }
        }

        var memory: Int { (heads.count + nexts.count) * 4 }

        @inline(__always)
        func place(_ batch: Batch, _ row: Int) -> Int {
            var hash: UInt64 = 0
            for slot in slots { hash = seed.mix(hash, batch[slot, row].rawValue) }
            return HashSeed.place(hash, shift: shift)
        }

        @inline(__always)
        func first(_ batch: Batch, _ row: Int) -> Int32 {
            slots.isEmpty ? Int32(truncatingIfNeeded: start) : heads[place(batch, row)]
        }

        @inline(__always)
        func next(after row: Int32) -> Int32 {
            if slots.isEmpty { return row + 1 < end ? row + 1 : JoinTable.none }
            return nexts[Int(row) - start]
        }
    }

    /// - Parameters:
    ///   - keys: Slots that every row of both sides binds.
    ///   - looseSlots: Other slots that both sides may bind.
    ///   - seed: that of the process, but for tests.
    init(
        _ rows: Batch, keys: [Slot], looseSlots: [Slot], limits: LimitGuard, seed: HashSeed = .ofProcess
    ) {
        self.seed = seed
        self.keys = keys
        self.looseSlots = looseSlots.filter { rows.mayBind($0) }
        self.limits = limits
        (self.rows, groups) = Self.grouped(rows, by: self.looseSlots)
        if groups.count > 1 { limits.note(self.rows.memory) }
        // The one that nearly all tables need.
        if self.looseSlots.isEmpty, !groups.isEmpty { only = chain(of: 0, boundBy: 0) }
    }

    /// How many loose slots have a bit; those after are only compared.
    private static let maximumBits = 64
    /// How many groups there are at most; rows of others stand in one that is searched by the keys alone.
    private static let maximumGroups = 32

    private static func grouped(_ rows: Batch, by looseSlots: [Slot]) -> (rows: Batch, groups: [Group]) {
        guard rows.count > 0 else { return (rows, []) }
        let all = 0..<Int32(truncatingIfNeeded: rows.count)
        guard !looseSlots.isEmpty else { return (rows, [Group(mask: 0, places: all)]) }
        var members: [(mask: UInt64, rows: [Int32])] = []
        var others: [Int32] = []
        var numbers: [UInt64: Int] = [:]
        for row in all {
            let mask = mask(of: looseSlots, rows, Int(row))
            if let number = numbers[mask] {
                members[number].rows.append(row)
            } else if members.count < maximumGroups {
                numbers[mask] = members.count
                members.append((mask, [row]))
            } else {
                others.append(row)
            }
        }
        if !others.isEmpty { members.append((0, others)) }
        var groups: [Group] = []
        var start: Int32 = 0
        for (mask, rows) in members {
            let end = start + Int32(truncatingIfNeeded: rows.count)
            groups.append(Group(mask: mask, places: start..<end))
            start = end
        }
        if groups.count == 1 { return (rows, groups) }
        return (rows.gathering(members.flatMap(\.rows), slots: Array(0..<rows.width)), groups)
    }

    @inline(__always)
    private static func mask(of slots: [Slot], _ batch: Batch, _ row: Int) -> UInt64 {
        var mask: UInt64 = 0
        for (bit, slot) in slots.prefix(maximumBits).enumerated() where batch[slot, row].isDefined {
            mask |= 1 << UInt64(bit)
        }
        return mask
    }

    private func chain(of group: Int, boundBy mask: UInt64) -> Chain {
        var wanted = mask & groups[group].mask
        if let known = groups[group].chains.first(where: { $0.mask == wanted }) { return known.chain }
        // Rows that bind ever other slots would need ever other chains.
        if groups[group].chains.count >= Self.maximumGroups {
            wanted = 0
            if let known = groups[group].chains.first(where: { $0.mask == 0 }) { return known.chain }
        }
        let shared = looseSlots.prefix(Self.maximumBits).enumerated().filter { wanted >> UInt64($0.offset) & 1 == 1 }
        let chain = Chain(rows, groups[group].places, slots: keys + shared.map(\.element), seed: seed)
        limits.note(chain.memory)
        groups[group].chains.append((wanted, chain))
        return chain
    }

    /// The first row compatible with a row of another batch; ``none`` where there is none. Rows passed by are counted
    /// as work.
    func first(_ batch: Batch, _ row: Int) throws(QueryEvaluationError) -> Int32 {
        if let only { return try compatible(from: only.first(batch, row), only, batch, row) }
        return try first(batch, row, fromGroup: 0, Self.mask(of: looseSlots, batch, row))
    }

    /// The next compatible row after one.
    func next(
        after match: Int32, _ batch: Batch, _ row: Int
    ) throws(QueryEvaluationError) -> Int32 {
        if let only { return try compatible(from: only.next(after: match), only, batch, row) }
        let mask = Self.mask(of: looseSlots, batch, row)
        var group = 0
        while match >= groups[group].places.upperBound { group += 1 }
        let chain = chain(of: group, boundBy: mask)
        let found = try compatible(from: chain.next(after: match), chain, batch, row)
        return found == Self.none ? try first(batch, row, fromGroup: group + 1, mask) : found
    }

    private func first(
        _ batch: Batch, _ row: Int, fromGroup start: Int, _ mask: UInt64
    ) throws(QueryEvaluationError) -> Int32 {
        for group in start..<max(groups.count, start) {
            let chain = chain(of: group, boundBy: mask)
            let found = try compatible(from: chain.first(batch, row), chain, batch, row)
            if found != Self.none { return found }
        }
        return Self.none
    }

    private func compatible(
        from start: Int32, _ chain: Chain, _ batch: Batch, _ row: Int
    ) throws(QueryEvaluationError) -> Int32 {
        var place = start
        while place != Self.none {
            if agrees(Int(place), batch, row) { return place }
            place = chain.next(after: place)
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
