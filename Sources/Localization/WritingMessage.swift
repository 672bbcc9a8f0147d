/// Why a term or a graph cannot be written in a syntax of RDF.
public enum WritingMessage: String, Message, CaseIterable, Hashable {
    case language, tooDeep, namedGraph, statementTooLong, resultCharacter

    public var texts: Texts {
        switch self {
        case .language: Texts(fr: "« {0} » n’est pas une étiquette de langue", en: "“{0}” is no language tag")
        case .tooDeep:
            Texts(
                fr: "plus de {0} {0:triplet cité|triplets cités} l’un dans l’autre",
                en: "more than {0} triple terms inside each other")
        case .namedGraph: Texts(fr: "cette syntaxe n’a pas de graphes nommés", en: "this syntax has no named graphs")
        case .resultCharacter:
            Texts(
                fr: "ligne {0} de la réponse : XML n’a aucun moyen d’écrire {1} ; --format json, csv ou tsv le peut",
                en: "row {0} of the answer: XML has no way to write {1}; --format json, csv or tsv can")
        case .statementTooLong:
            Texts(
                fr: "un énoncé de plus de 4 Gio ; aucun texte n’en admet un aussi long",
                en: "a statement of more than 4 GiB; none that long can be written")
        }
    }
}
