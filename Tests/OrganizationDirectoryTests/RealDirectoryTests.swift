import ByteText
import Localization
import OrganizationDirectory
import RDFModel
import TabularText
import Testing

@Suite struct RealDirectoryTests {
    private func directory() throws -> Directory {
        let loading = Directory.load(files: RealDirectory.files)
        try #require(loading.errors.map { $0.text(in: .english) } == [])
        return try #require(loading.directory)
    }

    @Test func everyRowIsThere() throws {
        let directory = try directory()
        #expect(directory.organizations.count == 130)
        #expect(directory.conditions.count == 111)
        #expect(directory.programmes.isEmpty && directory.consultations.isEmpty && directory.memberships.isEmpty)
    }

    /// The figures are those of the notes that came with the data.
    @Test func rolesAndCodesAreAsManyAsTheNotesSay() throws {
        let directory = try directory()
        let counts = Role.allCases.map { role in
            directory.organizations.count { $0.activities.contains { $0.role == role } }
        }
        #expect(counts == [77, 40, 70, 7, 3, 27, 9, 13])
        let codes = CodeSystem.allCases.map { system in
            directory.conditions.count { $0.codes.contains { $0.system == system } }
        }
        #expect(codes == [42, 106, 28, 66])
        #expect(directory.conditions.count { $0.isRare == true } == 45)
    }

    @Test func scopesAreWorkedOut() throws {
        let representations = try directory().organizations.flatMap(\.representations)
        func scopes(_ condition: String) -> Set<Representation.Scope> {
            Set(representations.filter { $0.condition == condition }.map(\.scope))
        }
        #expect(scopes("rare-disease") == [.allRareDiseases])
        #expect(scopes("hemophilia") == [.group])
        #expect(scopes("hereditary-disease") == [.group])
        #expect(scopes("cystic-fibrosis") == [.exact])
        #expect(scopes("ostomy") == [.exact])
    }

    @Test func warningsAreCounted() {
        let warnings = Directory.load(files: RealDirectory.files).warnings
        func count(_ message: DirectoryMessage) -> Int { warnings.count { $0.message == message } }
        #expect(count(.noWebsite) == 46)
        #expect(count(.noRole) == 29)
        #expect(count(.noEnglishName) == 67)
        #expect(count(.noFrenchName) == 2)
        #expect(count(.noCondition) == 2)
        #expect(warnings.count == 146)
    }

    @Test func theValuesWriteTheSheetsAgainCellForCell() throws {
        let directory = try directory()
        for (file, written) in [
            ("organizations.csv", SheetWriter.organizations(directory)),
            ("conditions.csv", SheetWriter.conditions(directory)),
        ] {
            let reading = TableReader().read(RealDirectory.files[file] ?? [], file: file)
            let table = try #require(reading.table)
            let read = [table.header.map(\.text)] + table.rows.map { $0.cells.map(\.text) }
            #expect(TableWriter.csv(written) == TableWriter.csv(read))
        }
    }

    @Test func theFlatTableHasARowAnOrganization() throws {
        let rows = DirectoryMapping(try directory()).flatRows()
        #expect(rows.count == 131)
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        let row = try #require(rows.first { $0[1] == "anfq" })
        #expect(row.contains("neurofibromatose de type 1; neurofibromatose de type 2"))
        #expect(row.contains("neurofibromatosis type 1; neurofibromatosis type 2"))
    }
}

/// Writes values as the rows of the sheets that they were read from.
enum SheetWriter {
    static func organizations(_ directory: Directory) -> [[String]] {
        let conditions = Dictionary(directory.conditions.map { ($0.id, $0) }) { first, _ in first }
        func list(_ items: [String]) -> String { items.joined(separator: ";") }
        let header = [
            "id", "name_fr", "name_en", "acronym", "website", "conditions", "conditions_fr", "scope", "territory",
            "city",
            "languages", "founded", "roles", "source", "source_note",
        ]
        return [header]
            + directory.organizations.map { organization in
                let represented = organization.representations.compactMap { conditions[$0.condition] }
                return [
                    organization.id, organization.names.french ?? "", organization.names.english ?? "",
                    organization.acronym ?? "", organization.website?.string ?? "",
                    list(represented.compactMap(\.labels.english)), list(represented.compactMap(\.labels.french)),
                    organization.field.rawValue, list(organization.territories.map(\.label.english)),
                    organization.city ?? "", list(organization.pageLanguages.map(\.rawValue)),
                    organization.founded?.text ?? "", list(organization.activities.map(\.role.rawValue)),
                    source(organization.evidence), organization.evidence.note ?? "",
                ]
            }
    }

    static func conditions(_ directory: Directory) -> [[String]] {
        let header = [
            "id", "label_en", "label_fr", "orpha_code", "mondo_id", "omim", "icd10", "rare", "source", "code_check",
            "note",
        ]
        return [header]
            + directory.conditions.map { condition in
                func code(_ system: CodeSystem) -> String {
                    condition.codes.first { $0.system == system }?.notation ?? ""
                }
                return [
                    condition.id, condition.labels.english ?? "", condition.labels.french ?? "", code(.orpha),
                    code(.mondo), code(.omim), code(.icd10), condition.isRare.map { $0 ? "yes" : "no" } ?? "",
                    source(condition.evidence), condition.codeCheck?.rawValue ?? "", condition.evidence.note ?? "",
                ]
            }
    }

    private static func source(_ evidence: Evidence) -> String {
        switch evidence.basis {
        case .page(let page): page.string
        case .tables(_, let text): text
        case .generalKnowledge: "general-knowledge"
        case .unstated: ""
        }
    }
}
