extension BigInteger {
    /// The integer part of a number; `nil` for NaN and the infinities.
    public init?(truncating value: Double) {
        guard value.isFinite else { return nil }
        if let word = Int(exactly: Trunk.truncated(value)) {
            self.init(word)
            return
        }
        // |value| ≥ 2^63, so it is an integer: 53 bits shifted to the left.
        let exponent = Int(value.exponent) - Double.significandBitCount
        let significand = value.significandBitPattern | (1 << UInt64(Double.significandBitCount))
        var limbs = Magnitude.Limbs(repeating: 0, count: exponent / UInt.bitWidth)
        limbs.append(UInt(significand))
        Magnitude.multiply(&limbs, by: 1 << UInt(exponent % UInt.bitWidth), adding: 0)
        self.init(isNegative: value < 0, limbs)
    }

    /// The nearest number of binary floating point, half to even; an infinity where the value is beyond all.
    public func rounded<Number: BinaryFloatingPoint>(to type: Number.Type = Number.self) -> Number {
        switch storage {
        case .small(let value):
            return Number(value)
        case .large(let isNegative, let limbs):
            let count = limbs.count
            guard count <= 32 else { return isNegative ? -.infinity : .infinity }
            // The top 64 bits, the last of them set where any bit below is: enough to round once and rightly.
            let shift = UInt(limbs[count - 1].leadingZeroBitCount)
            var top = limbs[count - 1] << shift
            var rest: UInt = 0
            if count > 1 {
                if shift > 0 { top |= limbs[count - 2] >> (64 - shift) }
                rest = limbs[count - 2] << shift
                for index in 0..<(count - 2) { rest |= limbs[index] }
            }
            let significand = Number(top | (rest == 0 ? 0 : 1))
            let exponent = Number.Exponent(count * 64 - 64 - Int(shift))
            return Number(sign: isNegative ? .minus : .plus, exponent: exponent, significand: significand)
        }
    }
}

/// Rounding to integers without the C library, so that no executable needs to link it for us.
enum Trunk {
    /// The number without its fraction; the sign of zero is kept.
    static func truncated<Number: BinaryFloatingPoint>(_ value: Number) -> Number {
        // From 2^52 (2^23) on, a number has no fraction; NaN fails the comparison too.
        guard
            value.magnitude < Number(sign: .plus, exponent: Number.Exponent(Number.significandBitCount), significand: 1)
        else { return value }
        return Number(signOf: value, magnitudeOf: Number(Int(value)))
    }

    /// The greatest integer that is not greater.
    static func floor<Number: BinaryFloatingPoint>(_ value: Number) -> Number {
        let whole = truncated(value)
        return whole > value ? whole - 1 : whole
    }

    /// The least integer that is not less; `-0` for what lies between -1 and 0.
    static func ceiling<Number: BinaryFloatingPoint>(_ value: Number) -> Number {
        let whole = truncated(value)
        return whole < value ? whole + 1 : whole
    }

    /// The nearest integer, and of two the greater; `-0` from -0.5 to 0.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-round>
    static func nearest<Number: BinaryFloatingPoint>(_ value: Number) -> Number {
        let low = floor(value)
        // Exact: two neighbours of floating point less than a factor two apart, or a number below one.
        let rounded = value - low >= 0.5 ? low + 1 : low
        return Number(signOf: value, magnitudeOf: rounded)
    }
}
