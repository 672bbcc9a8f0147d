/// Why an expression is an error for every solution, and what would mend it.
public enum FaultMessage: String, CaseIterable, Message {
    case filter
    case somewhere
    case partly
    case bind
    case unbound
    case sometimesUnbound
    case boundByGraph
    case argument
    case pair
    case cast
    case pattern
    case cure
    case cureWithoutSolutions
    case text
    case literal
    case number
    case moment
    case iri
    case condition
    case anIRI
    case aBlankNode
    case aTripleTerm
    case aText
    case aTextIn
    case aTyped

    public var texts: Texts {
        switch self {
        case .filter:
            Texts(
                fr: "FILTER({0}) est une erreur pour toutes les solutions ({1})",
                en: "FILTER({0}) is an error for all solutions ({1})")
        case .somewhere:
            Texts(
                fr: "FILTER({0}) est une erreur pour chaque solution", en: "FILTER({0}) is an error for every solution")
        case .partly:
            Texts(
                fr: "FILTER({0}) est une erreur pour {1} des {2} solutions, et n’est vrai pour aucune",
                en: "FILTER({0}) is an error for {1} of the {2} solutions, and true of none")
        case .bind:
            Texts(
                fr: "{0} est une erreur pour chaque solution, et {1} reste sans valeur",
                en: "{0} is an error for every solution, and {1} stays without a value")
        case .unbound:
            Texts(fr: "{0} n’a de valeur dans aucune solution", en: "{0} has no value in any solution")
        case .sometimesUnbound:
            Texts(fr: "{0} est sans valeur dans certaines solutions", en: "{0} has no value in some solutions")
        case .boundByGraph:
            Texts(
                fr: "{0} prend sa valeur de GRAPH {0}, hors de ces accolades : écrivez la condition après elles",
                en: "{0} gets its value from GRAPH {0}, outside of these braces: write the condition behind them")
        case .argument:
            Texts(fr: "{0} prend {1}, et {2} est {3} : {4}", en: "{0} takes {1}, and {2} is {3}: {4}")
        case .pair:
            Texts(
                fr: "{0} ne peut pas réunir {1}, {2} ({3}), et {4}, {5} ({6})",
                en: "{0} does not go with {1}, {2} ({3}), and {4}, {5} ({6})")
        case .cast: Texts(fr: "{0} n’est pas un {1}", en: "{0} is no {1}")
        case .pattern: Texts(fr: "{0} n’est pas une expression régulière", en: "{0} is no regular expression")
        case .cure: Texts(fr: "écrivez {0}", en: "write {0}")
        case .cureWithoutSolutions:
            Texts(
                fr: "écrivez {0} ; ce n’est plus une erreur, mais n’est vrai pour aucune solution",
                en: "write {0}; that is no error any more, but true of no solution")
        case .text: Texts(fr: "un texte", en: "a text")
        case .literal: Texts(fr: "un littéral", en: "a literal")
        case .number: Texts(fr: "un nombre", en: "a number")
        case .moment: Texts(fr: "un xsd:dateTime", en: "an xsd:dateTime")
        case .iri: Texts(fr: "un IRI", en: "an IRI")
        case .condition:
            Texts(fr: "un booléen, un nombre ou un texte", en: "a boolean, a number or a text")
        case .anIRI: Texts(fr: "un IRI", en: "an IRI")
        case .aBlankNode: Texts(fr: "un nœud anonyme", en: "a blank node")
        case .aTripleTerm: Texts(fr: "un triplet cité", en: "a triple term")
        case .aText: Texts(fr: "un texte", en: "a text")
        case .aTextIn: Texts(fr: "un texte en « {0} »", en: "a text in “{0}”")
        case .aTyped: Texts(fr: "un {0}", en: "an {0}")
        }
    }
}
