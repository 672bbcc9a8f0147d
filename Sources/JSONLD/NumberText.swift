internal import JSONText
internal import RDFModel

/// Numbers of JSON as lexical forms of RDF, and the other way.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#data-round-tripping>
enum NumberText {
    /// The lexical form of a number, and the datatype it has if none is given.
    ///
    /// Integers written as such keep their digits, also where a double would lose some.
    static func lexicalForm(of number: JSONNumber, datatype: String?) -> (text: String, datatype: String) {
        let value = number.double
        let isDouble = datatype == XSD.double.string
        if !isDouble, let digits = integerDigits(number.text, value: value) { return (digits, XSD.integer.string) }
        return (doubleText(value), XSD.double.string)
    }

    /// The digits of a number that is an integer below 10²¹; `nil` for others.
    private static func integerDigits(_ text: String, value: Double) -> String? {
        guard value.magnitude < 1e21 else { return nil }
        if !text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }) {
            return text == "-0" ? "0" : text
        }
        guard value == value.rounded(.towardZero) else { return nil }
        // ECMAScript writes integers below 10²¹ with all their digits.
        return ECMAScriptNumber.text(of: value)
    }

    /// The canonical lexical form of an `xsd:double`, rounded to sixteen digits as the specification has it.
    static func doubleText(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-INF" : "INF" }
        var (isNegative, digits, exponent) = ECMAScriptNumber.shortestDigits(of: value)
        if digits.isEmpty { return isNegative ? "-0.0E0" : "0.0E0" }
        if digits.count > 16 {
            let roundsUp = digits[16] >= UInt8(ascii: "5")
            digits.removeSubrange(16...)
            var position = digits.count - 1
            var carries = roundsUp
            while carries, position >= 0 {
                carries = digits[position] == UInt8(ascii: "9")
                digits[position] = carries ? UInt8(ascii: "0") : digits[position] + 1
                position -= 1
            }
            if carries {
                digits.insert(UInt8(ascii: "1"), at: 0)
                exponent += 1
            }
            while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        }
        var text = isNegative ? "-" : ""
        text += String(decoding: digits[..<1], as: UTF8.self) + "."
        text += digits.count > 1 ? String(decoding: digits[1...], as: UTF8.self) : "0"
        return text + "E" + String(exponent - 1)
    }

    /// The JSON number of an `xsd:integer` or `xsd:double`; `nil` where the text is none, or JSON has no such number.
    static func number(_ lexicalForm: String, datatype: IRI) -> JSONNumber? {
        switch datatype {
        case XSD.integer:
            var text = Substring(lexicalForm)
            let sign = text.utf8.first
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { text.removeFirst() }
            guard !text.isEmpty, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
            let digits = text.utf8.drop { $0 == UInt8(ascii: "0") }
            guard let digits = String(digits), !digits.isEmpty else { return JSONNumber(0) }
            return JSONNumber(sign == UInt8(ascii: "-") ? "-" + digits : digits)
        case XSD.double:
            // The texts that `Double` reads beyond those of XML Schema have letters other than “e”.
            let isPlain = lexicalForm.utf8.allSatisfy {
                $0 &- UInt8(ascii: "0") < 10 || $0 | 0x20 == UInt8(ascii: "e") || $0 == UInt8(ascii: ".")
                    || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
            }
            return isPlain ? Double(lexicalForm).flatMap { JSONNumber($0) } : nil
        default: return nil
        }
    }
}
