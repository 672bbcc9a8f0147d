internal import ByteText
public import EmbeddedResources
internal import Localization
internal import RDFModel
internal import RDFSyntax

extension TerritoryList {
    /// The territories of `vocab/territories.ttl`: those compiled in.
    public static let standard = (try? TerritoryList(vocabulary: ResourceFiles())) ?? TerritoryList([])

    /// The territories of `vocab/territories.ttl`, which may be the user's own: every concept with a name, in the order
    /// of the IRIs.
    /// - Throws: what reading the file throws.
    public init(vocabulary resources: ResourceFiles) throws {
        let bytes = resources.bytes(of: "vocab/territories.ttl") ?? []
        let triples = try RDFDocument(bytes, format: .turtle).quads.map(\.triple)
        var texts: [IRI: [IRI: [(language: String?, text: String)]]] = [:]
        var broader: [IRI: IRI] = [:]
        for triple in triples {
            guard case .iri(let subject) = triple.subject else { continue }
            switch triple.object {
            case .literal(let literal):
                texts[subject, default: [:]][triple.predicate, default: []].append(
                    (literal.language, literal.lexicalForm))
            case .iri(let object) where triple.predicate == SKOS.broader: broader[subject] = object
            case .iri, .blankNode, .tripleTerm: break
            }
        }
        let schemes = Set(triples.filter { $0.predicate == SKOS.inScheme }.map(\.object))
        let concepts = texts.keys.filter { !schemes.contains(.iri($0)) }.sorted { $0.string.precedesInBytes($1.string) }
        self.init(
            concepts.compactMap { concept in
                func label(_ language: String) -> String? {
                    texts[concept]?[SKOS.prefLabel]?.first { $0.language == language }?.text
                }
                let any = texts[concept]?[SKOS.prefLabel]?.first?.text
                guard let name = label("fr") ?? label("en") ?? any else { return nil }
                let others = [SKOS.altLabel, SKOS.hiddenLabel].flatMap { texts[concept]?[$0]?.map(\.text) ?? [] }
                return Territory(
                    id: Self.id(concept), ownIRI: concept,
                    label: Texts(fr: label("fr") ?? name, en: label("en") ?? name),
                    otherNames: others.sorted { $0.precedesInBytes($1) },
                    notation: texts[concept]?[SKOS.notation]?.first?.text, broader: broader[concept].map(Self.id))
            })
    }

    /// The last part of an IRI.
    private static func id(_ iri: IRI) -> String {
        String(iri.string.split { $0 == "/" || $0 == "#" }.last ?? "")
    }
}
