internal import RDFModel

/// The datatype that a bare number has in Turtle and SPARQL.
/// - Spec: <https://www.w3.org/TR/turtle/#grammar-production-NumericLiteral>
enum NumberShape {
    case integer, decimal, double

    /// The shape of a text, or `nil` for a text that Turtle would not read as a number.
    init?(_ text: Span<UInt8>) {
        var position = 0
        func skipDigits() -> Int {
            let start = position
            while position < text.count, text[position] &- 0x30 < 10 { position += 1 }
            return position - start
        }
        if position < text.count, text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
            position += 1
        }
        let whole = skipDigits()
        var fraction: Int?
        if position < text.count, text[position] == UInt8(ascii: ".") {
            position += 1
            fraction = skipDigits()
        }
        guard whole + (fraction ?? 0) > 0 else { return nil }
        if position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < text.count, text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
                position += 1
            }
            guard skipDigits() > 0, position == text.count else { return nil }
            self = .double
        } else {
            // A decimal ends with a digit: in Turtle, a point at the end closes the statement.
            guard position == text.count, fraction != 0 else { return nil }
            self = fraction == nil ? .integer : .decimal
        }
    }

    var datatype: IRI {
        switch self {
        case .integer: XSD.integer
        case .decimal: XSD.decimal
        case .double: XSD.double
        }
    }
}
