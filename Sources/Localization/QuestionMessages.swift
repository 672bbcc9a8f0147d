/// What can be wrong with a question of `queries/`, or with the values it is given.
public enum QuestionMessage: String, CaseIterable, Message {
    case noTitle
    case noDescription
    case badHeaderLine
    case unknownKind
    case undescribedParameter
    case noSuchParameter
    case noSuchParameters
    case badText
    case badIRI
    case badInteger
    case badLanguage
    case badOrpha
    case badMondo
    case badOmim
    case badICD10
    case unknownValue
    case unknownValueAmong
    case unknownCode
    case nothingToLookUp
    case nothingFor
    case badTerm
    case computedVariable
    case noSuchVariable
    case bindingWithoutEquals
    case noSuchQuestion
    case noSuchQuestionBut
    case notText

    public var texts: Texts {
        switch self {
        case .noTitle:
            Texts(fr: "{0} : il manque un titre « # title@{1} … »", en: "{0}: a title is missing, “# title@{1} …”")
        case .noDescription:
            Texts(
                fr: "{0} : il manque une description « # description@{1} … »",
                en: "{0}: a description is missing, “# description@{1} …”")
        case .badHeaderLine:
            Texts(
                fr:
                    "{0}:{1} : « {2} » n’est pas une ligne d’en-tête ; attendu : « # parameter nom: genre = terme »",
                en:
                    "{0}:{1}: “{2}” is no line of a header; expected “# parameter name: kind = term”"
            )
        case .unknownKind:
            Texts(
                fr: "{0}:{1} : type de paramètre inconnu « {2} » ; les types sont {3}",
                en: "{0}:{1}: unknown kind of parameter “{2}”; there are {3}")
        case .undescribedParameter:
            Texts(
                fr: "{0} : le paramètre « {1} » n’est pas décrit, « # {1}@{2} … »",
                en: "{0}: the parameter “{1}” is not described, “# {1}@{2} …”")
        case .noSuchParameter:
            Texts(
                fr: "la question « {0} » n’a pas de paramètre « {1} » ; elle a {2}",
                en: "the question “{0}” has no parameter “{1}”; it has: {2}")
        case .noSuchParameters:
            Texts(
                fr: "la question « {0} » n’a pas de paramètre « {1} » ; elle n’en a aucun",
                en: "the question “{0}” has no parameter “{1}”; it has none")
        case .badText:
            Texts(
                fr: "« {0} » doit être un texte, tel que \"fibrose kystique\"@fr, et non « {1} »",
                en: "“{0}” takes a text, such as \"cystic fibrosis\"@en, not “{1}”")
        case .badIRI:
            Texts(
                fr:
                    "« {0} » doit être un IRI, tel que role:research-funding ou <https://exemple.org/a>, et non « {1} »",
                en: "“{0}” takes an IRI, such as role:research-funding or <https://example.org/a>, not “{1}”")
        case .badInteger:
            Texts(
                fr: "« {0} » doit être un nombre entier, tel que 10, et non « {1} »",
                en: "“{0}” takes an integer, such as 10, not “{1}”")
        case .badLanguage:
            Texts(
                fr: "« {0} » doit être une langue, telle que fr ou en, et non « {1} »",
                en: "“{0}” takes a language, such as fr or en, not “{1}”")
        case .badOrpha:
            Texts(
                fr: "« {0} » attend un code d’Orphanet, tel que ORPHA:586 ou 586, et non « {1} »",
                en: "“{0}” takes a code of Orphanet, such as ORPHA:586 or 586, not “{1}”")
        case .badMondo:
            Texts(
                fr: "« {0} » attend un code de MONDO, tel que MONDO:0007739 ou 7739, et non « {1} »",
                en: "“{0}” takes a code of MONDO, such as MONDO:0007739 or 7739, not “{1}”")
        case .badOmim:
            Texts(
                fr: "« {0} » attend un code d’OMIM, tel que OMIM:603903 ou 603903, et non « {1} »",
                en: "“{0}” takes a code of OMIM, such as OMIM:603903 or 603903, not “{1}”")
        case .badICD10:
            Texts(
                fr: "« {0} » attend un code de la CIM-10 ou son début, tel que G11.1 ou G11, et non « {1} »",
                en: "“{0}” takes an ICD-10 code or its beginning, such as G11.1 or G11, not “{1}”")
        case .unknownValue:
            Texts(
                fr: "« {0} » : rien dans les données ne s’appelle « {1} » ; on ne sait donc pas répondre",
                en: "“{0}”: nothing in the data is called “{1}”, so the answer is unknown")
        case .unknownValueAmong:
            Texts(
                fr: "« {0} » : rien dans les données ne s’appelle « {1} » ; le plus proche d’abord, il y a {2}",
                en: "“{0}”: nothing in the data is called “{1}”; there are, the nearest first, {2}")
        case .unknownCode:
            Texts(
                fr: "« {0} » : aucune affection des données n’a le code {1} ; on ne sait donc pas qui la représente",
                en: "“{0}”: no condition of the data has the code {1}, so it is unknown who represents it")
        case .nothingToLookUp:
            Texts(
                fr: "« {0} » : ces données ne nomment rien de tel ; « {1} » y est pris tel quel",
                en: "“{0}”: this data names no such things; “{1}” is taken as it stands")
        case .nothingFor:
            Texts(fr: "rien n’est trouvé pour {0}", en: "nothing is found for {0}")
        case .badTerm:
            Texts(
                fr:
                    "--bind {0} : « {1} » n’est pas un terme ; écrivez-le comme en Turtle : \"texte\"@fr, 10, role:awareness",
                en: "--bind {0}: “{1}” is no term; write it as in Turtle: \"text\"@en, 10, role:awareness")
        case .computedVariable:
            Texts(
                fr: "la requête calcule elle-même ?{0} ; on ne peut pas lui donner de valeur",
                en: "the query computes ?{0} itself; it cannot be given a value")
        case .noSuchVariable:
            Texts(fr: "la requête n’a pas de variable ?{0}", en: "the query has no variable ?{0}")
        case .bindingWithoutEquals:
            Texts(
                fr: "--bind {0} : il faut nom=terme, par exemple condition='\"fibrose kystique\"@fr'",
                en: "--bind {0}: expected name=term, for example condition='\"cystic fibrosis\"@en'")
        case .notText:
            Texts(fr: "{0} : ce n’est pas du texte en UTF-8", en: "{0}: is no text in UTF-8")
        case .noSuchQuestionBut:
            Texts(
                fr: "« {0} » n’est ni un fichier, ni une question, ni une requête ; vouliez-vous dire « {1} » ?",
                en: "“{0}” is no file, no question and no query; did you mean “{1}”?")
        case .noSuchQuestion:
            Texts(
                fr: "« {0} » n’est ni un fichier, ni une question (voir lys query --list), ni une requête",
                en: "“{0}” is no file, no question (see lys query --list) and no query")
        }
    }
}
