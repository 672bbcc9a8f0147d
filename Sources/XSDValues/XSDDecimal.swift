/// A decimal fraction, exact: an integer divided by a power of ten.
///
/// The scale is the least possible, so values are equal when their parts are: `1.50` is 15 and scale 1, `100` is 100
/// and scale 0.
/// - Spec: <https://www.w3.org/TR/xmlschema11-2/#decimal>
public struct XSDDecimal: Hashable, Sendable {
    /// The digits, as an integer.
    public let unscaled: BigInteger
    /// How many of the digits stand behind the point; never negative.
    public let scale: Int

    /// An integer.
    public init(_ value: BigInteger) {
        unscaled = value
        scale = 0
    }

    /// An integer of a machine word.
    public init(_ value: Int) { self.init(BigInteger(value)) }

    /// `unscaled` divided by ten to the power of `scale`.
    /// - Precondition: the scale is not negative.
    public init(unscaled: BigInteger, scale: Int) {
        precondition(scale >= 0, "a scale counts digits behind the point")
        (self.unscaled, self.scale) = Self.withoutTrailingZeros(unscaled, scale)
    }

    private static func withoutTrailingZeros(_ unscaled: BigInteger, _ scale: Int) -> (BigInteger, Int) {
        if unscaled.isZero { return (BigInteger(0), 0) }
        var (value, scale) = (unscaled, scale)
        // Large values lose zeros in steps that halve, words one by one.
        var step = 16
        while scale > 0 {
            if let word = value.word {
                let (quotient, remainder) = word.quotientAndRemainder(dividingBy: 10)
                guard remainder == 0 else { break }
                (value, scale) = (BigInteger(quotient), scale - 1)
                continue
            }
            if step <= scale {
                let (quotient, remainder) = value.quotientAndRemainder(
                    dividingBy: BigInteger(BigInteger.wordPowersOfTen[step]))
                if remainder.isZero {
                    (value, scale) = (quotient, scale - step)
                    continue
                }
            }
            if step == 1 { break }
            step /= 2
        }
        return (value, scale)
    }

    /// Whether the value is zero.
    public var isZero: Bool { unscaled.isZero }

    /// Whether the value is below zero.
    public var isNegative: Bool { unscaled.isNegative }

    /// Whether the value has no fraction.
    public var isInteger: Bool { scale == 0 }

    /// Whether the value is small enough to keep computing with.
    var isSupported: Bool { scale <= BigInteger.maximumDigits && unscaled.isSupported }

    /// The digits as they are at a scale that is not less than the value's own.
    func unscaled(at scale: Int) -> BigInteger {
        scale == self.scale ? unscaled : unscaled * BigInteger.powerOfTen(scale - self.scale)
    }
}

extension XSDDecimal: Comparable {
    /// The order of the numbers.
    /// - Complexity: O(1) for up to 18 digits.
    public static func < (left: XSDDecimal, right: XSDDecimal) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        let scale = max(left.scale, right.scale)
        return left.unscaled(at: scale) < right.unscaled(at: scale)
    }
}
