extension BigInteger {
    /// The sum.
    public static func + (left: BigInteger, right: BigInteger) -> BigInteger {
        if case .small(let a) = left.storage, case .small(let b) = right.storage {
            let (sum, overflow) = a.addingReportingOverflow(b)
            if !overflow { return BigInteger(sum) }
        }
        if left.isNegative == right.isNegative {
            return BigInteger(isNegative: left.isNegative, Magnitude.sum(left.limbs, right.limbs))
        }
        return Magnitude.compare(left.limbs, right.limbs) >= 0
            ? BigInteger(isNegative: left.isNegative, Magnitude.difference(left.limbs, right.limbs))
            : BigInteger(isNegative: right.isNegative, Magnitude.difference(right.limbs, left.limbs))
    }

    /// The difference.
    public static func - (left: BigInteger, right: BigInteger) -> BigInteger {
        if case .small(let a) = left.storage, case .small(let b) = right.storage {
            let (difference, overflow) = a.subtractingReportingOverflow(b)
            if !overflow { return BigInteger(difference) }
        }
        return left + -right
    }

    /// The value with the other sign.
    public static prefix func - (value: BigInteger) -> BigInteger {
        if case .small(let word) = value.storage, word != Int.min { return BigInteger(-word) }
        return BigInteger(isNegative: !value.isNegative, value.limbs)
    }

    /// The product.
    /// - Complexity: O(*m* × *n*) in the digits.
    public static func * (left: BigInteger, right: BigInteger) -> BigInteger {
        if case .small(let a) = left.storage, case .small(let b) = right.storage {
            let (product, overflow) = a.multipliedReportingOverflow(by: b)
            if !overflow { return BigInteger(product) }
        }
        return BigInteger(
            isNegative: left.isNegative != right.isNegative, Magnitude.product(left.limbs, right.limbs))
    }

    /// The value without its sign.
    public var magnitude: BigInteger { isNegative ? -self : self }

    /// The quotient rounded toward zero, and what remains, which has the sign of the dividend.
    /// - Precondition: the divisor is not zero.
    /// - Complexity: O(*m* × *n*) in the digits of quotient and divisor.
    public func quotientAndRemainder(
        dividingBy divisor: BigInteger
    ) -> (quotient: BigInteger, remainder: BigInteger) {
        precondition(!divisor.isZero, "division by zero is refused before it comes here")
        if case .small(let a) = storage, case .small(let b) = divisor.storage, !(a == Int.min && b == -1) {
            let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
            return (BigInteger(quotient), BigInteger(remainder))
        }
        let (quotient, remainder) = Magnitude.divide(limbs, by: divisor.limbs)
        return (
            BigInteger(isNegative: isNegative != divisor.isNegative, quotient),
            BigInteger(isNegative: isNegative, remainder)
        )
    }

    /// Ten to a power.
    /// - Complexity: O(*n*²) in the exponent.
    static func powerOfTen(_ exponent: Int) -> BigInteger {
        precondition(exponent >= 0, "only natural powers of ten are integers")
        if exponent < wordPowersOfTen.count { return BigInteger(wordPowersOfTen[exponent]) }
        var limbs: Magnitude.Limbs = [1]
        var rest = exponent
        while rest > 0 {
            let step = min(rest, wordPowersOfTen.count - 1)
            Magnitude.multiply(&limbs, by: UInt(wordPowersOfTen[step]), adding: 0)
            rest -= step
        }
        return BigInteger(isNegative: false, limbs)
    }

    /// 10⁰ … 10¹⁸, the powers that fit in a word.
    static let wordPowersOfTen: [Int] = {
        var powers = [1]
        for _ in 1...18 { powers.append(powers[powers.count - 1] * 10) }
        return powers
    }()
}
