/// Why a query has no answer although its text is right.
public enum EvaluationMessage: String, CaseIterable, Message {
    case timeLimit
    case rowLimit
    case memoryLimit
    case regexLimit
    case cancelled
    case nestedTooDeep
    case tooManyVariables
    case unknownFunction
    case service

    public var texts: Texts {
        switch self {
        case .timeLimit:
            Texts(
                fr: "la requête dépasse le temps permis ; voir --timeout",
                en: "the query takes longer than it may; see --timeout")
        case .rowLimit:
            Texts(
                fr: "la requête produit plus de {0} {0:ligne|lignes} ; voir --limit-rows",
                en: "the query makes more than {0} {0:row|rows}; see --limit-rows")
        case .memoryLimit:
            Texts(
                fr: "la requête occupe plus de {0} octets en mémoire ; voir --limit-memory",
                en: "the query holds more than {0} bytes of memory; see --limit-memory")
        case .regexLimit:
            Texts(
                fr: """
                    l’expression régulière {0} demande trop d’étapes pour un seul texte : évitez les répétitions \
                    imbriquées comme (a+)+
                    """,
                en: """
                    the regular expression {0} takes too many steps for one text: avoid repetitions inside \
                    repetitions such as (a+)+
                    """)
        case .cancelled: Texts(fr: "la requête a été arrêtée", en: "the query was cancelled")
        case .nestedTooDeep: Texts(fr: "la requête a trop de niveaux", en: "the query nests too deep")
        case .tooManyVariables:
            Texts(fr: "la requête a plus de {0} variables", en: "the query has more than {0} variables")
        case .unknownFunction:
            Texts(fr: "<{0}> : aucune fonction de ce nom", en: "<{0}>: there is no such function")
        case .service:
            Texts(fr: "SERVICE : {0}", en: "SERVICE: {0}")
        }
    }
}
