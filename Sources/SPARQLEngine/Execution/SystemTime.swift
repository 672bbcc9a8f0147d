internal import XSDValues

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The clock on the wall.
enum SystemTime {
    /// The present moment in UTC, to the millisecond.
    static var now: TemporalValue {
        var time = timespec()
        // Safe: the pointer is to a local value for the length of the call.
        _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
        let seconds = Int(time.tv_sec)
        let (days, second) = (seconds / 86_400, seconds % 86_400)
        let (year, month, day) = civil(daysSinceEpoch: days)
        let attosecond = Int(time.tv_nsec) / 1_000_000 * 1_000_000_000_000_000
        let moment = TemporalValue(
            year: year, month: month, day: day, hour: second / 3600, minute: second / 60 % 60, second: second % 60,
            attosecond: attosecond)
        guard let moment else { preconditionFailure("the clock shows a moment of the calendar") }
        return moment
    }

    /// The date of a day counted from 1970-01-01, in years that begin in March so that leap days come last.
    private static func civil(daysSinceEpoch: Int) -> (year: Int, month: Int, day: Int) {
        let days = daysSinceEpoch + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
