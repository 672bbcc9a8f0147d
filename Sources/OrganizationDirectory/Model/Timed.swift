/// Something that may have an end: an activity, a programme, a membership.
protocol Timed {
    /// Its last day or last year; `nil` where it goes on or no source tells an end.
    var until: FoundingDate? { get }
}

extension Timed {
    /// Whether it runs on a day. The last day and the last year belong to it.
    func runs(on day: CalendarDate) -> Bool { !(until?.isBefore(day) ?? false) }
}

extension Activity: Timed {}
extension Programme: Timed {}
extension Membership: Timed {}
