internal import Localization
internal import RDFModel
internal import SPARQLAlgebra
internal import SPARQLEngine
internal import TripleStore

/// What data says of itself in the header of an ontology, a dataset or a catalog.
struct DatasetDescription: Hashable {
    /// The ontology, dataset or catalog.
    let subject: Term
    var title: String?
    var version: String?
    /// The IRI of the licence, or its text.
    var licence: String?
    /// A day, or a year.
    var issued: String?
    /// Who publishes it, or else who made it.
    var publishers: [String] = []

    /// How many things are said.
    private var count: Int {
        [title, version, licence, issued].count { $0 != nil } + (publishers.isEmpty ? 0 : 1)
    }

    /// What a property says of a dataset; the first of several is the one that counts.
    private enum Field: Int, CaseIterable {
        case title, version, licence, issued, publisher

        var properties: [String] {
            let (dcterms, dc, schema) = ("http://purl.org/dc/terms/", "http://purl.org/dc/elements/1.1/", Self.schemas)
            switch self {
            case .title:
                return [dcterms + "title", dc + "title", RDFS.label.string] + schema.map { $0 + "name" }
                    + ["http://www.w3.org/2004/02/skos/core#prefLabel"]
            case .version:
                return ["http://www.w3.org/ns/dcat#version", "http://www.w3.org/2002/07/owl#versionInfo"]
                    + schema.map { $0 + "version" }
                    + [
                        "http://purl.org/pav/version", dcterms + "hasVersion",
                        "http://www.w3.org/2002/07/owl#versionIRI",
                    ]
            case .licence:
                return [dcterms + "license", "http://creativecommons.org/ns#license"] + schema.map { $0 + "license" }
                    + ["http://www.w3.org/1999/xhtml/vocab#license", dc + "license", dcterms + "rights", dc + "rights"]
            case .issued:
                return [dcterms + "issued", dcterms + "modified"]
                    + schema.flatMap { [$0 + "datePublished", $0 + "dateModified"] }
                    + [dcterms + "created", dcterms + "date", dc + "date"]
            case .publisher:
                return [dcterms + "publisher", dc + "publisher"] + schema.map { $0 + "publisher" }
                    + [dcterms + "creator", dc + "creator"] + schema.map { $0 + "creator" }
            }
        }

        private static let schemas = ["https://schema.org/", "http://schema.org/"]
    }

    /// The classes of what describes data, the best first.
    private static let types = [
        "http://www.w3.org/2002/07/owl#Ontology", "http://www.w3.org/ns/dcat#Catalog",
        "http://www.w3.org/ns/dcat#Dataset", "http://rdfs.org/ns/void#Dataset", "https://schema.org/Dataset",
        "http://schema.org/Dataset", "http://rdfs.org/ns/void#DatasetDescription",
        "http://www.w3.org/2004/02/skos/core#ConceptScheme",
    ]

    /// The descriptions in some data, in the default graph or a named one, the best first.
    static func all(in snapshot: StoreSnapshot) -> [DatasetDescription] {
        let properties = Field.allCases.flatMap(\.properties)
        let terms = { (names: [String]) in names.map { "<\($0)>" }.joined(separator: " ") }
        let text = """
            SELECT DISTINCT ?s ?t ?p ?o ?n {
              VALUES ?t { \(terms(types)) }
              VALUES ?p { \(terms(properties)) }
              { ?s a ?t ; ?p ?o OPTIONAL { \(named) } }
              UNION { GRAPH ?g { ?s a ?t ; ?p ?o OPTIONAL { \(named) } } }
            }
            """
        guard let query = try? QueryParser.parse(text),
            case .solutions(let solutions)? = try? QueryEngine(snapshot).execute(query),
            let rows = try? solutions.rows()
        else { return [] }
        var found: [Term: (rank: Int, statements: [(property: String, value: Term, name: Term?)])] = [:]
        for row in rows {
            guard let subject = row[0], case .iri(let type)? = row[1], case .iri(let property)? = row[2],
                let value = row[3], let rank = types.firstIndex(of: type.string)
            else { continue }
            var known = found[subject] ?? (rank, [])
            known.rank = min(known.rank, rank)
            known.statements.append((property.string, value, row[4]))
            found[subject] = known
        }
        return found.map { subject, known in (known.rank, DatasetDescription(subject, known.statements)) }
            .sorted { left, right in
                (left.0, -left.1.count, left.1.subject) < (right.0, -right.1.count, right.1.subject)
            }
            .map(\.1)
    }

    /// The name of a publisher that is a thing.
    private static let named = """
        ?o <http://xmlns.com/foaf/0.1/name>|<\(RDFS.label.string)>|<https://schema.org/name>|<http://schema.org/name>\
        |<http://www.w3.org/2006/vcard/ns#fn>|<http://www.w3.org/2004/02/skos/core#prefLabel> ?n
        """

    /// A dataset of which nothing is known.
    init(_ subject: Term) { self.subject = subject }

    private init(_ subject: Term, _ statements: [(property: String, value: Term, name: Term?)]) {
        self.subject = subject
        for field in Field.allCases {
            let property = field.properties.first { property in statements.contains { $0.property == property } }
            guard let property else { continue }
            let said = statements.filter { $0.property == property }
            switch field {
            case .title: title = Self.best(said.map(\.value))
            case .version: version = Self.best(said.map(\.value))
            case .licence: licence = Self.best(said.map(\.value))
            // A moment is cited by its day.
            case .issued: issued = Self.best(said.map(\.value)).map { String($0.prefix { $0 != "T" }) }
            case .publisher:
                for value in Set(said.map(\.value)).sorted() {
                    let names = said.filter { $0.value == value }.compactMap(\.name)
                    guard let name = Self.best(names) ?? Self.best([value]), !publishers.contains(name) else {
                        continue
                    }
                    publishers.append(name)
                }
            }
        }
    }

    /// The value in the language of the reader, else one in no language, else any: always the same one of a set.
    static func best(_ values: [Term]) -> String? {
        func rank(_ term: Term) -> Int {
            guard case .literal(let literal) = term, let language = literal.language else { return 1 }
            return language.prefix { $0 != "-" } == Language.current.rawValue ? 0 : 2
        }
        let term = values.min { (rank($0), $0) < (rank($1), $1) }
        switch term {
        case .iri(let iri)?: return iri.string
        case .literal(let literal)?: return literal.lexicalForm
        case .blankNode?, .tripleTerm?, nil: return nil
        }
    }
}
