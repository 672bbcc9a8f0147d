/// What `lys update` says.
public enum UpdateMessage: String, CaseIterable, Message {
    case abstract
    case discussion
    case helpText
    case helpOutput
    case helpFormat
    case helpAllowLoad
    case noUpdate
    case changes
    case formatHasNoGraphs
    case loadRefused
    case loadFailed
    case loadsFilesOnly
    case graphExists
    case noSuchGraph

    public var texts: Texts {
        switch self {
        case .abstract:
            Texts(fr: "Modifie des données en SPARQL Update.", en: "Change data by SPARQL Update.")
        case .discussion:
            Texts(
                fr: """
                    Lit les données de -d et de -g, fait les modifications dans l’ordre et écrit le tout sur la sortie \
                    standard, ou dans le fichier de -o, qui n’est remplacé qu’une fois tout écrit. S’il y a une erreur, \
                    rien n’est écrit. Un argument est pris d’abord pour un fichier, puis pour un texte. Les préfixes usuels (lys, org, \
                    skos…) sont déjà déclarés.
                    """,
                en: """
                    Reads the data of -d and -g, makes the changes in order, and writes the whole to standard output, or \
                    to the file of -o, which is replaced when all is written. Where there is an error nothing is \
                    written. An argument is tried as a file, then as text. The usual prefixes (lys, org, skos, …) are \
                    declared already.
                    """)
        case .helpText:
            Texts(fr: "Un fichier .ru ou le texte d’une modification.", en: "A .ru file or the text of an update.")
        case .helpOutput: Texts(fr: "Le fichier où écrire le résultat.", en: "The file to write the result to.")
        case .helpFormat:
            Texts(
                fr: "Le format du résultat, au lieu de celui qu’indique l’extension.",
                en: "The format of the result, instead of the one that the extension says.")
        case .helpAllowLoad:
            Texts(
                fr: "Permet à LOAD de lire des fichiers (file:) et, avec --allow-network, le Web.",
                en: "Let LOAD read files (file:) and, with --allow-network, the web.")
        case .noUpdate:
            Texts(
                fr: "il manque la modification : un fichier .ru ou un texte comme DELETE WHERE { … }",
                en: "the update is missing: a .ru file or a text such as DELETE WHERE { … }")
        case .changes:
            Texts(
                fr: "{0} {0:triplet ajouté|triplets ajoutés}, {1} {1:supprimé|supprimés}",
                en: "{0} {0:triple|triples} inserted, {1} deleted")
        case .formatHasNoGraphs:
            Texts(
                fr:
                    "le résultat a des graphes nommés, que le format {0} ne peut contenir ; choisissez trig, nquads ou jsonld",
                en: "the result has named graphs, which the format {0} cannot hold; use trig, nquads or jsonld")
        case .loadRefused:
            Texts(
                fr: "LOAD <{0}> : non permis ; ajoutez --allow-load pour lire des fichiers",
                en: "LOAD <{0}>: not allowed; add --allow-load to read files")
        case .loadFailed: Texts(fr: "LOAD <{0}> : {1}", en: "LOAD <{0}>: {1}")
        case .loadsFilesOnly:
            Texts(
                fr: "seules les adresses file:, http: et https: sont lues",
                en: "only file:, http: and https: addresses are read")
        case .graphExists: Texts(fr: "le graphe <{0}> existe déjà", en: "the graph <{0}> exists already")
        case .noSuchGraph: Texts(fr: "il n’y a pas de graphe <{0}>", en: "there is no graph <{0}>")
        }
    }
}
