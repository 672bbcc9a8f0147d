internal import ByteText

extension DurationValue {
    /// Reads `-?PnYnMnDTnHnMnS`, any part left out but not all; the derived datatypes take only their own parts.
    /// - Precondition: the datatype is a duration.
    /// - Spec: <https://www.w3.org/TR/xmlschema11-2/#duration>
    public init(lexicalForm bytes: Span<UInt8>, datatype: XSDDatatype) throws(LexicalFault) {
        precondition(datatype.isDuration, "xsd:\(datatype.localName) is no duration")
        var reader = DurationReader(datatype: datatype)
        try reader.read(bytes)
        let sign = reader.isNegative ? -1 : 1
        self.init(
            unchecked: datatype, months: sign * reader.months, attoseconds: Int128(sign) * reader.attoseconds)
    }
}

/// The state of reading a duration: the parts come in a fixed order, each at most once.
private struct DurationReader {
    let datatype: XSDDatatype
    var isNegative = false
    var months = 0
    var attoseconds: Int128 = 0

    init(datatype: XSDDatatype) { self.datatype = datatype }

    mutating func read(_ bytes: Span<UInt8>) throws(LexicalFault) {
        var position = 0
        isNegative = Scan.skip("-", bytes, &position)
        try Scan.expect("P", bytes, &position)
        var hasTime = false
        var lastRank = 0
        while position < bytes.count {
            if !hasTime, Scan.skip("T", bytes, &position) {
                hasTime = true
                lastRank = 3
                // What follows `T` must be there.
                guard position < bytes.count else { throw .malformed }
                continue
            }
            let digits = Scan.digits(bytes, &position)
            let fraction = try TemporalValue.readFraction(bytes, &position)
            guard !digits.isEmpty, position < bytes.count else { throw .malformed }
            let hasFraction = position > digits.upperBound
            let rank = try Self.rank(of: bytes[position], isTime: hasTime)
            position += 1
            guard rank > lastRank, !hasFraction || rank == 6 else { throw .malformed }
            guard rank > 2 || datatype != .dayTimeDuration, rank < 3 || datatype != .yearMonthDuration else {
                throw .malformed
            }
            try add(Self.number(bytes, digits), of: rank, fraction: fraction)
            lastRank = rank
        }
        guard lastRank > 0, !hasTime || lastRank > 3 else { throw .malformed }
    }

    /// Where a letter stands in the fixed order of the parts, from 1 for years to 6 for seconds.
    private static func rank(of letter: UInt8, isTime: Bool) throws(LexicalFault) -> Int {
        switch (letter, isTime) {
        case (UInt8(ascii: "Y"), false): 1
        case (UInt8(ascii: "M"), false): 2
        case (UInt8(ascii: "D"), false): 3
        case (UInt8(ascii: "H"), true): 4
        case (UInt8(ascii: "M"), true): 5
        case (UInt8(ascii: "S"), true): 6
        default: throw .malformed
        }
    }

    private static func number(_ bytes: Span<UInt8>, _ digits: Range<Int>) throws(LexicalFault) -> Int {
        var start = digits.lowerBound
        while start < digits.upperBound, bytes[start] == UInt8(ascii: "0") { start += 1 }
        // Seventeen digits of any part are within or just beyond the longest duration: the sums below do not overflow.
        guard digits.upperBound - start <= 17 else { throw .tooLarge }
        return Scan.value(bytes, start..<digits.upperBound)
    }

    private mutating func add(_ number: Int, of rank: Int, fraction: Int) throws(LexicalFault) {
        if rank <= 2 {
            guard number <= DurationValue.maximumMonths else { throw .tooLarge }
            months += rank == 1 ? number * 12 : number
            guard months <= DurationValue.maximumMonths else { throw .tooLarge }
        } else {
            let seconds: [Int128] = [86_400, 3600, 60, 1]
            // 10^17 × 86,400 × 10^18 = 8.64 × 10^39 does not fit in 128 bits: bounded before it is multiplied.
            let amount = Int128(number) * seconds[rank - 3]
            guard amount <= DurationValue.maximumAttoseconds / attosecondsInSecond else { throw .tooLarge }
            attoseconds += amount * attosecondsInSecond + Int128(fraction)
            guard attoseconds <= DurationValue.maximumAttoseconds else { throw .tooLarge }
        }
    }
}

extension DurationValue: CanonicallyWritable, CustomStringConvertible {
    /// `-P1Y2M3DT4H5M6.7S` without parts that are zero; `PT0S` or `P0M` for none at all.
    /// - Spec: <https://www.w3.org/TR/xmlschema11-2/#f-durationCanMap>
    public func appendCanonicalForm(to bytes: inout [UInt8]) {
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        bytes.append(UInt8(ascii: "P"))
        func append(_ number: Int, _ letter: Unicode.Scalar) {
            guard number > 0 else { return }
            bytes.append(decimal: number)
            bytes.append(UInt8(ascii: letter))
        }
        let months = abs(months)
        append(months / 12, "Y")
        append(months % 12, "M")
        let length = attoseconds.magnitude
        let whole = Int(length / UInt128(attosecondsInSecond))
        let fraction = Int(length % UInt128(attosecondsInSecond))
        append(whole / 86_400, "D")
        if whole % 86_400 > 0 || fraction > 0 {
            bytes.append(UInt8(ascii: "T"))
            append(whole / 3600 % 24, "H")
            append(whole / 60 % 60, "M")
            if fraction > 0 {
                bytes.append(decimal: whole % 60)
                TemporalValue.appendFraction(fraction, to: &bytes)
                bytes.append(UInt8(ascii: "S"))
            } else {
                append(whole % 60, "S")
            }
        }
        guard months == 0, length == 0 else { return }
        bytes += Array((datatype == .yearMonthDuration ? "0M" : "T0S").utf8)
    }

    /// The canonical form.
    public var description: String { canonicalForm }
}
