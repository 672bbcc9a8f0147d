public import Localization

/// What holds on the day on which a directory is issued, decided once for everything that publishes it.
///
/// The day is `issued` of `publication.yaml`, so that an export stays a function of the directory: it has no clock. What
/// ends on that day, or in its year, still holds. An organization that is dormant, merged, dissolved or replaced plays
/// no role, speaks for nobody and belongs to nothing, whatever its rows leave without an end.
public struct CurrentFacts: Sendable {
    private let day: CalendarDate
    private let organizations: [String: PatientOrganization]
    private let fundings: [String: [Programme]]

    /// The facts of a directory.
    public init(_ directory: Directory) {
        self.init(
            on: directory.publication.issued, organizations: directory.organizations, programmes: directory.programmes)
    }

    init(on day: CalendarDate, organizations: [PatientOrganization], programmes: [Programme]) {
        self.day = day
        self.organizations = Dictionary(organizations.map { ($0.id, $0) }) { first, _ in first }
        fundings = Dictionary(grouping: programmes.filter { $0.kind == .researchFunding }, by: \.organization)
    }

    /// Whether an organization is known, and at work.
    public func isAtWork(_ id: String) -> Bool { organizations[id]?.isAtWork ?? false }

    /// The organization at work to which the chain of successors leads; `nil` where it leads to none.
    public func successor(of organization: PatientOrganization) -> PatientOrganization? {
        var seen: Set<String> = [organization.id]
        var next = organization.replacedBy
        while let id = next, seen.insert(id).inserted, let candidate = organizations[id] {
            if candidate.isAtWork { return candidate }
            next = candidate.replacedBy
        }
        return nil
    }

    /// What became of an organization, in words; `nil` where it is at work.
    public func end(of organization: PatientOrganization) -> Texts? {
        guard let status = organization.status, !status.isAtWork else { return nil }
        func words(_ language: Language, _ organized: String, _ replaced: String) -> String {
            let year = organization.dissolved.map { " (\($0.text))" } ?? ""
            let successor = successor(of: organization)?.names.text(preferring: language)
            return "\(organized) \(status.label[language])\(year)" + (successor.map { replaced + $0 } ?? "")
        }
        return Texts(
            fr: words(.french, "Organisme", ", remplacé par "), en: words(.english, "Organization", ", replaced by "))
    }

    /// Whether an organization plays the role of one of its activities now.
    public func isPlayed(_ activity: Activity, by organization: PatientOrganization) -> Bool {
        guard organization.isAtWork, activity.runs(on: day) else { return false }
        return activity.evidence != nil || end(of: activity.role, of: organization) == nil
    }

    /// The roles that an organization plays now, in the order of the list.
    public func roles(of organization: PatientOrganization) -> [Role] {
        let played = Set(organization.activities.filter { isPlayed($0, by: organization) }.map(\.role))
        return Role.allCases.filter(played.contains)
    }

    /// Whether a programme runs, and the organization that runs it is at work.
    public func runs(_ programme: Programme) -> Bool {
        programme.runs(on: day) && isAtWork(programme.organization)
    }

    /// Whether a membership lasts, and both organizations are at work.
    public func lasts(_ membership: Membership) -> Bool {
        membership.runs(on: day) && isAtWork(membership.member) && isAtWork(membership.group)
    }

    /// When a role ended that the row of an organization names without dates; `nil` where it goes on.
    ///
    /// The row gives way to the tables that have dates — activities, and programmes for the funding of research — where
    /// all that they say of the role has ended, and that was the role as a whole: a line without a condition, or lines
    /// for every condition that the organization speaks for.
    func end(of role: Role, of organization: PatientOrganization) -> FoundingDate? {
        let activities = organization.activities.filter { $0.evidence != nil && $0.role == role }
        let programmes = role == .researchFunding ? fundings[organization.id] ?? [] : []
        let timed: [any Timed] = activities + programmes
        guard !timed.isEmpty, !timed.contains(where: { $0.runs(on: day) }) else { return nil }
        let conditions = activities.map { [$0.condition].compactMap(\.self) } + programmes.map(\.conditions)
        let isWhole =
            conditions.contains { $0.isEmpty }
            || Set(organization.representations.map(\.condition)).isSubset(of: conditions.joined())
        return isWhole ? timed.compactMap(\.until).max { $0.endsBefore($1) } : nil
    }
}

extension FoundingDate {
    /// Whether this ends earlier than another; a year ends with its last day.
    fileprivate func endsBefore(_ other: FoundingDate) -> Bool {
        if case .day(let day) = self, case .day(let otherDay) = other { return day < otherDay }
        if year != other.year { return year < other.year }
        if case .day = self { return true }
        return false
    }
}
