/// Makes text safe to show: what would move the cursor, change colours, or turn the direction of writing is shown as
/// the escape that Turtle has for it.
public enum TerminalText {
    /// The text with its controls escaped: `\n`, `\u001B`, `\u202E`.
    /// - Complexity: O(*n*).
    public static func escaped(_ text: String) -> String { escaped(text, where: mustBeEscaped) }

    /// The same for a text of several lines, which stay lines; tabs stay as well.
    public static func escapedLines(_ text: String) -> String {
        escaped(text) { mustBeEscaped($0) && $0 != "\n" && $0 != "\t" }
    }

    private static func escaped(_ text: String, where isUnsafe: (Unicode.Scalar) -> Bool) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            if isUnsafe(scalar) { result += escape(of: scalar) } else { result.unicodeScalars.append(scalar) }
        }
    }

    /// The bytes of a text in UTF-8 with the escape of a scalar that begins at an offset in place of it; `nil` where the
    /// scalar may stay.
    static func escape(ofBytes bytes: ArraySlice<UInt8>) -> (escape: String, length: Int)? {
        guard let first = bytes.first else { return nil }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        // Nearly everything: printable ASCII, and letters, of which only a few leading bytes begin a control.
        guard first < 0x20 || first == 0x7F || first >= 0xC2,
            let scalar = String(decoding: bytes.prefix(length), as: UTF8.self).unicodeScalars.first,
            mustBeEscaped(scalar)
        else { return nil }
        return (escape(of: scalar), length)
    }

    private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        // Joiners belong to words of Persian or Hindi and to emoji; every other format character is invisible.
        case .format: return scalar.value != 0x200C && scalar.value != 0x200D
        default: return false
        }
    }

    private static func escape(of scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\t": return "\\t"
        case "\n": return "\\n"
        case "\r": return "\\r"
        default: break
        }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = digits.count <= 4 ? 4 : 8
        return (width == 4 ? "\\u" : "\\U") + String(repeating: "0", count: width - digits.count) + digits
    }

    /// The beginning of a text that takes at most so many columns, with `…` where something was cut.
    public static func truncated(_ text: String, to width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        guard width > 0 else { return "" }
        var result = ""
        var used = 0
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            used += DisplayWidth.of(scalar, after: previous)
            guard used < width else { break }
            result.unicodeScalars.append(scalar)
            previous = scalar
        }
        return result + "…"
    }

    /// Both ends of a text in at most so many columns, with `…` where the middle was cut.
    public static func truncatedInside(_ text: String, to width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        guard width > 4 else { return truncated(text, to: width) }
        let start = (width - 1) / 3
        let beginning = String(truncated(text, to: start + 1).dropLast())
        var end = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars.reversed() {
            used += DisplayWidth.of(scalar, after: " ")
            guard used <= width - 1 - DisplayWidth.of(beginning) else { break }
            end.append(scalar)
        }
        return beginning + "…" + String(String.UnicodeScalarView(end.reversed()))
    }

    /// A text in lines of at most so many columns, parted at spaces where there are some.
    public static func wrapped(_ text: String, to width: Int) -> [String] {
        let width = max(width, 2)
        guard DisplayWidth.of(text) > width else { return [text] }
        var lines: [String] = []
        var line: [Unicode.Scalar] = []
        var (used, previous) = (0, Unicode.Scalar(0x20 as UInt8))
        // The place after the last space of the line.
        var breakPlace: Int?
        for scalar in text.unicodeScalars {
            let columns = DisplayWidth.of(scalar, after: previous)
            if used + columns > width {
                var rest: ArraySlice<Unicode.Scalar> = []
                if let place = breakPlace, scalar != " " {
                    rest = line[place...]
                    line.removeSubrange(place...)
                }
                lines.append(trimmed(line))
                line = Array(rest)
                used = DisplayWidth.of(string(line))
                breakPlace = nil
            }
            previous = scalar
            // The space at which a line was parted begins no other.
            if line.isEmpty, scalar == " ", !lines.isEmpty { continue }
            line.append(scalar)
            used += columns
            if scalar == " " { breakPlace = line.count }
        }
        if !line.isEmpty { lines.append(trimmed(line)) }
        return lines
    }

    private static func trimmed(_ line: [Unicode.Scalar]) -> String {
        string(Array(line.reversed().drop { $0 == " " }.reversed()))
    }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
