import Localization
import RDFModel
import TestSupport
import Testing

@testable import OrganizationDirectory

/// `docs/columns.md` has the tables, columns, keys and closed lists of the code, and no others.
@Suite struct ColumnPageTests {
    private static let columns: [(file: String, columns: Sheet.Columns)] = [
        (OrganizationReader.file, OrganizationReader.columns), (ConditionReader.file, ConditionReader.columns),
        (ActivityTables.activityFile, ActivityTables.activityColumns),
        (ActivityTables.programmeFile, ActivityTables.programmeColumns),
        (ActivityTables.consultationFile, ActivityTables.consultationColumns),
        (ActivityTables.membershipFile, ActivityTables.membershipColumns),
        (TerritoryReader.file, TerritoryReader.columns),
    ]

    private let page: Page

    init() throws { page = try Page("docs/columns.md") }

    /// The first cells of the tables below a heading.
    private func names(below heading: String) -> [String] {
        page.tables(below: heading).joined().map { $0[0].filter { $0 != "`" } }
    }

    @Test func everyTableOfADirectoryIsThere() {
        #expect(Set(Self.columns.map(\.file) + [PublicationReader.file]) == Set(Directory.fileNames))
        for file in Directory.fileNames { #expect(page.anchors.contains(file.filter { $0 != "." }), "\(file)") }
    }

    @Test func everyColumnIsThereOnce() {
        for (file, columns) in Self.columns {
            let rows = page.tables(below: file).joined().map { $0 }
            #expect(Set(rows.map { $0[0] }) == Set(columns.all.map { "`\($0)`" }), "\(file)")
            #expect(rows.count == columns.all.count, "\(file)")
            for row in rows {
                let name = row[0].filter { $0 != "`" }
                #expect(row[1] == (columns.required.contains(name) ? "required" : "optional"), "\(file): \(name)")
                #expect(row[2].contains("several lines") == columns.freeText.contains(name), "\(file): \(name)")
            }
        }
    }

    @Test func everyKeyOfThePublicationIsThere() {
        let keys =
            PublicationReader.keys + PublicationReader.publisherKeys.map { "publisher." + $0 }
            + PublicationReader.attributionKeys.map { "attributions." + $0 }
            + ContactReader.keys.map { "contact." + $0 }
        #expect(Set(names(below: PublicationReader.file)) == Set(keys))
    }

    @Test func everyColumnOfTheFlatTableIsThere() throws {
        let directory = try #require(Directory.load(files: FixtureDirectory.files).directory)
        #expect(names(below: "directory.csv") == DirectoryMapping(directory).flatRows().first)
    }

    @Test func theClosedListsAreThoseOfTheCode() throws {
        let page = try page.holding(Self.lists, between: "<!-- lists -->", and: "<!-- end of lists -->")
        #expect(page.is == page.should, "`make pages` writes them anew")
    }

    /// The closed lists as the page has them.
    private static var lists: String {
        let words: [(name: String, use: String, rows: [[String]])] = [
            ("Roles", "`roles` of organizations.csv, `role` of activities.csv", rows(of: Role.self)),
            ("Fields", "`scope` of organizations.csv", rows(of: Field.self)),
            ("Statuses", "`status` of organizations.csv", rows(of: OrganizationStatus.self)),
            (
                "Registers", "before the colon in `identifiers` of organizations.csv",
                rows(of: RegisteredIdentifier.Register.self)
            ),
            ("Checks of codes", "`code_check` of conditions.csv", rows(of: Condition.CodeCheck.self)),
            ("Yes and no", "`rare` of conditions.csv", rows(of: YesOrNo.self)),
            ("Stakeholders", "`stakeholders` of activities.csv", rows(of: Stakeholder.self)),
            ("Kinds of programmes", "`kind` of programmes.csv", rows(of: Programme.Kind.self)),
            ("Technologies", "`technology` of consultations.csv", rows(of: Consultation.Technology.self)),
            ("Kinds of membership", "`kind` of memberships.csv", rows(of: Membership.Kind.self)),
            (
                "Territories", "`territory` of organizations.csv, where there is no territories.csv",
                TerritoryList.standard.all.map { territory in
                    let others = listed(territory.otherNames)
                    return [territory.id, territory.label.french, territory.label.english, others]
                }
            ),
        ]
        return words.map { name, use, rows in
            "\n### \(name)\n\nFor \(use).\n\n| code | French | English | also |\n| --- | --- | --- | --- |\n"
                + rows.map { "| `\($0[0])` | \($0.dropFirst().joined(separator: " | ")) |\n" }.joined()
        }.joined() + "\n"
    }

    private static func rows<Word: ClosedWord>(of type: Word.Type) -> [[String]] {
        Word.allCases.map { [$0.rawValue, $0.label.french, $0.label.english, listed($0.otherNames)] }
    }

    private static func listed(_ names: [String]) -> String { names.joined(separator: ", ") }
}
