internal import ByteText

extension XSDFloatingPoint {
    /// Reads `[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([Ee][+-]?[0-9]+)?`, `[+-]?INF` or `NaN`, rounding half to even.
    ///
    /// What is beyond the type becomes an infinity or zero.
    /// - Spec: <https://www.w3.org/TR/xmlschema11-2/#double>
    public init(lexicalForm bytes: Span<UInt8>) throws(LexicalFault) {
        if let special = Self.special(bytes) {
            self = special
            return
        }
        var position = 0
        let isNegative = try Scan.sign(bytes, &position)
        let whole = Scan.digits(bytes, &position)
        var fraction = position..<position
        if Scan.skip(".", bytes, &position) { fraction = Scan.digits(bytes, &position) }
        guard !whole.isEmpty || !fraction.isEmpty else { throw .malformed }
        var exponent = 0
        if Scan.skip("e", bytes, &position) || Scan.skip("E", bytes, &position) {
            let exponentIsNegative = try Scan.sign(bytes, &position)
            let digits = Scan.digits(bytes, &position)
            guard !digits.isEmpty else { throw .malformed }
            // Beyond five digits only zero and infinity are left, so a hostile exponent stops counting.
            for index in digits { exponent = min(exponent * 10 + Int(bytes[index] &- 0x30), 1_000_000) }
            if exponentIsNegative { exponent = -exponent }
        }
        guard position == bytes.count else { throw .malformed }
        if whole.count + fraction.count <= 18,
            let exact = Self.exact(bytes, whole, fraction, exponent: exponent - fraction.count)
        {
            self = isNegative ? -exact : exact
            return
        }
        guard let value = Self(String(utf8: bytes)) else { throw .malformed }
        self = value
    }

    /// Digits and power of ten both exact in the type: one multiplication or division rounds once, and rightly.
    private static func exact(
        _ bytes: Span<UInt8>, _ whole: Range<Int>, _ fraction: Range<Int>, exponent: Int
    ) -> Self? {
        var digits = 0
        for index in whole { digits = digits &* 10 &+ Int(bytes[index] &- 0x30) }
        for index in fraction { digits = digits &* 10 &+ Int(bytes[index] &- 0x30) }
        guard digits.magnitude <= largestExactInteger, exponent.magnitude < UInt(exactPowersOfTen.count) else {
            return nil
        }
        return exponent < 0 ? Self(digits) / exactPowersOfTen[-exponent] : Self(digits) * exactPowersOfTen[exponent]
    }

    private static func special(_ bytes: Span<UInt8>) -> Self? {
        guard (3...4).contains(bytes.count) else { return nil }
        let (first, second, third) =
            (bytes[bytes.count - 3], bytes[bytes.count - 2], bytes[bytes.count - 1])
        if (first, second, third) == (UInt8(ascii: "I"), UInt8(ascii: "N"), UInt8(ascii: "F")) {
            if bytes.count == 3 || bytes[0] == UInt8(ascii: "+") { return .infinity }
            return bytes[0] == UInt8(ascii: "-") ? -.infinity : nil
        }
        if bytes.count == 3, (first, second, third) == (UInt8(ascii: "N"), UInt8(ascii: "a"), UInt8(ascii: "N")) {
            return .nan
        }
        return nil
    }

    /// One digit, point, digits, `E` and exponent: `1.5E3`, `0.0E0`, `-INF`.
    /// - Spec: <https://www.w3.org/TR/xmlschema11-2/#f-doubleCanmap>
    public func appendCanonicalForm(to bytes: inout [UInt8]) {
        guard isFinite else { return appendSpecial(to: &bytes) }
        DecimalDigits(of: self).appendCanonicalForm(to: &bytes)
    }

    /// The text that a cast to `xsd:string` gives: like a decimal from 0.000001 up to a million, else canonical.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#casting-to-string>
    public func appendCastToString(_ bytes: inout [UInt8]) {
        guard isFinite else { return appendSpecial(to: &bytes) }
        if self == 0 {
            bytes += sign == .minus ? [UInt8(ascii: "-"), UInt8(ascii: "0")] : [UInt8(ascii: "0")]
        } else if magnitude >= 0.000001, magnitude < 1_000_000, let decimal = XSDDecimal(self) {
            decimal.appendCanonicalForm(to: &bytes)
        } else {
            appendCanonicalForm(to: &bytes)
        }
    }

    /// What ``appendCastToString(_:)`` appends.
    public var castToString: String {
        var bytes: [UInt8] = []
        appendCastToString(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    fileprivate func appendSpecial(to bytes: inout [UInt8]) {
        bytes += Array((isNaN ? "NaN" : sign == .minus ? "-INF" : "INF").utf8)
    }
}

extension Double {
    /// Appends the canonical form of the number rounded to sixteen digits, half to even: what C writes with `%.15E`,
    /// without the zeros and the sign that XML Schema leaves out.
    ///
    /// JSON-LD has its numbers written so, while ``appendCanonicalForm(to:)`` keeps what reads back as the same number.
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#data-round-tripping>
    public func appendSixteenDigits(to bytes: inout [UInt8]) {
        guard isFinite else { return appendSpecial(to: &bytes) }
        DecimalDigits(sixteenDigitsOf: self).appendCanonicalForm(to: &bytes)
    }
}
