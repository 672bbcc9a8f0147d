internal import ByteText
internal import XSDValues

/// Reads the texts of literals into the words that stand beside their ids.
enum ValueText {
    static let attosecondsInMicrosecond: Int128 = 1_000_000_000_000

    /// The word for a text of a type; `nil` for a text that is none of its datatype.
    static func payload(_ text: Span<UInt8>, _ type: LiteralType) -> UInt64? {
        guard let datatype = type.xsd else { return 0 }
        switch type.valueClass {
        case .integer, .decimal:
            return shortNumber(text, datatype) ?? number(text, datatype)
        case .float: return (try? Float(lexicalForm: text)).map { Double($0).bitPattern }
        case .double: return (try? Double(lexicalForm: text))?.bitPattern
        case .boolean: return (try? Bool(lexicalForm: text)).map { $0 ? 1 : 0 }
        case .dateTime, .date, .year, .yearMonth, .time: return moment(text, datatype)
        case .text, .other: return 0
        }
    }

    /// The usual case, without arithmetic of many words: an `xsd:integer` or decimal of up to 16 digits.
    private static func shortNumber(_ text: Span<UInt8>, _ datatype: XSDDatatype) -> UInt64? {
        guard text.count <= 16, datatype == .integer || datatype == .decimal else { return nil }
        var (index, mantissa, digits, scale) = (0, Int64(0), 0, -1)
        let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
        if isNegative || (text.count > 0 && text[0] == UInt8(ascii: "+")) { index = 1 }
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte == UInt8(ascii: "."), scale < 0, datatype == .decimal {
                scale = 0
                continue
            }
            guard (0x30...0x39).contains(byte) else { return nil }
            mantissa = mantissa * 10 + Int64(byte - 0x30)
            digits += 1
            if scale >= 0 { scale += 1 }
        }
        guard digits > 0 else { return nil }
        if isNegative { mantissa = -mantissa }
        return datatype == .integer ? UInt64(bitPattern: mantissa) : packed(mantissa, max(scale, 0))
    }

    private static func number(_ text: Span<UInt8>, _ datatype: XSDDatatype) -> UInt64? {
        switch try? NumericValue(lexicalForm: text, datatype: datatype) {
        case .integer(let value):
            return value.word.map { UInt64(bitPattern: Int64($0)) } ?? TermDictionary.unread
        case .decimal(let value):
            guard let word = value.unscaled.word, value.scale < 255 else { return TermDictionary.unread }
            return packed(Int64(word), value.scale)
        default: return nil
        }
    }

    /// A decimal in one word, if its digits fit in 56 bits.
    private static func packed(_ mantissa: Int64, _ scale: Int) -> UInt64 {
        guard mantissa.magnitude < 1 << 55 else { return TermDictionary.unread }
        return UInt64(bitPattern: mantissa << 8) | UInt64(scale)
    }

    private static func moment(_ text: Span<UInt8>, _ datatype: XSDDatatype) -> UInt64? {
        guard let value = try? TemporalValue(lexicalForm: text, datatype: datatype) else { return nil }
        let (microseconds, rest) = value.sortKey.quotientAndRemainder(dividingBy: attosecondsInMicrosecond)
        guard rest == 0, microseconds.magnitude < 1 << 62 else { return TermDictionary.unread }
        return UInt64(bitPattern: Int64(microseconds) << 1) | (value.timezone == nil ? 0 : 1)
    }
}
