/// The bounds of a datatype derived from `xsd:integer`, both inclusive; `nil` where there is none.
/// - Spec: <https://www.w3.org/TR/xmlschema11-2/#ordinary-built-ins>
struct IntegerRange {
    let lower: BigInteger?
    let upper: BigInteger?

    func contains(_ value: BigInteger) -> Bool {
        if let lower, value < lower { return false }
        if let upper, upper < value { return false }
        return true
    }

    /// The range in words.
    var sentence: String {
        switch (lower, upper) {
        case (nil, nil): "digits with an optional sign, such as -12"
        case (let lower?, nil): "an integer from \(lower.canonicalForm)"
        case (nil, let upper?): "an integer up to \(upper.canonicalForm)"
        case (let lower?, let upper?): "an integer from \(lower.canonicalForm) to \(upper.canonicalForm)"
        }
    }

    fileprivate init(_ lower: Int?, _ upper: Int?) {
        self.lower = lower.map { BigInteger($0) }
        self.upper = upper.map { BigInteger($0) }
    }

    fileprivate init(upToUnsignedLong: Void) {
        lower = BigInteger(0)
        upper = BigInteger(UInt.max)
    }
}

extension XSDDatatype {
    /// The bounds of an integer type; `nil` for the types that are none.
    var integerRange: IntegerRange? {
        switch self {
        case .integer: IntegerRange(nil, nil)
        case .nonPositiveInteger: IntegerRange(nil, 0)
        case .negativeInteger: IntegerRange(nil, -1)
        case .nonNegativeInteger: IntegerRange(0, nil)
        case .positiveInteger: IntegerRange(1, nil)
        case .long: IntegerRange(Int(Int64.min), Int(Int64.max))
        case .int: IntegerRange(Int(Int32.min), Int(Int32.max))
        case .short: IntegerRange(Int(Int16.min), Int(Int16.max))
        case .byte: IntegerRange(Int(Int8.min), Int(Int8.max))
        case .unsignedLong: IntegerRange(upToUnsignedLong: ())
        case .unsignedInt: IntegerRange(0, Int(UInt32.max))
        case .unsignedShort: IntegerRange(0, Int(UInt16.max))
        case .unsignedByte: IntegerRange(0, Int(UInt8.max))
        default: nil
        }
    }
}
