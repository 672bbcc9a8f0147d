/// What was found for texts met lately, by where a text is stored rather than by its bytes.
///
/// A document repeats its names, and a reader that shares the storage of repeated names makes them recognizable
/// without being read. A text that is stored elsewhere is not found, though its bytes be the same: behind this table
/// stands another that looks at them.
///
///     places  [ text value │ - │ text value │ … ]      64, by a mix of the words of the text; the last comer stays
public struct RecentTexts<Value> {
    @usableFromInline var texts = [String](repeating: "", count: 64)
    @usableFromInline var values = [Value?](repeating: nil, count: 64)

    /// Nothing yet.
    public init() {}

    @inlinable
    static func place(of text: String) -> Int {
        let words = text.words
        // Multiplied by odd constants, so that addresses and short texts fill the upper bits.
        return Int(truncatingIfNeeded: (words.0 &* 0x9E37_79B9_7F4A_7C15 ^ words.1 &* 0xC2B2_AE3D_27D4_EB4F) >> 58)
    }

    /// What was remembered of a text.
    /// - Complexity: O(1); the text is not looked at.
    @inlinable
    public subscript(text: String) -> Value? {
        let place = Self.place(of: text)
        // The empty text stands in places not taken: their value is `nil`.
        return texts[place].hasSameWords(as: text) ? values[place] : nil
    }

    /// Remembers what was found for a text; forgets another text for it.
    @inlinable
    public mutating func remember(_ value: Value, of text: String) {
        let place = Self.place(of: text)
        texts[place] = text
        values[place] = value
    }
}

extension RecentTexts: Sendable where Value: Sendable {}
