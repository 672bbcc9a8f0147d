/// The words of a citation of an answer.
public enum CitationMessage: String, CaseIterable, Message {
    case data
    case version
    case file
    case fileOfGraph
    case graphHash
    case licence
    case noLicence
    case altered
    case asked
    case query
    case queryTitle
    case answerTo
    case unknownFormat
    case badEpoch

    public var texts: Texts {
        switch self {
        case .data: Texts(fr: "Données : {0}", en: "Data: {0}")
        case .version: Texts(fr: "version {0}", en: "version {0}")
        case .file: Texts(fr: "{0} : {1} octets, sha256 {2}", en: "{0}: {1} bytes, sha256 {2}")
        case .fileOfGraph:
            Texts(
                fr: "{0} (graphe {3}) : {1} octets, sha256 {2}", en: "{0} (graph {3}): {1} bytes, sha256 {2}")
        case .graphHash:
            Texts(fr: "empreinte du graphe : sha256 {0} (RDFC-1.0)", en: "hash of the graph: sha256 {0} (RDFC-1.0)")
        case .licence: Texts(fr: "licence : {0}", en: "licence: {0}")
        case .noLicence: Texts(fr: "licence : les données n’en nomment aucune", en: "licence: the data names none")
        case .altered:
            Texts(
                fr: "modifié depuis sa publication : les empreintes ne sont pas celles de receipt.json",
                en: "altered since it was published: the hashes are not those of receipt.json")
        case .asked: Texts(fr: "Interrogation du {0} avec Lys {1}", en: "Asked on {0} with Lys {1}")
        case .query: Texts(fr: "Requête :", en: "Query:")
        case .queryTitle: Texts(fr: "Requête : {0}", en: "Query: {0}")
        case .answerTo: Texts(fr: "Réponse à une requête SPARQL", en: "Answer to a SPARQL query")
        case .unknownFormat:
            Texts(
                fr: "--cite : « {0} » n’est pas une forme de citation ; il y a {1}",
                en: "--cite: “{0}” is no form of citation; there are {1}")
        case .badEpoch:
            Texts(
                fr:
                    "SOURCE_DATE_EPOCH : « {0} » n’est pas un nombre de secondes depuis 1970, par exemple 1764460800",
                en: "SOURCE_DATE_EPOCH: “{0}” is no number of seconds since 1970, such as 1764460800")
        }
    }
}
