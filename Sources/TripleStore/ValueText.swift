internal import ByteText

/// Reads the texts of literals into the words that stand beside their ids.
enum ValueText {
    /// The word for a text of a class; `nil` for a text that is none of its datatype.
    static func payload(_ text: Span<UInt8>, _ valueClass: ValueClass) -> UInt64? {
        switch valueClass {
        case .integer: integer(text)
        case .decimal: decimal(text)
        case .float: float(text)
        case .double: floatingPoint(text)?.bitPattern
        case .boolean: boolean(text)
        case .dateTime, .date, .year, .yearMonth, .time: 0
        case .text, .other: 0
        }
    }

    /// An integer or decimal of any number of digits, rounded.
    static func double(_ text: Span<UInt8>) -> Double? { Double(String(utf8: text)) }

    private static func integer(_ text: Span<UInt8>) -> UInt64? {
        guard let (mantissa, scale) = digits(text), scale == -1 else { return nil }
        return mantissa.map { UInt64(bitPattern: $0) } ?? TermDictionary.unread
    }

    private static func decimal(_ text: Span<UInt8>) -> UInt64? {
        guard let (mantissa, scale) = digits(text) else { return nil }
        guard let mantissa, scale < 255, mantissa.magnitude < 1 << 55 else { return TermDictionary.unread }
        return UInt64(bitPattern: mantissa << 8) | UInt64(max(scale, 0))
    }

    /// Reads a sign, digits and perhaps a point; the mantissa is missing where it does not fit, and the scale is -1
    /// where there is no point.
    private static func digits(_ text: Span<UInt8>) -> (mantissa: Int64?, scale: Int)? {
        var index = 0
        var isNegative = false
        if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
            isNegative = text[index] == UInt8(ascii: "-")
            index = 1
        }
        var (mantissa, fits, count, scale) = (Int64(0), true, 0, -1)
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "."), scale < 0 {
                scale = 0
            } else if (0x30...0x39).contains(byte) {
                let (product, first) = mantissa.multipliedReportingOverflow(by: 10)
                let (sum, second) = product.addingReportingOverflow(Int64(byte - 0x30))
                if first || second { fits = false }
                mantissa = fits ? sum : 0
                count += 1
                if scale >= 0 { scale += 1 }
            } else {
                return nil
            }
            index += 1
        }
        guard count > 0 else { return nil }
        return (fits ? (isNegative ? -mantissa : mantissa) : nil, scale)
    }

    private static func float(_ text: Span<UInt8>) -> UInt64? {
        guard let value = floatingPoint(text) else { return nil }
        return Double(Float(value)).bitPattern
    }

    private static func floatingPoint(_ text: Span<UInt8>) -> Double? {
        switch String(utf8: text) {
        case "INF", "+INF": .infinity
        case "-INF": -.infinity
        case "NaN": .nan
        case let string:
            // Swift reads more than XML Schema allows: hexadecimals, “inf”, “nan(…)”.
            string.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) } ? Double(string) : nil
        }
    }

    private static func boolean(_ text: Span<UInt8>) -> UInt64? {
        switch String(utf8: text) {
        case "true", "1": 1
        case "false", "0": 0
        default: nil
        }
    }
}
