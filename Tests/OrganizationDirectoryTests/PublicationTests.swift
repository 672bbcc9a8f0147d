import Localization
import OrganizationDirectory
import RDFModel
import TestSupport
import Testing

@Suite struct PublicationTests {
    private func errors(_ old: String, _ new: String, _ language: Language = .english) -> [String] {
        FixtureDirectory.errors(old, new, in: "publication.yaml", language).map(\.withPlainSpaces.withoutChoices)
    }

    @Test func whatIsWrittenIsRead() throws {
        let publication = try #require(Directory.load(files: RealDirectory.files).directory).publication
        #expect(publication.base.string == "https://w3id.org/lys/directory/quebec/")
        #expect(publication.titles.english == "Directory of patient organizations active in Quebec")
        #expect(publication.attributions.map(\.id) == ["orphanet", "mondo"])
        #expect(publication.issued.description == "2026-11-23")
        #expect(publication.version == "1.0.0")
        #expect(publication.contact == nil)
        #expect(publication.languages.map(\.rawValue) == ["fr", "en"])
        #expect(publication.privateColumns.isEmpty)
        #expect(publication.keywords.count == 12)
    }

    @Test(arguments: [
        (
            "notes: en", "", "publication.yaml:1: the key “notes” is missing",
            "publication.yaml:1: la clé « notes » manque"
        ),
        (
            "title:", "titel:", "publication.yaml:1:titel: unknown key “titel”; did you mean “title”?",
            "publication.yaml:1:titel: clé inconnue « titel » ; vouliez-vous dire « title » ?"
        ),
        (
            "{ fr: Essai, en: Trial }", "Essai", "publication.yaml:1:title: keys and their values are expected",
            "publication.yaml:1:title: des clés et leurs valeurs sont attendues"
        ),
        (
            "{ fr: Essai, en: Trial }", "{ fr: Essai }", "publication.yaml:1:title: the key “title.en” is missing",
            "publication.yaml:1:title: la clé « title.en » manque"
        ),
        (
            "[fr, en]", "fr", "publication.yaml:17:languages: a list of texts is expected",
            "publication.yaml:17:languages: une liste de textes est attendue"
        ),
        (
            "[fr, en]", "[fr, bilingue]",
            "publication.yaml:17:languages: unknown language “bilingue”; write its code or its name (fr or French, en or English, es or Spanish), and separate languages by semicolons",
            "publication.yaml:17:languages: langue inconnue « bilingue » ; écrivez son code ou son nom (fr ou français, en ou anglais, es ou espagnol) et séparez les langues par des points-virgules"
        ),
        (
            "version: 1.2.3", "version: [1]", "publication.yaml:16:version: a text is expected",
            "publication.yaml:16:version: un texte est attendu"
        ),
        (
            "version: 1.2.3", "version: 1.2",
            "publication.yaml:16:version: malformed version “1.2”; write for example 1.0.0",
            "publication.yaml:16:version: version mal formée « 1.2 » ; écrivez par exemple 1.0.0"
        ),
        (
            "iri: https://example.org/publisher", "iri: we",
            "publication.yaml:4:publisher.iri: malformed IRI “we”; write an absolute address",
            "publication.yaml:4:publisher.iri: IRI mal formé « we » ; écrivez une adresse absolue"
        ),
        (
            "https://example.org/d/", "https://example.org/d",
            "publication.yaml:13:base: the base “https://example.org/d” must end with “/”, without “?” or “#”",
            "publication.yaml:13:base: la base « https://example.org/d » doit finir par « / », sans « ? » ni « # »"
        ),
        (
            "2026-01-15", "2026-02-15",
            "publication.yaml:15:compiled: “2026-02-15” is after the date of issue 2026-01-31",
            "publication.yaml:15:compiled: « 2026-02-15 » est postérieur à la date de publication, 2026-01-31"
        ),
        (
            "notes: en", "notes: en\nprivate: [roles]",
            "publication.yaml:19:private: the column “roles” is needed and cannot be private",
            "publication.yaml:19:private: la colonne « roles » est nécessaire et ne peut pas être privée"
        ),
        (
            "notes: en", "notes: en\nnotes: fr", "publication.yaml:18: the key “notes” stands there twice",
            "publication.yaml:18: la clé « notes » figure deux fois"
        ),
        (
            "id: orphanet", "id: Orphanet",
            "publication.yaml:8:attributions.id: malformed id “Orphanet”; use lower-case letters without accents, digits and single hyphens",
            "publication.yaml:8:attributions.id: identifiant mal formé « Orphanet » ; employez des lettres minuscules sans accent, des chiffres et des traits d’union simples"
        ),
    ])
    func aWrongKeyIsNamedWithItsLine(_ old: String, _ new: String, _ english: String, _ french: String) {
        let said = errors(old, new)
        #expect(said.contains(english), "\(said)")
        let saidInFrench = errors(old, new, .french)
        #expect(saidInFrench.contains(french), "\(saidInFrench)")
    }

    @Test func bytesThatAreNoTextAreAnErrorAtTheirLine() {
        var files = FixtureDirectory.files
        files["publication.yaml"] = Array("title: é\nà: ".utf8) + [0xE9]
        #expect(
            Directory.load(files: files).errors.map { $0.text(in: .english) } == [
                "publication.yaml:2: byte 0xE9 is no text: the file is UTF-8, but damaged here; type the word again"
            ])
    }

    @Test func brokenYAMLIsAnErrorAtItsLine() {
        let said = errors("notes: en", "notes: [en")
        #expect(said.count == 1)
        #expect(said.first?.hasPrefix("publication.yaml:19: the YAML cannot be read: ") == true, "\(said)")
    }

    /// YAML that would exhaust a careless reader.
    enum Hostile: CaseIterable {
        case manyFlows, manySequences, manyKeys, manyValues, large, empty, list, scalar, selfReference, nul, manyAliases

        var text: String {
            switch self {
            case .manyFlows: String(repeating: "[", count: 30_000)
            case .manySequences: String(repeating: "- ", count: 30_000)
            case .manyKeys: String(repeating: "? ", count: 30_000)
            case .manyValues: String(repeating: "a: ", count: 20_000)
            case .large: String(repeating: "x", count: 70_000)
            case .empty: ""
            case .list: "- a\n"
            case .scalar: "a\n"
            case .selfReference: "&a [*a]"
            case .nul: "\u{0}"
            case .manyAliases: "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: &d [*c,*c,*c]\ntitle: *d\n"
            }
        }
    }

    @Test(arguments: Hostile.allCases)
    func hostileYAMLIsAnErrorAndNoCrash(_ hostile: Hostile) {
        var files = FixtureDirectory.files
        files["publication.yaml"] = Array(hostile.text.utf8)
        let loading = Directory.load(files: files)
        #expect(loading.directory == nil)
        #expect(!loading.errors.isEmpty)
    }

    @Test func noDamageToTheFileCrashesTheReader() {
        var generator = SeededGenerator(seed: 3)
        let marks = Array("[]{}-:?&*!|>'\"%@`# \n\t,a0\\".utf8)
        let original = RealDirectory.files["publication.yaml"] ?? []
        for _ in 0..<1_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                let mark = marks[Int.random(in: 0..<marks.count, using: &generator)]
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[index] = mark
                case 1: bytes.insert(mark, at: index)
                default: bytes.remove(at: index)
                }
            }
            let loading = Directory.load(files: ["publication.yaml": bytes])
            for problem in loading.errors where problem.place.file == "publication.yaml" {
                #expect(problem.text(in: .french) != problem.text(in: .english))
            }
        }
    }

    @Test func privateColumnsAreNeitherCheckedNorRead() throws {
        var files = FixtureDirectory.replacing(
            "notes: en", with: "notes: en\nprivate: [city, phone]", in: "publication.yaml")
        let text = FixtureDirectory.organizations.replacing(",acronym,", ",phone,").replacing(
            ",AQ,", ",514 SECRET\u{7},")
        files["organizations.csv"] = Array(text.utf8)
        let directory = try #require(Directory.load(files: files).directory)
        let everything = DirectoryMapping(directory).quads().map(\.description).joined() + "\(directory)"
        #expect(!everything.contains("SECRET"))
        #expect(!everything.contains("Longueuil"))
    }
}
