internal import ByteText

/// The table from hashes to ids: open addressing in groups of eight.
///
///     marks   │ 8 bytes │ 8 bytes │ …    0 for an empty slot, else seven bits of the hash with the high bit set
///     ids     │ 8 × id  │ 8 × id  │ …
///
/// A search reads one word of marks and looks only at ids whose mark is right, one in 128 of all others. The marks of a
/// million terms take little more than a megabyte and stay near the core: to learn that a term is new costs one read,
/// where a table of hashes and ids would miss the cache.
struct TermSlots: Sendable {
    private var marks: [UInt64]
    private var ids: [UInt32]
    private var shift: UInt64
    private(set) var count = 0

    /// A table of 2^`bits` groups.
    init(bits: UInt64 = 5) {
        marks = [UInt64](repeating: 0, count: 1 << Int(bits))
        ids = [UInt32](repeating: 0, count: 8 << Int(bits))
        shift = 64 - bits
    }

    /// A table in which so many terms leave an eighth of the slots empty.
    init(forTerms terms: Int) {
        var bits: UInt64 = 5
        while 7 << Int(bits) < terms { bits += 1 }
        self.init(bits: bits)
    }

    /// The bytes it takes: five for a slot.
    var memory: Int { marks.capacity * 8 + ids.capacity * 4 }

    /// Whether another term would leave fewer than an eighth of the slots empty.
    var isFull: Bool { (count + 1) * 8 > ids.count * 7 }

    /// How many slots there are.
    var capacity: Int { ids.count }

    /// An empty table of twice the size.
    func emptyOfTwiceTheSize() -> TermSlots { TermSlots(bits: 64 - shift + 1) }

    /// An empty table of the same size.
    func emptyOfTheSameSize() -> TermSlots { TermSlots(bits: 64 - shift) }

    /// The term of a hash that is the one wanted.
    @inline(__always)
    func find(_ hash: UInt64, where isWanted: (TermID) -> Bool) -> TermID? {
        let mark = UInt8(truncatingIfNeeded: hash) | 0x80
        var group = Int(hash &>> shift)
        while true {
            let word = marks[group]
            var matches = word.bytes(exactly: mark)
            while matches != 0 {
                let id = TermID(rawValue: ids[group &* 8 &+ matches.trailingZeroBitCount / 8])
                if isWanted(id) { return id }
                matches &= matches &- 1
            }
            if word.zeroBytes != 0 { return nil }
            group = (group &+ 1) & (marks.count &- 1)
        }
    }

    /// The marks with which the search for a hash begins.
    @inline(__always)
    func word(_ hash: UInt64) -> UInt64 { marks[Int(hash &>> shift)] }

    /// The first id of these marks that may be the one wanted.
    @inline(__always)
    func candidate(_ hash: UInt64, _ word: UInt64) -> TermID {
        let matches = word.bytes(exactly: UInt8(truncatingIfNeeded: hash) | 0x80)
        guard matches != 0 else { return .undefined }
        return TermID(rawValue: ids[Int(hash &>> shift) &* 8 &+ matches.trailingZeroBitCount / 8])
    }

    /// Puts an id that is not there into the first empty slot of its hash.
    /// - Precondition: the table is not full.
    mutating func insert(_ id: TermID, hash: UInt64) {
        var group = Int(hash &>> shift)
        while marks[group].zeroBytes == 0 { group = (group &+ 1) & (marks.count &- 1) }
        let place = marks[group].zeroBytes.trailingZeroBitCount / 8
        marks[group] |= (hash & 0x7F | 0x80) &<< UInt64(place &* 8)
        ids[group &* 8 &+ place] = id.rawValue
        count += 1
    }

    /// Exchanges every id, on two cores; hashes stay.
    mutating func rename(_ renamed: @Sendable (TermID) -> TermID) {
        let (middle, count) = (ids.count / 2, ids.count)
        unsafe ids.withUnsafeMutableBufferPointer { ids in
            // Safe: the halves do not overlap.
            nonisolated(unsafe) let ids = unsafe ids
            @Sendable func rename(_ places: Range<Int>) {
                for place in places where unsafe ids[place] != 0 {
                    unsafe ids[place] = renamed(TermID(rawValue: ids[place])).rawValue
                }
            }
            _ = inParallel({ rename(0..<middle) }, { rename(middle..<count) }, when: count > 1 << 16)
        }
    }
}
