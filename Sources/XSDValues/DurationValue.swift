/// A length of time: months, whose days differ, and seconds, both of one sign.
///
/// Values of the three datatypes are equal when their parts are: `P1Y` and `P12M`, `P0M` and `PT0S`.
/// - Spec: <https://www.w3.org/TR/xmlschema11-2/#duration>
public struct DurationValue: Sendable, Hashable {
    /// `duration`, `yearMonthDuration` or `dayTimeDuration`.
    public let datatype: XSDDatatype
    /// The months; twelve are a year.
    public let months: Int
    /// The days, hours, minutes and seconds, in units of 10⁻¹⁸ seconds.
    public let attoseconds: Int128

    /// Longer durations than this many months (about three thousand million years) are refused.
    static let maximumMonths = 36_000_000_000
    /// Longer durations than this, in units of 10⁻¹⁸ seconds, are refused: about as long.
    static let maximumAttoseconds = 100_000_000_000_000_000 * attosecondsInSecond

    /// A duration whose parts are known to be in range and of one sign.
    init(unchecked datatype: XSDDatatype, months: Int, attoseconds: Int128) {
        self.datatype = datatype
        self.months = months
        self.attoseconds = attoseconds
    }

    /// A `dayTimeDuration` known to be in range.
    init(dayTime attoseconds: Int128) {
        self.init(unchecked: .dayTimeDuration, months: 0, attoseconds: attoseconds)
    }

    /// A `yearMonthDuration`; throws `overflow` where it is too long.
    public init(months: Int) throws(ArithmeticError) {
        guard months.magnitude <= UInt(Self.maximumMonths) else { throw .overflow }
        self.init(unchecked: .yearMonthDuration, months: months, attoseconds: 0)
    }

    /// A `dayTimeDuration` in units of 10⁻¹⁸ seconds; throws `overflow` where it is too long.
    public init(attoseconds: Int128) throws(ArithmeticError) {
        guard attoseconds.magnitude <= Self.maximumAttoseconds.magnitude else { throw .overflow }
        self.init(dayTime: attoseconds)
    }

    /// Whether the duration goes back in time.
    public var isNegative: Bool { months < 0 || attoseconds < 0 }

    /// The seconds, days and hours included, as a decimal.
    public var seconds: XSDDecimal {
        let (whole, fraction) = attoseconds.quotientAndRemainder(dividingBy: attosecondsInSecond)
        return XSDDecimal(Int(whole)) + XSDDecimal(unscaled: BigInteger(Int(fraction)), scale: 18)
    }

    /// Equality of the lengths, whatever the datatypes.
    public static func == (left: DurationValue, right: DurationValue) -> Bool {
        left.months == right.months && left.attoseconds == right.attoseconds
    }

    /// Hashes the length.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(months)
        hasher.combine(attoseconds)
    }

    /// Compares two durations: by the moments that they reach from four months of different lengths.
    /// - Spec: <https://www.w3.org/TR/xmlschema11-2/#duration> (order)
    public func order(to other: DurationValue) -> ValueOrder {
        if months == other.months { return ValueOrder(attoseconds, other.attoseconds) }
        let (left, right) = (reach, other.reach)
        if left == right { return .equal }
        if zip(left, right).allSatisfy({ $0 < $1 }) { return .less }
        return zip(left, right).allSatisfy { $0 > $1 } ? .greater : .incomparable
    }

    private var reach: [Int128] {
        [(1696, 9), (1697, 2), (1903, 3), (1903, 7)].map { year, month in
            let count = year * 12 + month - 1 + months
            let start = GregorianCalendar.floorDivided(count, by: 12)
            let day = GregorianCalendar.dayNumber(year: start, month: count - start * 12 + 1, day: 1)
            return Int128(day) * attosecondsInDay + attoseconds
        }
    }

    /// The duration as one of another datatype, which drops the parts that the other lacks.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#casting-to-durations>
    public func cast(to target: XSDDatatype) -> DurationValue? {
        switch target {
        case .duration: DurationValue(unchecked: target, months: months, attoseconds: attoseconds)
        case .yearMonthDuration: DurationValue(unchecked: target, months: months, attoseconds: 0)
        case .dayTimeDuration: DurationValue(unchecked: target, months: 0, attoseconds: attoseconds)
        default: nil
        }
    }
}
