internal import ByteText
internal import XSDValues

/// The value of a literal, as far as the store has read it.
public enum StoredValue: Hashable, Sendable {
    /// An integer of 64 bits.
    case integer(Int64)
    /// `mantissa` × 10^-`scale`.
    case decimal(mantissa: Int64, scale: Int)
    /// An `xsd:float`, widened.
    case float(Double)
    /// An `xsd:double`.
    case double(Double)
    /// An `xsd:boolean`.
    case boolean(Bool)
    /// An integer or decimal of more digits than the store keeps: read the text.
    case largeNumber
    /// A point in time, in microseconds from March of year 0 as if in UTC where no zone is said; `valueClass` tells
    /// values of different datatypes apart, which are incomparable.
    case temporal(microseconds: Int64, hasTimezone: Bool, valueClass: ValueClass)
    /// A point in time that a word of microseconds does not hold: read the text.
    case otherTemporal
    /// A text, in a language or none.
    case text
    /// A literal of another datatype, or a text that its datatype does not allow.
    case other
}

// A value is kept in 64 bits beside the id, which with the class of the literal's type say it all:
//
//     integer   two's complement; `unread` for one that does not fit
//     decimal   mantissa in the upper 56 bits, scale in the lower 8; `unread` for one that does not fit
//     float, double   the bits of the double
//     boolean   0 or 1
//     temporal  microseconds in the upper 63 bits, whether a time zone is said in the lowest; or `unread`
//
// Ordered literals that have values stand first, so that `payloads` is as long as it need be: one word for each of
// them, then one for every literal that was added after the last bulk load.

extension TermDictionary {
    static let unread = UInt64(bitPattern: .min)

    /// The value of a literal.
    /// - Precondition: the id is of a literal of this dictionary.
    /// - Complexity: O(1).
    public func value(_ id: TermID) -> StoredValue {
        let valueClass = valueClass(id)
        switch valueClass {
        case .text: return .text
        case .other: return .other
        default: return Self.value(payload(id.index), valueClass)
        }
    }

    /// The value of a literal that is an integer of at most 64 bits; `nil` for all others.
    /// - Precondition: the id is of a literal of this dictionary.
    @inline(__always)
    public func machineInteger(_ id: TermID) -> Int64? {
        guard valueClass(id) == .integer else { return nil }
        let payload = payload(id.index)
        return payload == Self.unread ? nil : Int64(bitPattern: payload)
    }

    /// The number that a literal stands for, rounded to a double; `nil` for literals that are no numbers.
    /// - Complexity: O(1), but for integers and decimals of very many digits.
    public func number(_ id: TermID) -> Double? {
        let value = value(id)
        return value == .largeNumber ? largeNumber(id.index)?.asDouble : value.double
    }

    /// What kind of value a literal has; `other` where its text is none of its datatype.
    /// - Precondition: the id is of a literal of this dictionary.
    @inline(__always)
    public func valueClass(_ id: TermID) -> ValueClass { valueClasses[id.index] }

    /// The word that holds the value of a literal.
    func payload(_ index: Int) -> UInt64 {
        if index < orderedCounts.literals { return payloads[index] }
        return payloads[orderedCounts.temporals + index - orderedCounts.literals]
    }

    /// Reads the value of the literal that is about to be added.
    mutating func appendValue(_ text: Span<UInt8>, type: UInt32) {
        let type = types[Int(type)]
        let payload = type.valueClass < .text ? ValueText.payload(text, type) : 0
        valueClasses.append(payload == nil ? .other : type.valueClass)
        payloads.append(payload ?? 0)
    }

    static func value(_ payload: UInt64, _ valueClass: ValueClass) -> StoredValue {
        switch valueClass {
        case .integer:
            return payload == unread ? .largeNumber : .integer(Int64(bitPattern: payload))
        case .decimal:
            if payload == unread { return .largeNumber }
            return .decimal(mantissa: Int64(bitPattern: payload) >> 8, scale: Int(payload & 0xFF))
        case .float: return .float(Double(bitPattern: payload))
        case .double: return .double(Double(bitPattern: payload))
        case .boolean: return .boolean(payload == 1)
        default:
            if payload == unread { return .otherTemporal }
            return .temporal(
                microseconds: Int64(bitPattern: payload) >> 1, hasTimezone: payload & 1 == 1, valueClass: valueClass)
        }
    }

    /// The exact number of a literal.
    func largeNumber(_ index: Int) -> NumericValue? {
        guard let datatype = types[Int(literals.tag(index))].xsd, datatype.isNumeric else { return nil }
        return literals.withText(index) { try? NumericValue(lexicalForm: $0, datatype: datatype) }
    }
}

extension StoredValue {
    /// The number, rounded; `nil` for what is none, and for a large number.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .decimal(let mantissa, let scale): Self.double(mantissa, scale)
        case .float(let value), .double(let value): value
        case .boolean, .largeNumber, .temporal, .otherTemporal, .text, .other: nil
        }
    }

    /// Exact where the mantissa has at most 53 bits and the scale is at most 22: then the quotient of two exact doubles
    /// is the nearest one.
    private static func double(_ mantissa: Int64, _ scale: Int) -> Double {
        if scale < powersOfTen.count { return Double(mantissa) / powersOfTen[scale] }
        var result = Double(mantissa)
        for _ in 0..<scale { result /= 10 }
        return result
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
