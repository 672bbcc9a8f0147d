/// A moment or, without a timezone, a time of the clock somewhere.
struct ReferenceDateTime {
    let text: String
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    /// As they are written.
    let seconds: ReferenceDecimal
    /// Minutes from UTC.
    let timezone: Int?
    /// What stands for it: empty, `Z`, or `+05:00`.
    let timezoneText: String

    /// A moment of the form `2001-02-03T04:05:06.7+08:00`; of others `nil`.
    init?(_ text: String) {
        self.text = text
        let parts = text.split(separator: "T")
        guard parts.count == 2 else { return nil }
        let date = parts[0].split(separator: "-").map { Int($0) }
        guard date.count == 3, let year = date[0], let month = date[1], let day = date[2] else { return nil }
        let clockText = parts[1].prefix { $0 != "Z" && $0 != "+" && $0 != "-" }
        let zone = parts[1].dropFirst(clockText.count)
        let clock = clockText.split(separator: ":")
        guard clock.count == 3, let hour = Int(clock[0]), let minute = Int(clock[1]),
            let seconds = ReferenceDecimal(String(clock[2]))
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        (self.hour, self.minute, self.seconds) = (hour, minute, seconds)
        timezoneText = String(zone)
        if zone.isEmpty {
            timezone = nil
        } else if zone == "Z" {
            timezone = 0
        } else {
            let offset = zone.dropFirst().split(separator: ":").compactMap { Int($0) }
            guard offset.count == 2 else { return nil }
            timezone = (zone.first == "-" ? -1 : 1) * (offset[0] * 60 + offset[1])
        }
    }

    /// Milliseconds since some moment, were the timezone so many minutes.
    private func milliseconds(_ timezone: Int) -> Int {
        // Days by counting: years of 365 days, the leap days before, the months before.
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let before = year - 1
        var days = before * 365 + before / 4 - before / 100 + before / 400
        days += lengths.prefix(month - 1).reduce(0, +) + day - 1
        if month > 2, year % 4 == 0 && year % 100 != 0 || year % 400 == 0 { days += 1 }
        let minutes = (days * 24 + hour) * 60 + minute - timezone
        return minutes * 60_000 + Int((seconds.double * 1000).rounded())
    }

    /// Negative, 0 or positive; `nil` where it depends on a timezone that is not said, of up to 14 hours.
    func order(to other: ReferenceDateTime) -> Int? {
        func compare(_ left: Int, _ right: Int) -> Int { (left - right).signum() }
        switch (timezone, other.timezone) {
        case (let left?, let right?): return compare(milliseconds(left), other.milliseconds(right))
        case (nil, nil): return compare(milliseconds(0), other.milliseconds(0))
        case (let left?, nil):
            let early = compare(milliseconds(left), other.milliseconds(14 * 60))
            let late = compare(milliseconds(left), other.milliseconds(-14 * 60))
            return early == late ? early : nil
        case (nil, _?): return other.order(to: self).map { -$0 }
        }
    }
}
