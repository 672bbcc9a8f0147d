extension DecimalDigits {
    /// How many digits ``init(sixteenDigitsOf:)`` rounds to: one before the point, and fifteen behind it.
    private static let firstOfSixteen: UInt = 1_000_000_000_000_000

    /// A finite number as C writes it with `%.15E`: sixteen digits of its exact value, half to even.
    ///
    /// The shortest digits must not be rounded for this: 166.13207602203005 lies a little below the middle that its
    /// shortest digits stand for, and 1e23 is 9.999999999999999e22.
    /// - Complexity: two multiplications from 0.0001 up to 10¹⁶; elsewhere O(*n*²) in the limbs of at most 1,200 bits.
    init(sixteenDigitsOf value: Double) {
        self.init()
        isNegative = value.sign == .minus
        guard value != 0 else { return }
        // value = significand × 2^power
        let significand = UInt(value.significand * 0x1p52)
        let power = Int(value.exponent) - Double.significandBitCount
        // From log₁₀ 2, rounded downwards: right, or one too small.
        var leading = Int(value.exponent) * 30_103 / 100_000
        if value.exponent < 0 { leading -= 1 }
        while true {
            let rounded = Self.rounded(significand, power, timesTenTo: 15 - leading)
            exponent = leading - 15
            digits = rounded
            // Rounding the next power again instead of these digits: nothing is rounded twice.
            if rounded < 10 * Self.firstOfSixteen { break }
            leading += 1
        }
        dropZeros()
    }

    /// `significand` × 2^`power` × 10^`scale`, which a word holds, rounded half to even.
    private static func rounded(_ significand: UInt, _ power: Int, timesTenTo scale: Int) -> UInt {
        if scale >= 0, scale < powersOfTen.count, power < 0 {
            // 53 bits by 64: the product is exact, and shifting it rounds once. Scaled to seventeen digits at most, the
            // value has more than 2⁻⁶⁷ in its lowest bit, so that the shift is shorter than the product.
            let product = UInt128(significand) * UInt128(powersOfTen[scale])
            let (kept, half) = (UInt(truncatingIfNeeded: product >> UInt128(-power)), UInt128(1) << UInt128(-power - 1))
            let rest = product & (half << 1 - 1)
            return rest > half || rest == half && kept & 1 == 1 ? kept + 1 : kept
        }
        var numerator: Magnitude.Limbs = [significand]
        var denominator: Magnitude.Limbs = [1]
        multiply(&numerator, byPower: max(power, 0), ofTen: max(scale, 0))
        multiply(&denominator, byPower: max(-power, 0), ofTen: max(-scale, 0))
        let (quotient, remainder) = Magnitude.divide(numerator, by: denominator)
        let kept = quotient.first ?? 0
        let order = Magnitude.compare(Magnitude.sum(remainder, remainder), denominator)
        return order > 0 || order == 0 && kept & 1 == 1 ? kept + 1 : kept
    }

    private static let powersOfTen: [UInt] = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ]

    /// Multiplies by 2^`power` × 10^`scale`.
    private static func multiply(_ limbs: inout Magnitude.Limbs, byPower power: Int, ofTen scale: Int) {
        var scale = scale
        while scale > 0 {
            let step = min(scale, powersOfTen.count - 1)
            Magnitude.multiply(&limbs, by: powersOfTen[step], adding: 0)
            scale -= step
        }
        Magnitude.multiply(&limbs, by: 1 << UInt(power % UInt.bitWidth), adding: 0)
        limbs.insert(contentsOf: repeatElement(0, count: power / UInt.bitWidth), at: 0)
    }
}
