internal import ByteText

/// A table from texts to numbers, looked into by bytes.
///
///     bytes    [ text text text … ]
///     entries  [ range, number | … ]
///     slots    [ 0 3 0 1 0 0 2 … ]      open addressing by a seeded hash: place + 1, 0 = free
struct TextTable {
    private struct Entry {
        let start: Int
        let count: Int
        var value: UInt64
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private var slots: [UInt32] = []
    private let seed = HashSeed()

    /// The number of a text.
    /// - Complexity: O(1) on average, beyond hashing the text.
    func value(of text: Span<UInt8>) -> UInt64? { place(of: text).map { entries[$0].value } }

    /// Sets the number of a text.
    mutating func setValue(_ value: UInt64, of text: Span<UInt8>) {
        if let place = place(of: text) {
            entries[place].value = value
            return
        }
        entries.append(Entry(start: bytes.count, count: text.count, value: value))
        bytes.append(copying: text)
        if entries.count * 2 <= slots.count { return insert(entries.count - 1) }
        slots = Array(repeating: 0, count: max(16, slots.count * 4))
        for place in entries.indices { insert(place) }
    }

    private func place(of text: Span<UInt8>) -> Int? {
        guard !slots.isEmpty else { return nil }
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: text.hash(seed: seed)) & mask
        while slots[slot] != 0 {
            let place = Int(slots[slot]) &- 1
            let entry = entries[place]
            if entry.count == text.count,
                bytes.span.extracting(entry.start..<(entry.start &+ entry.count)).hasSameElements(as: text)
            {
                return place
            }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    private mutating func insert(_ place: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash(place)) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(truncatingIfNeeded: place + 1)
    }

    private func hash(_ place: Int) -> UInt64 {
        let entry = entries[place]
        return bytes.span.extracting(entry.start..<(entry.start + entry.count)).hash(seed: seed)
    }
}
