/// What `lys --help` and its commands say of themselves.
public enum HelpText: String, CaseIterable, Message {
    case lys
    case lysDiscussion
    case language
    case exportAbstract
    case exportDiscussion
    case exportDirectory
    case exportOutput
    case exportBase
    case exportVocabularyBase
    case exportFormats
    case exportStrict
    case exportAcceptShrink
    case exportWarnings
    case queryAbstract
    case queryDiscussion
    case queryText
    case queryData
    case queryGraph
    case queryFrom
    case queryBundle
    case queryBase
    case queryBind
    case queryFormat
    case queryLabels
    case queryBothLanguages
    case queryExplain
    case queryTimeout
    case queryLimitRows
    case queryLimitMemory
    case queryTime
    case queryRepeat
    case queryList
    case queryCheck
    case queryCite
    case queryCitationFormat
    case queryCitationFile
    case searchAbstract
    case searchText
    case searchLimit
    case vocabulary

    public var texts: Texts {
        switch self {
        case .lys:
            Texts(
                fr: "Des répertoires d’organismes de patients aux données ouvertes et liées.",
                en: "From directories of patient organizations to linked open data.")
        case .lysDiscussion:
            Texts(
                fr: """
                    D’abord publier, puis interroger :

                      lys export directory --output exports
                      lys query --list
                      lys query organizations-for-condition --bind condition='fibrose kystique'
                      lys query '?org lys:playsRole role:research-funding'
                      lys search sclerose

                    Codes de sortie : 0 terminé ; 1 vérification négative ou aucun résultat ; 64 commande mal \
                    formulée ; 65 données ou requête erronées ; 66 entrée introuvable ; 69 service indisponible ; 70 fichier \
                    altéré à la relecture ; 73 et 74 écriture impossible ; 75 limite atteinte.
                    """,
                en: """
                    First publish, then ask:

                      lys export directory --output exports
                      lys query --list
                      lys query organizations-for-condition --bind condition='cystic fibrosis'
                      lys query '?org lys:playsRole role:research-funding'
                      lys search sclerosis

                    Exit codes: 0 done; 1 checked and found wanting, or nothing found; 64 wrong usage; 65 bad data or \
                    query; 66 no such input; 69 service refused or absent; 70 a file read back differs; 73 and 74 \
                    cannot write; 75 limit reached.
                    """)
        case .language:
            Texts(
                fr: "La langue des messages : fr ou en (par défaut, celle de l’environnement).",
                en: "The language of messages: fr or en (by default that of the environment).")
        case .exportAbstract:
            Texts(
                fr: "Publie un répertoire : fait de ses tableaux un dossier prêt à diffuser.",
                en: "Publish a directory: from its tables to a bundle ready to be harvested.")
        case .exportDiscussion:
            Texts(
                fr: """
                    Lit organizations.csv, conditions.csv et publication.yaml. S’il y a des erreurs, la commande les \
                    signale toutes, cellule par cellule, et ne touche à rien. Sinon, elle écrit chaque fichier, le relit, \
                    le compare au graphe, puis remplace d’un coup l’ancien dossier par le nouveau.
                    """,
                en: """
                    Reads organizations.csv, conditions.csv and publication.yaml; where there is an error it names all \
                    of them, cell by cell, and touches nothing. Otherwise it writes each file, reads it back, compares \
                    it with the graph, and exchanges the old folder for the new one in one step.
                    """)
        case .exportDirectory:
            Texts(fr: "Le dossier des tableaux.", en: "The folder of the tables.")
        case .exportOutput:
            Texts(fr: "Le dossier à publier.", en: "The folder to publish.")
        case .exportBase:
            Texts(
                fr: "L’IRI de base, au lieu de celui de publication.yaml.",
                en: "The base IRI, instead of the one in publication.yaml.")
        case .exportVocabularyBase:
            Texts(
                fr:
                    "L’adresse du vocabulaire (ns#), des rôles et des territoires, au lieu de https://w3id.org/lys/.",
                en: "Where the vocabulary (ns#), roles and territories stand, instead of https://w3id.org/lys/.")
        case .exportFormats:
            Texts(
                fr:
                    "Les formats du graphe, séparés par des virgules : ttl,rdf,jsonld,nt,nq,trig,csv (tous par défaut).",
                en: "The formats of the graph, separated by commas: ttl,rdf,jsonld,nt,nq,trig,csv (all by default).")
        case .exportStrict:
            Texts(
                fr: "Refuse aussi de publier s’il y a des avertissements.",
                en: "Do not publish where there are warnings either.")
        case .exportAcceptShrink:
            Texts(
                fr: "Publie même si plus d’un dixième des lignes d’une table, ou des triplets, disparaît du dossier de "
                    + "sortie.",
                en: "Publish even where more than a tenth of the rows of a table, or of the triples, goes from the "
                    + "output folder.")
        case .exportWarnings:
            Texts(
                fr: "Énumère les avertissements au lieu de les compter.",
                en: "List the warnings instead of counting them.")
        case .queryAbstract:
            Texts(
                fr: "Interroge le répertoire publié, ou d’autres données, en SPARQL ou au moyen de simples motifs.",
                en: "Ask the published directory, or other data, in SPARQL or in bare patterns.")
        case .queryDiscussion:
            Texts(
                fr: """
                    Sans -d, interroge le dossier exports/ le plus proche, en remontant. Un argument est pris d’abord \
                    pour un fichier, puis pour le nom d’une question de queries/ (voir --list), puis pour un texte ; un \
                    texte qui ne commence pas comme une requête SPARQL est lu comme l’intérieur de SELECT * WHERE { … }. Les préfixes usuels \
                    (lys, org, skos, schema, foaf, dcterms, prov, ORDO, MONDO…) sont déjà déclarés.
                    """,
                en: """
                    Without -d it asks the nearest exports/ folder upward. An argument is tried as a file, then as the \
                    name of a question of queries/ (see --list), then as text; a text that does not begin as a SPARQL \
                    query does is the inside of SELECT * WHERE { … }. The usual prefixes (lys, org, skos, schema, foaf, \
                    dcterms, prov, ORDO, MONDO, …) are declared already.
                    """)
        case .queryText:
            Texts(
                fr: "Un fichier .rq, le nom d’une question, une requête ou un motif.",
                en: "A .rq file, the name of a question, a query or a pattern.")
        case .queryData:
            Texts(
                fr: "Des données à interroger (à répéter au besoin).",
                en: "Data to ask (may be repeated).")
        case .queryGraph:
            Texts(
                fr: "Un graphe nommé, IRI=FICHIER (à répéter au besoin).",
                en: "A named graph, IRI=FILE (may be repeated).")
        case .queryFrom:
            Texts(
                fr: "Le format des données, au lieu de celui qu’indique l’extension.",
                en: "The format of the data, instead of the one that the extension says.")
        case .queryBundle:
            Texts(fr: "Le dossier publié à interroger.", en: "The bundle to ask.")
        case .queryBase:
            Texts(fr: "L’IRI de base de la requête.", en: "The base IRI of the query.")
        case .queryBind:
            Texts(
                fr:
                    "Donne une valeur à une variable : nom=terme, où le terme s’écrit comme en Turtle (à répéter au besoin).",
                en: "Give a variable its value: name=term, the term as in Turtle (may be repeated).")
        case .queryFormat:
            Texts(
                fr:
                    "table, markdown, html, json, xml, csv, tsv, ou pour un graphe ttl, nt, jsonld, table, markdown, html.",
                en: "table, markdown, html, json, xml, csv, tsv, or for a graph ttl, nt, jsonld, table, markdown, html."
            )
        case .queryLabels:
            Texts(
                fr: "Montre des noms au lieu des IRI, dans votre langue s’il y en a (table, markdown, html).",
                en: "Show names in place of IRIs, in your language where there are some (table, markdown, html).")
        case .queryBothLanguages:
            Texts(
                fr: "Montre aussi, dans un tableau à lire, ce qui est dit dans l’autre langue.",
                en: "Show in a table for people what is said in the other language too.")
        case .queryExplain:
            Texts(
                fr: "Montre le plan, avec les nombres de lignes estimés et réels, au lieu de la réponse.",
                en: "Show the plan, with estimated and actual rows, instead of the answer.")
        case .queryTimeout:
            Texts(fr: "Abandonne au bout de ce nombre de secondes.", en: "Give up after so many seconds.")
        case .queryLimitRows:
            Texts(fr: "Abandonne au-delà de ce nombre de lignes.", en: "Give up beyond so many rows.")
        case .queryLimitMemory:
            Texts(
                fr: "Abandonne au-delà de ce nombre de Mio de mémoire (par défaut, la moitié de celle de la machine).",
                en: "Give up beyond so many MiB of memory; half of the machine’s by default.")
        case .queryTime:
            Texts(
                fr: "Indique sur la sortie d’erreur le temps que prend chaque étape : text ou json.",
                en: "Say on standard error where the time went: text or json.")
        case .queryRepeat:
            Texts(
                fr: "Exécute chaque requête ce nombre de fois ; n’écrit la réponse qu’une fois.",
                en: "Run each query so many times; write it once.")
        case .queryList:
            Texts(fr: "Énumère les questions prêtes à poser.", en: "List the ready-made questions.")
        case .queryCheck:
            Texts(
                fr: "Se termine avec le code 1 si la réponse est vide ou fausse.",
                en: "Exit with 1 where the answer is empty or false.")
        case .queryCite:
            Texts(
                fr: """
                    Ajoute à la réponse de quoi la citer : la requête exécutée, l’empreinte et la licence de chaque \
                    fichier, la version de Lys et le jour. --cite=bibtex et --cite=csl-json sont permis aussi.
                    """,
                en: """
                    Add what it takes to cite the answer: the query that ran, the hash and licence of each file, the \
                    version of Lys and the day. --cite=bibtex and --cite=csl-json do as well.
                    """)
        case .queryCitationFormat:
            Texts(
                fr: "La forme de la citation : text, bibtex ou csl-json.",
                en: "The form of the citation: text, bibtex or csl-json.")
        case .queryCitationFile:
            Texts(
                fr: "Le fichier où va la citation ; à défaut, elle suit le tableau, ou va sur la sortie d’erreur.",
                en: "The file for the citation; otherwise it follows a table, or goes to standard error.")
        case .searchAbstract:
            Texts(
                fr:
                    "Cherche des organismes et des maladies par leurs noms, sigles et synonymes, dans les deux langues.",
                en: "Find organizations and conditions by their names, acronyms and synonyms, in both languages.")
        case .searchText:
            Texts(
                fr: "Les mots cherchés, sans égard aux accents, à la casse ni aux apostrophes.",
                en: "The words to find; accents, case and apostrophes do not matter.")
        case .searchLimit:
            Texts(fr: "Le nombre maximal de réponses.", en: "How many answers at the most.")
        case .vocabulary:
            Texts(
                fr:
                    "Un dossier dont les fichiers remplacent le vocabulaire et les questions intégrés : export y lit context.jsonld, frame.jsonld, concept-frame.jsonld et territories.ttl ; query y lit les questions (.rq) et les vocabulaires (.ttl).",
                en:
                    "A folder whose files replace the built-in vocabulary and questions: export reads context.jsonld, frame.jsonld, concept-frame.jsonld and territories.ttl there, query the questions (.rq) and vocabularies (.ttl)."
            )
        }
    }
}
