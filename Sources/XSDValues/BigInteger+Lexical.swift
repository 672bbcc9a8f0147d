internal import ByteText

extension BigInteger {
    /// Reads `[+-]?[0-9]+`.
    /// - Throws: `malformed`, or `tooLarge` beyond ``maximumDigits``.
    /// - Complexity: O(*n*) up to 18 digits, then O(*n*²), bounded by the limit.
    public init(lexicalForm bytes: Span<UInt8>) throws(LexicalFault) {
        var position = 0
        let isNegative = try Scan.sign(bytes, &position)
        let digits = position..<bytes.count
        guard !digits.isEmpty else { throw .malformed }
        for index in digits where !Scan.isDigit(bytes[index]) { throw .malformed }
        try self.init(isNegative: isNegative, digits: bytes, in: digits)
    }

    /// The value of a run of bytes that are known to be digits.
    init(isNegative: Bool, digits bytes: Span<UInt8>, in range: Range<Int>) throws(LexicalFault) {
        var start = range.lowerBound
        while start < range.upperBound, bytes[start] == UInt8(ascii: "0") { start += 1 }
        guard range.upperBound - start <= Self.maximumDigits else { throw .tooLarge }
        if range.upperBound - start <= 18 {
            let value = Scan.value(bytes, start..<range.upperBound)
            self.init(isNegative ? -value : value)
            return
        }
        var limbs: Magnitude.Limbs = []
        while start < range.upperBound {
            let end = min(start + 18, range.upperBound)
            Magnitude.multiply(
                &limbs, by: UInt(Self.wordPowersOfTen[end - start]), adding: UInt(Scan.value(bytes, start..<end)))
            start = end
        }
        self.init(isNegative: isNegative, limbs)
    }
}

extension BigInteger: CanonicallyWritable, CustomStringConvertible {
    /// `-?` and digits without leading zeros.
    /// - Complexity: O(*n*²) beyond a word.
    public func appendCanonicalForm(to bytes: inout [UInt8]) {
        switch storage {
        case .small(let value):
            bytes.append(decimal: value)
        case .large(let isNegative, var limbs):
            // Groups of 18 digits, the lowest first.
            var groups: [UInt] = []
            while !limbs.isEmpty { groups.append(Magnitude.divide(&limbs, by: 1_000_000_000_000_000_000)) }
            if isNegative { bytes.append(UInt8(ascii: "-")) }
            for (index, group) in groups.reversed().enumerated() {
                bytes.append(decimal: group, width: index == 0 ? 1 : 18)
            }
        }
    }

    /// The canonical form.
    public var description: String { canonicalForm }
}
