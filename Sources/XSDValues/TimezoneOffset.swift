internal import ByteText

/// How far a local time is ahead of UTC, in minutes from -840 to 840.
/// - Spec: <https://www.w3.org/TR/xmlschema11-2/#nt-tzFrag>
public struct TimezoneOffset: Hashable, Sendable, CanonicallyWritable {
    /// The minutes.
    public let minutes: Int

    /// UTC itself.
    public static let utc = TimezoneOffset(unchecked: 0)

    /// An offset, or `nil` beyond fourteen hours.
    public init?(minutes: Int) {
        guard (-840...840).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    private init(unchecked minutes: Int) { self.minutes = minutes }

    /// Reads an offset where one begins: `Z`, `+hh:mm` or `-hh:mm`; `nil` at the end of the text.
    static func read(_ bytes: Span<UInt8>, _ position: inout Int) throws(LexicalFault) -> TimezoneOffset? {
        guard position < bytes.count else { return nil }
        if Scan.skip("Z", bytes, &position) { return .utc }
        guard bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") else { throw .malformed }
        let isNegative = try Scan.sign(bytes, &position)
        let hours = try Scan.number(ofDigits: 2, bytes, &position)
        try Scan.expect(":", bytes, &position)
        let minutes = try Scan.number(ofDigits: 2, bytes, &position)
        guard minutes < 60, let offset = TimezoneOffset(minutes: hours * 60 + minutes) else { throw .outOfRange }
        return isNegative ? TimezoneOffset(unchecked: -offset.minutes) : offset
    }

    /// `Z`, `+hh:mm` or `-hh:mm`.
    public func appendCanonicalForm(to bytes: inout [UInt8]) {
        guard minutes != 0 else { return bytes.append(UInt8(ascii: "Z")) }
        bytes.append(minutes < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        bytes.append(decimal: abs(minutes) / 60, width: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(decimal: abs(minutes) % 60, width: 2)
    }

    /// The offset as a duration: what SPARQL's TIMEZONE gives.
    public var duration: DurationValue {
        DurationValue(dayTime: Int128(minutes * 60) * attosecondsInSecond)
    }
}
