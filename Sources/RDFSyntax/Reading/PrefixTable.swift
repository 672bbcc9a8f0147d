internal import ByteText

/// Prefixes and their namespaces as bytes: names to ranges of one arena, by open addressing.
///
/// A prefix that is declared again takes its new namespace; the old bytes stay in the arena, whose size is therefore
/// bounded by that of the document.
struct PrefixTable {
    private struct Entry {
        var name: Range<Int>
        var namespace: Range<Int>
    }

    private var arena: [UInt8] = []
    private var entries: [Entry] = []
    /// Numbers of entries, plus one; zero is free. A power of two in size, at most half full.
    private var slots: [Int] = Array(repeating: 0, count: 16)
    private var lastFound = -1

    /// How many prefixes are declared.
    var count: Int { entries.count }

    /// Declares a prefix.
    mutating func declare(_ name: Span<UInt8>, namespace: Span<UInt8>) {
        let start = arena.count
        arena.append(copying: namespace)
        let range = start..<arena.count
        if let known = index(of: name) {
            entries[known].namespace = range
            return
        }
        arena.append(copying: name)
        entries.append(Entry(name: range.upperBound..<arena.count, namespace: range))
        if entries.count * 2 > slots.count { grow() } else { place(entries.count - 1) }
    }

    /// Appends the namespace of a prefix to an output; false where it is not declared.
    @inline(__always)
    mutating func appendNamespace(of name: Span<UInt8>, to output: inout [UInt8]) -> Bool {
        guard let index = index(of: name) else { return false }
        lastFound = index
        output.append(copying: arena.span.extracting(entries[index].namespace))
        return true
    }

    private func index(of name: Span<UInt8>) -> Int? {
        if lastFound >= 0, holds(name, at: lastFound) { return lastFound }
        var slot = Self.hash(name) & (slots.count - 1)
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
        var slot = Self.hash(arena.span.extracting(entries[index].name)) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = index + 1
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 4)
        for index in entries.indices { place(index) }
    }

    /// FNV-1a. The number of prefixes is limited, so chosen collisions cost at most a scan of them.
    private static func hash(_ name: Span<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
