/// What is said of a variable that a query uses and nothing binds.
public enum VariableMessage: String, CaseIterable, Message {
    case warning
    case select
    case filter
    case bind
    case aggregate
    case groupBy
    case orderBy
    case construct
    case describe
    case nearest
    case elsewhere
    case graph

    public var texts: Texts {
        switch self {
        case .warning: Texts(fr: "avertissement : {0}", en: "warning: {0}")
        case .select:
            Texts(
                fr: "rien ne donne de valeur à {0}, que SELECT montre : sa colonne reste vide",
                en: "nothing gives a value to {0}, which SELECT shows: its column stays empty")
        case .filter:
            Texts(
                fr: "rien ne donne de valeur à {0} là où FILTER({1}) la demande",
                en: "nothing gives a value to {0} where FILTER({1}) asks for it")
        case .bind:
            Texts(
                fr: "rien ne donne de valeur à {0} là où {1} est calculé à partir de cette variable",
                en: "nothing gives a value to {0} where {1} is computed from it")
        case .aggregate:
            Texts(
                fr: "rien ne donne de valeur à {0}, sur laquelle porte un agrégat",
                en: "nothing gives a value to {0}, of which an aggregate is made")
        case .groupBy:
            Texts(
                fr: "rien ne donne de valeur à {0}, d’après laquelle GROUP BY forme les groupes",
                en: "nothing gives a value to {0}, by which GROUP BY groups")
        case .orderBy:
            Texts(
                fr: "rien ne donne de valeur à {0}, d’après laquelle ORDER BY trie : l’ordre n’en dépend pas",
                en: "nothing gives a value to {0}, by which ORDER BY sorts: the order does not depend on it")
        case .construct:
            Texts(
                fr: "rien ne donne de valeur à {0} : CONSTRUCT ne produit aucun triplet qui la contient",
                en: "nothing gives a value to {0}: CONSTRUCT makes no triple that has it")
        case .describe:
            Texts(
                fr: "rien ne donne de valeur à {0}, que DESCRIBE demande",
                en: "nothing gives a value to {0}, which DESCRIBE asks for")
        case .graph:
            Texts(
                fr: """
                    {0} ; GRAPH {1} lui donne sa valeur hors de ces accolades : écrivez la condition après elles,                     GRAPH {1} {…} FILTER(…)
                    """,
                en: """
                    {0}; GRAPH {1} gives it its value outside of these braces: write the condition behind them,                     GRAPH {1} {…} FILTER(…)
                    """)
        case .nearest: Texts(fr: "{0} ; vouliez-vous dire {1} ?", en: "{0}; did you mean {1}?")
        case .elsewhere:
            Texts(
                fr: """
                    {0} ; d’autres accolades lui en donnent une, mais les valeurs ne passent pas des unes aux autres : \
                    écrivez les deux dans les mêmes, ou montrez-la dans le SELECT de la sous-requête
                    """,
                en: """
                    {0}; other braces give it one, but values do not pass from one pair to another: write both in the \
                    same pair, or show it in the SELECT of the subquery
                    """)
        }
    }
}
