internal import ByteText

/// A set of texts that numbers its members in the order in which they come.
///
///     bytes  [ text text text … ]        one after the other
///     ends   [ end end end … ]           of each text
///     slots  [ 0 3 0 1 0 0 2 … ]         open addressing by a seeded hash: number + 1, 0 = free
struct ByteInterner {
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var slots: [UInt32] = Array(repeating: 0, count: 64)

    /// How many texts there are.
    var count: Int { ends.count }

    /// Where a text stands in ``bytes``.
    func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    /// The number of a text; a new one gets the next number.
    /// - Complexity: O(*n*) in the bytes of the text, on average.
    mutating func intern(_ text: Span<UInt8>) -> Int {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: text.hash(seed: HashSeed.ofProcess)) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) &- 1
            if bytes.span.extracting(range(of: number)).hasSameElements(as: text) { return number }
            slot = (slot &+ 1) & mask
        }
        bytes.append(copying: text)
        ends.append(bytes.count)
        slots[slot] = UInt32(truncatingIfNeeded: ends.count)
        if ends.count * 2 > slots.count { grow() }
        return ends.count - 1
    }

    mutating func removeAll() { self = ByteInterner() }

    private mutating func grow() {
        var larger: [UInt32] = Array(repeating: 0, count: slots.count * 4)
        let mask = larger.count - 1
        for number in ends.indices {
            let text = bytes.span.extracting(range(of: number))
            var slot = Int(truncatingIfNeeded: text.hash(seed: HashSeed.ofProcess)) & mask
            while larger[slot] != 0 { slot = (slot + 1) & mask }
            larger[slot] = UInt32(truncatingIfNeeded: number + 1)
        }
        slots = larger
    }
}
