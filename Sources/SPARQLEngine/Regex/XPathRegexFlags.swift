/// The flags of `REGEX` and `REPLACE`.
/// - Spec: <https://www.w3.org/TR/xpath-functions-31/#flags>
struct XPathRegexFlags: OptionSet, Hashable {
    let rawValue: UInt8

    /// `s`: `.` matches line ends too.
    static let dotAll = XPathRegexFlags(rawValue: 1)
    /// `m`: `^` and `$` match at line ends too.
    static let multiline = XPathRegexFlags(rawValue: 2)
    /// `i`: letters match without case.
    static let caseInsensitive = XPathRegexFlags(rawValue: 4)
    /// `x`: white space outside character classes is ignored.
    static let ignoreWhitespace = XPathRegexFlags(rawValue: 8)
    /// `q`: every character stands for itself.
    static let literal = XPathRegexFlags(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Reads the flags of a call.
    /// - Throws: ``XPathRegexError`` at a letter that is no flag.
    init(_ text: String) throws(XPathRegexError) {
        self = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "s": insert(.dotAll)
            case "m": insert(.multiline)
            case "i": insert(.caseInsensitive)
            case "x": insert(.ignoreWhitespace)
            case "q": insert(.literal)
            default: throw XPathRegexError(reason: "“\(scalar)” is no flag")
            }
        }
    }
}
