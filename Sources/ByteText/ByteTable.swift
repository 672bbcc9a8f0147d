/// A table from texts to values, for outside text that is looked up often.
///
/// Keys are the same if their bytes are. Entries keep the order in which they came, so that going through them gives
/// the same result on every run:
///
///     keys    [ key key key … ]
///     values  [ value value value … ]
///     slots   [ 0 3 0 1 0 0 2 … ]      open addressing by a seeded hash: position + 1, 0 = free
public struct ByteTable<Value> {
    /// The keys in the order in which they came.
    public private(set) var keys: [String] = []
    /// The values, in the order of their keys.
    public private(set) var values: [Value] = []
    @usableFromInline var slots: [UInt32] = []

    /// An empty table.
    public init() {}

    /// How many keys there are.
    @inlinable
    public var count: Int { slots.isEmpty ? 0 : keys.count }

    /// Where a key stands in ``keys``.
    /// - Complexity: O(1) on average, beyond hashing the key.
    @inlinable
    public func position(of key: String) -> Int? { position(of: key.utf8.span) }

    /// Where the key of given bytes stands in ``keys``.
    /// - Complexity: O(1) on average, beyond hashing the bytes.
    @inlinable
    public func position(of key: Span<UInt8>) -> Int? {
        guard !slots.isEmpty else { return nil }
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: key.hash(seed: HashSeed.ofProcess)) & mask
        while slots[slot] != 0 {
            let position = Int(slots[slot]) &- 1
            if keys[position].utf8.span.hasSameElements(as: key) { return position }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    /// The value of a key; assigning replaces it in its place, or adds the key at the end.
    @inlinable
    public subscript(key: String) -> Value? {
        get { position(of: key).map { values[$0] } }
        set {
            guard let newValue else { return remove(key) }
            if let position = position(of: key) {
                setValue(newValue, at: position)
            } else {
                append(key, newValue)
            }
        }
    }

    /// Changes the value at a position.
    @inlinable
    public mutating func setValue(_ value: Value, at position: Int) { update(position) { $0 = value } }

    /// Changes the value at a position in its place.
    public mutating func update(_ position: Int, _ change: (inout Value) -> Void) { change(&values[position]) }

    /// Adds a key at the end.
    /// - Precondition: the key is not in the table.
    public mutating func append(_ key: String, _ value: Value) {
        keys.append(key)
        values.append(value)
        if keys.count &* 2 > slots.count {
            rebuildSlots()
        } else {
            insert(key, at: keys.count &- 1)
        }
    }

    /// Takes a key out.
    /// - Complexity: O(*n*).
    public mutating func remove(_ key: String) {
        guard let position = position(of: key) else { return }
        keys.remove(at: position)
        values.remove(at: position)
        rebuildSlots()
    }

    private mutating func rebuildSlots() {
        var capacity = 16
        while capacity < keys.count * 3 { capacity *= 2 }
        slots = Array(repeating: 0, count: capacity)
        for position in keys.indices { insert(keys[position], at: position) }
    }

    private mutating func insert(_ key: String, at position: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key.utf8.span.hash(seed: HashSeed.ofProcess)) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(truncatingIfNeeded: position + 1)
    }
}

extension ByteTable: Sendable where Value: Sendable {}

extension HashSeed {
    /// The seed of all tables that compare texts in this process.
    public static let ofProcess = HashSeed()
}
