/// What can be wrong with a question of `queries/`, or with the values it is given.
public enum QuestionMessage: String, CaseIterable, Message {
    case noTitle
    case noDescription
    case badHeaderLine
    case unknownKind
    case undescribedParameter
    case noSuchParameter
    case noSuchParameters
    case badValue
    case kindText
    case kindIRI
    case kindInteger
    case kindLanguage
    case bindingWithoutEquals
    case noSuchQuestion

    public var texts: Texts {
        switch self {
        case .noTitle:
            Texts(fr: "{0} : il y manque un titre « # title@{1} … »", en: "{0}: a title is missing, “# title@{1} …”")
        case .noDescription:
            Texts(
                fr: "{0} : il y manque une description « # description@{1} … »",
                en: "{0}: a description is missing, “# description@{1} …”")
        case .badHeaderLine:
            Texts(
                fr:
                    "{0}:{1} : « {2} » n’est pas une ligne d’en-tête ; attendu : « # parameter nom: text|iri|integer|language = terme »",
                en:
                    "{0}:{1}: “{2}” is no line of a header; expected “# parameter name: text|iri|integer|language = term”"
            )
        case .unknownKind:
            Texts(
                fr: "{0}:{1} : sorte de paramètre inconnue « {2} » ; il y a text, iri, integer et language",
                en: "{0}:{1}: unknown kind of parameter “{2}”; there are text, iri, integer and language")
        case .undescribedParameter:
            Texts(
                fr: "{0} : le paramètre « {1} » n’est pas décrit, « # {1}@{2} … »",
                en: "{0}: the parameter “{1}” is not described, “# {1}@{2} …”")
        case .noSuchParameter:
            Texts(
                fr: "la question « {0} » n’a pas de paramètre « {1} » ; elle a : {2}",
                en: "the question “{0}” has no parameter “{1}”; it has: {2}")
        case .noSuchParameters:
            Texts(
                fr: "la question « {0} » n’a pas de paramètre « {1} » ; elle n’en a aucun",
                en: "the question “{0}” has no parameter “{1}”; it has none")
        case .badValue:
            Texts(
                fr: "le paramètre « {0} » veut {1}, et non « {2} »",
                en: "the parameter “{0}” takes {1}, not “{2}”")
        case .kindText:
            Texts(fr: "un texte, tel que \"fibrose kystique\"@fr", en: "a text, such as \"cystic fibrosis\"@en")
        case .kindIRI:
            Texts(
                fr: "un IRI, tel que role:research-funding ou <https://exemple.org/a>",
                en: "an IRI, such as role:research-funding or <https://example.org/a>")
        case .kindInteger: Texts(fr: "un nombre entier, tel que 10", en: "an integer, such as 10")
        case .kindLanguage: Texts(fr: "une langue, \"fr\" ou \"en\"", en: "a language, \"fr\" or \"en\"")
        case .bindingWithoutEquals:
            Texts(
                fr: "--bind {0} : attendu nom=terme, par exemple condition='\"fibrose kystique\"@fr'",
                en: "--bind {0}: expected name=term, for example condition='\"cystic fibrosis\"@en'")
        case .noSuchQuestion:
            Texts(
                fr: "« {0} » n’est ni un fichier, ni une question (voir lys query --list), ni une requête",
                en: "“{0}” is no file, no question (see lys query --list) and no query")
        }
    }
}
