public import RDFModel
internal import SPARQLAlgebra

/// The names that vocabularies define, to tell a misspelled name from one that the data has no use for.
public struct KnownVocabularies: Sendable {
    /// The names by their namespaces.
    private var names: [String: [String]] = [:]

    /// Those of the standards that a query is likely to name: RDF, RDF Schema, OWL, SKOS, Dublin Core, FOAF, ORG, PROV,
    /// DCAT, VoID and schema.org.
    public static let standard: KnownVocabularies = {
        var result = KnownVocabularies()
        for (namespace, names) in standardNames + [("https://schema.org/", schemaNames)] {
            result.names[namespace] = names.split(whereSeparator: \.isWhitespace).map(String.init)
        }
        return result
    }()

    /// No vocabulary.
    public init() {}

    /// Adds the names of a vocabulary: of the terms given those that stand in its namespace.
    public mutating func add(_ terms: some Sequence<Term>, namespace: String) {
        var known = names[namespace] ?? []
        for case .iri(let iri) in terms where iri.string.utf8.starts(with: namespace.utf8) {
            let name = String(iri.string.dropFirst(namespace.count))
            if !name.isEmpty { known.append(name) }
        }
        names[namespace] = known
    }

    /// The term that a name in a known namespace was probably meant to be; `nil` where the namespace is not known, the
    /// name is one of its names, or none is near.
    public func nearest(to iri: IRI) -> IRI? {
        let namespaces = names.keys.filter { iri.string.utf8.starts(with: $0.utf8) }
        guard let namespace = namespaces.max(by: { $0.utf8.count < $1.utf8.count }), let known = names[namespace] else {
            return nil
        }
        let name = String(iri.string.dropFirst(namespace.count))
        guard !known.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else { return nil }
        return NearestName.of(name, among: known).map { IRI(unchecked: namespace + $0) }
    }
}
