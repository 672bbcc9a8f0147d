extension XSDDecimal {
    /// The sum, exact.
    public static func + (left: XSDDecimal, right: XSDDecimal) -> XSDDecimal {
        let scale = max(left.scale, right.scale)
        return XSDDecimal(unscaled: left.unscaled(at: scale) + right.unscaled(at: scale), scale: scale)
    }

    /// The difference, exact.
    public static func - (left: XSDDecimal, right: XSDDecimal) -> XSDDecimal {
        let scale = max(left.scale, right.scale)
        return XSDDecimal(unscaled: left.unscaled(at: scale) - right.unscaled(at: scale), scale: scale)
    }

    /// The product, exact.
    public static func * (left: XSDDecimal, right: XSDDecimal) -> XSDDecimal {
        XSDDecimal(unscaled: left.unscaled * right.unscaled, scale: left.scale + right.scale)
    }

    /// The value with the other sign.
    public static prefix func - (value: XSDDecimal) -> XSDDecimal {
        XSDDecimal(unscaled: -value.unscaled, scale: value.scale)
    }

    /// How many digits a quotient that does not end is given, behind the point and in all.
    public static let divisionDigits = 18

    /// The quotient: exact where it ends within ``divisionDigits`` behind the point and in all, else rounded there,
    /// half to even.
    /// - Precondition: the divisor is not zero.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-numeric-divide>, which leaves the precision open.
    public func divided(by divisor: XSDDecimal) -> XSDDecimal {
        // Where the divisor has more digits than the dividend, zeros follow the point: they are not counted.
        let leading = max(0, divisor.unscaled.digitEstimate - unscaled.digitEstimate + scale - divisor.scale)
        let wanted = max(Self.divisionDigits + leading, scale)
        // (u / 10^s) / (v / 10^t) = (u × 10^(t - s) / v), and 10^wanted times that is to be an integer.
        let shift = wanted + divisor.scale - scale
        let dividend = shift >= 0 ? unscaled * BigInteger.powerOfTen(shift) : unscaled
        let factor = shift >= 0 ? divisor.unscaled : divisor.unscaled * BigInteger.powerOfTen(-shift)
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: factor)
        let twice = (remainder + remainder).magnitude
        let isOdd = !quotient.quotientAndRemainder(dividingBy: BigInteger(2)).remainder.isZero
        guard twice > factor.magnitude || (twice == factor.magnitude && isOdd) else {
            return XSDDecimal(unscaled: quotient, scale: wanted)
        }
        let step = BigInteger(isNegative != divisor.isNegative ? -1 : 1)
        return XSDDecimal(unscaled: quotient + step, scale: wanted)
    }

    /// The integer part.
    public var truncated: BigInteger {
        scale == 0 ? unscaled : unscaled.quotientAndRemainder(dividingBy: BigInteger.powerOfTen(scale)).quotient
    }

    /// The greatest integer that is not greater.
    public var floor: BigInteger {
        isNegative && scale > 0 ? truncated - BigInteger(1) : truncated
    }

    /// The least integer that is not less.
    public var ceiling: BigInteger {
        !isNegative && scale > 0 ? truncated + BigInteger(1) : truncated
    }

    /// The nearest integer, and of two the greater.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-round>
    public var nearest: BigInteger {
        (self + XSDDecimal(unscaled: BigInteger(5), scale: 1)).floor
    }
}
