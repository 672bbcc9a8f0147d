extension XSDDecimal {
    /// Reads `[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)`.
    /// - Throws: `malformed`, or `tooLarge` beyond ``BigInteger/maximumDigits``.
    public init(lexicalForm bytes: Span<UInt8>) throws(LexicalFault) {
        var position = 0
        let isNegative = try Scan.sign(bytes, &position)
        let whole = Scan.digits(bytes, &position)
        var fraction = position..<position
        if Scan.skip(".", bytes, &position) { fraction = Scan.digits(bytes, &position) }
        guard position == bytes.count, !whole.isEmpty || !fraction.isEmpty else { throw .malformed }
        while !fraction.isEmpty, bytes[fraction.upperBound - 1] == UInt8(ascii: "0") {
            fraction = fraction.lowerBound..<fraction.upperBound - 1
        }
        if whole.count + fraction.count <= 18 {
            let value =
                Scan.value(bytes, whole) * BigInteger.wordPowersOfTen[fraction.count] + Scan.value(bytes, fraction)
            self.init(unscaled: BigInteger(isNegative ? -value : value), scale: fraction.count)
            return
        }
        guard fraction.count <= BigInteger.maximumDigits else { throw .tooLarge }
        var digits: [UInt8] = []
        digits.reserveCapacity(whole.count + fraction.count)
        for index in whole { digits.append(bytes[index]) }
        for index in fraction { digits.append(bytes[index]) }
        let unscaled = try BigInteger(isNegative: isNegative, digits: digits.span, in: 0..<digits.count)
        self.init(unscaled: unscaled, scale: fraction.count)
    }
}

extension XSDDecimal: CanonicallyWritable, CustomStringConvertible {
    /// Digits, with a point where there is a fraction: `-12.5`, `0.5`, `100`.
    /// - Spec: <https://www.w3.org/TR/xmlschema11-2/#f-decimalCanmap>
    public func appendCanonicalForm(to bytes: inout [UInt8]) {
        guard scale > 0 else { return unscaled.appendCanonicalForm(to: &bytes) }
        var digits: [UInt8] = []
        unscaled.magnitude.appendCanonicalForm(to: &digits)
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        let whole = digits.count - scale
        if whole > 0 { bytes += digits[..<whole] } else { bytes.append(UInt8(ascii: "0")) }
        bytes.append(UInt8(ascii: "."))
        if whole < 0 { bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -whole)) }
        bytes += digits[max(0, whole)...]
    }

    /// The canonical form.
    public var description: String { canonicalForm }
}
