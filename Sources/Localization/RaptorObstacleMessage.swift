/// Why a graph is not handed to Raptor, which would alter it; `{0}` is the term in question.
public enum RaptorObstacleMessage: String, Message, CaseIterable, Hashable {
    case number, boolean, controlCharacter, forbiddenInIRI, dotSegments, language, rdf12, localName
    case blankNodeCircle, brokenList, xmlCharacter, xmlName, rdfSyntaxName, failed, differs, undecided

    public var texts: Texts {
        switch self {
        case .number:
            Texts(fr: "{0} serait réécrit comme un autre nombre", en: "{0} would be rewritten as another number")
        case .boolean:
            Texts(fr: "{0} serait réécrit comme un autre booléen", en: "{0} would be rewritten as another boolean")
        case .controlCharacter:
            Texts(
                fr: "{0} contient un caractère que Raptor écrit tel quel ou perd",
                en: "{0} holds a character that Raptor writes as it is, or drops")
        case .forbiddenInIRI:
            Texts(
                fr: "{0} contient un caractère qui n’a pas sa place dans un IRI",
                en: "{0} holds a character that has no place in an IRI")
        case .dotSegments:
            Texts(
                fr: "{0} contient « /./ » ou « /../ », que les lecteurs suppriment",
                en: "{0} holds “/./” or “/../”, which readers remove")
        case .language:
            Texts(fr: "la langue de {0} n’est pas une étiquette de langue", en: "the language of {0} is no tag")
        case .rdf12: Texts(fr: "{0} demande RDF 1.2", en: "{0} needs RDF 1.2")
        case .localName:
            Texts(fr: "{0} serait abrégé en un nom mal formé", en: "{0} would be abbreviated to a malformed name")
        case .blankNodeCircle:
            Texts(
                fr: "des nœuds anonymes forment un cercle ou une chaîne trop longue",
                en: "blank nodes form a circle or too long a chain")
        case .brokenList:
            Texts(
                fr: "une liste est partagée, incomplète ou sans référence",
                en: "a list is shared, incomplete or not referred to")
        case .xmlCharacter:
            Texts(fr: "{0} contient un caractère impossible en XML", en: "{0} holds a character that XML cannot")
        case .xmlName:
            Texts(
                fr: "{0} ne peut pas être un nom d’élément XML", en: "{0} cannot be the name of an XML element")
        case .rdfSyntaxName:
            Texts(fr: "{0} est un mot réservé de RDF/XML", en: "{0} is a reserved word of RDF/XML")
        case .failed: Texts(fr: "Raptor a échoué : {0}", en: "Raptor failed: {0}")
        case .differs:
            Texts(
                fr: "à la relecture, ce que Raptor a écrit est différent",
                en: "what Raptor wrote reads back as something else")
        case .undecided:
            Texts(
                fr: "les nœuds anonymes se ressemblent trop pour que la relecture prouve quoi que ce soit",
                en: "the blank nodes are too alike for reading back to prove anything")
        }
    }
}
