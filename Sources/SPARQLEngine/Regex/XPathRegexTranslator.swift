/// Writes a regular expression of XPath the way PCRE2 wants it.
///
/// The two languages share most of their syntax; what differs is spelled out: classes (`\w`, `\i`, `\c`, `\p{Is…}`),
/// subtraction of classes (`[a-z-[aeiou]]`), `.`, `^` and `$`. Whatever XPath does not know is an error, such that no
/// pattern reaches features of PCRE2 that recurse, look around or set limits; the one exception is the word boundary
/// `\b`, which people expect.
/// - Spec: <https://www.w3.org/TR/xpath-functions-31/#regex-syntax>
struct XPathRegexTranslator {
    private let source: [Unicode.Scalar]
    private let flags: XPathRegexFlags
    private var position = 0
    private var output = ""
    private var openGroups = 0
    private var closedGroups = 0
    /// Whether a quantifier may follow.
    private var hasAtom = false

    /// How deep groups and class subtractions may nest.
    static let maximumDepth = 100
    /// How long a pattern may be, in scalars.
    static let maximumLength = 20_000

    /// Translates a pattern.
    /// - Throws: ``XPathRegexError`` where the pattern is not one of XPath.
    /// - Complexity: O(*n*).
    static func translate(_ pattern: String, flags: XPathRegexFlags) throws(XPathRegexError) -> String {
        guard pattern.utf8.count <= 4 * maximumLength else { throw XPathRegexError(reason: "the pattern is too long") }
        var translator = XPathRegexTranslator(source: Array(pattern.unicodeScalars), flags: flags)
        if flags.contains(.literal) {
            for scalar in translator.source { translator.appendLiteral(scalar) }
        } else {
            try translator.parseBranches()
        }
        return translator.output
    }

    private init(source: [Unicode.Scalar], flags: XPathRegexFlags) {
        self.source = source
        self.flags = flags
    }

    private var next: Unicode.Scalar? { position < source.count ? source[position] : nil }

    private func scalar(after distance: Int) -> Unicode.Scalar? {
        position + distance < source.count ? source[position + distance] : nil
    }

    private mutating func take() throws(XPathRegexError) -> Unicode.Scalar {
        guard let scalar = next else { throw XPathRegexError(reason: "the pattern ends too early") }
        position += 1
        return scalar
    }

    /// `regExp ::= branch ( '|' branch )*`, the whole pattern; groups are counted instead of recursed into.
    private mutating func parseBranches() throws(XPathRegexError) {
        while let scalar = next {
            position += 1
            switch scalar {
            case "|":
                output.unicodeScalars.append(scalar)
                hasAtom = false
            case "(":
                try openGroup()
            case ")":
                guard openGroups > 0 else { throw XPathRegexError(reason: "“)” closes nothing") }
                openGroups -= 1
                closedGroups += 1
                output += ")"
                hasAtom = true
            case "*", "+", "?":
                try appendQuantifier(String(scalar))
            case "{":
                try parseRepetition()
            case ".":
                output += flags.contains(.dotAll) ? "\\p{Any}" : "[^\\n\\r]"
                hasAtom = true
            case "^":
                output += "^"
                hasAtom = false
            case "$":
                output += "$"
                hasAtom = false
            case "[":
                output += try parseClass(depth: 0)
                hasAtom = true
            case "\\":
                try parseEscape()
            case "]", "}":
                throw XPathRegexError(reason: "“\(scalar)” must be escaped")
            default:
                if flags.contains(.ignoreWhitespace), Self.isWhitespace(scalar) { continue }
                appendLiteral(scalar)
                hasAtom = true
            }
        }
        guard openGroups == 0 else { throw XPathRegexError(reason: "a group is not closed") }
    }

    private mutating func openGroup() throws(XPathRegexError) {
        openGroups += 1
        guard openGroups <= Self.maximumDepth else { throw XPathRegexError(reason: "groups nest too deep") }
        output += "("
        if next == "?" {
            guard scalar(after: 1) == ":" else { throw XPathRegexError(reason: "only “(?:” may follow “(?”") }
            position += 2
            output += "?:"
        }
        hasAtom = false
    }

    /// A quantifier, and the `?` that makes it reluctant.
    private mutating func appendQuantifier(_ text: String) throws(XPathRegexError) {
        guard hasAtom else { throw XPathRegexError(reason: "“\(text)” repeats nothing") }
        output += text
        if next == "?" {
            position += 1
            output += "?"
        }
        hasAtom = false
    }

    /// `'{' quantity '}'`, the brace being read.
    private mutating func parseRepetition() throws(XPathRegexError) {
        var text = ""
        while let scalar = next, scalar != "}" {
            text.unicodeScalars.append(scalar)
            position += 1
        }
        _ = try take()
        let bounds = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        let least = bounds.first.flatMap { UInt16($0) }
        guard let least, bounds.count < 2 || bounds[1].isEmpty || (UInt16(bounds[1]).map { $0 >= least } ?? false)
        else { throw XPathRegexError(reason: "“{\(text)}” is no repetition") }
        try appendQuantifier("{\(text)}")
    }

    /// An escape outside brackets, the backslash being read.
    private mutating func parseEscape() throws(XPathRegexError) {
        let scalar = try take()
        hasAtom = true
        switch scalar {
        case "1"..."9":
            // As many digits as name a group that exists: `\10` is the first group and a zero where there is no tenth.
            var number = Int(scalar.value - 0x30)
            while let digit = next, ("0"..."9").contains(digit), number * 10 + Int(digit.value - 0x30) <= closedGroups {
                number = number * 10 + Int(digit.value - 0x30)
                position += 1
            }
            output += "(?:\\g{\(number)})"
        case "b", "B":
            output += "\\\(scalar)"
            hasAtom = false
        default:
            output += try Self.isClassEscape(scalar) ? "[" + classEscape(scalar) + "]" : singleEscape(scalar)
        }
    }

    private static func isClassEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "d", "D", "s", "S", "w", "W", "i", "I", "c", "C", "p", "P": true
        default: false
        }
    }

    /// A multi-character escape as items inside brackets; its letter is read.
    private mutating func classEscape(_ letter: Unicode.Scalar) throws(XPathRegexError) -> String {
        switch letter {
        case "d": return "\\p{Nd}"
        case "D": return "\\P{Nd}"
        case "s": return " \\t\\n\\r"
        case "S": return "\\x{0}-\\x{8}\\x{b}\\x{c}\\x{e}-\\x{1f}\\x{21}-\\x{d7ff}\\x{e000}-\\x{10ffff}"
        case "w": return "\\p{L}\\p{M}\\p{N}\\p{S}"
        case "W": return "\\p{P}\\p{Z}\\p{C}"
        case "i": return ScalarRanges.nameStart.classItems
        case "I": return ScalarRanges.nameStart.complement.classItems
        case "c": return ScalarRanges.name.classItems
        case "C": return ScalarRanges.name.complement.classItems
        default: return try propertyEscape(isNegated: letter == "P")
        }
    }

    /// `\p{…}`: a general category, or a block as `Is…`.
    private mutating func propertyEscape(isNegated: Bool) throws(XPathRegexError) -> String {
        guard try take() == "{" else { throw XPathRegexError(reason: "“\\p” must be followed by “{”") }
        var name = ""
        while let scalar = next, scalar != "}" {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        _ = try take()
        if let category = Self.categories.first(where: { $0 == name }) {
            return "\\\(isNegated ? "P" : "p"){\(category)}"
        }
        guard let block = ScalarRanges.blocks.first(where: { "Is" + $0.name == name }) else {
            throw XPathRegexError(reason: "“\(name)” is no category or block that is known")
        }
        let ranges = ScalarRanges(ranges: [block.range])
        return isNegated ? ranges.complement.classItems : ranges.classItems
    }

    private static let categories = [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe",
        "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn",
    ]

    /// A single-character escape.
    private func singleEscape(_ scalar: Unicode.Scalar) throws(XPathRegexError) -> String {
        switch scalar {
        case "n": return "\\n"
        case "r": return "\\r"
        case "t": return "\\t"
        case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "$", "-", "[", "]", "^", "/", "\"", "'", "#", " ", ",",
            ":", ";", "=", "!", "<", ">", "&", "%", "@", "~", "`", "_":
            return Self.escaped(scalar)
        default: throw XPathRegexError(reason: "“\\\(scalar)” is no escape")
        }
    }

    /// A class in brackets, the opening one being read.
    ///
    /// Subtraction becomes a negative look-ahead: `[a-z-[aeiou]]` is `(?:(?![aeiou])[a-z])`.
    private mutating func parseClass(depth: Int) throws(XPathRegexError) -> String {
        guard depth < Self.maximumDepth else { throw XPathRegexError(reason: "classes nest too deep") }
        var items = ""
        var isNegated = false
        if next == "^" {
            position += 1
            isNegated = true
        }
        var isFirst = true
        while true {
            let scalar = try take()
            if scalar == "]" {
                guard !isFirst else { throw XPathRegexError(reason: "“[]” is empty") }
                return Self.bracketed(items, isNegated: isNegated)
            }
            if scalar == "-", next == "[", !isFirst {
                position += 1
                let subtracted = try parseClass(depth: depth + 1)
                guard try take() == "]" else { throw XPathRegexError(reason: "a subtraction ends its class") }
                return "(?:(?!\(subtracted))\(Self.bracketed(items, isNegated: isNegated)))"
            }
            isFirst = false
            try appendClassItem(scalar, to: &items)
        }
    }

    private static func bracketed(_ items: String, isNegated: Bool) -> String { "[\(isNegated ? "^" : "")\(items)]" }

    /// One item of a class: an escape, a character, or a range that begins with it.
    private mutating func appendClassItem(_ first: Unicode.Scalar, to items: inout String) throws(XPathRegexError) {
        if first == "\\" {
            let letter = try take()
            if Self.isClassEscape(letter) {
                items += try classEscape(letter)
                return
            }
            try appendRange(from: rangeEnd(escapedBy: letter), to: &items)
        } else {
            guard first != "[" else { throw XPathRegexError(reason: "“[” must be escaped inside brackets") }
            try appendRange(from: first, to: &items)
        }
    }

    private mutating func appendRange(from first: Unicode.Scalar, to items: inout String) throws(XPathRegexError) {
        guard next == "-", let following = scalar(after: 1), following != "]", following != "[" else {
            items += Self.escaped(first)
            return
        }
        position += 1
        var last = try take()
        if last == "\\" { last = try rangeEnd(escapedBy: take()) }
        guard first <= last else { throw XPathRegexError(reason: "a range ends before it begins") }
        items += Self.escaped(first) + "-" + Self.escaped(last)
    }

    private func rangeEnd(escapedBy letter: Unicode.Scalar) throws(XPathRegexError) -> Unicode.Scalar {
        switch letter {
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        default:
            _ = try singleEscape(letter)
            return letter
        }
    }

    private mutating func appendLiteral(_ scalar: Unicode.Scalar) { output += Self.escaped(scalar) }

    /// A character that stands for itself inside and outside brackets.
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": String(scalar)
        case _ where scalar.value >= 0x80: String(scalar)
        default: "\\x{\(String(scalar.value, radix: 16))}"
        }
    }

    private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }
}
