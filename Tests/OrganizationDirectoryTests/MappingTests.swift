import ByteText
import Localization
import OrganizationDirectory
import RDFModel
import RDFSyntax
import Testing

@Suite struct MappingTests {
    private func quads(_ files: [String: [UInt8]], vocabularyBase: IRI? = nil) throws -> [Quad] {
        let loading = Directory.load(files: files)
        try #require(loading.errors.map { $0.text(in: .english) } == [])
        return DirectoryMapping(try #require(loading.directory), vocabularyBase: vocabularyBase).quads()
    }

    /// The graph of a record of the fixture, in N-Triples as a person would write it in Turtle.
    private func expectGraph(_ record: String, isTurtle turtle: String) throws {
        let prefixes = """
            PREFIX : <https://example.org/d/>
            PREFIX adms: <http://www.w3.org/ns/adms#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX language: <http://publications.europa.eu/resource/authority/language/>
            PREFIX lys: <https://w3id.org/lys/ns#>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX schema: <https://schema.org/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            BASE <https://w3id.org/lys/>

            """
        let expected = try RDFDocument(Array((prefixes + turtle).utf8), format: .turtle).quads.map(\.triple).sorted()
        let graph = GraphName.iri(IRI(unchecked: "https://example.org/d/record/" + record))
        let found = try quads(FixtureDirectory.files).filter { $0.graph == graph }.map(\.triple).sorted()
        for triple in expected where !found.contains(triple) { Issue.record("missing: \(triple)") }
        for triple in found where !expected.contains(triple) { Issue.record("unexpected: \(triple)") }
    }

    @Test func anOrganizationWithEveryColumn() throws {
        try expectGraph(
            "organization/alpha",
            isTurtle: """
                :organization\\/alpha a lys:PatientOrganization, org:Organization, schema:NGO, foaf:Organization ;
                    skos:prefLabel "Alpha Québec"@fr, "Alpha Quebec"@en ; schema:name "Alpha Québec"@fr, "Alpha Quebec"@en ;
                    lys:acronym "AQ" ; schema:alternateName "AQ" ; skos:hiddenLabel "Old Alpha", "Older Alpha" ;
                    dcterms:description "Une mission,\\nen deux lignes"@fr, "A mission"@en ;
                    schema:description "Une mission,\\nen deux lignes"@fr, "A mission"@en ;
                    foaf:homepage <https://alpha.example.org> ; schema:url <https://alpha.example.org> ;
                    lys:hasWebsite :website\\/alpha ; schema:foundingDate "1999-03-25"^^xsd:date ;
                    org:classification <field/rare-diseases> ; lys:status <status/active> ;
                    dcterms:spatial <territory/06>, <territory/16> ; schema:areaServed <territory/06>, <territory/16> ;
                    org:hasPrimarySite :site\\/alpha ;
                    adms:identifier :identifier\\/alpha\\/neq, :identifier\\/alpha\\/bn ;
                    schema:identifier "NEQ:1140000000", "BN:123456789RR0001" ;
                    lys:representsCondition :condition\\/first, :condition\\/rare-disease ;
                    lys:playsRole <role/awareness>, <role/research-funding> .
                :website\\/alpha a lys:Website, schema:WebSite ; schema:url <https://alpha.example.org> ;
                    dcterms:language language:FRA, language:ENG ; schema:inLanguage "fr", "en" .
                :site\\/alpha a org:Site ; org:siteAddress :site\\/alpha\\/address .
                :site\\/alpha\\/address a vcard:Address ; vcard:locality "Longueuil" .
                :identifier\\/alpha\\/neq a adms:Identifier ; skos:notation "1140000000" ;
                    adms:schemaAgency "Registraire des entreprises du Québec"@fr, "Registraire des entreprises du Québec"@en .
                :identifier\\/alpha\\/bn a adms:Identifier ; skos:notation "123456789RR0001" ;
                    adms:schemaAgency "Agence du revenu du Canada"@fr, "Canada Revenue Agency"@en .
                :representation\\/alpha\\/first a lys:Representation ; lys:organization :organization\\/alpha ;
                    lys:condition :condition\\/first ; lys:scope <scope/exact> ; lys:derivedBy lys:representationScopeRule .
                :representation\\/alpha\\/rare-disease a lys:Representation ; lys:organization :organization\\/alpha ;
                    lys:condition :condition\\/rare-disease ; lys:scope <scope/all-rare-diseases> ;
                    lys:derivedBy lys:representationScopeRule .
                :activity\\/alpha\\/awareness a lys:Activity ; lys:organization :organization\\/alpha ; lys:role <role/awareness> .
                :activity\\/alpha\\/research-funding a lys:Activity ; lys:organization :organization\\/alpha ;
                    lys:role <role/research-funding> .
                :record\\/organization\\/alpha a lys:Record, prov:Entity ; foaf:primaryTopic :organization\\/alpha ;
                    lys:basis <basis/published-page> ; prov:hadPrimarySource <https://alpha.example.org/about> ;
                    skos:note "seen on its page"@en ; dcterms:modified "2026-01-15"^^xsd:date ;
                    lys:reviewedOn "2025-02-03"^^xsd:date ; lys:sourceDate "2019-06-07"^^xsd:date .
                """)
    }

    @Test func whatIsUnknownIsNotSaid() throws {
        try expectGraph(
            "organization/beta",
            isTurtle: """
                :organization\\/beta a lys:PatientOrganization, org:Organization, schema:NGO, foaf:Organization ;
                    skos:prefLabel "Bêta"@fr ; schema:name "Bêta"@fr ; org:classification <field/cancer> ;
                    dcterms:spatial <territory/quebec> ; lys:status <status/merged> ;
                    dcterms:isReplacedBy :organization\\/alpha .
                :representation\\/beta\\/second a lys:Representation ; lys:organization :organization\\/beta ;
                    lys:condition :condition\\/second ; lys:scope <scope/group> ; lys:derivedBy lys:representationScopeRule .
                :record\\/organization\\/beta a lys:Record, prov:Entity ; foaf:primaryTopic :organization\\/beta ;
                    lys:basis <basis/general-knowledge> ; dcterms:modified "2026-01-15"^^xsd:date .
                """)
    }

    @Test func aConditionWithEveryColumn() throws {
        try expectGraph(
            "condition/first",
            isTurtle: """
                :condition\\/first a skos:Concept, schema:MedicalCondition ; skos:inScheme :conditions ;
                    skos:prefLabel "première maladie"@fr, "first disease"@en ;
                    schema:name "première maladie"@fr, "first disease"@en ;
                    skos:altLabel "un synonyme"@fr, "un autre"@fr, "a synonym"@en ; skos:broader :condition\\/second ;
                    skos:notation "ORPHA:11"^^lys:OrphaCode, "MONDO:0000011"^^lys:MondoCode, "OMIM:100011"^^lys:OmimCode,
                        "E84"^^lys:Icd10Code ;
                    skos:exactMatch <http://www.orpha.net/ORDO/Orphanet_11>, <http://purl.obolibrary.org/obo/MONDO_0000011>,
                        <https://omim.org/entry/100011> ;
                    skos:broadMatch <http://id.who.int/icd/release/10/E84> ; lys:rare true ;
                    schema:code :code\\/orpha\\/11, :code\\/mondo\\/0000011, :code\\/omim\\/100011, :code\\/icd10\\/E84 .
                :code\\/orpha\\/11 a schema:MedicalCode ; schema:codeValue "ORPHA:11" ; schema:codingSystem "ORPHA" .
                :code\\/mondo\\/0000011 a schema:MedicalCode ; schema:codeValue "MONDO:0000011" ; schema:codingSystem "MONDO" .
                :code\\/omim\\/100011 a schema:MedicalCode ; schema:codeValue "OMIM:100011" ; schema:codingSystem "OMIM" .
                :code\\/icd10\\/E84 a schema:MedicalCode ; schema:codeValue "E84" ; schema:codingSystem "ICD-10" .
                :record\\/condition\\/first a lys:Record, prov:Entity ; foaf:primaryTopic :condition\\/first ;
                    lys:basis <basis/published-table> ; prov:hadPrimarySource :source\\/orphanet ;
                    lys:codeCheck <code-check/verified> ; lys:sourceText "Orphanet nomenclature 2023" ; dcterms:modified "2026-01-15"^^xsd:date .
                """)
    }

    @Test func aNearTermIsACloseMatchAndNotRareIsNotSaid() throws {
        let base = "https://example.org/d/condition/second"
        let about = try quads(FixtureDirectory.files).filter { $0.subject == .iri(IRI(unchecked: base)) }
        let matches = about.filter { $0.predicate == SKOS.closeMatch || $0.predicate == SKOS.exactMatch }
        #expect(matches.map(\.predicate) == [SKOS.closeMatch])
        #expect(!about.contains { $0.predicate == LYS.rare })
    }

    @Test func anActivityWithStakeholders() throws {
        try expectGraph(
            "activity/alpha/care-access-liaison/first",
            isTurtle: """
                :activity\\/alpha\\/care-access-liaison\\/first a lys:Activity ; lys:organization :organization\\/alpha ;
                    lys:role <role/care-access-liaison> ; lys:condition :condition\\/first ;
                    lys:stakeholder <stakeholder/health-professionals>, <stakeholder/government> ;
                    lys:since "2001"^^xsd:gYear ; lys:until "2004-05-06"^^xsd:date .
                :record\\/activity\\/alpha\\/care-access-liaison\\/first a lys:Record, prov:Entity ;
                    foaf:primaryTopic :activity\\/alpha\\/care-access-liaison\\/first ; lys:basis <basis/published-page> ;
                    prov:hadPrimarySource <https://alpha.example.org/a> ; dcterms:modified "2026-01-15"^^xsd:date .
                """)
    }

    @Test func aProgrammeThatPaysForResearchIsAGrant() throws {
        try expectGraph(
            "programme/fund",
            isTurtle: """
                :grant\\/fund a lys:Programme, schema:Grant ; schema:funder :organization\\/alpha ;
                    lys:organization :organization\\/alpha ; lys:programmeKind <programme-kind/research-funding> ;
                    skos:prefLabel "Un fonds"@fr, "A fund"@en ; schema:name "Un fonds"@fr, "A fund"@en ;
                    lys:condition :condition\\/first ; foaf:page <https://alpha.example.org/fund> ; lys:since "2010"^^xsd:gYear .
                :record\\/programme\\/fund a lys:Record, prov:Entity ; foaf:primaryTopic :grant\\/fund ;
                    lys:basis <basis/general-knowledge> ; dcterms:modified "2026-01-15"^^xsd:date .
                """)
        try expectGraph(
            "programme/access",
            isTurtle: """
                :grant\\/access a lys:Programme ; lys:organization :organization\\/alpha ;
                    lys:programmeKind <programme-kind/access-to-innovation> ; skos:prefLabel "Un accès"@fr ;
                    schema:name "Un accès"@fr .
                :record\\/programme\\/access a lys:Record, prov:Entity ; foaf:primaryTopic :grant\\/access ;
                    lys:basis <basis/general-knowledge> ; dcterms:modified "2026-01-15"^^xsd:date .
                """)
    }

    @Test func aConsultationOnABloodProduct() throws {
        try expectGraph(
            "consultation/plasma",
            isTurtle: """
                :consultation\\/plasma a lys:Consultation ; lys:organization :organization\\/alpha ;
                    skos:prefLabel "Un avis"@fr, "An opinion"@en ; lys:consultingBody "INESSS" ;
                    lys:technology <technology/blood-product> ; lys:condition :condition\\/first ;
                    lys:opened "2020-01-02"^^xsd:date ; lys:closed "2020-02-03"^^xsd:date ;
                    lys:submission <https://alpha.example.org/memo.pdf> .
                :record\\/consultation\\/plasma a lys:Record, prov:Entity ; foaf:primaryTopic :consultation\\/plasma ;
                    lys:basis <basis/published-page> ; prov:hadPrimarySource <https://alpha.example.org/avis> ;
                    dcterms:modified "2026-01-15"^^xsd:date .
                """)
    }

    @Test func aMembershipOfAnOrganizationThatMergedHasNoShortcut() throws {
        try expectGraph(
            "membership/beta/alpha",
            isTurtle: """
                :membership\\/beta\\/alpha a org:Membership ; org:member :organization\\/beta ;
                    org:organization :organization\\/alpha ; org:role <membership-kind/chapter> ;
                    lys:since "2000"^^xsd:gYear .
                :record\\/membership\\/beta\\/alpha a lys:Record, prov:Entity ; foaf:primaryTopic :membership\\/beta\\/alpha ;
                    lys:basis <basis/general-knowledge> ; dcterms:modified "2026-01-15"^^xsd:date .
                """)
    }

    @Test func quadsAreSortedUniqueNamedAndWithoutBlankNodes() throws {
        let quads = try quads(RealDirectory.files)
        #expect(zip(quads, quads.dropFirst()).allSatisfy { $0 < $1 })
        #expect(quads.allSatisfy { $0.graph != .defaultGraph })
        #expect(!quads.contains { !isNamed($0.subject) || !isNamed($0.object) })
        #expect(quads.count == 8904)
    }

    private func isNamed(_ term: Term) -> Bool { if case .blankNode = term { false } else { true } }

    @Test func noTwoConditionsShareAnExactMatch() throws {
        let matches = try quads(RealDirectory.files).filter { $0.predicate == SKOS.exactMatch }
        // One a code but ICD-10, less the six near terms of MONDO.
        #expect(matches.count == 42 + 106 + 28 - 6)
        #expect(Set(matches.map(\.object)).count == matches.count)
        let quads = try quads(RealDirectory.files)
        #expect(quads.count { $0.predicate == SKOS.closeMatch } == 6)
        #expect(quads.count { $0.predicate == SKOS.broadMatch } == 66)
    }

    @Test func whatIsNoMedicalConditionIsOnlyAConcept() throws {
        let conditions = Set(
            try quads(RealDirectory.files).filter { $0.object == .iri(Schema.medicalCondition) }.map(\.subject))
        func isMedical(_ id: String) -> Bool {
            conditions.contains(.iri(IRI(unchecked: "https://w3id.org/lys/directory/quebec/condition/" + id)))
        }
        #expect(!isMedical("ostomy") && !isMedical("preterm-birth") && !isMedical("hereditary-disease"))
        #expect(!isMedical("rare-disease"))
        #expect(isMedical("cystic-fibrosis") && isMedical("asthma"))
    }

    @Test func addingAnOrganizationChangesOnlyWhatIsAboutIt() throws {
        let before = Set(try quads(RealDirectory.files))
        var files = RealDirectory.files
        files["organizations.csv"]? += Array(
            "zz-new,Nouvel organisme,,,,asthma,asthme,respiratory,Laval,,,,awareness,general-knowledge,\n".utf8)
        let after = Set(try quads(files))
        #expect(before.subtracting(after).isEmpty)
        let added = after.subtracting(before)
        #expect(!added.isEmpty)
        #expect(added.allSatisfy { $0.graph.term?.description.contains("record/organization/zz-new>") == true })
    }

    @Test func theOrderOfTheRowsDoesNotMatter() throws {
        var files = RealDirectory.files
        let lines = String(decoding: files["conditions.csv"] ?? [], as: UTF8.self).split(separator: "\n")
        let reversed = [lines[0]] + lines.dropFirst().reversed()
        files["conditions.csv"] = Array(reversed.joined(separator: "\n").utf8)
        #expect(try quads(files) == quads(RealDirectory.files))
    }

    @Test func theVocabularyMovesToAnotherBase() throws {
        let moved = try quads(RealDirectory.files, vocabularyBase: IRI(unchecked: "https://example.org/v/"))
        #expect(moved.count == 8904)
        #expect(!moved.contains { $0.description.contains("https://w3id.org/lys/ns#") })
        #expect(!moved.contains { $0.description.contains("https://w3id.org/lys/role") })
        #expect(moved.contains { $0.description.contains("<https://w3id.org/lys/directory/quebec/organization/aafq>") })
        #expect(moved.contains { $0.description.contains("^^<https://example.org/v/ns#OrphaCode>") })
    }
}
