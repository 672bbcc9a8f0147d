internal import ByteText

/// The names that a document repeats, so that each is made into a `String` once.
///
/// A table of 256 places without chains: a name takes the place of its hash from whoever had it. Names of up to
/// fifteen bytes live inside `String` itself and are not kept.
struct NameCache {
    private var places: [String] = Array(repeating: "", count: 256)

    /// The name that the bytes spell, if it is here.
    func string(of text: Span<UInt8>) -> String? {
        guard text.count > 15 else { return nil }
        let known = places[Self.place(text)]
        let bytes = known.utf8.span
        return bytes.hasSameElements(as: text) ? known : nil
    }

    /// Keeps a name.
    mutating func insert(_ name: String) {
        let bytes = name.utf8.span
        guard bytes.count > 15 else { return }
        places[Self.place(bytes)] = name
    }

    /// Length, ends and a few bytes between: names of one document differ there, and a collision costs only time.
    private static func place(_ text: Span<UInt8>) -> Int {
        let count = text.count
        func byte(_ position: Int) -> UInt { UInt(text[position]) }
        var hash = UInt(truncatingIfNeeded: count) &* 31 &+ byte(count - 1)
        hash = hash &* 31 &+ byte(count - 2)
        hash = hash &* 31 &+ byte(count - 4)
        hash = hash &* 31 &+ byte(count - 6)
        hash = hash &* 31 &+ byte(count - 9)
        return Int((hash &* 31 &+ byte(count / 2)) & 255)
    }
}
