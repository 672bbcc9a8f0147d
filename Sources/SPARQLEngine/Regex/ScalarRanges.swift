/// Sets of Unicode scalars as sorted ranges, for the classes that XML names and PCRE2 does not know.
struct ScalarRanges {
    /// Sorted, disjoint ranges of code points.
    let ranges: [ClosedRange<UInt32>]

    /// `\i`: the characters that may begin an XML name.
    static let nameStart = ScalarRanges(ranges: [
        0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
        0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
        0xFDF0...0xFFFD, 0x10000...0xEFFFF,
    ])

    /// `\c`: the characters of an XML name.
    static let name = ScalarRanges(ranges: [
        0x2D...0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xB7...0xB7, 0xC0...0xD6, 0xD8...0xF6,
        0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040, 0x2070...0x218F, 0x2C00...0x2FEF,
        0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF,
    ])

    /// The Unicode blocks that `\p{Is…}` names, those that people who write in Latin, Greek or Cyrillic script meet.
    static let blocks: [(name: String, range: ClosedRange<UInt32>)] = [
        ("BasicLatin", 0x0000...0x007F), ("Latin-1Supplement", 0x0080...0x00FF), ("LatinExtended-A", 0x0100...0x017F),
        ("LatinExtended-B", 0x0180...0x024F), ("IPAExtensions", 0x0250...0x02AF),
        ("SpacingModifierLetters", 0x02B0...0x02FF), ("CombiningDiacriticalMarks", 0x0300...0x036F),
        ("Greek", 0x0370...0x03FF), ("GreekandCoptic", 0x0370...0x03FF), ("Cyrillic", 0x0400...0x04FF),
        ("Armenian", 0x0530...0x058F), ("Hebrew", 0x0590...0x05FF), ("Arabic", 0x0600...0x06FF),
        ("Devanagari", 0x0900...0x097F), ("Thai", 0x0E00...0x0E7F), ("HangulJamo", 0x1100...0x11FF),
        ("UnifiedCanadianAboriginalSyllabics", 0x1400...0x167F), ("LatinExtendedAdditional", 0x1E00...0x1EFF),
        ("GreekExtended", 0x1F00...0x1FFF), ("GeneralPunctuation", 0x2000...0x206F),
        ("SuperscriptsandSubscripts", 0x2070...0x209F), ("CurrencySymbols", 0x20A0...0x20CF),
        ("LetterlikeSymbols", 0x2100...0x214F), ("NumberForms", 0x2150...0x218F), ("Arrows", 0x2190...0x21FF),
        ("MathematicalOperators", 0x2200...0x22FF), ("BoxDrawing", 0x2500...0x257F),
        ("GeometricShapes", 0x25A0...0x25FF), ("MiscellaneousSymbols", 0x2600...0x26FF),
        ("Hiragana", 0x3040...0x309F), ("Katakana", 0x30A0...0x30FF), ("CJKUnifiedIdeographs", 0x4E00...0x9FFF),
        ("HangulSyllables", 0xAC00...0xD7A3), ("PrivateUse", 0xE000...0xF8FF),
    ]

    /// All scalars but these; surrogates are no scalars and belong to neither.
    var complement: ScalarRanges {
        var rest: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { rest.append(next...(range.lowerBound - 1)) }
            next = range.upperBound + 1
        }
        if next <= 0x10FFFF { rest.append(next...0x10FFFF) }
        return ScalarRanges(ranges: rest.flatMap(Self.withoutSurrogates))
    }

    private static func withoutSurrogates(_ range: ClosedRange<UInt32>) -> [ClosedRange<UInt32>] {
        var parts: [ClosedRange<UInt32>] = []
        if range.lowerBound < 0xD800 { parts.append(range.lowerBound...min(range.upperBound, 0xD7FF)) }
        if range.upperBound > 0xDFFF { parts.append(max(range.lowerBound, 0xE000)...range.upperBound) }
        return parts
    }

    /// The ranges as PCRE2 writes them inside brackets.
    var classItems: String {
        ranges.map { range in
            let (first, last) = (String(range.lowerBound, radix: 16), String(range.upperBound, radix: 16))
            return first == last ? "\\x{\(first)}" : "\\x{\(first)}-\\x{\(last)}"
        }.joined()
    }
}
