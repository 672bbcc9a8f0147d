internal import Localization
internal import RDFModel
internal import TabularText

extension Directory {
    /// What came of reading a directory.
    public struct Loading: Sendable {
        /// The directory; `nil` if there is an error.
        public let directory: Directory?
        /// What keeps the directory from being published, by file, line and column.
        public let errors: [DirectoryProblem]
        /// What should be looked at, by file, line and column.
        public let warnings: [DirectoryProblem]
    }

    /// Reads a directory from the bytes of its files, by name: `organizations.csv`, `conditions.csv`,
    /// `publication.yaml`, and perhaps `activities.csv`, `programmes.csv`, `consultations.csv`, `memberships.csv`, and
    /// `territories.csv`, which takes the place of the territories given. Tables may end in `.tsv` as well.
    ///
    /// All problems are found in one run. A file that is no table of ours is passed over, unless its name ends in
    /// `.csv` or `.tsv`, which is an error: most likely the name of a table is misspelt.
    /// - Complexity: O(*n*) in the bytes, and O(*w*) more for each unknown word, in the number of known ones.
    public static func load(files: [String: [UInt8]], territories: TerritoryList = .standard) -> Loading {
        let log = ProblemLog()
        let directory = DirectoryLoader(
            files: DirectoryFiles(files, log: log), standardTerritories: territories, log: log
        ).load()
        let problems = DirectoryProblem.tellingListsOnce(Set(log.problems).sorted())
        let errors = problems.filter { !$0.isWarning }
        return Loading(
            directory: errors.isEmpty ? directory : nil, errors: errors, warnings: problems.filter(\.isWarning))
    }

    /// The names of the files that make a directory, those first without which there is none.
    public static let fileNames = [
        PublicationReader.file, OrganizationReader.file, ConditionReader.file, ActivityTables.activityFile,
        ActivityTables.programmeFile, ActivityTables.consultationFile, ActivityTables.membershipFile,
        TerritoryReader.file,
    ]
}

/// Reads the tables in the order in which they name each other.
private struct DirectoryLoader {
    let files: DirectoryFiles
    let standardTerritories: TerritoryList
    let log: ProblemLog

    func load() -> Directory? {
        files.reportUnknown()
        let needed = OrganizationReader.columns.required + ConditionReader.columns.required
        let publication = files.find(PublicationReader.file, isNeeded: true).flatMap {
            PublicationReader(log: log, neededColumns: needed).read($0.bytes)
        }
        let ownTerritories = sheet(TerritoryReader.file, TerritoryReader.columns, publication, isNeeded: false)
            .map(TerritoryReader(standard: standardTerritories).read)
        let territories = ownTerritories ?? standardTerritories
        let conditionSheet = sheet(ConditionReader.file, ConditionReader.columns, publication, isNeeded: true)
        let conditions = conditionSheet.map { ConditionReader(publication: publication).read($0) }
        let index = conditions.map(ConditionIndex.init)
        let organizationSheet = sheet(OrganizationReader.file, OrganizationReader.columns, publication, isNeeded: true)
        let organizations = organizationSheet.map {
            OrganizationReader(publication: publication, conditions: index, territories: territories.words).read($0)
        }
        guard let conditions, let index, let organizations else { return nil }
        let tables = ActivityTables(
            publication: publication, conditions: index, organizations: organizations.map(\.id))
        func optional(_ file: String, _ columns: Sheet.Columns) -> Sheet? {
            sheet(file, columns, publication, isNeeded: false)
        }
        let activities = optional(ActivityTables.activityFile, ActivityTables.activityColumns).map(tables.activities)
        let programmes = optional(ActivityTables.programmeFile, ActivityTables.programmeColumns).map(tables.programmes)
        let consultations = optional(ActivityTables.consultationFile, ActivityTables.consultationColumns)
            .map(tables.consultations)
        let memberships = optional(ActivityTables.membershipFile, ActivityTables.membershipColumns)
            .map(tables.memberships)
        reportUnused(conditions, organizations: organizations)
        guard let publication else { return nil }
        let activitiesOf = Dictionary(grouping: activities ?? [], by: \.organization)
        let whole = organizations.map { $0.adding(activitiesOf[$0.id] ?? []) }
        reportEndedRoles(
            of: whole, by: CurrentFacts(on: publication.issued, organizations: whole, programmes: programmes ?? []))
        return Directory(
            sorting: whole, conditions, programmes ?? [], consultations ?? [], memberships ?? [],
            publication: publication, territories: territories)
    }

    private func sheet(
        _ file: String, _ columns: Sheet.Columns, _ publication: Publication?, isNeeded: Bool
    ) -> Sheet? {
        guard let (name, bytes) = files.find(file, isNeeded: isNeeded) else { return nil }
        let privateKeys = Set((publication?.privateColumns ?? []).map(\.headingKey))
        return Sheet(
            bytes, file: name, columns: columns, isPrivate: { privateKeys.contains($0.headingKey) },
            needsRows: isNeeded, log: log)
    }

    /// A role that a row names without dates, and that has ended by the tables that have them, is not played now.
    private func reportEndedRoles(of organizations: [PatientOrganization], by facts: CurrentFacts) {
        for organization in organizations where organization.isAtWork {
            let row = organization.evidence.row
            for activity in organization.activities where activity.evidence == nil {
                guard let end = facts.end(of: activity.role, of: organization) else { continue }
                log.report(
                    .endedRole, [activity.role.rawValue, end.text],
                    at: .init(file: row.file, line: row.line, column: "roles", order: 0))
            }
        }
    }

    private func reportUnused(_ conditions: [Condition], organizations: [PatientOrganization]) {
        let named = Set(organizations.flatMap { $0.representations.map(\.condition) } + conditions.flatMap(\.broader))
        for condition in conditions where !named.contains(condition.id) {
            let row = condition.evidence.row
            log.report(
                .unusedCondition, [condition.labels.english ?? condition.id],
                at: .init(file: row.file, line: row.line, column: "id", order: 0))
        }
    }
}

extension PatientOrganization {
    /// The organization with the activities that a table of their own says of it, after those of its row.
    fileprivate func adding(_ more: [(organization: String, activity: Activity)]) -> PatientOrganization {
        guard !more.isEmpty else { return self }
        return PatientOrganization(
            id: id, names: names, acronym: acronym, formerNames: formerNames, mission: mission, website: website,
            pageLanguages: pageLanguages, founded: founded, dissolved: dissolved, field: field,
            territories: territories, city: city,
            identifiers: identifiers, status: status, replacedBy: replacedBy, representations: representations,
            activities: activities + more.map(\.activity), evidence: evidence)
    }
}
