/// What `lys canonicalize` and `lys diff` say.
public enum DifferenceMessage: String, CaseIterable, Message {
    case canonicalizeAbstract
    case canonicalizeDiscussion
    case diffAbstract
    case diffDiscussion
    case helpFile
    case helpOld
    case helpNew
    case helpFrom
    case helpHash
    case helpAlgorithm
    case helpIssuedMap
    case helpWorkLimit
    case helpFormat
    case hashOrMap
    case noDatasetInFolder
    case tooMuchWork
    case undecided
    case same
    case inGraph
    case entities
    case statements

    public var texts: Texts {
        switch self {
        case .canonicalizeAbstract:
            Texts(
                fr: "Donne la forme canonique d’un jeu de données (RDFC-1.0).",
                en: "Give the canonical form of a dataset (RDFC-1.0).")
        case .canonicalizeDiscussion:
            Texts(
                fr: """
                    Écrit des N-Quads triés où les nœuds anonymes ont des noms canoniques : deux jeux de données qui ne \
                    diffèrent que par ces noms, l’ordre ou des doublons donnent les mêmes octets. Avec --hash, seule leur \
                    empreinte est écrite.
                    """,
                en: """
                    Writes sorted N-Quads whose blank nodes have canonical names: two datasets that differ in nothing but \
                    these names, order or duplicates give the same bytes. With --hash only their hash is written.
                    """)
        case .diffAbstract:
            Texts(fr: "Compare deux jeux de données, entité par entité.", en: "Compare two datasets, entity by entity.")
        case .diffDiscussion:
            Texts(
                fr: """
                    Les noms des nœuds anonymes, l’ordre et les doublons ne comptent pas. D’un dossier, \
                    qui doit être celui d’une publication, c’est directory.nq qui est lu. Le code de sortie est 0 si les jeux de données sont \
                    les mêmes, 1 sinon.
                    """,
                en: """
                    The names of blank nodes, order and duplicates do not count. A folder is that of a bundle, whose \
                    directory.nq is read. The exit code is 0 where the datasets are the same, else 1.
                    """)
        case .helpFile:
            Texts(fr: "Un fichier RDF ; « - » désigne l’entrée standard.", en: "A file of RDF; - is standard input.")
        case .helpOld:
            Texts(fr: "L’ancien fichier ou dossier.", en: "The old file or folder.")
        case .helpNew:
            Texts(fr: "Le nouveau fichier ou dossier.", en: "The new file or folder.")
        case .helpFrom:
            Texts(
                fr: "Le format de ce qui est lu, au lieu de celui qu’indique l’extension.",
                en: "The format of what is read, instead of the one that the extension says.")
        case .helpHash:
            Texts(fr: "Écrit l’empreinte de la forme canonique.", en: "Write the hash of the canonical form.")
        case .helpAlgorithm: Texts(fr: "La fonction de hachage.", en: "The hash function.")
        case .helpIssuedMap:
            Texts(
                fr: "Écrit en JSON le nom canonique de chaque nœud anonyme.",
                en: "Write the canonical name of each blank node, as JSON.")
        case .helpWorkLimit:
            Texts(
                fr: "Le nombre maximal d’étapes pour distinguer les nœuds anonymes.",
                en: "How many steps may be spent on telling blank nodes apart.")
        case .helpFormat:
            Texts(
                fr: "text, pour la lecture ; patch, un RDF Patch ; json, pour les programmes.",
                en: "text, for people; patch, an RDF Patch; json, for programs.")
        case .hashOrMap:
            Texts(
                fr: "--hash et --issued-map demandent deux choses différentes ; choisissez l’une des deux options",
                en: "--hash and --issued-map ask for two different things; use one of them")
        case .noDatasetInFolder:
            Texts(
                fr: "{0} : ce dossier n’a pas de directory.nq ; nommez un fichier, ou un dossier publié par lys export",
                en: "{0}: that folder has no directory.nq; name a file, or a folder that lys export published")
        case .tooMuchWork:
            Texts(
                fr: """
                    {0} : {1} étapes n’ont pas suffi à distinguer les nœuds anonymes ; les données sont peut-être faites \
                    pour bloquer les programmes ; sinon, nommez les nœuds ou permettez plus d’étapes avec --work-limit
                    """,
                en: """
                    {0}: {1} steps were not enough to tell the blank nodes apart; the data may be made to stop programs; \
                    else name the nodes or allow more steps with --work-limit
                    """)
        case .undecided:
            Texts(
                fr: """
                    {0}, {1} : {2} étapes n’ont pas suffi à dire si les nœuds anonymes sont les mêmes ; les données sont \
                    peut-être faites pour bloquer les programmes ; sinon, nommez les nœuds ou permettez plus d’étapes \
                    avec --work-limit
                    """,
                en: """
                    {0}, {1}: {2} steps were not enough to tell whether the blank nodes are the same; the data may be made \
                    to stop programs; else name the nodes or allow more steps with --work-limit
                    """)
        case .same:
            Texts(
                fr: "les jeux de données sont les mêmes : {0} {0:énoncé|énoncés}",
                en: "the datasets are the same: {0} {0:statement|statements}")
        case .inGraph: Texts(fr: "dans le graphe {0} :", en: "in the graph {0}:")
        case .entities:
            Texts(
                fr: "{0} {0:entité modifiée|entités modifiées}, {1} {1:ajoutée|ajoutées}, {2} {2:retirée|retirées}",
                en: "{0} {0:entity|entities} changed, {1} added, {2} removed")
        case .statements:
            Texts(
                fr: "{0} {0:énoncé ajouté|énoncés ajoutés}, {1} {1:retiré|retirés}",
                en: "{0} {0:statement|statements} added, {1} removed")
        }
    }
}
