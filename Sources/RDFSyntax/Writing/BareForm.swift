internal import ByteText
package import RDFModel

/// A datatype whose literals Turtle can write without quotes.
enum BareForm: UInt8 {
    case boolean, integer, decimal, double

    /// `nil` for the IRI of any other datatype.
    init?(datatype: Span<UInt8>) {
        // All four begin alike, and are told apart by their lengths but for `boolean` and `integer`, `decimal`.
        guard datatype.count == 39 || datatype.count == 40 else { return nil }
        if datatype.isText("http://www.w3.org/2001/XMLSchema#integer") {
            self = .integer
        } else if datatype.isText("http://www.w3.org/2001/XMLSchema#boolean") {
            self = .boolean
        } else if datatype.isText("http://www.w3.org/2001/XMLSchema#decimal") {
            self = .decimal
        } else if datatype.isText("http://www.w3.org/2001/XMLSchema#double") {
            self = .double
        } else {
            return nil
        }
    }

    /// Whether a text without quotes is a literal of this datatype: the grammar gives a text one datatype only.
    func holds(_ text: Span<UInt8>) -> Bool {
        switch self {
        case .boolean: text.isText("true") || text.isText("false")
        case .integer: NumberShape(text).datatype == XSD.integer
        case .decimal: NumberShape(text).datatype == XSD.decimal
        case .double: NumberShape(text).datatype == XSD.double
        }
    }
}

/// What a text is as a number of Turtle.
package struct NumberShape {
    /// The datatype that the grammar gives to the text; `nil` for a text that is no number.
    package let datatype: IRI?

    package init(_ text: Span<UInt8>) {
        var index = 0
        func digits() -> Int {
            let start = index
            while index < text.count, text[index].isDigit { index += 1 }
            return index - start
        }
        if index < text.count, text[index] == ASCII.plus || text[index] == ASCII.minus { index += 1 }
        let whole = digits()
        var fraction: Int?
        if index < text.count, text[index] == ASCII.dot {
            index += 1
            fraction = digits()
        }
        var exponent: Int?
        if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < text.count, text[index] == ASCII.plus || text[index] == ASCII.minus { index += 1 }
            exponent = digits()
        }
        guard index == text.count, whole + (fraction ?? 0) > 0 else {
            datatype = nil
            return
        }
        switch (fraction, exponent) {
        case (nil, nil): datatype = XSD.integer
        case (let fraction?, nil): datatype = fraction > 0 ? XSD.decimal : nil
        case (_, let exponent?): datatype = exponent > 0 ? XSD.double : nil
        }
    }
}
