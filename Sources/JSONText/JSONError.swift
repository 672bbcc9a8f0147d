public import ByteText
public import Localization

/// A text that is not the JSON it should be: what is wrong, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// The text ends in the middle of a value.
        case unexpectedEnd
        /// A character where something else must stand.
        case unexpected(Unicode.Scalar, expected: Expectation)
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

    /// What must stand at a place.
    public enum Expectation: Hashable, Sendable {
        /// A value of any kind.
        case value
        /// The name of a member.
        case name
        /// A sign or word.
        case sign(String)
        /// One of two signs.
        case either(String, String)
    }

    /// What is wrong.
    public let reason: Reason
    /// Where it is wrong; the beginning, where a value and no text is at fault.
    public let position: TextPosition
    /// What the text is called; empty where it has no name.
    public let sourceName: String

    /// An error at a place.
    public init(_ reason: Reason, at position: TextPosition = TextPosition(), sourceName: String = "") {
        self.reason = reason
        self.position = position
        self.sourceName = sourceName
    }

    /// What is wrong and what would mend it, in a language, without the place.
    public func message(in language: Language) -> String {
        switch reason {
        case .unexpectedEnd: JSONMessage.unexpectedEnd.text(in: language)
        case .unexpected(let scalar, let expected): Self.message(scalar.escaped(asASCII: false), expected, language)
        case .trailingText: JSONMessage.trailingText.text(in: language)
        case .invalidUTF8: JSONMessage.invalidUTF8.text(in: language)
        case .unescapedControl(let byte):
            JSONMessage.unescapedControl.text(
                in: language, "U+00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))")
        case .invalidEscape: JSONMessage.invalidEscape.text(in: language)
        case .loneSurrogate: JSONMessage.loneSurrogate.text(in: language)
        case .invalidNumber: JSONMessage.invalidNumber.text(in: language)
        case .numberOutOfRange(let text): JSONMessage.numberOutOfRange.text(in: language, text)
        case .duplicateName(let name): JSONMessage.duplicateName.text(in: language, name)
        case .tooDeep(let limit): JSONMessage.tooDeep.text(in: language, String(limit))
        case .tooLong(let limit): JSONMessage.tooLong.text(in: language, String(limit))
        }
    }

    private static func message(_ found: String, _ expected: Expectation, _ language: Language) -> String {
        switch expected {
        case .value: JSONMessage.expectedValue.text(in: language, found)
        case .name: JSONMessage.expectedName.text(in: language, found)
        case .sign(let sign): JSONMessage.expectedSign.text(in: language, found, sign)
        case .either(let first, let second): JSONMessage.expectedEither.text(in: language, found, first, second)
        }
    }

    /// `name:line:column: message` in a language, line and column from 1.
    public func description(in language: Language) -> String {
        (sourceName.isEmpty ? "" : sourceName + ":") + "\(position): \(message(in: language))"
    }

    /// `name:line:column: message` in English.
    public var description: String { description(in: .english) }
}
