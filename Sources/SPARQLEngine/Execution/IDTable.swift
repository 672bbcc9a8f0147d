internal import ByteText
internal import TripleStore

/// A value for each id met, as a small open-addressing table: for results that are computed once per distinct term.
struct IDTable<Value> {
    private var keys: [TermID]
    private var values: [Value?]
    private(set) var count = 0
    private var shift: UInt64
    private let seed: HashSeed

    /// A table; a seed is given by tests.
    init(seed: HashSeed = .ofProcess) {
        self.seed = seed
        keys = [TermID](repeating: .undefined, count: 64)
        values = [Value?](repeating: nil, count: 64)
        shift = 64 - 6
    }

    /// The value of an id; ids are defined.
    @inline(__always)
    subscript(id: TermID) -> Value? {
        get { values[place(of: id)] }
        set {
            var place = place(of: id)
            if keys[place] != id {
                if (count + 1) * 2 > keys.count {
                    grow()
                    place = self.place(of: id)
                }
                keys[place] = id
                count += 1
            }
            values[place] = newValue
        }
    }

    /// The place of an id, or the empty place where it belongs.
    @inline(__always)
    func place(of id: TermID) -> Int {
        let mask = keys.count - 1
        var place = HashSeed.place(seed.mix(0, id.rawValue), shift: shift)
        while keys[place] != id, keys[place].isDefined { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = [TermID](repeating: .undefined, count: oldKeys.count * 2)
        values = [Value?](repeating: nil, count: oldKeys.count * 2)
        shift -= 1
        for (index, key) in oldKeys.enumerated() where key.isDefined {
            let place = place(of: key)
            keys[place] = key
            values[place] = oldValues[index]
        }
    }
}
