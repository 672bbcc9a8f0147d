import Localization
import OrganizationDirectory
import RDFModel
import Testing

/// Words of closed lists: accepted by their labels, told with them.
@Suite struct ClosedListTests {
    private func organization(_ old: String, _ new: String) throws -> PatientOrganization {
        let files = FixtureDirectory.replacing(old, with: new, in: "organizations.csv")
        let loading = Directory.load(files: files)
        #expect(loading.errors.map { $0.text(in: .english) } == [])
        return try #require(loading.directory?.organizations.first)
    }

    @Test(arguments: [
        "Sensibilisation du public", "PUBLIC AWARENESS", "sensibilisation-du-public", "Awareness",
        "public\u{A0}awareness",
    ])
    func aRoleIsAcceptedByItsLabel(_ text: String) throws {
        #expect(try organization("awareness;", text + ";").activities.first?.role == .awareness)
    }

    @Test func everyWordOfEveryListIsAcceptedInBothLanguages() throws {
        for field in Field.allCases {
            for name in [field.label.french, field.label.english, field.rawValue.uppercased()] {
                #expect(try organization("maladie rare,rare,", "maladie rare,\"\(name)\",").field == field, "\(name)")
            }
        }
        for status in OrganizationStatus.allCases {
            for name in [status.label.french.uppercased(), status.label.english] {
                #expect(try organization(",active,,2025", ",\(name),,2025").status == status, "\(name)")
            }
        }
    }

    @Test(arguments: [("oui", true), ("NON", false), ("x", true), ("Vrai", true), ("0", false)])
    func yesAndNoAreAcceptedAsPeopleWriteThem(_ text: String, _ isRare: Bool) throws {
        let files = FixtureDirectory.replacing("E84,yes", with: "E84,\(text)", in: "conditions.csv")
        #expect(try #require(Directory.load(files: files).directory).conditions.first?.isRare == isRare)
    }

    @Test func anUnknownWordIsToldAllOthersTheNearestFirst() throws {
        let errors = FixtureDirectory.errors("awareness;", "soutien;", in: "organizations.csv", .french)
        let line = try #require(errors.first).withPlainSpaces
        #expect(
            line.hasPrefix(
                "organizations.csv:2:roles: rôle inconnu « soutien » ; vouliez-vous dire « information-support » (information et soutien direct) ? Choix possibles : « information-support » (information et soutien direct), "
            ))
        for role in Role.allCases { #expect(line.contains("« \(role.rawValue) »") && line.contains(role.label.french)) }
    }

    @Test func aListIsToldOnce() {
        let errors = FixtureDirectory.errors(
            "awareness;research-funding", "abc;xyz", in: "organizations.csv", .english)
        #expect(errors.count == 2)
        #expect(errors.count { $0.contains("Choose among") } == 1)
        #expect(errors.last?.hasSuffix(". The choices are listed above.") == true, "\(errors)")
    }

    @Test func headingsAreComparedWithoutCase() throws {
        #expect(try organization("id,name_fr,name_en", "ID, Name_FR ,Name EN").names.french == "Alpha Québec")
    }

    @Test func aLabelWithOtherBlanksIsTheSame() throws {
        let first = try organization("première maladie;maladie rare", "Première\u{A0}maladie;maladie\u{202F}rare")
        #expect(first.representations.map(\.condition) == ["first", "rare-disease"])
    }

    @Test func languagesAreThoseOfTheWorld() throws {
        let first = try organization("fr;en", "Français;es;iu-latn;anglais;fr_ca")
        #expect(first.pageLanguages.map(\.rawValue) == ["fr", "es", "iu-Latn", "en", "fr-CA"])
    }

    @Test func territoriesOfElsewhereAreTheDirectorysOwn() throws {
        var files = FixtureDirectory.replacing("Montréal;16", with: "Wallonie;belgique", in: "organizations.csv")
        files["organizations.csv"] = Array(
            String(decoding: files["organizations.csv"] ?? [], as: UTF8.self).replacing(",Québec,", ",canada,").utf8)
        files["territories.csv"] = Array(
            """
            id,name_fr,name_en,number,broader,iri
            wallonie,Région wallonne,Walloon Region,,belgique,
            belgique,Belgique,Belgium,,,https://www.wikidata.example.org/entity/Q31
            canada,,,,,

            """.replacing("Région wallonne", "Wallonie").utf8)
        let loading = Directory.load(files: files)
        #expect(loading.errors.map { $0.text(in: .english) } == [])
        let directory = try #require(loading.directory)
        #expect(directory.territories.all.map(\.id) == ["wallonie", "belgique", "canada"])
        let triples = DirectoryMapping(directory).quads().map(\.triple)
        let wallonia = IRI(unchecked: "https://example.org/d/territory/wallonie")
        #expect(triples.contains { $0.predicate == DCTerms.spatial && $0.object == .iri(wallonia) })
        #expect(
            triples.contains {
                $0.subject == .iri(wallonia) && $0.predicate == SKOS.broader
                    && $0.object == .iri(IRI(unchecked: "https://www.wikidata.example.org/entity/Q31"))
            })
        #expect(!triples.contains { $0.subject == .iri(IRI(unchecked: LYS.schemes + "territory/01")) })
    }

    @Test func theStandardTerritoriesAreThoseOfTheVocabulary() {
        #expect(TerritoryList.standard.all.count == 19)
        #expect(TerritoryList.standard["01"]?.broader == "quebec")
        #expect(TerritoryList.standard["quebec"]?.label.english == "Quebec")
    }
}
