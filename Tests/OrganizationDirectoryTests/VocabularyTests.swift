import ByteText
import Foundation
import JSONText
import Localization
import OrganizationDirectory
import RDFModel
import RDFSyntax
import Testing

/// `vocab/` says what the mapping uses, in both languages, and the same as the Swift values.
@Suite struct VocabularyTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "vocab")

    private static let quebec = IRI(unchecked: LYS.schemes + "territory/quebec")

    private func bytes(_ file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: Self.folder.appending(path: file)))
    }

    private func triples(_ files: String...) throws -> Set<Triple> {
        Set(try files.flatMap { try RDFDocument(bytes($0), format: .turtle).quads.map(\.triple) })
    }

    private func published(_ files: [String: [UInt8]]) throws -> [Quad] {
        DirectoryMapping(try #require(Directory.load(files: files).directory)).quads()
    }

    /// The IRIs of our own vocabulary in a quad.
    private func ownTerms(_ quad: Quad) -> [IRI] {
        var iris = [quad.predicate]
        if case .iri(let iri) = quad.object { iris.append(iri) }
        if case .literal(let literal) = quad.object { iris.append(literal.datatype) }
        return iris.filter { $0.string.hasPrefix(LYS.namespace) }
    }

    private func languages(of subject: IRI, _ property: IRI, in triples: Set<Triple>) -> [String] {
        triples.filter { $0.subject == .iri(subject) && $0.predicate == property }.compactMap { triple in
            if case .literal(let literal) = triple.object { literal.language } else { nil }
        }.sorted()
    }

    @Test func everyTermInUseIsDefinedInBothLanguages() throws {
        let vocabulary = try triples("lys.ttl")
        let used = Set(try (published(FixtureDirectory.files) + published(RealDirectory.files)).flatMap(ownTerms))
        #expect(used.count > 30)
        for term in used.sorted() {
            #expect(languages(of: term, RDFS.label, in: vocabulary) == ["en", "fr"], "\(term)")
            #expect(languages(of: term, SKOS.definition, in: vocabulary) == ["en", "fr"], "\(term)")
        }
    }

    @Test func everyTermThatIsDefinedIsInUse() throws {
        let vocabulary = try triples("lys.ttl")
        let defined = Set(
            vocabulary.compactMap { triple -> IRI? in
                guard triple.predicate == RDFS.isDefinedBy, case .iri(let iri) = triple.subject else { return nil }
                return iri
            })
        let used = Set(try published(FixtureDirectory.files).flatMap(ownTerms))
        #expect(defined == used)
    }

    @Test func everyConceptInUseIsDefinedInBothLanguages() throws {
        let schemes = try triples("roles.ttl", "territories.ttl", "fields.ttl", "concepts.ttl")
        let concepts = ConceptSchemes.all.flatMap { iris($0) } + TerritoryList.standard.all.compactMap(\.ownIRI)
        #expect(concepts.count == 84)
        for concept in concepts {
            #expect(languages(of: concept, SKOS.prefLabel, in: schemes) == ["en", "fr"], "\(concept)")
        }
        let inFiles = schemes.filter { $0.predicate == SKOS.inScheme }.map(\.subject)
        #expect(Set(inFiles) == Set(concepts.map(Term.iri)))
    }

    private func iris<Concept: SchemeConcept>(_ type: Concept.Type) -> [IRI] { type.allCases.map(\.iri) }

    @Test func theFilesSayWhatTheMappingSays() throws {
        let schemes = try triples("roles.ttl", "territories.ttl", "fields.ttl", "concepts.ttl")
        let said = try published(RealDirectory.files).map(\.triple).filter { triple in
            if case .iri(let iri) = triple.subject {
                iri.string.hasPrefix(LYS.schemes) && !iri.string.hasPrefix(LYS.schemes + "directory/")
            } else {
                false
            }
        }
        #expect(!said.isEmpty)
        for triple in said { #expect(schemes.contains(triple), "\(triple)") }
    }

    @Test func rolesStandBeneathThreePartsOfTheMission() throws {
        let roles = try triples("roles.ttl").filter { $0.predicate == SKOS.broader }
        #expect(roles.count == 8)
        #expect(Set(roles.map(\.object)).count == 3)
    }

    @Test func regionsWidenToQuebecAndCanada() throws {
        let territories = try triples("territories.ttl")
        let broader = territories.filter { $0.predicate == SKOS.broader }
        #expect(broader.count { $0.object == .iri(Self.quebec) } == 17)
        #expect(
            broader.contains(
                Triple(.iri(Self.quebec), SKOS.broader, .iri(IRI(unchecked: LYS.schemes + "territory/canada")))))
        #expect(territories.count { $0.predicate == SKOS.notation } == 17)
    }

    @Test func theContextHasAWordForEverythingPublished() throws {
        let text = String(decoding: try bytes("context.jsonld"), as: UTF8.self)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let context = try #require(json["@context"] as? [String: Any])
        func iri(_ definition: Any?) -> String? {
            if let text = definition as? String { return text }
            guard let parts = definition as? [String: Any] else { return nil }
            return (parts["@id"] ?? parts["@reverse"]) as? String
        }
        func expanded(_ text: String) -> String {
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, !parts[1].hasPrefix("//"), let prefix = iri(context[parts[0]]) else { return text }
            return prefix + parts[1]
        }
        let covered = Set(context.keys.compactMap { iri(context[$0]).map { ByteKey(expanded($0)) } })
        for quad in try published(FixtureDirectory.files) + published(RealDirectory.files) {
            if quad.predicate == RDF.type, case .iri(let type) = quad.object {
                #expect(covered.contains(ByteKey(type.string)), "\(type)")
            } else {
                #expect(covered.contains(ByteKey(quad.predicate.string)), "\(quad.predicate)")
            }
        }
    }
}
