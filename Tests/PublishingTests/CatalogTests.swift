import EmbeddedResources
import Localization
import OrganizationDirectory
import RDFModel
import RDFSyntax
import Testing

@testable import Publishing

/// What harvesters look for in a catalog, and what search engines look for in schema.org.
@Suite struct CatalogTests {
    private let catalog: Set<Triple>
    private let schemaOrg: String
    private let schemaOrgTriples: Set<Triple>

    init() throws {
        var files = KeeperFields.files
        let table = try #require(files["organizations.csv"])
        files["organizations.csv"] = table.replacing("alpha,Alpha,", with: "alpha,Alpha </script><!-- x,")
        let loading = Directory.load(files: files.mapValues { Array($0.utf8) })
        let bundle = try WrittenBundle(Export(try #require(loading.directory), options: Export.Options()))
        let turtle = try #require(bundle.bytes[.catalogTurtle])
        catalog = Set(try RDFDocument(turtle, format: .turtle).quads.map(\.triple))
        schemaOrg = String(decoding: try #require(bundle.bytes[.schemaOrg]), as: UTF8.self)
        let statements = try #require(bundle.files.first { $0.kind == .schemaOrg }?.dataset).statements
        var triples: Set<Triple> = []
        statements.forEachPiece(of: 100) { triples.formUnion($0.map(\.triple)) }
        schemaOrgTriples = triples
    }

    private static func iri(_ text: String) -> Term { .iri(IRI(unchecked: text)) }

    private func objects(_ subject: String, _ predicate: String) -> [Term] {
        catalog.filter { $0.subject == Self.iri(subject) && $0.predicate.string == predicate }.map(\.object).sorted()
    }

    @Test func thereIsOneDataset() {
        let datasets = catalog.filter { $0.predicate == RDF.type && $0.object == .iri(DCAT.dataset) }
        #expect(datasets.map(\.subject) == [Self.iri("https://example.org/d/dataset")])
    }

    @Test func aCitedWorkIsRelatedAndItsRightsStandOnEachDistribution() {
        let work = Self.iri("https://example.org/d/source/orphanet")
        let dataset = "https://example.org/d/dataset"
        #expect(objects(dataset, "http://purl.org/dc/terms/relation") == [work])
        #expect(objects(dataset, "http://www.w3.org/ns/prov#wasDerivedFrom") == [work])
        #expect(objects(dataset, "http://purl.org/dc/terms/source") == [])
        let distributions = objects(dataset, "http://www.w3.org/ns/dcat#distribution")
        #expect(distributions.count == 8)
        for case .iri(let distribution) in distributions {
            let rights = objects(distribution.string, "http://purl.org/dc/terms/rights")
            #expect(rights == [Self.iri("https://example.org/d/rights")])
            let titles = objects(distribution.string, "http://purl.org/dc/terms/title").compactMap { title in
                if case .literal(let literal) = title { literal.language } else { nil }
            }
            #expect(titles == ["en", "fr"] || titles == ["fr", "en"])
            let media = objects(distribution.string, "http://www.w3.org/ns/dcat#mediaType").map(\.description)
            #expect(media.allSatisfy { $0.hasPrefix("<https://www.iana.org/assignments/media-types/") })
        }
        #expect(
            objects("https://example.org/d/rights", RDFS.label.string).contains(
                .literal(
                    Literal(
                        "Contains information from: Nomenclature (https://www.orphadata.com/, https://creativecommons.org/licenses/by/3.0/)",
                        language: "en"))))
    }

    @Test func theContactIsOnDatasetAndCatalog() {
        let contact = "https://example.org/desk#id"
        for subject in ["dataset", "catalog"] {
            let found = objects("https://example.org/d/" + subject, "http://www.w3.org/ns/dcat#contactPoint")
            #expect(found == [Self.iri(contact)])
        }
        let vcard = "http://www.w3.org/2006/vcard/ns#"
        #expect(objects(contact, RDF.type.string) == [Self.iri(vcard + "Kind"), Self.iri(vcard + "Organization")])
        #expect(objects(contact, vcard + "hasEmail") == [Self.iri("mailto:desk@example.org")])
        #expect(objects(contact, vcard + "hasURL") == [Self.iri("https://example.org/desk")])
        #expect(objects(contact, vcard + "fn").count == 2)
        #expect(schemaOrg.contains("\"email\": \"desk@example.org\""))
    }

    @Test func licenceAndTerritoryHaveNames() {
        let licence = objects("https://creativecommons.org/licenses/by/4.0/", "http://purl.org/dc/terms/title")
        #expect(licence.contains(.literal(Literal("Creative Commons Attribution", language: "en"))))
        let territory = objects("https://w3id.org/lys/territory/quebec", SKOS.prefLabel.string)
        #expect(territory.contains(.literal(Literal("Quebec", language: "en"))))
    }

    @Test(arguments: [
        ("https://creativecommons.org/licenses/by/4.0/", "Creative Commons Attribution"),
        ("http://creativecommons.org/licenses/by/4.0/deed.fr", "Creative Commons Attribution"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "Creative Commons CCZero"),
        ("https://opendatacommons.org/licenses/odbl/1-0/", "Open Data Commons Open Database License (ODbL)"),
        ("https://example.org/our-licence/", "example.org/our-licence"),
    ])
    func aLicenceIsKnownByItsAddress(_ address: String, _ title: String) {
        #expect(Licence(IRI(unchecked: address)).title.english == title)
    }

    /// The keywords themselves, since most readers process no context, and plain texts.
    @Test func schemaOrgIsReadWithoutItsContext() {
        #expect(schemaOrg.contains("\"@type\": \"NGO\"") && schemaOrg.contains("\"@type\": \"Dataset\""))
        #expect(!schemaOrg.contains("\"type\":") && !schemaOrg.contains("\"id\":"))
        #expect(!schemaOrg.contains("@language") && !schemaOrg.contains("@value"))
    }

    @Test func noTextEndsTheScriptOfAPage() {
        #expect(!schemaOrg.contains("<"))
        #expect(schemaOrg.contains(#"Alpha \u003C/script>\u003C!-- x"#))
    }

    @Test func anEndIsToldInWords() {
        let beta = Self.iri("https://example.org/d/organization/beta")
        let about = schemaOrgTriples.filter { $0.subject == beta }
        func texts(_ name: String) -> [String] {
            about.filter { $0.predicate.string == "http://schema.org/" + name }.map(\.object.description)
        }
        #expect(texts("dissolutionDate").first?.contains("2001") == true)
        #expect(texts("disambiguatingDescription").first?.contains("Organization merged (2001), replaced by") == true)
        #expect(texts("knowsAbout") == [] && texts("areaServed") == [])
        // An ended fund is told of nowhere.
        #expect(!schemaOrgTriples.contains { $0.object == Self.iri("http://schema.org/Grant") })
    }
}
