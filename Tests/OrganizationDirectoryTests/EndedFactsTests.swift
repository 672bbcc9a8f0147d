import Foundation
import Localization
import OrganizationDirectory
import RDFModel
import Testing

/// What has ended is not shown as present: the directory of `Fixtures/ended`, issued on 2026-06-30, has every kind of end.
@Suite struct EndedFactsTests {
    private let directory: Directory
    private let current: CurrentFacts
    private let quads: [Quad]

    init() throws {
        let loading = Directory.load(files: Self.files)
        try #require(loading.errors.map { $0.text(in: .english) } == [])
        directory = try #require(loading.directory)
        current = CurrentFacts(directory)
        quads = DirectoryMapping(directory).quads()
    }

    private static let files: [String: [UInt8]] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "QuestionsTests/Fixtures/ended")
        return Directory.fileNames.reduce(into: [:]) { files, name in
            files[name] = (try? Data(contentsOf: folder.appending(path: name))).map(Array.init)
        }
    }()

    private func organization(_ id: String) throws -> PatientOrganization {
        try #require(directory.organizations.first { $0.id == id })
    }

    /// The last parts of what an organization is said to have by a property.
    private func objects(_ id: String, _ property: IRI) -> [String] {
        let subject = Term.iri(IRI(unchecked: "https://example.org/d/organization/" + id))
        return quads.filter { $0.subject == subject && $0.predicate == property }.map { quad in
            switch quad.object {
            case .iri(let iri): String(iri.string.split(separator: "/").last ?? "")
            case .literal(let literal): literal.lexicalForm
            case .blankNode, .tripleTerm: "?"
            }
        }
    }

    @Test(arguments: [
        ("acts", nil), ("alive", OrganizationStatus.active), ("asleep", .dormant), ("gone", .dissolved),
        ("gone-undated", .dissolved), ("gone-by-date", .dissolved), ("joined", .merged), ("replaced", .merged),
    ])
    func aStatusIsReadOrFollowsFromTheEnd(_ id: String, _ status: OrganizationStatus?) throws {
        #expect(try organization(id).status == status)
        #expect(objects(id, LYS.status) == (status.map { [$0.rawValue] } ?? []))
        let isAtWork = status == nil || status == .active
        #expect(current.isAtWork(id) == isAtWork)
        #expect(objects(id, LYS.representsCondition).isEmpty != isAtWork)
        #expect(objects(id, Schema.areaServed).isEmpty != isAtWork)
        #expect(!objects(id, DCTerms.spatial).isEmpty)
        if !isAtWork { #expect(objects(id, LYS.playsRole) == []) }
    }

    @Test func theDayOfTheEndIsPublished() {
        #expect(objects("gone", Schema.dissolutionDate) == ["2024-03-31"])
        #expect(objects("gone-by-date", Schema.dissolutionDate) == ["2020"])
        #expect(objects("gone-undated", Schema.dissolutionDate) == [])
    }

    /// What ends on the day of issue, or in its year, still runs; what ended the day or the year before does not.
    @Test func aRoleIsPlayedWhileItsActivityRuns() {
        #expect(
            objects("acts", LYS.playsRole).sorted() == [
                "awareness", "care-access-liaison", "clinical-trial-information", "information-support",
            ])
    }

    /// A row names a role without dates; what the tables say of its end goes before.
    @Test func aRoleOfTheRowGivesWayToItsEnd() throws {
        #expect(objects("funds", LYS.playsRole) == [])
        #expect(objects("funds-still", LYS.playsRole) == ["research-funding"])
        let warnings = Directory.load(files: Self.files).warnings.map { $0.text(in: .english) }
        #expect(warnings.count { $0.contains("“research-funding” has ended (2024)") } == 2)
    }

    /// An end for one condition is none for the others, unless the organization speaks for no other.
    @Test(arguments: [("first disease", true), ("rare disease", true), ("", false)])
    func anEndForOneConditionIsNoneForAnother(_ condition: String, _ isPlayed: Bool) throws {
        var files = Self.files
        let table = String(decoding: files["activities.csv"] ?? [], as: UTF8.self)
        files["activities.csv"] = Array(
            table.replacing("acts,research-funding,,", with: "acts,research-funding,\(condition),").utf8)
        let changed = try #require(Directory.load(files: files).directory)
        let acts = try #require(changed.organizations.first { $0.id == "acts" })
        #expect(CurrentFacts(changed).roles(of: acts).contains(.researchFunding) == isPlayed)

        files["activities.csv"]? += Array(
            "acts,research-funding,\(condition == "first disease" ? "rare disease" : "first disease"),,,2020,x:y\n"
                .replacing("x:y", with: "general-knowledge").utf8)
        let both = try #require(Directory.load(files: files).directory)
        let actsBoth = try #require(both.organizations.first { $0.id == "acts" })
        #expect(!CurrentFacts(both).roles(of: actsBoth).contains(.researchFunding))
    }

    @Test func aMembershipLastsWhileBothAreAtWork() {
        #expect(objects("funds", ORG.memberOf) == ["alive"] && objects("funds", ORG.subOrganizationOf) == ["alive"])
        #expect(objects("acts", ORG.memberOf) == [] && objects("acts", ORG.subOrganizationOf) == [])
        #expect(objects("funds-still", ORG.memberOf) == [] && objects("gone", Schema.memberOf) == [])
    }

    @Test func aProgrammeRunsWhileItsOrganizationIsAtWork() {
        let running = directory.programmes.filter { current.runs($0) }.map(\.id)
        #expect(running == ["running"])
    }

    @Test func theChainOfSuccessorsLeadsToOneAtWork() throws {
        #expect(try current.successor(of: organization("joined"))?.id == "alive")
        #expect(try current.successor(of: organization("joined-next"))?.id == "alive")
        #expect(try current.successor(of: organization("replaced")) == nil)
        let end = try #require(try current.end(of: organization("joined")))
        #expect(end.french == "Organisme fusionné (2023), remplacé par Vivante")
        #expect(end.english == "Organization merged (2023), replaced by Alive")
        #expect(try current.end(of: organization("alive")) == nil)
    }

    @Test func theFlatTableSaysIt() throws {
        let rows = DirectoryMapping(directory).flatRows()
        let header = try #require(rows.first)
        func cells(_ id: String, _ columns: String...) throws -> [String] {
            let row = try #require(rows.first { $0[1] == id })
            return try columns.map { column in row[try #require(header.firstIndex(of: column))] }
        }
        let columns = ("status_fr", "status_en", "dissolved", "replaced_by", "successor", "roles_en")
        func end(_ id: String) throws -> [String] {
            try cells(id, columns.0, columns.1, columns.2, columns.3, columns.4, columns.5)
        }
        #expect(try end("gone") == ["dissous", "dissolved", "2024-03-31", "", "", ""])
        #expect(try end("joined") == ["fusionné", "merged", "2023", "joined-next", "alive", ""])
        #expect(try end("funds") == ["", "", "", "", "", ""])
        #expect(try end("funds-still") == ["", "", "", "", "", "research funding"])
    }

    @Test(arguments: [
        (",1970,2024-03-31,dissolved,", ",2025,2024-03-31,dissolved,", "comes before the beginning"),
        (",1970,2024-03-31,dissolved,", ",1970,2027,dissolved,", "impossible year “2027”"),
        (",1970,2024-03-31,dissolved,", ",1970,2024-03-31,dormant,", "“dormant” contradicts the end “2024-03-31”"),
        (",merged,alive,", ",merged,joined,", "replaces itself"),
    ])
    func anEndThatCannotBeIsAnError(_ old: String, _ new: String, _ message: String) {
        var files = Self.files
        let table = String(decoding: files["organizations.csv"] ?? [], as: UTF8.self)
        files["organizations.csv"] = Array(table.replacing(old, with: new).utf8)
        let errors = Directory.load(files: files).errors.map { $0.text(in: .english) }
        #expect(errors.contains { $0.contains(message) }, "\(errors)")
    }
}
