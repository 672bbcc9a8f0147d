/// The number of a variable in a plan, and of its column in a batch.
typealias Slot = Int

/// A set of slots, as bits.
struct SlotSet: Hashable, Sendable {
    /// Slots 0…63, as nearly all plans need no more.
    private var low: UInt64 = 0
    /// Slots from 64 on, 64 to a word, without trailing zeros.
    private var high: [UInt64] = []

    init() {}

    init(_ slots: some Sequence<Slot>) { for slot in slots { insert(slot) } }

    /// Whether there is no slot.
    var isEmpty: Bool { low == 0 && high.isEmpty }

    /// How many slots there are.
    var count: Int { high.reduce(low.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

    func contains(_ slot: Slot) -> Bool {
        if slot < 64 { return low >> UInt64(slot) & 1 == 1 }
        let word = slot / 64 - 1
        return word < high.count && high[word] >> UInt64(slot % 64) & 1 == 1
    }

    mutating func insert(_ slot: Slot) {
        precondition(slot >= 0, "slots count from 0")
        if slot < 64 {
            low |= 1 << UInt64(slot)
        } else {
            let word = slot / 64 - 1
            while high.count <= word { high.append(0) }
            high[word] |= 1 << UInt64(slot % 64)
        }
    }

    mutating func remove(_ slot: Slot) {
        guard contains(slot) else { return }
        if slot < 64 {
            low &= ~(1 << UInt64(slot))
        } else {
            high[slot / 64 - 1] &= ~(1 << UInt64(slot % 64))
            trim()
        }
    }

    private mutating func trim() { while high.last == 0 { high.removeLast() } }

    mutating func formUnion(_ other: SlotSet) {
        low |= other.low
        for (word, bits) in other.high.enumerated() {
            if word < high.count { high[word] |= bits } else { high.append(bits) }
        }
    }

    func union(_ other: SlotSet) -> SlotSet {
        var result = self
        result.formUnion(other)
        return result
    }

    func intersection(_ other: SlotSet) -> SlotSet {
        var result = SlotSet()
        result.low = low & other.low
        result.high = zip(high, other.high).map { $0 & $1 }
        result.trim()
        return result
    }

    func subtracting(_ other: SlotSet) -> SlotSet {
        var result = self
        result.low &= ~other.low
        for word in 0..<min(high.count, other.high.count) { result.high[word] &= ~other.high[word] }
        result.trim()
        return result
    }

    func isSubset(of other: SlotSet) -> Bool { subtracting(other).isEmpty }

    func isDisjoint(with other: SlotSet) -> Bool { intersection(other).isEmpty }

    /// The slots in ascending order.
    var slots: [Slot] {
        var result: [Slot] = []
        var bits = low
        while bits != 0 {
            result.append(bits.trailingZeroBitCount)
            bits &= bits - 1
        }
        for (word, word64) in high.enumerated() {
            var bits = word64
            while bits != 0 {
                result.append((word + 1) * 64 + bits.trailingZeroBitCount)
                bits &= bits - 1
            }
        }
        return result
    }
}
