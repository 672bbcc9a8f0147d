/// A table from texts to values whose copies share what they have in common: a copy costs nothing, and changing it costs
/// the same whether the table has ten keys or a million.
///
/// A tree by the bits of a seeded hash, five at a time; a node has a bit and an entry for each child that there is:
///
///     root   bits 0…4    [ key value │ ▾ │ key value ]
///     child  bits 5…9              [ key value │ key value ]
///     below the last bits           [ key value │ key value ]      keys whose hashes are the same
///
/// A node that no other table has is changed in its place. There is no order: who needs one sorts.
package struct PersistentTable<Value> {
    private enum Entry {
        case pair(hash: UInt64, key: String, value: Value)
        case branch(Node)
    }

    private final class Node {
        /// Which children there are; all bits where the hash is used up.
        var bits: UInt32
        var entries: [Entry]

        init(bits: UInt32, entries: [Entry]) {
            self.bits = bits
            self.entries = entries
        }
    }

    private var root: Node?
    /// How many keys there are.
    package private(set) var count = 0

    /// An empty table.
    package init() {}

    /// Below this many bits of the hash, nodes are searched in order.
    private static var hashBits: UInt64 { 60 }

    private static func bit(_ hash: UInt64, _ shift: UInt64) -> UInt32 { 1 << UInt32((hash >> shift) & 31) }

    private static func place(of bit: UInt32, in bits: UInt32) -> Int { (bits & (bit &- 1)).nonzeroBitCount }

    // MARK: Looking up

    /// The value of a key.
    /// - Complexity: O(log *n*), beyond hashing the key.
    package subscript(key: String) -> Value? { self[key.utf8.span] }

    /// The value of the key of given bytes.
    package subscript(key: Span<UInt8>) -> Value? {
        guard var node = root else { return nil }
        let hash = key.hash(seed: HashSeed.ofProcess)
        var shift: UInt64 = 0
        while shift < Self.hashBits {
            let bit = Self.bit(hash, shift)
            guard node.bits & bit != 0 else { return nil }
            switch node.entries[Self.place(of: bit, in: node.bits)] {
            case .branch(let child): node = child
            case .pair(let other, let name, let value):
                return other == hash && name.utf8.span.hasSameElements(as: key) ? value : nil
            }
            shift += 5
        }
        for entry in node.entries {
            if case .pair(_, let name, let value) = entry, name.utf8.span.hasSameElements(as: key) { return value }
        }
        return nil
    }

    /// Calls a body with all keys and values, in no order.
    package func forEach(_ body: (String, Value) throws -> Void) rethrows {
        if let root { try Self.forEach(in: root, body) }
    }

    private static func forEach(in node: Node, _ body: (String, Value) throws -> Void) rethrows {
        for entry in node.entries {
            switch entry {
            case .pair(_, let key, let value): try body(key, value)
            case .branch(let child): try forEach(in: child, body)
            }
        }
    }

    // MARK: Changing

    /// Gives a key a value.
    /// - Complexity: O(log *n*), beyond hashing the key.
    package mutating func set(_ value: Value, for key: String) {
        let hash = key.utf8.span.hash(seed: HashSeed.ofProcess)
        guard root != nil else {
            root = Node(bits: Self.bit(hash, 0), entries: [.pair(hash: hash, key: key, value: value)])
            count = 1
            return
        }
        let isNew = Self.set(.pair(hash: hash, key: key, value: value), hash, key, in: &root, shift: 0)
        if isNew { count += 1 }
    }

    /// Puts a pair in its place; whether its key is new.
    private static func set(
        _ pair: Entry, _ hash: UInt64, _ key: String, in place: inout Node?, shift: UInt64
    ) -> Bool {
        if !isKnownUniquelyReferenced(&place) {
            // Another table has it, too.
            place = place.map { Node(bits: $0.bits, entries: $0.entries) }
        }
        guard let node = place else { return false }
        guard shift < hashBits else {
            for index in node.entries.indices {
                if case .pair(_, let name, _) = node.entries[index], name.utf8.span.hasSameElements(as: key.utf8.span) {
                    node.entries[index] = pair
                    return false
                }
            }
            node.entries.append(pair)
            return true
        }
        let bit = bit(hash, shift)
        let index = Self.place(of: bit, in: node.bits)
        guard node.bits & bit != 0 else {
            node.bits |= bit
            node.entries.insert(pair, at: index)
            return true
        }
        switch node.entries[index] {
        case .branch(let child):
            // Taken out, so that a child of ours alone has one owner and changes in its place.
            var inner: Node? = child
            node.entries[index] = pair
            _ = consume child
            let isNew = set(pair, hash, key, in: &inner, shift: shift + 5)
            if let inner { node.entries[index] = .branch(inner) }
            return isNew
        case .pair(let other, let name, _):
            if other == hash, name.utf8.span.hasSameElements(as: key.utf8.span) {
                node.entries[index] = pair
                return false
            }
            var inner: Node? = Node(bits: 0, entries: [])
            _ = set(node.entries[index], other, name, in: &inner, shift: shift + 5)
            _ = set(pair, hash, key, in: &inner, shift: shift + 5)
            if let inner { node.entries[index] = .branch(inner) }
            return true
        }
    }
}

// A node is changed only where nobody else has it.
extension PersistentTable: @unchecked Sendable where Value: Sendable {}
