public import Localization

extension Directory {
    /// A directory that a program has put together, checked as one that is read from sheets.
    ///
    /// ```swift
    /// let directory = try Directory(
    ///     publication: publication,
    ///     organizations: [
    ///         PatientOrganization(id: "alpha", names: LocalizedText(fr: "Alpha"), field: .rare)
    ///     ])
    /// ```
    ///
    /// - Parameters:
    ///   - publication: what is said about the whole.
    ///   - organizations: the organizations, in any order.
    ///   - conditions: the conditions that organizations name by their ids, in any order.
    ///   - programmes: the programmes, in any order.
    ///   - consultations: the consultations, in any order.
    ///   - memberships: the memberships, in any order.
    ///   - territories: the territories that organizations may name.
    /// - Throws: ``InvalidDirectory`` with everything that is wrong: ids that are malformed, used twice or named and not
    ///   there, names that are missing, circles.
    /// - Complexity: O(*n* log *n*) in the values.
    public init(
        publication: Publication, organizations: [PatientOrganization], conditions: [Condition] = [],
        programmes: [Programme] = [], consultations: [Consultation] = [], memberships: [Membership] = [],
        territories: TerritoryList = .standard
    ) throws(InvalidDirectory) {
        self.init(
            sorting: organizations, conditions, programmes, consultations, memberships, publication: publication,
            territories: territories)
        var check = DirectoryCheck(self)
        let problems = check.problems()
        guard problems.isEmpty else { throw InvalidDirectory(problems: problems) }
    }
}

/// That the values of a directory which a program has put together do not fit together.
public struct InvalidDirectory: Error, Hashable, Sendable, CustomStringConvertible {
    /// Everything that is wrong; a place names the list, the number of the value in its sorted order, and the property.
    public let problems: [DirectoryProblem]

    /// The problems, one a line.
    public func text(in language: Language) -> String {
        problems.map { $0.text(in: language) }.joined(separator: "\n")
    }

    /// The problems in English, one a line.
    public var description: String { text(in: .english) }
}
