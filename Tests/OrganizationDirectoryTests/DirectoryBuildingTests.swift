import Foundation
import Localization
import OrganizationDirectory
import RDFModel
import Testing

/// Directories that a program puts together, and that are coded.
struct DirectoryBuildingTests {
    private let publication: Publication
    private let alpha = PatientOrganization(id: "alpha", names: LocalizedText(fr: "Alpha"), field: .rare)
    private let disease = Condition(id: "disease", labels: LocalizedText(fr: "maladie", en: "disease"))

    init() throws { publication = try Self.publication(base: "https://example.org/directory/") }

    private static func publication(base: String, english: String? = "Directory") throws -> Publication {
        let day = try #require(CalendarDate("2026-11-30")), french = try #require(LanguageTag(rawValue: "fr"))
        return Publication(
            base: try IRI(base), titles: LocalizedText(fr: "Répertoire", en: english),
            descriptions: LocalizedText(fr: "Un exemple", en: "An example"),
            publisher: .init(iri: try IRI("https://example.org/"), names: LocalizedText(fr: "Exemple", en: "Example")),
            licence: try IRI("https://creativecommons.org/licenses/by/4.0/"), issued: day, compiled: day,
            version: "1.0.0", languages: [french], noteLanguage: french)
    }

    private func problems(
        organizations: [PatientOrganization], conditions: [Condition] = [], programmes: [Programme] = [],
        memberships: [Membership] = []
    ) -> String {
        do throws(InvalidDirectory) {
            _ = try Directory(
                publication: publication, organizations: organizations, conditions: conditions,
                programmes: programmes, memberships: memberships)
            return ""
        } catch {
            return error.description
        }
    }

    @Test func valuesArePutInOrder() throws {
        let beta = PatientOrganization(
            id: "beta", names: LocalizedText(en: "Beta"), field: .rare,
            representations: [Representation(condition: "disease", scope: .exact)],
            activities: [Activity(.awareness, condition: "disease")])
        let directory = try Directory(
            publication: publication, organizations: [beta, alpha], conditions: [disease])
        #expect(directory.organizations == [alpha, beta])
    }

    @Test func whatDoesNotFitIsNamedWithItsPlace() {
        #expect(problems(organizations: [alpha]) == "")
        let twice = problems(organizations: [alpha, alpha])
        #expect(twice == "organizations:2:id: the id “alpha” stands in row 1 already")
        let nameless = PatientOrganization(id: "Alpha", names: LocalizedText(), field: .rare)
        #expect(problems(organizations: [nameless]).split(separator: "\n").count == 2)
        let lost = PatientOrganization(
            id: "a", names: LocalizedText(fr: "A"), field: .rare, replacedBy: "b",
            representations: [Representation(condition: "none", scope: .exact)],
            activities: [Activity(.awareness, condition: "nil")])
        let text = problems(organizations: [lost])
        #expect(text.contains("organizations:1:replacedBy: unknown organization “b”"))
        #expect(text.contains("organizations:1:representations: unknown condition “none”"))
        #expect(text.contains("organizations:1:activities: unknown condition “nil”"))
        let elsewhere = PatientOrganization(
            id: "a", names: LocalizedText(fr: "A"), field: .rare,
            territories: [Territory(id: "moon", label: Texts(fr: "Lune", en: "Moon"))])
        #expect(problems(organizations: [elsewhere]).contains("unknown territory “moon”"))
    }

    @Test func circlesAreFound() {
        func organization(_ id: String, _ next: String) -> PatientOrganization {
            PatientOrganization(id: id, names: LocalizedText(fr: id), field: .rare, replacedBy: next)
        }
        func condition(_ id: String, _ broader: String) -> Condition {
            Condition(id: id, labels: LocalizedText(fr: id, en: id), broader: [broader])
        }
        #expect(problems(organizations: [organization("a", "b"), organization("b", "a")]).contains("replaces itself"))
        let circle = [condition("x", "y"), condition("y", "x")]
        #expect(problems(organizations: [alpha], conditions: circle).contains("broader than itself"))
        let own = [Membership(member: "alpha", group: "alpha", kind: .member)]
        #expect(problems(organizations: [alpha], memberships: own).contains("refers to itself"))
        let programme = Programme(
            id: "p", organization: "nobody", names: LocalizedText(), kind: .researchFunding)
        #expect(problems(organizations: [alpha], programmes: [programme]).split(separator: "\n").count == 2)
    }

    /// Long ways are walked once, and not from each of their beginnings.
    @Test func aLongChainIsNoCircle() throws {
        let count = 20_000
        func chain(closed: Bool) -> [Condition] {
            (0..<count).map { number in
                let next = number + 1 < count ? number + 1 : closed ? 0 : nil
                return Condition(
                    id: "c\(number)", labels: LocalizedText(fr: "m", en: "d"), broader: next.map { ["c\($0)"] } ?? [])
            }
        }
        #expect(problems(organizations: [alpha], conditions: chain(closed: false)) == "")
        #expect(problems(organizations: [alpha], conditions: chain(closed: true)).split(separator: "\n").count == count)
    }

    @Test func aPublicationIsCheckedToo() throws {
        let wrong = [("https://example.org/x", "x"), ("https://example.org/?x/", "x"), ("https://example.org/", nil)]
        for (base, english) in wrong {
            let publication = try Self.publication(base: base, english: english)
            #expect(throws: InvalidDirectory.self) {
                try Directory(publication: publication, organizations: [alpha])
            }
        }
    }

    // MARK: Coding

    @Test func theDirectoryIsCodedAndReadAgain() throws {
        let directory = try #require(Directory.load(files: RealDirectory.files).directory)
        let data = try JSONEncoder().encode(directory)
        #expect(try JSONDecoder().decode(Directory.self, from: data) == directory)
    }

    @Test(arguments: [
        (#""issued":"2026-11-30""#, #""issued":"2026-11-31""#), (#""fr""#, #""f""#),
        (#"https:\/\/example.org\/directory\/"#, "directory"), (#""id":"alpha""#, #""id":"Al pha""#),
        (#""MONDO:0009061""#, #""MONDO:61""#), (#""1140000000""#, #""114""#), (#""1999""#, #""99""#),
    ])
    func whatIsMalformedIsNotRead(_ old: String, _ new: String) throws {
        let code = try #require(Code("MONDO:0009061", in: .mondo))
        let number = try #require(RegisteredIdentifier("1140000000", in: .neq))
        let directory = try Directory(
            publication: publication,
            organizations: [
                PatientOrganization(
                    id: "alpha", names: LocalizedText(fr: "Alpha"), founded: FoundingDate("1999"), field: .rare,
                    identifiers: [number])
            ],
            conditions: [Condition(id: "d", labels: LocalizedText(fr: "m", en: "d"), codes: [code])])
        let text = String(decoding: try JSONEncoder().encode(directory), as: UTF8.self)
        #expect(try JSONDecoder().decode(Directory.self, from: Data(text.utf8)) == directory)
        try #require(text.contains(old))
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode(Directory.self, from: Data(text.replacing(old, with: new).utf8))
        }
    }
}
