import Testing
import XSDValues

@Suite struct TemporalValueTests {
    private func value(_ text: String, _ datatype: XSDDatatype) throws -> TemporalValue {
        try TemporalValue(lexicalForm: text.utf8.span, datatype: datatype)
    }

    private func duration(_ text: String, _ datatype: XSDDatatype = .duration) throws -> DurationValue {
        try DurationValue(lexicalForm: text.utf8.span, datatype: datatype)
    }

    @Test(arguments: [
        ("2026-11-23T08:30:00Z", XSDDatatype.dateTime, "2026-11-23T08:30:00Z"),
        ("2026-11-23T08:30:00.500+00:00", .dateTime, "2026-11-23T08:30:00.5Z"),
        ("2026-12-31T24:00:00-05:00", .dateTime, "2027-01-01T00:00:00-05:00"),
        ("-0044-03-15T00:00:00", .dateTime, "-0044-03-15T00:00:00"), ("0000-02-29", .date, "0000-02-29"),
        ("12026-11-23+14:00", .date, "12026-11-23+14:00"), ("24:00:00", .time, "00:00:00"),
        ("08:30:00.000000000000000001", .time, "08:30:00.000000000000000001"), ("2026", .gYear, "2026"),
        ("2026-11Z", .gYearMonth, "2026-11Z"), ("--11", .gMonth, "--11"), ("--02-29", .gMonthDay, "--02-29"),
        ("---31-05:00", .gDay, "---31-05:00"), ("2026-11-23T08:30:00Z", .dateTimeStamp, "2026-11-23T08:30:00Z"),
    ])
    func readsAndWrites(_ text: String, _ datatype: XSDDatatype, _ canonical: String) throws {
        #expect(try value(text, datatype).canonicalForm == canonical)
    }

    @Test(arguments: [
        ("2026-11-23 08:30:00", XSDDatatype.dateTime), ("2026-11-23", .dateTime), ("26-11-23", .date),
        ("02026-11-23", .date), ("+2026-11-23", .date), ("2026-11-23z", .date), ("2026-1-23", .date), ("", .date),
        ("08:30", .time), ("08:30:00.", .time), ("-11", .gMonth), ("2026-11-23T08:30:00", .dateTimeStamp),
        ("2026-11-23+5:00", .date), ("2026-11-23Zx", .date), ("2026-", .gYearMonth),
    ])
    func refusesOtherForms(_ text: String, _ datatype: XSDDatatype) {
        #expect(throws: LexicalFault.malformed) { try value(text, datatype) }
    }

    @Test(arguments: [
        ("2026-02-29", XSDDatatype.date), ("2026-13-01", .date), ("2026-00-01", .date), ("2026-04-31", .date),
        ("25:00:00", .time), ("24:00:01", .time), ("08:60:00", .time), ("08:00:60", .time), ("2026-11-23+14:01", .date),
        ("--02-30", .gMonthDay), ("---32", .gDay), ("1900-02-29", .date),
    ])
    func refusesDaysThatDoNotExist(_ text: String, _ datatype: XSDDatatype) {
        #expect(throws: LexicalFault.outOfRange) { try value(text, datatype) }
    }

    @Test func yearsBeyondTheSupportedOnesAreRefused() {
        #expect(throws: LexicalFault.tooLarge) { try value("99999999999-01-01T00:00:00Z", .dateTime) }
        #expect(throws: LexicalFault.tooLarge) { try value("999999999-12-31T24:00:00Z", .dateTime) }
        #expect(throws: LexicalFault.tooLarge) { try value(String(repeating: "9", count: 100_000), .gYear) }
    }

    @Test(arguments: [
        ("2026-11-23T08:30:00Z", "2026-11-23T03:30:00-05:00", XSDDatatype.dateTime, ValueOrder.equal),
        ("2026-11-23T08:30:00Z", "2026-11-23T08:30:00", .dateTime, .incomparable),
        ("2026-11-23T08:30:00Z", "2026-11-24T08:30:00", .dateTime, .less),
        ("2006-08-23Z", "2006-08-23", .date, .incomparable), ("2006-08-23", "2001-01-01Z", .date, .greater),
        ("-0001-01-01", "0001-01-01", .date, .less), ("08:00:00-01:00", "08:30:00Z", .time, .greater),
        ("2025", "2026", .gYear, .less), ("--02-29", "--03-01", .gMonthDay, .less),
    ])
    func comparesInTime(_ left: String, _ right: String, _ datatype: XSDDatatype, _ expected: ValueOrder) throws {
        let (left, right) = (try value(left, datatype), try value(right, datatype))
        #expect(left.order(to: right) == expected)
        #expect(right.order(to: left) == expected.reversed)
    }

    @Test func anImplicitTimezoneOrdersEverything() throws {
        let (local, utc) = (try value("2026-11-23T08:30:00", .dateTime), try value("2026-11-23T08:30:00Z", .dateTime))
        #expect(local.order(to: utc, implicitTimezone: .utc) == .equal)
        #expect(local.order(to: utc, implicitTimezone: TimezoneOffset(minutes: -300)) == .greater)
    }

    @Test(arguments: [
        ("2000-01-31T00:00:00Z", XSDDatatype.dateTime, "P1M", "2000-02-29T00:00:00Z"),
        ("2000-10-30T11:12:00", .dateTime, "P1Y2M", "2001-12-30T11:12:00"),
        ("2000-10-30T11:12:00", .dateTime, "P3DT1H15M", "2000-11-02T12:27:00"),
        ("2004-10-30Z", .date, "P2DT2H30M0S", "2004-11-01Z"), ("2000-03-31", .date, "-P1M", "2000-02-29"),
        ("23:12:00+03:00", .time, "P1DT3H15M", "02:27:00+03:00"),
        ("08:20:00-05:00", .time, "-P23DT10H10M", "22:10:00-05:00"),
        ("0001-01-01", .date, "-P1D", "0000-12-31"),
    ])
    func addsDurations(_ text: String, _ datatype: XSDDatatype, _ length: String, _ expected: String) throws {
        #expect(try value(text, datatype).adding(duration(length)).canonicalForm == expected)
    }

    @Test func additionBeyondTheCalendarOverflows() throws {
        let late = try value("999999999-12-31", .date)
        #expect(throws: ArithmeticError.overflow) { try late.adding(duration("P1D")) }
        #expect(throws: ArithmeticError.overflow) { try late.adding(duration("P3000000000Y")) }
        #expect(throws: ArithmeticError.overflow) { try late.adding(duration("PT99999999999999999S")) }
        #expect(throws: ArithmeticError.unsupportedTypes) { try value("2026", .gYear).adding(duration("P1Y")) }
    }

    @Test(arguments: [
        ("2000-10-30T06:12:00-05:00", "1999-11-28T09:00:00Z", XSDDatatype.dateTime, "P337DT2H12M"),
        ("2000-10-30", "1999-11-28", .date, "P337D"), ("11:12:00Z", "04:00:00-05:00", .time, "PT2H12M"),
        ("2000-10-15Z", "2000-10-10+02:00", .date, "P5DT2H"),
    ])
    func subtracts(_ left: String, _ right: String, _ datatype: XSDDatatype, _ expected: String) throws {
        #expect(try value(left, datatype).subtracting(value(right, datatype)).canonicalForm == expected)
    }

    @Test func partsAreThoseOfTheLocalTime() throws {
        let time = try value("2011-01-10T14:45:13.815-05:00", .dateTime)
        #expect((time.year, time.month, time.day, time.hour, time.minute) == (2011, 1, 10, 14, 45))
        #expect(time.seconds.canonicalForm == "13.815")
        #expect(time.timezone?.canonicalForm == "-05:00")
        #expect(time.timezone?.duration.canonicalForm == "-PT5H")
        #expect(TimezoneOffset.utc.duration.canonicalForm == "PT0S")
    }

    @Test func castsAndAdjusts() throws {
        let time = try value("2002-03-07T10:00:00-07:00", .dateTime)
        #expect(time.cast(to: .date)?.canonicalForm == "2002-03-07-07:00")
        #expect(time.cast(to: .time)?.canonicalForm == "10:00:00-07:00")
        #expect(time.cast(to: .gMonthDay)?.canonicalForm == "--03-07-07:00")
        #expect(try value("2002-03-07", .date).cast(to: .dateTime)?.canonicalForm == "2002-03-07T00:00:00")
        #expect(try value("2002-03-07", .date).cast(to: .time) == nil)
        #expect(try value("2002", .gYear).cast(to: .date) == nil)
        #expect(time.adjusted(to: TimezoneOffset(minutes: 600))?.canonicalForm == "2002-03-08T03:00:00+10:00")
        #expect(time.adjusted(to: nil)?.canonicalForm == "2002-03-07T10:00:00")
    }

    @Test func everyDayHasItsNumber() throws {
        // A day at a time across leap years and the turn of four centuries.
        var day = try value("1599-12-30", .date)
        let step = try duration("P1D")
        var count = 0
        while day.year < 2002 {
            let next = try day.adding(step)
            #expect(day.order(to: next) == .less)
            day = next
            count += 1
        }
        #expect(count == 402 * 365 + 98 + 2)
        #expect(day.canonicalForm == "2002-01-01")
    }
}
