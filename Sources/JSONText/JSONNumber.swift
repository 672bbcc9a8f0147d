internal import ByteText

/// A JSON number as it was written: `1.0`, `1e0` and `1` are one number with three texts.
///
/// Two numbers are equal if their texts are, or if both are the same IEEE 754 double and not beyond the integers that
/// a double can tell apart (2⁵³); larger ones are equal by text only.
public struct JSONNumber: Sendable, Hashable, CustomStringConvertible {
    /// The number as JSON writes it.
    public let text: String

    /// A text that is known to follow JSON's grammar of numbers.
    @usableFromInline
    init(unchecked text: String) { self.text = text }

    /// Checks that a text follows JSON's grammar of numbers; `nil` if it does not.
    public init?(_ text: String) {
        let bytes = text.utf8.span
        guard JSONNumber.end(in: bytes, from: 0) == bytes.count else { return nil }
        self.text = text
    }

    /// An integer.
    public init(_ value: Int) { text = String(value) }

    /// A double, in its shortest form; `nil` for infinities and NaN, which JSON cannot write.
    public init?(_ value: Double) {
        guard let text = ECMAScriptNumber.text(of: value) else { return nil }
        self.text = text
    }

    /// The nearest double; infinite where the number is too large.
    public var double: Double { Double(text) ?? .nan }

    /// The number as an `Int`, if it is written as an integer and fits.
    public var integer: Int? { Int(text) }

    /// The number as JSON writes it.
    public var description: String { text }

    /// Same number, see ``JSONNumber``.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        if left.text.hasSameBytes(as: right.text) { return true }
        let (left, right) = (left.double, right.double)
        return left == right && left.magnitude <= largestExact
    }

    /// Hashes the double.
    public func hash(into hasher: inout Hasher) {
        let value = double
        hasher.combine(value == 0 ? 0 : value)
    }

    private static let largestExact = 9_007_199_254_740_992.0

    /// Where a number that begins at an offset ends; `nil` if none begins there.
    ///
    ///     number = [ "-" ] ( "0" / digit1-9 *DIGIT ) [ "." 1*DIGIT ] [ ( "e" / "E" ) [ "+" / "-" ] 1*DIGIT ]
    static func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var offset = start
        func byte() -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
        func digits() -> Bool {
            let first = offset
            while isDigit(byte()) { offset += 1 }
            return offset > first
        }
        if byte() == UInt8(ascii: "-") { offset += 1 }
        if byte() == UInt8(ascii: "0") {
            offset += 1
        } else if !digits() {
            return nil
        }
        if byte() == UInt8(ascii: ".") {
            offset += 1
            guard digits() else { return nil }
        }
        if byte() | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { offset += 1 }
            guard digits() else { return nil }
        }
        return offset
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
