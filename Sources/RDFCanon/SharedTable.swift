/// A table of numbers whose copies share what they have in common: a change copies only the way to it.
///
/// Calls within calls each hold an issuer of their own; as plain tables, a chain of ten thousand nodes would copy a
/// hundred million entries. A tree of sixteen branches, as high as its largest index needs:
///
///     index 0x2A7 ─▶ root[2] ─▶ branch[0xA] ─▶ leaf[7]
struct SharedTable {
    private enum Node {
        case empty
        case branch([Node])
        case leaf([Int32])
    }

    private var root = Node.empty
    /// How many levels of branches stand above the leaves.
    private var height = 0

    /// The number at an index, or `nil` where none was set.
    /// - Complexity: O(log *n*) in the largest index.
    subscript(index: Int) -> Int? {
        guard index >> (4 * (height + 1)) == 0 else { return nil }
        var node = root
        for level in stride(from: height, through: 0, by: -1) {
            switch node {
            case .empty: return nil
            case .branch(let children): node = children[index >> (4 * level) & 15]
            case .leaf(let numbers): return numbers[index & 15] < 0 ? nil : Int(numbers[index & 15])
            }
        }
        return nil
    }

    /// Sets the number at an index.
    /// - Complexity: O(log *n*) in the largest index.
    mutating func set(_ number: Int, at index: Int) {
        while index >> (4 * (height + 1)) != 0 {
            if case .empty = root {} else { root = .branch([root] + [Node](repeating: .empty, count: 15)) }
            height += 1
        }
        root = Self.setting(Int32(number), at: index, in: root, level: height)
    }

    /// Recursion as deep as the tree is high: at most sixteen levels for any index.
    private static func setting(_ number: Int32, at index: Int, in node: Node, level: Int) -> Node {
        let place = index >> (4 * level) & 15
        switch node {
        case .leaf(var numbers):
            numbers[place] = number
            return .leaf(numbers)
        case .branch(var children):
            children[place] = setting(number, at: index, in: children[place], level: level - 1)
            return .branch(children)
        case .empty where level == 0:
            var numbers = [Int32](repeating: -1, count: 16)
            numbers[place] = number
            return .leaf(numbers)
        case .empty:
            var children = [Node](repeating: .empty, count: 16)
            children[place] = setting(number, at: index, in: .empty, level: level - 1)
            return .branch(children)
        }
    }
}
