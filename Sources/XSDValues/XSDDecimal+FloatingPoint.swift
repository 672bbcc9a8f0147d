extension XSDDecimal {
    /// The nearest number of binary floating point, half to even.
    public func rounded<Number: XSDFloatingPoint>(to type: Number.Type = Number.self) -> Number {
        if scale == 0 { return unscaled.rounded() }
        // Both sides exact in the type, so that the division rounds once (Clinger's fast path).
        if let word = unscaled.word, word.magnitude <= Number.largestExactInteger, scale < Number.exactPowersOfTen.count
        {
            return Number(word) / Number.exactPowersOfTen[scale]
        }
        return Number(description) ?? .nan
    }

    /// The number that the shortest digits of a floating point number write: 0.1 is 0.1, not
    /// 0.1000000000000000055511151231257827; `nil` for NaN and the infinities.
    public init?(_ value: some XSDFloatingPoint) {
        guard value.isFinite else { return nil }
        let parts = DecimalDigits(of: value)
        let digits = BigInteger(parts.digits)
        let unscaled = parts.isNegative ? -digits : digits
        if parts.exponent >= 0 {
            self.init(unscaled * BigInteger.powerOfTen(parts.exponent))
        } else {
            self.init(unscaled: unscaled, scale: -parts.exponent)
        }
    }
}
