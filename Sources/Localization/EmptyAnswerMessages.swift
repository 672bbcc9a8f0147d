/// Why an answer is empty, and what comes near to what was asked.
public enum EmptyAnswerMessage: String, CaseIterable, Message {
    case intro
    case triple
    case path
    case together
    case join
    case filter
    case minus
    case graph
    case graphs
    case noGraphs
    case slice
    case values
    case absent
    case nearest
    case misspelled
    case noProperty
    case otherLiteral
    case otherProperties
    case propertiesOf
    case otherGraph
    case defaultGraph
    case examples

    public var texts: Texts {
        switch self {
        case .intro: Texts(fr: "La réponse est vide :", en: "The answer is empty:")
        case .triple: Texts(fr: "rien ne correspond à {0}", en: "nothing matches {0}")
        case .path: Texts(fr: "aucun chemin ne passe par {0}", en: "no path leads along {0}")
        case .together:
            Texts(
                fr: "rien ne correspond à {0} parmi ce qui correspond à {1}",
                en: "nothing matches {0} among what matches {1}")
        case .join:
            Texts(
                fr: "chaque partie a des solutions, mais aucune ne concorde avec celles des autres",
                en: "each part has solutions, but none that agrees with those of the others")
        case .filter:
            Texts(
                fr: "FILTER({0}) n’est vrai pour aucune des {1} {1:solution|solutions}",
                en: "FILTER({0}) is true of none of the {1} {1:solution|solutions}")
        case .minus: Texts(fr: "MINUS enlève toutes les solutions", en: "MINUS takes every solution away")
        case .graph: Texts(fr: "il n’y a pas de graphe {0}", en: "there is no graph {0}")
        case .graphs: Texts(fr: "les graphes nommés sont {0}", en: "the named graphs are {0}")
        case .noGraphs:
            Texts(
                fr: "les données n’ont aucun graphe nommé ; voir -g",
                en: "the data has no named graphs; see -g")
        case .slice:
            Texts(
                fr: "OFFSET ou LIMIT ne laissent rien de ce qui est trouvé",
                en: "OFFSET or LIMIT leave nothing of what is found")
        case .values: Texts(fr: "VALUES n’a pas de lignes", en: "VALUES has no rows")
        case .absent: Texts(fr: "{0} n’est nulle part dans les données", en: "{0} is nowhere in the data")
        case .nearest:
            Texts(
                fr: "{0} n’est nulle part dans les données ; le plus proche est {1}",
                en: "{0} is nowhere in the data; the nearest is {1}")
        case .misspelled:
            Texts(
                fr: "{0} n’est nulle part dans les données ; son vocabulaire contient {1}",
                en: "{0} is nowhere in the data; its vocabulary has {1}")
        case .noProperty:
            Texts(
                fr: "{0} est dans les données, mais jamais comme propriété",
                en: "{0} is in the data, but never as a property")
        case .otherLiteral:
            Texts(fr: "il y a {1}, mais pas {0}", en: "there is {1}, but not {0}")
        case .otherProperties:
            Texts(fr: "{0} est une valeur de {1}", en: "{0} is a value of {1}")
        case .propertiesOf: Texts(fr: "{0} a pour propriétés {1}", en: "{0} has {1}")
        case .otherGraph: Texts(fr: "le motif correspond dans {0}", en: "the pattern matches in {0}")
        case .defaultGraph: Texts(fr: "le graphe par défaut", en: "the default graph")
        case .examples: Texts(fr: "par exemple, {0} vaut {1}", en: "{0} is for example {1}")
        }
    }
}
