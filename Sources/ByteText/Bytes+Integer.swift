extension Array where Element == UInt8 {
    /// Appends an integer in decimal digits, with `-` before a negative one.
    ///
    /// - Parameter width: the least number of digits; zeros fill up from the left.
    /// - Complexity: O(*n*) in the digits.
    public mutating func append(decimal value: Int, width: Int = 1) {
        if value < 0 { append(UInt8(ascii: "-")) }
        append(decimal: value.magnitude, width: width)
    }

    /// Appends a natural number in decimal digits; `width` as in ``append(decimal:width:)-(Int,_)``.
    public mutating func append(decimal value: UInt, width: Int = 1) {
        let start = count
        var rest = value
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
            rest = quotient
        } while rest > 0
        while count - start < width { append(UInt8(ascii: "0")) }
        self[start...].reverse()
    }
}
