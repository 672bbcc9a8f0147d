/// How many columns of a terminal a text takes: none for a combining mark, two for a wide character of East Asia or an
/// emoji, one for most.
/// - Spec: Unicode Standard Annex #11, East Asian Width
public enum DisplayWidth {
    /// The width of a text.
    /// - Complexity: O(*n*).
    public static func of(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        var width = 0
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            width += of(scalar, after: previous)
            previous = scalar
        }
        return width
    }

    /// The width of a scalar, which may join with the one before it.
    static func of(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Int {
        if scalar.isASCII { return 1 }
        // After a zero width joiner, an emoji is drawn over the one before.
        if previous.value == 0x200D, scalar.properties.isEmojiPresentation { return 0 }
        // A flag is two letters, each half as wide as it.
        if (0x1F1E6...0x1F1FF).contains(scalar.value) { return 1 }
        if scalar.properties.isEmojiModifier { return previous.properties.isEmoji ? 0 : 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        // Vowels and final consonants of Hangul are drawn into the syllable before them.
        if (0x1160...0x11FF).contains(scalar.value) { return 0 }
        return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
    }

    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= 0x1100 else { return false }
        return wideRanges.contains { $0.contains(value) }
    }

    /// The blocks whose characters are wide or full-width (values `W` and `F`), unassigned places within them included.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
        0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}
