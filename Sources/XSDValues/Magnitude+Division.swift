extension Magnitude {
    /// Quotient and remainder by long division.
    ///
    /// Knuth, The Art of Computer Programming, volume 2, §4.3.1, Algorithm D, with limbs as digits. The letters are
    /// his: *u* is the numerator, *v* the denominator, both shifted so that the top bit of *v* is set.
    /// - Precondition: the denominator is not zero.
    /// - Complexity: O(*m* × *n*) in the limbs of quotient and denominator.
    static func divide(_ numerator: Limbs, by denominator: Limbs) -> (quotient: Limbs, remainder: Limbs) {
        precondition(!denominator.isEmpty, "division by zero is refused before it comes here")
        if compare(numerator, denominator) < 0 { return ([], numerator) }
        if denominator.count == 1 {
            var quotient = numerator
            let remainder = divide(&quotient, by: denominator[0])
            return (quotient, remainder == 0 ? [] : [remainder])
        }
        // D1: normalize.
        let count = denominator.count
        let shift = denominator[count - 1].leadingZeroBitCount
        let v = shiftedLeft(denominator, by: shift, count: count)
        var u = shiftedLeft(numerator, by: shift, count: numerator.count + 1)
        var quotient = Limbs(repeating: 0, count: numerator.count - count + 1)
        // D2, D7: one limb of the quotient after the other, from the top.
        for place in quotient.indices.reversed() {
            let digit = estimate(u, v, at: place)
            quotient[place] = subtract(v, times: digit, from: &u, at: place)
        }
        // D8: unnormalize.
        return (trimmed(quotient), shiftedRight(Array(u[..<count]), by: shift))
    }

    /// D3: the quotient's limb guessed from the two top limbs, at most one too large after the correction.
    private static func estimate(_ u: Limbs, _ v: Limbs, at place: Int) -> UInt {
        let count = v.count
        let top = v[count - 1]
        var digit: UInt
        var rest: UInt
        var restIsLarge = false
        if u[place + count] >= top {
            digit = .max
            (rest, restIsLarge) = u[place + count - 1].addingReportingOverflow(top)
        } else {
            (digit, rest) = top.dividingFullWidth((u[place + count], u[place + count - 1]))
        }
        while !restIsLarge {
            let (high, low) = digit.multipliedFullWidth(by: v[count - 2])
            guard high > rest || (high == rest && low > u[place + count - 2]) else { break }
            digit -= 1
            (rest, restIsLarge) = rest.addingReportingOverflow(top)
        }
        return digit
    }

    /// D4–D6: subtracts `digit` times `v` at a place, and once adds `v` back where that was too much.
    /// Returns the digit that was right.
    private static func subtract(_ v: Limbs, times digit: UInt, from u: inout Limbs, at place: Int) -> UInt {
        var carry: UInt = 0
        var borrow: UInt = 0
        for index in v.indices {
            let (high, low) = digit.multipliedFullWidth(by: v[index])
            let (product, overflow) = low.addingReportingOverflow(carry)
            carry = high &+ (overflow ? 1 : 0)
            let (first, under) = u[place + index].subtractingReportingOverflow(product)
            let (second, again) = first.subtractingReportingOverflow(borrow)
            u[place + index] = second
            borrow = (under ? 1 : 0) &+ (again ? 1 : 0)
        }
        let (first, under) = u[place + v.count].subtractingReportingOverflow(carry)
        let (second, again) = first.subtractingReportingOverflow(borrow)
        u[place + v.count] = second
        guard under || again else { return digit }
        var carryBack: UInt = 0
        for index in v.indices {
            let (first, overflow) = u[place + index].addingReportingOverflow(v[index])
            let (second, again) = first.addingReportingOverflow(carryBack)
            u[place + index] = second
            carryBack = overflow || again ? 1 : 0
        }
        u[place + v.count] &+= carryBack
        return digit - 1
    }

    private static func shiftedLeft(_ limbs: Limbs, by shift: Int, count: Int) -> Limbs {
        var result = Limbs(repeating: 0, count: count)
        var carry: UInt = 0
        for index in limbs.indices {
            result[index] = limbs[index] << UInt(shift) | carry
            carry = shift == 0 ? 0 : limbs[index] >> UInt(UInt.bitWidth - shift)
        }
        if limbs.count < count { result[limbs.count] = carry }
        return result
    }

    private static func shiftedRight(_ limbs: Limbs, by shift: Int) -> Limbs {
        var result = limbs
        var carry: UInt = 0
        for index in limbs.indices.reversed() {
            result[index] = limbs[index] >> UInt(shift) | carry
            carry = shift == 0 ? 0 : limbs[index] << UInt(UInt.bitWidth - shift)
        }
        return trimmed(result)
    }
}
