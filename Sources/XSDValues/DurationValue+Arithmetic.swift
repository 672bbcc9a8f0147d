extension DurationValue {
    /// The sum of two durations.
    ///
    /// XPath adds durations of one derived datatype; here any two add up, where their sum has one sign.
    /// - Throws: `overflow`, or `unsupportedTypes` for months and seconds of different signs.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#duration-arithmetic>
    public func adding(_ other: DurationValue) throws(ArithmeticError) -> DurationValue {
        let common: XSDDatatype = datatype == other.datatype ? datatype : .duration
        return try Self.checked(common, months: months + other.months, attoseconds: attoseconds + other.attoseconds)
    }

    /// The difference of two durations; as ``adding(_:)``.
    public func subtracting(_ other: DurationValue) throws(ArithmeticError) -> DurationValue {
        try adding(other.negated)
    }

    /// The duration in the other direction.
    public var negated: DurationValue {
        DurationValue(unchecked: datatype, months: -months, attoseconds: -attoseconds)
    }

    /// The duration so many times; months are rounded to whole ones, half up, and seconds to 10⁻¹⁸.
    /// - Throws: `notFinite` for NaN (`err:FOCA0005`), `overflow`.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-multiply-yearMonthDuration>
    public func multiplied(by factor: NumericValue) throws(ArithmeticError) -> DurationValue {
        let factor = try Self.decimal(factor)
        return try Self.checked(
            datatype, months: (XSDDecimal(months) * factor).nearest,
            attoseconds: (Self.decimal(attoseconds) * factor).nearest)
    }

    /// The duration divided; rounded as in ``multiplied(by:)``.
    /// - Throws: `notFinite` for NaN, `overflow`, `divisionByZero`.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-divide-yearMonthDuration>
    public func divided(by divisor: NumericValue) throws(ArithmeticError) -> DurationValue {
        if case .double(let value) = divisor, value.isInfinite { return try multiplied(by: NumericValue(0)) }
        if case .float(let value) = divisor, value.isInfinite { return try multiplied(by: NumericValue(0)) }
        let divisor = try Self.decimal(divisor)
        guard !divisor.isZero else { throw .divisionByZero }
        return try Self.checked(
            datatype, months: XSDDecimal(months).divided(by: divisor).nearest,
            attoseconds: Self.decimal(attoseconds).divided(by: divisor).nearest)
    }

    /// How many times another duration of the same derived datatype fits in this one.
    /// - Throws: `divisionByZero`, or `unsupportedTypes` where either has both months and seconds or they differ.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-divide-dayTimeDuration-by-dayTimeDuration>
    public func divided(by other: DurationValue) throws(ArithmeticError) -> XSDDecimal {
        let (left, right): (XSDDecimal, XSDDecimal)
        if attoseconds == 0, other.attoseconds == 0, other.months != 0 || datatype == .yearMonthDuration {
            (left, right) = (XSDDecimal(months), XSDDecimal(other.months))
        } else if months == 0, other.months == 0 {
            (left, right) = (Self.decimal(attoseconds), Self.decimal(other.attoseconds))
        } else {
            throw .unsupportedTypes
        }
        guard !right.isZero else { throw .divisionByZero }
        return left.divided(by: right)
    }

    private static func decimal(_ number: NumericValue) throws(ArithmeticError) -> XSDDecimal {
        let decimal: XSDDecimal? =
            switch number {
            case .integer(let value): XSDDecimal(value)
            case .decimal(let value): value
            case .float(let value): XSDDecimal(value)
            case .double(let value): XSDDecimal(value)
            }
        guard let decimal else { throw .notFinite }
        return decimal
    }

    private static func decimal(_ attoseconds: Int128) -> XSDDecimal {
        let (whole, rest) = attoseconds.quotientAndRemainder(dividingBy: attosecondsInSecond)
        return XSDDecimal(BigInteger(Int(whole)) * BigInteger.powerOfTen(18) + BigInteger(Int(rest)))
    }

    private static func checked(
        _ datatype: XSDDatatype, months: BigInteger, attoseconds: BigInteger
    ) throws(ArithmeticError) -> DurationValue {
        let parts = attoseconds.quotientAndRemainder(dividingBy: BigInteger.powerOfTen(18))
        guard let months = months.word, let whole = parts.quotient.word, let rest = parts.remainder.word else {
            throw .overflow
        }
        return try checked(
            datatype, months: months, attoseconds: Int128(whole) * attosecondsInSecond + Int128(rest))
    }

    private static func checked(
        _ datatype: XSDDatatype, months: Int, attoseconds: Int128
    ) throws(ArithmeticError) -> DurationValue {
        guard months.magnitude <= UInt(maximumMonths), attoseconds.magnitude <= maximumAttoseconds.magnitude else {
            throw .overflow
        }
        guard !(months < 0 && attoseconds > 0), !(months > 0 && attoseconds < 0) else { throw .unsupportedTypes }
        return DurationValue(unchecked: datatype, months: months, attoseconds: attoseconds)
    }
}
