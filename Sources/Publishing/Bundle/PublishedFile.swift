internal import Localization
internal import RDFSyntax

/// The files of a bundle besides its receipt.
public enum PublishedFile: String, CaseIterable, Sendable {
    case turtle = "directory.ttl"
    case rdfxml = "directory.rdf"
    case ntriples = "directory.nt"
    case nquads = "directory.nq"
    case trig = "directory.trig"
    case jsonld = "directory.jsonld"
    case table = "directory.csv"
    case schemaOrg = "schema-org.jsonld"
    case catalogTurtle = "catalog.ttl"
    case catalogJSONLD = "catalog.jsonld"

    /// The name of the file in the bundle.
    public var fileName: String { rawValue }

    /// The media type under which it is served.
    public var mediaType: String { format?.mediaType ?? "text/csv" }

    /// The name of its format on the command line, for the files that can be chosen there; the catalog always comes.
    public var formatName: String? {
        switch self {
        case .turtle: "ttl"
        case .rdfxml: "rdf"
        case .ntriples: "nt"
        case .nquads: "nq"
        case .trig: "trig"
        case .jsonld: "jsonld"
        case .table: "csv"
        case .schemaOrg, .catalogTurtle, .catalogJSONLD: nil
        }
    }

    /// The format, if the file is RDF.
    var format: RDFFormat? {
        switch self {
        case .turtle, .catalogTurtle: .turtle
        case .rdfxml: .rdfxml
        case .ntriples: .ntriples
        case .nquads: .nquads
        case .trig: .trig
        case .jsonld, .schemaOrg, .catalogJSONLD: .jsonld
        case .table: nil
        }
    }

    /// Whether it holds the whole graph, so that a harvester needs only one of these.
    var isDump: Bool {
        switch self {
        case .turtle, .rdfxml, .ntriples, .nquads, .trig, .jsonld: true
        case .table, .schemaOrg, .catalogTurtle, .catalogJSONLD: false
        }
    }

    /// A rank by the time that writing and proving take: the longest are begun first.
    var effort: Int {
        switch self {
        case .jsonld: 6
        case .rdfxml: 5
        case .turtle: 4
        case .trig: 3
        case .nquads: 2
        case .ntriples: 1
        case .table, .schemaOrg, .catalogTurtle, .catalogJSONLD: 0
        }
    }

    /// Whether it describes the bundle, and is therefore none of the distributions it lists.
    var isCatalog: Bool { self == .catalogTurtle || self == .catalogJSONLD }

    /// Its format in the European authority table of file types.
    var europeanFileType: String {
        switch format {
        case .turtle: "RDF_TURTLE"
        case .rdfxml: "RDF_XML"
        case .ntriples: "RDF_N_TRIPLES"
        case .nquads: "RDF_N_QUADS"
        case .trig: "RDF_TRIG"
        case .jsonld: "JSON_LD"
        case nil: "CSV"
        }
    }

    /// What a portal says about it.
    var description: Texts {
        switch self {
        case .turtle: Texts(fr: "Tout le graphe, en Turtle", en: "The whole graph, in Turtle")
        case .rdfxml: Texts(fr: "Tout le graphe, en RDF/XML", en: "The whole graph, in RDF/XML")
        case .ntriples:
            Texts(fr: "Tout le graphe, en N-Triples canonique", en: "The whole graph, in canonical N-Triples")
        case .nquads:
            Texts(
                fr: "Tout le graphe, un graphe nommé par fiche, en N-Quads",
                en: "The whole graph, a named graph for each record, in N-Quads")
        case .trig:
            Texts(
                fr: "Tout le graphe, un graphe nommé par fiche, en TriG",
                en: "The whole graph, a named graph for each record, in TriG")
        case .jsonld:
            Texts(
                fr: "Tout le graphe, un arbre par organisme, en JSON-LD",
                en: "The whole graph, a tree for each organization, in JSON-LD")
        case .table:
            Texts(
                fr: "Les organismes en un tableau, dans les deux langues",
                en: "The organizations as one table, in both languages")
        case .schemaOrg:
            Texts(
                fr: "Le jeu de données et les organismes pour les moteurs de recherche (schema.org)",
                en: "The dataset and the organizations for search engines (schema.org)")
        case .catalogTurtle, .catalogJSONLD: Texts(fr: "Le catalogue", en: "The catalog")
        }
    }
}
