/// Texts that look the same and are not: a no-break space for a space, a Cyrillic letter for a Latin one, an accent of
/// its own for a letter with one.
package enum LookAlike {
    /// Whether two different texts look the same to a reader.
    /// - Complexity: O(*n*).
    package static func areSame(_ left: String, _ right: String) -> Bool {
        guard !left.utf8.elementsEqual(right.utf8) else { return false }
        guard !(left.utf8.allSatisfy { $0 < 0x80 } && right.utf8.allSatisfy { $0 < 0x80 }) else { return false }
        // Equality of strings is that of canonical equivalence, for which an accent may be one with its letter or not.
        return skeleton(left) == skeleton(right)
    }

    /// A text in which whatever looks like something else is named by its code point, if it looks the same as another;
    /// otherwise as it is: `sclérose[U+00A0]en plaques`.
    package static func revealed(_ text: String, beside other: String) -> String {
        guard areSame(text, other) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if plain(scalar) != scalar || scalar.properties.generalCategory == .nonspacingMark {
                result += codePoint(scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// `[U+00A0]`
    private static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "[U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "]"
    }

    private static func skeleton(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { if let plain = plain(scalar) { result.append(plain) } }
        return String(result)
    }

    /// What a character looks like; `nil` where it is not seen at all.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.isASCII { return scalar }
        switch scalar.value {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return " "
        case 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF, 0xFE00...0xFE0F:
            return nil
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return "-"
        case 0x2018...0x201B, 0x2BC, 0x2B9, 0x2032, 0xB4, 0xFF07: return "'"
        case 0x201C...0x201F, 0x2033, 0xFF02: return "\""
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
        default: return letters[scalar] ?? scalar
        }
    }

    /// Letters of Cyrillic and Greek that are drawn like Latin ones.
    private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "һ": "h",
        "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "Х": "X",
        "У": "Y", "І": "I", "Ј": "J", "Ѕ": "S", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K",
        "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o", "ν": "v", "ϲ": "c", "ı": "i",
    ]
}
