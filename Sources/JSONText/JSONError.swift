public import ByteText

/// A text that is not the JSON it should be: what is wrong, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// The text ends in the middle of a value.
        case unexpectedEnd
        /// A character where something else must stand.
        case unexpected(Unicode.Scalar, expected: String)
        /// Something follows the value.
        case trailingText
        /// The bytes are no UTF-8.
        case invalidUTF8
        /// A control character that a string must escape.
        case unescapedControl(UInt8)
        /// A backslash before a character that cannot be escaped, or `\u` without four hexadecimal digits.
        case invalidEscape
        /// `\uD800`…`\uDFFF` without its other half: no Unicode text.
        case loneSurrogate
        /// A number that JSON's grammar does not allow, such as `01`, `.5` or `1.`.
        case invalidNumber
        /// A number that no IEEE 754 double can hold, where one is needed.
        case numberOutOfRange(String)
        /// An object has a name twice.
        case duplicateName(String)
        /// Arrays and objects stand inside one another more deeply than the limit.
        case tooDeep(limit: Int)
        /// The text is longer than the limit.
        case tooLong(limit: Int)
    }

    /// What is wrong.
    public let reason: Reason
    /// Where it is wrong; the beginning, where a value and no text is at fault.
    public let position: TextPosition

    /// An error at a place.
    public init(_ reason: Reason, at position: TextPosition = TextPosition()) {
        self.reason = reason
        self.position = position
    }

    /// The place, what is wrong there, and what would mend it.
    public var description: String { "\(position): \(explanation)" }

    private var explanation: String {
        switch reason {
        case .unexpectedEnd: "the text ends in the middle of a JSON value"
        case .unexpected(let scalar, let expected):
            "“\(scalar.escaped(asASCII: false))” stands where \(expected) is expected"
        case .trailingText: "the JSON value ends here, but the text goes on"
        case .invalidUTF8: "the bytes are not UTF-8; save the file in that encoding"
        case .unescapedControl(let byte):
            "the control character U+00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true)) must be escaped"
        case .invalidEscape: #"no such escape: use one of \" \\ \/ \b \f \n \r \t or \u and four hexadecimal digits"#
        case .loneSurrogate: #"\uD800 … \uDFFF stand for a character only in pairs"#
        case .invalidNumber: "not a JSON number; it has digits on both sides of a point, and no leading zeros or plus"
        case .numberOutOfRange(let text): "the number \(text) is too large for a double"
        case .duplicateName(let name): "the object has the name “\(name)” twice"
        case .tooDeep(let limit): "arrays and objects are nested more than \(limit) deep"
        case .tooLong(let limit): "the text is longer than \(limit) bytes"
        }
    }
}
