internal import Questions

/// Where the values of a kind of parameters stand in the data.
struct ParameterSource {
    /// Gives the thing, the term that stands for it in a question, and a name of it; once for each name.
    let query: String
    /// Whether there are few things, so that all may be listed.
    let isClosed: Bool
    /// Whether values are codes.
    let isCode: Bool
    private let kind: Question.Kind

    static let prefLabel = "http://www.w3.org/2004/02/skos/core#prefLabel"

    /// The source of a kind; `nil` where the data does not say which values there are.
    init?(_ kind: Question.Kind) {
        self.kind = kind
        switch kind {
        case .text, .iri, .integer: return nil
        case .condition:
            (query, isClosed, isCode) = (Self.conditions, false, false)
        case .organization:
            (query, isClosed, isCode) = (Self.organizations, false, false)
        case .role: (query, isClosed, isCode) = (Self.scheme(usedBy: "lys:playsRole|lys:role"), true, false)
        case .territory: (query, isClosed, isCode) = (Self.scheme(usedBy: "dcterms:spatial"), true, false)
        case .language: (query, isClosed, isCode) = (Self.languages, true, false)
        case .orpha: (query, isClosed, isCode) = (Self.codes("OrphaCode"), false, true)
        case .mondo: (query, isClosed, isCode) = (Self.codes("MondoCode"), false, true)
        case .omim: (query, isClosed, isCode) = (Self.codes("OmimCode"), false, true)
        case .icd10: (query, isClosed, isCode) = (Self.codes("Icd10Code"), false, true)
        }
    }

    /// What people call what the data has a tag for.
    func otherNames(of name: String) -> [String] {
        guard kind == .language else { return [] }
        switch name {
        case "fr": return ["français", "French"]
        case "en": return ["anglais", "English"]
        default: return []
        }
    }

    /// By a preferred label or synonym, which questions look for themselves; for other names the preferred label stands.
    private static let conditions = """
        SELECT DISTINCT ?thing ?value ?label {
          { [] lys:representsCondition ?thing } UNION { [] foaf:primaryTopic ?thing . ?thing a skos:Concept }
          { ?thing skos:prefLabel|skos:altLabel ?label BIND(?label AS ?value) }
          UNION { ?thing skos:hiddenLabel|lys:acronym ?label ; skos:prefLabel ?value }
          UNION { ?thing skos:prefLabel ?value BIND(?thing AS ?label) }
        } ORDER BY ?label ?value ?thing
        """

    private static let organizations = """
        SELECT DISTINCT ?thing ?value ?label {
          ?thing a lys:PatientOrganization
          { ?thing skos:prefLabel|lys:acronym|skos:hiddenLabel ?label BIND(?label AS ?value) }
          UNION { ?thing skos:altLabel ?label ; skos:prefLabel ?value }
          UNION { ?thing skos:prefLabel ?value BIND(?thing AS ?label) }
        } ORDER BY ?label ?value ?thing
        """

    private static let languages = """
        SELECT DISTINCT (?label AS ?thing) (?label AS ?value) ?label { [] schema:inLanguage ?label } ORDER BY ?label
        """

    /// The concepts of the schemes of which concepts are used.
    private static func scheme(usedBy properties: String) -> String {
        """
        SELECT DISTINCT ?thing (?thing AS ?value) ?label {
          { SELECT DISTINCT ?scheme { { SELECT DISTINCT ?used { [] \(properties) ?used } } ?used skos:inScheme ?scheme } }
          ?thing skos:inScheme ?scheme
          { ?thing skos:prefLabel|skos:altLabel|skos:notation ?label } UNION { ?thing skos:prefLabel ?any BIND(?thing AS ?label) }
        } ORDER BY ?thing ?label
        """
    }

    private static func codes(_ type: String) -> String {
        """
        SELECT DISTINCT ?thing (?label AS ?value) (STR(?label) AS ?text) {
          ?thing skos:notation ?label FILTER(DATATYPE(?label) = lys:\(type))
        }
        """
    }
}
