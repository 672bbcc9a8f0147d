internal import ByteText
internal import RDFModel

/// Prefixes and their namespaces as bytes: names to ranges of one arena, by open addressing.
///
/// A prefix that is declared again takes its new namespace; the old bytes stay in the arena, whose size is therefore
/// bounded by that of the document.
struct PrefixTable {
    private struct Entry {
        var name: Range<Int>
        var namespace: Range<Int>
        /// Whether a name goes on with the host or the port of the namespace.
        var isOpen: Bool
    }

    private var arena: [UInt8] = []
    private var entries: [Entry] = []
    /// Numbers of entries, plus one; zero is free. A power of two in size, at most half full.
    private var slots: [Int] = Array(repeating: 0, count: 16)
    private var lastFound = -1
    private let seed: HashSeed

    /// A table; a seed is given by tests.
    init(seed: HashSeed = .ofProcess) { self.seed = seed }

    /// How many prefixes are declared.
    var count: Int { entries.count }

    /// Declares a prefix.
    mutating func declare(_ name: Span<UInt8>, namespace: Span<UInt8>) {
        let start = arena.count
        arena.append(copying: namespace)
        let range = start..<arena.count
        let authority = IRIReferenceComponents(namespace).authority
        let isOpen = authority.map { $0.upperBound == namespace.count } ?? false
        if let known = index(of: name) {
            entries[known].namespace = range
            entries[known].isOpen = isOpen
            return
        }
        arena.append(copying: name)
        entries.append(Entry(name: range.upperBound..<arena.count, namespace: range, isOpen: isOpen))
        if entries.count * 2 > slots.count { grow() } else { place(entries.count - 1) }
    }

    /// Appends the namespace of a prefix to an output.
    /// - Returns: whether a name goes on with the host or the port of it; `nil` where the prefix is not declared.
    @inline(__always)
    mutating func appendNamespace(of name: Span<UInt8>, to output: inout [UInt8]) -> Bool? {
        guard let index = index(of: name) else { return nil }
        lastFound = index
        output.append(copying: arena.span.extracting(entries[index].namespace))
        return entries[index].isOpen
    }

    private func index(of name: Span<UInt8>) -> Int? {
        if lastFound >= 0, holds(name, at: lastFound) { return lastFound }
        var slot = slot(of: name)
        while slots[slot] != 0 {
            if holds(name, at: slots[slot] - 1) { return slots[slot] - 1 }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    @inline(__always)
    private func holds(_ name: Span<UInt8>, at index: Int) -> Bool {
        let range = entries[index].name
        guard range.count == name.count else { return false }
        for offset in 0..<name.count where arena[range.lowerBound + offset] != name[offset] { return false }
        return true
    }

    private mutating func place(_ index: Int) {
        var slot = slot(of: arena.span.extracting(entries[index].name))
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = index + 1
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 4)
        for index in entries.indices { place(index) }
    }

    /// Where a name is looked for first.
    func slot(of name: Span<UInt8>) -> Int {
        Int(truncatingIfNeeded: name.hash(seed: seed)) & (slots.count - 1)
    }
}
