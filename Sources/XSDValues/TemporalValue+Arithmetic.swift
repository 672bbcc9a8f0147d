extension TemporalValue {
    /// The value a duration later: months first, the day held to the month's last, then seconds.
    ///
    /// A date is taken at midnight and loses the time it comes to; a time takes no months and wraps at midnight.
    /// - Throws: `overflow` beyond the supported years; `unsupportedTypes` for datatypes other than `dateTime`, `date`
    ///   and `time`.
    /// - Spec: <https://www.w3.org/TR/xmlschema11-2/#vp-dt-arith> (dateTimePlusDuration),
    ///   <https://www.w3.org/TR/xpath-functions-31/#func-add-yearMonthDuration-to-dateTime>
    public func adding(_ duration: DurationValue) throws(ArithmeticError) -> TemporalValue {
        switch datatype {
        case .dateTime, .date: break
        case .time where duration.months == 0: break
        default: throw .unsupportedTypes
        }
        // Years are below 10^9 and months below 4 × 10^10: no sum comes near the bounds of a word.
        let count = year * 12 + (month - 1) + duration.months
        let newYear = GregorianCalendar.floorDivided(count, by: 12)
        let newMonth = count - newYear * 12 + 1
        let newDay = min(day, GregorianCalendar.daysInMonth(newMonth, of: newYear))
        let moved = TemporalValue(
            unchecked: datatype, year: newYear, month: newMonth, day: newDay, attosecondsOfDay: attosecondsOfDay,
            timezone: timezone)
        guard let result = moved.moved(byAttoseconds: duration.attoseconds) else { throw .overflow }
        return result
    }

    /// The value a duration earlier; as ``adding(_:)``.
    public func subtracting(_ duration: DurationValue) throws(ArithmeticError) -> TemporalValue {
        try adding(duration.negated)
    }

    /// The time from another value of the same datatype to this one, as a `dayTimeDuration`.
    ///
    /// - Parameter implicitTimezone: the zone of a value that says none.
    /// - Throws: `overflow`, or `unsupportedTypes` for datatypes other than `dateTime`, `date` and `time`.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-subtract-dateTimes>
    public func subtracting(
        _ other: TemporalValue, implicitTimezone: TimezoneOffset = .utc
    ) throws(ArithmeticError) -> DurationValue {
        guard datatype == other.datatype, [.dateTime, .date, .time].contains(datatype) else {
            throw .unsupportedTypes
        }
        return try DurationValue(
            attoseconds: moment(implicitTimezone: implicitTimezone) - other.moment(implicitTimezone: implicitTimezone))
    }
}
