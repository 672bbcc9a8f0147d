/// The proleptic Gregorian calendar of XML Schema, in which year 0 is the year before year 1.
/// - Spec: <https://www.w3.org/TR/xmlschema11-2/#theSevenPropertyModel>
enum GregorianCalendar {
    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func daysInMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The days from the first of March of year 0 to a date.
    ///
    /// Years are counted from March, so that the leap day is the last of its year; 400 years have 146,097 days.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        // 153 days in every five months from March on: 31, 30, 31, 30, 31.
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let era = floorDivided(year, by: 400)
        let yearOfEra = year - era * 400
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    /// The date that a number of days stands for: the inverse of ``dayNumber(year:month:day:)``.
    static func date(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let era = floorDivided(dayNumber, by: 146_097)
        let dayOfEra = dayNumber - era * 146_097
        // Takes out the leap days that came before, so that every year has 365.
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    static func floorDivided<Number: BinaryInteger>(_ value: Number, by divisor: Number) -> Number {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

/// A second in the unit that time is counted in: 10⁻¹⁸ seconds, so that eighteen digits behind the point are exact.
let attosecondsInSecond: Int128 = 1_000_000_000_000_000_000
/// A day in the same unit.
let attosecondsInDay: Int128 = 86_400 * attosecondsInSecond
