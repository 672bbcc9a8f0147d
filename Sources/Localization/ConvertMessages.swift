/// What `lys convert` says.
public enum ConvertMessage: String, CaseIterable, Message {
    case abstract
    case discussion
    case helpFiles
    case helpOutput
    case helpFrom
    case helpTo
    case helpBase
    case helpPrefix
    case helpWriter
    case helpCanonical
    case helpLenient
    case helpMergeGraphs
    case badPrefix
    case badPrefixName
    case canonicalFormat
    case unknownWriter
    case writerFormat
    case namedGraphs
    case notByRaptor
    case cannotHold
    case differs
    case undecided
    case tooMany
    case convertedTriples
    case convertedStatements
    case nativeWriter
    case streamingWriter
    case canonicalWriter
    case skipped
    case progress

    public var texts: Texts {
        switch self {
        case .abstract:
            Texts(fr: "Convertit du RDF d’un format à un autre.", en: "Convert RDF from one format to another.")
        case .discussion:
            Texts(
                fr: """
                    Lit un ou plusieurs fichiers, ou l’entrée standard, et les écrit ensemble dans un format : ntriples, \
                    nquads, turtle, trig, rdfxml ou jsonld. Le format est celui que donnent --from et --to (nom, extension \
                    ou type de média), sinon celui de l’extension du fichier ; à défaut, la sortie standard reçoit des \
                    N-Quads. Les fichiers .gz sont lus et écrits. Un fichier de sortie n’est remplacé qu’une fois que tout \
                    est lu et écrit : une erreur n’y change rien.

                    Jusqu’à 16 Mio et 100 000 énoncés, le Turtle est écrit par Raptor, puis relu et comparé ; au-delà, ou \
                    si Raptor risque d’altérer le graphe, c’est Lys qui l’écrit. Les nœuds anonymes de fichiers \
                    différents sont différents : s’il y a plusieurs fichiers, tous sont renommés.
                    """,
                en: """
                    Reads files, or standard input, and writes them together in one format: ntriples, nquads, turtle, \
                    trig, rdfxml or jsonld. The format is what --from and --to say (name, extension or media type), else \
                    what the file's extension says; where nothing says it, N-Quads goes to standard output. .gz is read \
                    and written. A file of output is replaced when all is read and written: an error changes nothing \
                    there.

                    Turtle is written by Raptor, and what it wrote read back and compared, for input of at most 16 MiB \
                    and 100,000 statements; beyond that, or where Raptor is not safe with the graph, by Lys. Blank nodes \
                    of different files are different: with several files, all of them are named anew.
                    """)
        case .helpFiles:
            Texts(
                fr: "Les fichiers à lire ; « - », ou rien, désigne l’entrée standard.",
                en: "The files to read; “-”, or none, is standard input.")
        case .helpOutput:
            Texts(
                fr: "Le fichier où écrire, au lieu de la sortie standard.",
                en: "The file to write, instead of standard output.")
        case .helpFrom: Texts(fr: "Le format de ce qui est lu.", en: "The format of what is read.")
        case .helpTo: Texts(fr: "Le format de ce qui est écrit.", en: "The format of what is written.")
        case .helpBase:
            Texts(
                fr: "L’IRI à partir duquel les IRI relatifs sont résolus (par défaut, celui du fichier).",
                en: "The IRI that relative IRIs are resolved against (by default that of the file).")
        case .helpPrefix:
            Texts(
                fr: "Un préfixe pour la sortie, en plus de ceux des fichiers lus (à répéter au besoin).",
                en: "A prefix of the output, besides those that are read; may be repeated.")
        case .helpWriter:
            Texts(
                fr:
                    "L’outil qui écrit Turtle et TriG : raptor (sinon, une erreur), native (trié, imbriqué, en mémoire) ou stream (dans l’ordre de lecture, à mémoire constante).",
                en:
                    "Who writes Turtle and TriG: raptor (or an error), native (sorted, nested, in memory) or stream (in the order read, in constant memory)."
            )
        case .helpCanonical:
            Texts(
                fr:
                    "Écrit du N-Triples ou du N-Quads sous forme canonique, trié et sans doublon (en mémoire) ; les nœuds anonymes gardent leurs noms.",
                en:
                    "Write N-Triples or N-Quads in canonical form, sorted, each statement once (in memory); blank nodes keep their names."
            )
        case .helpLenient:
            Texts(
                fr: "Ignore les énoncés mal formés, en les signalant, au lieu de tout refuser ; en RDF/XML, ceux dont "
                    + "un IRI ou une langue est mal formé.",
                en: "Skip malformed statements, and say so, instead of refusing everything; in RDF/XML those with a "
                    + "malformed IRI or language.")
        case .helpMergeGraphs:
            Texts(
                fr: "Réunit les énoncés de tous les graphes en un seul.",
                en: "Put the statements of all graphs into one.")
        case .badPrefix:
            Texts(
                fr: "--prefix {0} : il faut nom=IRI, par exemple ex=https://exemple.org/",
                en: "--prefix {0}: write name=IRI, such as ex=https://example.org/")
        case .badPrefixName:
            Texts(
                fr: "--prefix {0} : « {1} » ne peut pas être le nom d’un préfixe",
                en: "--prefix {0}: “{1}” cannot be the name of a prefix")
        case .canonicalFormat:
            Texts(
                fr:
                    "--canonical : seuls ntriples et nquads ont une forme canonique, {0} n’en a pas ; ajoutez --to nquads",
                en: "--canonical: only ntriples and nquads have a canonical form, {0} has none; add --to nquads")
        case .unknownWriter:
            Texts(fr: "--writer {0} : outil inconnu ; les choix sont {1}", en: "--writer {0}: unknown; there are {1}")
        case .writerFormat:
            Texts(
                fr: "--writer {0} n’écrit pas {1} ; enlevez --writer, ou choisissez un autre format avec --to",
                en: "--writer {0} does not write {1}; leave --writer out, or choose another format with --to")
        case .namedGraphs:
            Texts(
                fr:
                    "{0} : il y a des graphes nommés, que le format {1} ne peut contenir ; utilisez --to trig, nquads ou jsonld, ou réunissez-les avec --merge-graphs",
                en:
                    "{0}: there are named graphs, which the format {1} cannot hold; use --to trig, nquads or jsonld, or put them into one with --merge-graphs"
            )
        case .notByRaptor: Texts(fr: "non écrit par Raptor : {0}", en: "not written by Raptor: {0}")
        case .cannotHold:
            Texts(
                fr: "le format {0} ne peut contenir ces données : {1} ; utilisez --to turtle ou nquads",
                en: "the format {0} cannot hold this data: {1}; use --to turtle or nquads")
        case .differs:
            Texts(
                fr:
                    "à la relecture, le résultat en {0} diffère de ce qui a été lu ; rien n’a été écrit ; utilisez --to nquads",
                en: "read back, the result in {0} is not what was read; nothing was written; use --to nquads")
        case .undecided:
            Texts(
                fr:
                    "à la relecture, impossible de dire si le résultat en {0} est ce qui a été lu : les nœuds anonymes se ressemblent trop pour être distingués en {1} {1:étape|étapes} ; rien n’a été écrit ; nommez ces nœuds, ou utilisez --to nquads",
                en:
                    "read back, it could not be told whether the result in {0} is what was read: the blank nodes are too alike to be told apart in {1} {1:step|steps}; nothing was written; name these nodes, or use --to nquads"
            )
        case .tooMany:
            Texts(
                fr: "il y a plus de {0} énoncés, trop pour les garder en mémoire et écrire {1} ; utilisez --to nquads",
                en: "more than {0} statements cannot be held in memory to write {1}; use --to nquads")
        case .convertedTriples:
            Texts(
                fr: "convert : {0} {0:triplet|triplets}, {1} par {2}", en: "convert: {0} {0:triple|triples}, {1} by {2}"
            )
        case .convertedStatements:
            Texts(
                fr: "convert : {0} {0:énoncé|énoncés}, {1} par {2}",
                en: "convert: {0} {0:statement|statements}, {1} by {2}")
        case .nativeWriter: Texts(fr: "Lys", en: "Lys")
        case .streamingWriter: Texts(fr: "Lys, au fil de la lecture", en: "Lys as it was read")
        case .canonicalWriter: Texts(fr: "Lys, sous forme canonique", en: "Lys in canonical form")
        case .skipped:
            Texts(
                fr: "convert : {0} {0:énoncé ignoré|énoncés ignorés}",
                en: "convert: {0} {0:statement|statements} skipped"
            )
        case .progress: Texts(fr: "{0} : {1} Mo lus", en: "{0}: {1} MB read")
        }
    }
}
