internal import ByteText

/// The members of a JSON object, in their order, each name once.
///
/// Up to sixteen members are searched one after another; beyond that, a table of positions is kept beside them:
///
///     members  [ (name, value) (name, value) … ]      in the order of the document
///     slots    [ 0 3 0 1 0 0 2 … ]                    open addressing by the hash of the name: position + 1, 0 = free
///
/// Hashes are seeded by the process, so that nobody can prepare names that collide; the order of members never
/// depends on them.
public struct JSONObject: Sendable {
    /// A name and its value.
    public struct Member: Sendable {
        /// The name.
        public let name: String
        /// The value.
        public var value: JSONValue

        /// A member.
        @inlinable
        public init(_ name: consuming String, _ value: consuming JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The members in their order.
    public private(set) var members: [Member]
    /// `nil` rather than empty where there is none: objects are copied often, and `nil` costs nothing to copy.
    private var slots: [UInt32]?

    private static let searchedInOrder = 16

    /// No members.
    public init() { members = [] }

    /// No members, but room for some.
    public init(minimumCapacity: Int) {
        members = []
        members.reserveCapacity(minimumCapacity)
    }

    /// How many members there are.
    public var count: Int { members.count }
    /// Whether there is no member.
    public var isEmpty: Bool { members.isEmpty }
    /// The names in their order.
    public var names: [String] { members.map(\.name) }

    /// Where the member of a name stands.
    /// - Complexity: O(1) names compared on average.
    public func index(of name: String) -> Int? {
        guard let slots else {
            // Names that share their storage, or are short, are found before any text is looked at.
            for position in members.indices where members[position].name.hasSameWords(as: name) { return position }
            for position in members.indices where members[position].name.hasSameBytes(as: name) { return position }
            return nil
        }
        let mask = slots.count - 1
        var slot = name.slot & mask
        while slots[slot] != 0 {
            let position = Int(slots[slot]) - 1
            if members[position].name.hasSameBytes(as: name) { return position }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Whether there is a member of a name.
    public func contains(_ name: String) -> Bool { index(of: name) != nil }

    /// The value of a name. Assigning replaces it in its place, or adds the member at the end; assigning `nil` removes
    /// the member.
    /// - Complexity: O(1) on average, but O(*n*) to remove.
    public subscript(name: String) -> JSONValue? {
        get { index(of: name).map { members[$0].value } }
        set {
            guard let newValue else { return _ = removeValue(of: name) }
            if let position = index(of: name) {
                members[position].value = newValue
            } else {
                append(newName: name, newValue)
            }
        }
    }

    /// Adds a member at the end.
    /// - Precondition: no member has the name.
    public mutating func append(newName name: consuming String, _ value: consuming JSONValue) {
        members.append(Member(name, value))
        if members.count > Self.searchedInOrder { insertLast() }
    }

    /// Makes the last member known to the table.
    private mutating func insertLast() {
        // Not bound to a name: a second owner would have the table copied for each member.
        if let capacity = slots?.count, members.count * 2 <= capacity {
            insert(members[members.count - 1].name, at: members.count - 1)
        } else {
            rebuildSlots()
        }
    }

    /// Removes the member of a name and returns its value.
    /// - Complexity: O(*n*).
    @discardableResult
    public mutating func removeValue(of name: String) -> JSONValue? {
        guard let position = index(of: name) else { return nil }
        let member = members.remove(at: position)
        if slots != nil { rebuildSlots() }
        return member.value
    }

    /// Changes a value in its place, without copying it.
    ///
    /// Where no member has the name, one is added with the default value first.
    public mutating func modifyValue(
        of name: String, default defaultValue: @autoclosure () -> JSONValue, _ change: (inout JSONValue) -> Void
    ) {
        if let position = index(of: name) { return change(&members[position].value) }
        append(newName: name, defaultValue())
        change(&members[members.count - 1].value)
    }

    /// Changes the value at a position of ``members`` in its place.
    public mutating func modifyValue(at position: Int, _ change: (inout JSONValue) -> Void) {
        change(&members[position].value)
    }

    /// Adds a value at the end of the array at a position of ``members``, in its place; a single value becomes an
    /// array first.
    public mutating func append(_ value: consuming JSONValue, at position: Int) {
        guard case .array(var elements) = members[position].value else {
            members[position].value = .array([members[position].value, value])
            return
        }
        members[position].value = .null  // so that `elements` has one owner and grows in place
        elements.append(value)
        members[position].value = .array(elements)
    }

    /// The object with its members in code point order of their names.
    /// - Complexity: O(*n* log *n*); O(*n*), without a copy, where they stand in it.
    public func sortedByName() -> JSONObject {
        if isSortedByName { return self }
        var result = self
        result.members.sort { $0.name.precedesInBytes($1.name) }
        if slots != nil { result.rebuildSlots() }
        return result
    }

    private var isSortedByName: Bool {
        for position in members.indices.dropFirst()
        where members[position].name.precedesInBytes(members[position - 1].name) { return false }
        return true
    }

    private mutating func rebuildSlots() {
        guard members.count > Self.searchedInOrder else { return slots = nil }
        var capacity = 32
        while capacity < members.count * 3 { capacity *= 2 }
        slots = Array(repeating: 0, count: capacity)
        for position in members.indices { insert(members[position].name, at: position) }
    }

    private mutating func insert(_ name: String, at position: Int) {
        guard var table = slots else { return }
        slots = nil  // so that `table` has one owner
        let mask = table.count - 1
        var slot = name.slot & mask
        while table[slot] != 0 { slot = (slot + 1) & mask }
        table[slot] = UInt32(truncatingIfNeeded: position + 1)
        slots = table
    }
}

extension String {
    /// Where a table looks for the text first, before its size is taken into account.
    fileprivate var slot: Int { Int(truncatingIfNeeded: utf8.span.hash(seed: HashSeed.ofProcess)) }
}

extension JSONObject: Hashable {
    /// The same members, in any order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        for (position, member) in left.members.enumerated() {
            // Objects made alike have their members in the same order: look there first.
            let other = right.members[position]
            if other.name.hasSameBytes(as: member.name) {
                guard other.value == member.value else { return false }
            } else {
                guard right[member.name] == member.value else { return false }
            }
        }
        return true
    }

    /// Hashes the members without regard to their order.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in members {
            var own = Hasher()
            member.name.hashBytes(into: &own)
            own.combine(member.value)
            sum &+= own.finalize()
        }
        hasher.combine(members.count)
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object; of equal names the last one counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(minimumCapacity: elements.count)
        for (name, value) in elements { self[name] = value }
    }
}

extension JSONObject: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { members.count }
    public subscript(position: Int) -> Member { members[position] }
}
