internal import ByteText

extension TemporalValue {
    /// Reads the lexical form of a temporal datatype. Digits of a second beyond the eighteenth are dropped.
    /// - Precondition: the datatype is temporal.
    /// - Spec: <https://www.w3.org/TR/xmlschema11-2/#dateTime> and the sections after it.
    public init(lexicalForm bytes: Span<UInt8>, datatype: XSDDatatype) throws(LexicalFault) {
        precondition(datatype.isTemporal, "xsd:\(datatype.localName) is no temporal datatype")
        let kind: XSDDatatype = datatype == .dateTimeStamp ? .dateTime : datatype
        var position = 0
        let year: Int
        if kind.writesYear {
            year = try Self.readYear(bytes, &position)
        } else {
            year = Self.placeholderYear
            // The dashes stand for what is left out: `--11`, `---23`.
            if kind != .time { for _ in 0..<2 { try Scan.expect("-", bytes, &position) } }
        }
        var (month, day) = (1, 1)
        if kind.writesMonth {
            if kind.writesYear { try Scan.expect("-", bytes, &position) }
            month = try Scan.number(ofDigits: 2, bytes, &position)
        }
        if kind.writesDay {
            try Scan.expect("-", bytes, &position)
            day = try Scan.number(ofDigits: 2, bytes, &position)
        }
        if kind == .dateTime { try Scan.expect("T", bytes, &position) }
        let time = kind.writesTime ? try Self.readTime(bytes, &position) : 0
        let timezone = try TimezoneOffset.read(bytes, &position)
        guard position == bytes.count, timezone != nil || datatype != .dateTimeStamp else { throw .malformed }
        guard (1...12).contains(month), day >= 1, day <= GregorianCalendar.daysInMonth(month, of: year) else {
            throw .outOfRange
        }
        guard time == attosecondsInDay else {
            self.init(
                unchecked: kind, year: year, month: month, day: day, attosecondsOfDay: time, timezone: timezone)
            return
        }
        // 24:00:00 is the first moment of the next day, and of a time the first moment of the day.
        let value = Self(unchecked: kind, year: year, month: month, day: day, timezone: timezone)
        guard kind == .dateTime else {
            self = value
            return
        }
        guard let next = value.moved(byAttoseconds: attosecondsInDay) else { throw .tooLarge }
        self = next
    }

    /// `-?([1-9][0-9]{3,}|0[0-9]{3})`
    private static func readYear(_ bytes: Span<UInt8>, _ position: inout Int) throws(LexicalFault) -> Int {
        let isNegative = Scan.skip("-", bytes, &position)
        let digits = Scan.digits(bytes, &position)
        guard digits.count >= 4, digits.count == 4 || bytes[digits.lowerBound] != UInt8(ascii: "0") else {
            throw .malformed
        }
        guard digits.count <= 9 else { throw .tooLarge }
        let year = Scan.value(bytes, digits)
        return isNegative ? -year : year
    }

    /// `hh:mm:ss(\.[0-9]+)?`, as time since midnight; `24:00:00` gives a whole day.
    private static func readTime(_ bytes: Span<UInt8>, _ position: inout Int) throws(LexicalFault) -> Int128 {
        let hour = try Scan.number(ofDigits: 2, bytes, &position)
        try Scan.expect(":", bytes, &position)
        let minute = try Scan.number(ofDigits: 2, bytes, &position)
        try Scan.expect(":", bytes, &position)
        let second = try Scan.number(ofDigits: 2, bytes, &position)
        let fraction = try Self.readFraction(bytes, &position)
        guard hour <= 24, minute < 60, second < 60 else { throw .outOfRange }
        let time = Int128(hour * 3600 + minute * 60 + second) * attosecondsInSecond + Int128(fraction)
        guard time <= attosecondsInDay else { throw .outOfRange }
        return time
    }

    /// `(\.[0-9]+)?`, in units of 10⁻¹⁸.
    static func readFraction(_ bytes: Span<UInt8>, _ position: inout Int) throws(LexicalFault) -> Int {
        guard Scan.skip(".", bytes, &position) else { return 0 }
        let digits = Scan.digits(bytes, &position)
        guard !digits.isEmpty else { throw .malformed }
        let kept = digits.prefix(18)
        return Scan.value(bytes, kept) * BigInteger.wordPowersOfTen[18 - kept.count]
    }
}

extension TemporalValue: CanonicallyWritable, CustomStringConvertible {
    /// The canonical form, the time zone kept as it is: `2026-11-23T08:30:00.5-05:00`.
    /// - Spec: <https://www.w3.org/TR/xmlschema11-2/#f-dateTimeCanRep> and the mappings beside it.
    public func appendCanonicalForm(to bytes: inout [UInt8]) {
        let dash = UInt8(ascii: "-")
        if datatype.writesYear {
            bytes.append(decimal: year, width: 4)
        } else if datatype != .time {
            bytes += [dash, dash]
        }
        if datatype.writesMonth {
            if datatype.writesYear { bytes.append(dash) }
            bytes.append(decimal: month, width: 2)
        }
        if datatype.writesDay {
            bytes.append(dash)
            bytes.append(decimal: day, width: 2)
        }
        if datatype == .dateTime { bytes.append(UInt8(ascii: "T")) }
        if datatype.writesTime {
            bytes.append(decimal: hour, width: 2)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(decimal: minute, width: 2)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(decimal: secondOfDay % 60, width: 2)
            Self.appendFraction(Int(attosecondsOfDay % attosecondsInSecond), to: &bytes)
        }
        timezone?.appendCanonicalForm(to: &bytes)
    }

    /// A point and the digits of a fraction given in units of 10⁻¹⁸, without zeros at the end; nothing for zero.
    static func appendFraction(_ fraction: Int, to bytes: inout [UInt8]) {
        guard fraction > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(decimal: fraction, width: 18)
        while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    }

    /// The canonical form.
    public var description: String { canonicalForm }
}
