/// A point or span of the calendar: a value of `xsd:dateTime`, `date`, `time`, `gYear`, `gYearMonth`, `gMonth`,
/// `gMonthDay` or `gDay`.
///
/// The seven properties of XML Schema's model, in which a datatype that lacks one has a fixed value for it. Equality
/// with `==` is of all properties; ``order(to:implicitTimezone:)`` compares times.
/// - Spec: <https://www.w3.org/TR/xmlschema11-2/#theSevenPropertyModel>
public struct TemporalValue: Hashable, Sendable {
    /// The datatype; `dateTimeStamp` is kept as `dateTime`.
    public let datatype: XSDDatatype
    /// The year, negative and zero before year 1; 1972 in datatypes without one (a leap year, so that any day exists).
    public let year: Int
    /// The month from 1 to 12; January in datatypes without one.
    public let month: Int
    /// The day from 1 to 31; the first in datatypes without one.
    public let day: Int
    /// The time since midnight in units of 10⁻¹⁸ seconds, less than a day.
    public let attosecondsOfDay: Int128
    /// The offset from UTC, where the text says one.
    public let timezone: TimezoneOffset?

    /// The years that are supported lie between the negative of this and this.
    public static let maximumYear = 999_999_999

    /// What datatypes without a year take for one.
    static let placeholderYear = 1972

    /// A value whose properties are known to be in range.
    init(
        unchecked datatype: XSDDatatype, year: Int = placeholderYear, month: Int = 1, day: Int = 1,
        attosecondsOfDay: Int128 = 0, timezone: TimezoneOffset?
    ) {
        self.datatype = datatype
        self.year = year
        self.month = month
        self.day = day
        self.attosecondsOfDay = attosecondsOfDay
        self.timezone = timezone
    }

    /// A `dateTime`, or `nil` where a property is out of range.
    public init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, attosecond: Int = 0,
        timezone: TimezoneOffset? = .utc
    ) {
        guard year.magnitude <= UInt(Self.maximumYear), (1...12).contains(month), day >= 1,
            day <= GregorianCalendar.daysInMonth(month, of: year), (0..<24).contains(hour), (0..<60).contains(minute),
            (0..<60).contains(second), (0..<Int(attosecondsInSecond)).contains(attosecond)
        else { return nil }
        let time = Int128(hour * 3600 + minute * 60 + second) * attosecondsInSecond + Int128(attosecond)
        self.init(
            unchecked: .dateTime, year: year, month: month, day: day, attosecondsOfDay: time, timezone: timezone)
    }

    /// The hour from 0 to 23.
    public var hour: Int { secondOfDay / 3600 }
    /// The minute from 0 to 59.
    public var minute: Int { secondOfDay / 60 % 60 }
    /// The second, with its fraction.
    public var seconds: XSDDecimal {
        let fraction = Int(attosecondsOfDay % attosecondsInSecond)
        let whole = XSDDecimal(secondOfDay % 60)
        return fraction == 0 ? whole : whole + XSDDecimal(unscaled: BigInteger(fraction), scale: 18)
    }

    /// The second of the day, without its fraction.
    var secondOfDay: Int { Int(attosecondsOfDay / attosecondsInSecond) }
}

extension XSDDatatype {
    /// The properties of the seven that a datatype's text writes.
    var writesYear: Bool { [.dateTime, .date, .gYear, .gYearMonth].contains(self) }
    var writesMonth: Bool { [.dateTime, .date, .gYearMonth, .gMonth, .gMonthDay].contains(self) }
    var writesDay: Bool { [.dateTime, .date, .gMonthDay, .gDay].contains(self) }
    var writesTime: Bool { self == .dateTime || self == .time }
}
