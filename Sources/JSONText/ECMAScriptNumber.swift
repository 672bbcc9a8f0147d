/// Doubles as ECMAScript writes them, which is how RFC 8785 canonicalizes JSON numbers.
/// - Spec: <https://www.rfc-editor.org/rfc/rfc8785#section-3.2.2.3>, ECMAScript `Number::toString`.
public enum ECMAScriptNumber {
    /// The shortest digits that read back as a finite double, without the point, and where the point stands:
    /// value = 0.*digits* × 10^*exponent*.
    ///
    /// `digits` are ASCII, without leading or trailing zeros, empty for zero.
    public static func shortestDigits(of value: Double) -> (isNegative: Bool, digits: [UInt8], exponent: Int) {
        // The standard library prints the shortest digits that round-trip, the closest such if there are several,
        // which is what ECMAScript asks for; only the layout differs.
        var digits: [UInt8] = []
        var pointAfter: Int?
        var exponent = 0
        var text = value.magnitude.description.utf8.makeIterator()
        while let byte = text.next() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: "."): pointAfter = digits.count
            default:  // "e"
                var isNegative = false
                while let byte = text.next() {
                    if byte == UInt8(ascii: "-") { isNegative = true }
                    if byte >= UInt8(ascii: "0") { exponent = exponent * 10 + Int(byte - UInt8(ascii: "0")) }
                }
                if isNegative { exponent.negate() }
            }
        }
        exponent += pointAfter ?? digits.count
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leadingZeros)
        return (value.sign == .minus, digits, digits.isEmpty ? 0 : exponent - leadingZeros)
    }

    /// The text of a double; `nil` for infinities and NaN.
    public static func text(of value: Double) -> String? {
        guard value.isFinite else { return nil }
        if value == 0 { return "0" }
        let (isNegative, digits, exponent) = shortestDigits(of: value)
        let count = digits.count
        var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
        func append(_ string: String) { text.append(contentsOf: string.utf8) }
        switch exponent {
        case count...max(count, 21):  // digits, then zeros
            text += digits
            append(String(repeating: "0", count: exponent - count))
        case 1...21:  // a point among the digits
            text += digits[..<exponent]
            append(".")
            text += digits[exponent...]
        case -5...0:  // zeros, then digits
            append("0." + String(repeating: "0", count: -exponent))
            text += digits
        default:  // one digit before the point, and an exponent
            text.append(digits[0])
            if count > 1 {
                append(".")
                text += digits[1...]
            }
            append("e" + (exponent > 0 ? "+" : "-") + String((exponent - 1).magnitude))
        }
        return String(decoding: text, as: UTF8.self)
    }
}
