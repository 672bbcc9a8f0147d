/// Natural numbers beyond a machine word, as limbs of 64 bits: the least significant first, no zero limb at the end.
///
/// Zero is the empty array. These are the schoolbook algorithms: numbers are bounded by
/// ``BigInteger/maximumDigits``, below which nothing cleverer pays.
enum Magnitude {
    typealias Limbs = [UInt]

    /// Less than 0, 0 or more than 0, as the left is less than, equal to or more than the right.
    static func compare(_ left: Limbs, _ right: Limbs) -> Int {
        if left.count != right.count { return left.count < right.count ? -1 : 1 }
        for index in left.indices.reversed() where left[index] != right[index] {
            return left[index] < right[index] ? -1 : 1
        }
        return 0
    }

    static func sum(_ left: Limbs, _ right: Limbs) -> Limbs {
        var (result, other) = left.count >= right.count ? (left, right) : (right, left)
        var carry: UInt = 0
        for index in result.indices {
            let (first, overflow) = result[index].addingReportingOverflow(index < other.count ? other[index] : 0)
            let (second, again) = first.addingReportingOverflow(carry)
            result[index] = second
            carry = overflow || again ? 1 : 0
            if carry == 0, index >= other.count { break }
        }
        other = []
        if carry > 0 { result.append(carry) }
        return result
    }

    /// The difference; the left is not less than the right.
    static func difference(_ left: Limbs, _ right: Limbs) -> Limbs {
        var result = left
        var borrow: UInt = 0
        for index in result.indices {
            let (first, overflow) = result[index].subtractingReportingOverflow(index < right.count ? right[index] : 0)
            let (second, again) = first.subtractingReportingOverflow(borrow)
            result[index] = second
            borrow = overflow || again ? 1 : 0
        }
        return trimmed(result)
    }

    static func product(_ left: Limbs, _ right: Limbs) -> Limbs {
        guard !left.isEmpty, !right.isEmpty else { return [] }
        var result = Limbs(repeating: 0, count: left.count + right.count)
        for (row, factor) in left.enumerated() where factor != 0 {
            var carry: UInt = 0
            for (column, other) in right.enumerated() {
                // factor * other + carry + result ≤ (2^64 - 1)^2 + 2 (2^64 - 1) = 2^128 - 1: the high word holds it.
                var (high, low) = factor.multipliedFullWidth(by: other)
                var overflow: Bool
                (low, overflow) = low.addingReportingOverflow(carry)
                high &+= overflow ? 1 : 0
                (result[row + column], overflow) = result[row + column].addingReportingOverflow(low)
                carry = high &+ (overflow ? 1 : 0)
            }
            result[row + right.count] = carry
        }
        return trimmed(result)
    }

    /// Multiplies by a word and adds another, in place: the step of reading digits.
    static func multiply(_ limbs: inout Limbs, by factor: UInt, adding addend: UInt) {
        var carry = addend
        for index in limbs.indices {
            let (high, low) = limbs[index].multipliedFullWidth(by: factor)
            let (sum, overflow) = low.addingReportingOverflow(carry)
            limbs[index] = sum
            carry = high &+ (overflow ? 1 : 0)
        }
        if carry > 0 { limbs.append(carry) }
    }

    /// Divides by a word in place and returns the remainder: the step of writing digits.
    static func divide(_ limbs: inout Limbs, by divisor: UInt) -> UInt {
        var remainder: UInt = 0
        for index in limbs.indices.reversed() {
            (limbs[index], remainder) = divisor.dividingFullWidth((remainder, limbs[index]))
        }
        limbs = trimmed(limbs)
        return remainder
    }

    static func trimmed(_ limbs: Limbs) -> Limbs {
        var result = limbs
        while result.last == 0 { result.removeLast() }
        return result
    }
}
