internal import Localization

/// What libyaml says of a text that it cannot read, which it says in English only.
enum YAMLWords {
    /// Its words in a language; those that are not known here give a general answer.
    static func text(_ problem: String, in language: Language) -> String {
        guard language == .french else { return problem }
        return (french[problem] ?? "sa structure est incorrecte à cet endroit").withFrenchSpaces
    }

    private static let french = [
        "mapping values are not allowed in this context":
            "un deux-points n’a pas sa place ici ; mettez la valeur entre guillemets, ou corrigez le retrait",
        "mapping keys are not allowed in this context": "une clé n’a pas sa place ici ; corrigez le retrait",
        "block sequence entries are not allowed in this context":
            "un élément de liste (-) n’a pas sa place ici ; commencez-le sur une nouvelle ligne",
        "could not find expected ':'": "il manque un deux-points après une clé",
        "found character that cannot start any token":
            "aucune valeur ne commence par ce caractère ; mettez-la entre guillemets",
        "found a tab character that violates indentation": "le retrait contient une tabulation ; mettez des espaces",
        "found a tab character where an indentation space is expected":
            "le retrait contient une tabulation ; mettez des espaces",
        "found unexpected end of stream": "un texte entre guillemets n’est pas fermé",
        "found unexpected document indicator": "un texte entre guillemets n’est pas fermé avant « --- » ou « ... »",
        "found unknown escape character": "ce caractère ne peut pas suivre une barre oblique inverse",
        "did not find expected hexdecimal number": "des chiffres hexadécimaux sont attendus après \\x ou \\u",
        "found invalid Unicode character escape code": "cet échappement ne désigne aucun caractère",
        "did not find expected key": "une clé est attendue ; corrigez le retrait ou les guillemets",
        "did not find expected '-' indicator": "un élément de liste (-) est attendu ; corrigez le retrait",
        "did not find expected ',' or ']'": "« , » ou « ] » est attendu",
        "did not find expected ',' or '}'": "« , » ou « } » est attendu",
        "did not find expected node content": "une valeur est attendue",
        "did not find expected <document start>": "le document continue alors qu’il devrait être fini",
        "found unexpected ':'": "un deux-points n’a pas sa place ici",
        "did not find expected comment or line break": "un commentaire ou la fin de la ligne est attendu",
        "did not find expected alphabetic or numeric character": "un nom est attendu après « & » ou « * »",
        "did not find expected whitespace or line break": "une espace ou la fin de la ligne est attendue",
        "found undefined tag handle": "ce préfixe d’étiquette (!) n’est pas déclaré",
        "control characters are not allowed": "un caractère de commande est interdit",
    ]
}
