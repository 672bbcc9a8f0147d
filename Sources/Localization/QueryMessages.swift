/// What the commands that ask say besides the answer.
public enum QueryMessage: String, CaseIterable, Message {
    case noBundle
    case noQuery
    case unknownDataFormat
    case badGraph
    case unknownResultFormat
    case formatIsForGraphs
    case formatIsForSolutions
    case badReceipt
    case loaded
    case timed
    case memory
    case emptyAnswer
    case rows
    case parameters
    case nothingFound
    case kindOrganization
    case endedAndReplaced
    case kindCondition
    case kindConcept
    case columnKind
    case columnName
    case columnFoundBy
    case yes
    case no
    case quoted
    case leftOut
    case labelsArePeoples

    public var texts: Texts {
        switch self {
        case .noBundle:
            Texts(
                fr:
                    "aucun dossier exports/ ici ni plus haut : publiez-en un avec lys export, nommez-le avec --bundle, ou donnez des données avec -d",
                en:
                    "there is no exports/ folder here or upward: make one with lys export, name one with --bundle, or give data with -d"
            )
        case .noQuery:
            Texts(
                fr:
                    "il manque la question : un fichier .rq, le nom d’une question (lys query --list), une requête ou un motif",
                en: "the query is missing: a .rq file, the name of a question (lys query --list), a query or a pattern")
        case .unknownDataFormat:
            Texts(
                fr: "{0} : format inconnu ; l’extension doit être l’une de {1}",
                en: "{0}: unknown format; the extension must be one of {1}")
        case .badGraph:
            Texts(
                fr: "-g {0} : il faut IRI=FICHIER, par exemple https://exemple.org/g=donnees.ttl",
                en: "-g {0}: expected IRI=FILE, for example https://example.org/g=data.ttl")
        case .unknownResultFormat:
            Texts(
                fr: "--format : format inconnu « {0} » ; les formats sont {1}",
                en: "--format: unknown format “{0}”; there are {1}")
        case .formatIsForGraphs:
            Texts(
                fr:
                    "--format {0} convient aux graphes (CONSTRUCT, DESCRIBE) ; pour cette requête, choisissez parmi {1}",
                en: "--format {0} is for graphs (CONSTRUCT, DESCRIBE); for this query there are {1}")
        case .formatIsForSolutions:
            Texts(
                fr: "--format {0} convient aux tableaux (SELECT, ASK) ; pour cette requête, choisissez parmi {1}",
                en: "--format {0} is for tables (SELECT, ASK); for this query there are {1}")
        case .badReceipt:
            Texts(
                fr: "{0} : receipt.json manque ou est illisible ; ce n’est pas un dossier publié par lys export",
                en: "{0}: receipt.json is missing or cannot be read; this is no folder that lys export published")
        case .loaded:
            Texts(
                fr: "lecture et indexation : {0} {0:triplet|triplets}, {1} ms",
                en: "reading and indexing: {0} {0:triple|triples}, {1} ms")
        case .timed:
            Texts(
                fr: "{0} : {1} {1:ligne|lignes}, plan {2} ms, exécution {3} ms, écriture {4} ms, en tout {5} ms",
                en: "{0}: {1} {1:row|rows}, planning {2} ms, execution {3} ms, writing {4} ms, in all {5} ms")
        case .emptyAnswer:
            Texts(fr: "aucun résultat ; --explain dit pourquoi", en: "nothing is found; --explain says why")
        case .memory:
            Texts(
                fr:
                    "mémoire : dictionnaire {0} Kio, valeurs {1} Kio, triplets {2} Kio, graphes nommés {3} Kio ; {4} octets par triplet",
                en:
                    "memory: dictionary {0} KiB, values {1} KiB, triples {2} KiB, named graphs {3} KiB; {4} bytes a triple"
            )
        case .rows: Texts(fr: "{0} {0:ligne|lignes}", en: "{0} {0:row|rows}")
        case .parameters: Texts(fr: "--bind {0}={1}  {2}", en: "--bind {0}={1}  {2}")
        case .nothingFound: Texts(fr: "rien ne porte ce nom : {0}", en: "nothing has that name: {0}")
        case .kindOrganization: Texts(fr: "organisme", en: "organization")
        case .endedAndReplaced: Texts(fr: "{0} ; voir {1}", en: "{0}; see {1}")
        case .kindCondition: Texts(fr: "affection", en: "condition")
        case .kindConcept: Texts(fr: "notion", en: "concept")
        case .columnKind: Texts(fr: "type", en: "kind")
        case .columnName: Texts(fr: "nom", en: "name")
        case .columnFoundBy: Texts(fr: "trouvé par", en: "found by")
        case .leftOut:
            Texts(
                fr:
                    "{0} {0:ligne n’est pas montrée|lignes ne sont pas montrées}, dans une autre langue ; voir --both-languages",
                en: "{0} {0:row|rows} in another language not shown; see --both-languages")
        case .labelsArePeoples:
            Texts(
                fr: "--labels ne vaut que pour l’affichage (table, markdown, html) ; --format {0} garde les IRI",
                en: "--labels is for people (table, markdown, html); --format {0} keeps IRIs")
        case .quoted: Texts(fr: "« {0} »", en: "“{0}”")
        case .yes: Texts(fr: "oui", en: "yes")
        case .no: Texts(fr: "non", en: "no")
        }
    }
}
