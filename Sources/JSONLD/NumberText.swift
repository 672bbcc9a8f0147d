internal import JSONText
internal import RDFModel
internal import XSDValues

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
        // All digits of the double, as `toFixed(0)` has them: 2⁶⁹ is no 590295810358705700000.
        return BigInteger(truncating: value)?.description
    }

    /// The canonical lexical form of an `xsd:double`, rounded to fifteen digits behind the point as the specification
    /// has it.
    static func doubleText(_ value: Double) -> String {
        var bytes: [UInt8] = []
        value.appendSixteenDigits(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
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
