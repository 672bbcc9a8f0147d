/// A day of the Gregorian calendar, written `2026-11-23`.
public struct CalendarDate: Sendable, Hashable, Codable, Comparable, CustomStringConvertible, StringCoded {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Reads `YYYY-MM-DD`; `nil` for any other form and for days that do not exist.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Int(digits: bytes[0..<4]), let month = Int(digits: bytes[5..<7]),
            let day = Int(digits: bytes[8..<10])
        else { return nil }
        guard year > 0, (1...12).contains(month), day >= 1, day <= Self.days(ofMonth: month, year: year) else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    private static func days(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Earlier.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    var text: String { description }

    /// `YYYY-MM-DD`
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

/// When something began or ended: a year, or a day where a source says it.
public enum FoundingDate: Sendable, Hashable, Codable, StringCoded {
    /// A year of four digits.
    case year(Int)
    /// A day.
    case day(CalendarDate)

    /// Reads `1999` or `1999-03-25`; `nil` for any other form.
    public init?(_ text: String) {
        if let day = CalendarDate(text) {
            self = .day(day)
        } else if text.utf8.count == 4, let year = Int(digits: Array(text.utf8)[...]) {
            self = .year(year)
        } else {
            return nil
        }
    }

    /// The year.
    public var year: Int {
        switch self {
        case .year(let year): year
        case .day(let date): date.year
        }
    }

    /// Whether this is surely before a day: an earlier day, or an earlier year.
    func isBefore(_ date: CalendarDate) -> Bool {
        switch self {
        case .year(let year): year < date.year
        case .day(let day): day < date
        }
    }

    /// As the sheet writes it: `1999` or `1999-03-25`.
    public var text: String {
        switch self {
        case .year(let year): String(year)
        case .day(let date): date.description
        }
    }
}

extension Int {
    /// The number that ASCII digits write; `nil` for anything else, signs included.
    init?(digits: ArraySlice<UInt8>) {
        guard !digits.isEmpty, digits.count <= 9 else { return nil }
        var value = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        self = value
    }
}
