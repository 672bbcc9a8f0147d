extension TemporalValue {
    /// The value's first moment, in units of 10⁻¹⁸ seconds from March of year 0, as if in UTC.
    var localMoment: Int128 {
        let day = GregorianCalendar.dayNumber(year: year, month: month, day: day)
        return Int128(day) * attosecondsInDay + attosecondsOfDay
    }

    /// The value's first moment on the time line; without a time zone, in the one that is given.
    func moment(implicitTimezone: TimezoneOffset) -> Int128 {
        localMoment - Int128((timezone ?? implicitTimezone).minutes * 60) * attosecondsInSecond
    }

    /// Compares two values of one datatype by time; of different datatypes, they are incomparable.
    ///
    /// Without an implicit time zone, a value that says its zone and one that does not are ordered only if they are so
    /// in every zone from -14:00 to +14:00: the partial order of XML Schema, on which SPARQL's open world rests.
    /// - Spec: <https://www.w3.org/TR/xmlschema11-2/#vp-dt-ordering>
    public func order(to other: TemporalValue, implicitTimezone: TimezoneOffset? = nil) -> ValueOrder {
        guard datatype == other.datatype else { return .incomparable }
        if implicitTimezone != nil || (timezone == nil) == (other.timezone == nil) {
            let zone = implicitTimezone ?? .utc
            return ValueOrder(moment(implicitTimezone: zone), other.moment(implicitTimezone: zone))
        }
        let (left, right) = (moment(implicitTimezone: .utc), other.moment(implicitTimezone: .utc))
        let uncertainty = 14 * 3600 * attosecondsInSecond
        if left + uncertainty < right { return .less }
        if left > right + uncertainty { return .greater }
        return .incomparable
    }

    /// A number that orders values of one datatype in time, those without a zone as if in UTC: for sorting, where
    /// every two values need an order.
    public var sortKey: Int128 { moment(implicitTimezone: .utc) }

    /// The value so much later, time zone kept; `nil` beyond the supported years. A time stays within its day.
    func moved(byAttoseconds amount: Int128) -> TemporalValue? {
        TemporalValue(datatype, atLocalMoment: localMoment + amount, timezone: timezone)
    }

    /// The value of a datatype that holds a local moment: what the datatype does not write is left out.
    init?(_ datatype: XSDDatatype, atLocalMoment moment: Int128, timezone: TimezoneOffset?) {
        let dayNumber = GregorianCalendar.floorDivided(moment, by: attosecondsInDay)
        let date = GregorianCalendar.date(dayNumber: Int(dayNumber))
        guard date.year.magnitude <= UInt(Self.maximumYear) else { return nil }
        self.init(
            unchecked: datatype, year: datatype.writesYear ? date.year : Self.placeholderYear,
            month: datatype.writesMonth ? date.month : 1, day: datatype.writesDay ? date.day : 1,
            attosecondsOfDay: datatype.writesTime ? moment - dayNumber * attosecondsInDay : 0, timezone: timezone)
    }

    /// The value's part that another temporal datatype holds; `nil` where that has what this lacks.
    ///
    /// A date becomes a `dateTime` at midnight; a `dateTime` gives each of the others.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#casting-to-datetimes>
    public func cast(to target: XSDDatatype) -> TemporalValue? {
        let target: XSDDatatype = target == .dateTimeStamp && timezone != nil ? .dateTime : target
        if target == datatype { return self }
        guard datatype == .dateTime || (datatype == .date && target != .time), target.isTemporal,
            target != .dateTimeStamp
        else { return nil }
        return TemporalValue(target, atLocalMoment: localMoment, timezone: timezone)
    }

    /// The same moment in another time zone; with `nil`, the local time without its zone. A value without a zone takes
    /// the new one and keeps its local time.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-adjust-dateTime-to-timezone>
    public func adjusted(to newTimezone: TimezoneOffset?) -> TemporalValue? {
        var moment = localMoment
        if let timezone, let newTimezone {
            moment += Int128((newTimezone.minutes - timezone.minutes) * 60) * attosecondsInSecond
        }
        return TemporalValue(datatype, atLocalMoment: moment, timezone: newTimezone)
    }
}
