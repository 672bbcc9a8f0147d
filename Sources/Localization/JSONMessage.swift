/// What can be wrong with a JSON text.
public enum JSONMessage: String, Message, CaseIterable, Hashable {
    case unexpectedEnd, expectedValue, expectedName, expectedSign, expectedEither, trailingText, invalidUTF8
    case unescapedControl, invalidEscape, loneSurrogate, invalidNumber, numberOutOfRange, duplicateName, tooDeep
    case tooLong

    public var texts: Texts {
        switch self {
        case .unexpectedEnd:
            Texts(
                fr: "le texte se termine au milieu d’une valeur JSON", en: "the text ends in the middle of a JSON value"
            )
        case .expectedValue:
            Texts(
                fr: "une valeur JSON est attendue à la place de « {0} »",
                en: "“{0}” stands where a JSON value is expected")
        case .expectedName:
            Texts(
                fr: "un nom entre guillemets est attendu à la place de « {0} »",
                en: "“{0}” stands where a name in quotation marks is expected")
        case .expectedSign:
            Texts(fr: "« {1} » est attendu à la place de « {0} »", en: "“{0}” stands where “{1}” is expected")
        case .expectedEither:
            Texts(
                fr: "« {1} » ou « {2} » est attendu à la place de « {0} »",
                en: "“{0}” stands where “{1}” or “{2}” is expected")
        case .trailingText:
            Texts(
                fr: "la valeur JSON finit ici, mais le texte continue",
                en: "the JSON value ends here, but the text goes on")
        case .invalidUTF8:
            Texts(
                fr: "ces octets ne sont pas de l’UTF-8 ; enregistrez le fichier dans ce codage",
                en: "the bytes are not UTF-8; save the file in that encoding")
        case .unescapedControl:
            Texts(fr: "le caractère de commande {0} doit être échappé", en: "the control character {0} must be escaped")
        case .invalidEscape:
            Texts(
                fr:
                    "cet échappement n’existe pas : écrivez l’un de \\\" \\\\ \\/ \\b \\f \\n \\r \\t ou \\u et quatre chiffres hexadécimaux",
                en: "no such escape: use one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits")
        case .loneSurrogate:
            Texts(
                fr: "\\uD800 … \\uDFFF ne désignent un caractère que par paires",
                en: "\\uD800 … \\uDFFF stand for a character only in pairs")
        case .invalidNumber:
            Texts(
                fr:
                    "ce n’est pas un nombre JSON ; il a des chiffres des deux côtés du point, et ne commence ni par un zéro superflu ni par un plus",
                en: "not a JSON number; it has digits on both sides of a point, and no leading zeros or plus")
        case .numberOutOfRange:
            Texts(fr: "le nombre {0} est trop grand pour un double", en: "the number {0} is too large for a double")
        case .duplicateName:
            Texts(fr: "le nom « {0} » figure deux fois dans l’objet", en: "the object has the name “{0}” twice")
        case .tooDeep:
            Texts(
                fr: "tableaux et objets ont plus de {0} {0:niveau|niveaux} d’imbrication",
                en: "arrays and objects are nested more than {0} deep")
        case .tooLong: Texts(fr: "le texte a plus de {0} {0:octet|octets}", en: "the text is longer than {0} bytes")
        }
    }
}
