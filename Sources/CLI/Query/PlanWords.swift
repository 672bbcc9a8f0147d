internal import Localization

/// The words of plans in the language of the run: the engine writes plans in English, an operator a line.
enum PlanWords {
    /// A plan in a language.
    static func text(_ plan: String, in language: Language) -> String {
        guard language == .french else { return plan }
        return plan.split(separator: "\n", omittingEmptySubsequences: false).map { french(String($0)) }
            .joined(separator: "\n")
    }

    /// What lines begin with; the longest first.
    private static let operators = [
        ("slice offset", "tranche à partir de"), ("triple term", "triplet cité"), ("each graph", "pour chaque graphe"),
        ("left join", "jointure facultative"), ("anti join", "anti-jointure"), ("semi join", "semi-jointure"),
        ("order by", "tri par"), ("distinct", "sans doublon"), ("project", "projection"), ("reduced", "allègement"),
        ("service", "service"), ("extend", "calcul"), ("filter", "filtre"), ("values", "valeurs"),
        ("union", "union"), ("minus", "soustraction"), ("group", "groupement"), ("count", "décompte"),
        ("empty", "rien"), ("scan", "lecture"), ("path", "chemin"), ("join", "jointure"), ("unit", "une ligne vide"),
        ("hash", "par hachage"), ("intersect", "intersection"), ("key", "clé"),
    ]

    private static func french(_ line: String) -> String {
        let indentation = line.prefix { $0 == " " }
        var rest = String(line.dropFirst(indentation.count))
        guard let (english, word) = operators.first(where: { rest == $0.0 || rest.hasPrefix($0.0 + " ") }) else {
            return line
        }
        rest = word + rest.dropFirst(english.count)
        if english == "key" { rest = rest.replacing(" = class of ", with: " = classe de ") }
        if let limit = rest.firstMatch(of: #/ limit (\d+)   \[/#), english == "slice offset" {
            rest.replaceSubrange(limit.range, with: ", limite \(limit.1)   [")
        }
        if let top = rest.firstMatch(of: #/ \(top (\d+)\)/#) {
            rest.replaceSubrange(top.range, with: " (les \(top.1) premières lignes)")
        }
        if let rows = rest.firstMatch(of: #/\((\d+) rows\)/#) {
            rest.replaceSubrange(rows.range, with: "(\(rows.1) lignes)")
        }
        if let figures = rest.firstMatch(of: #/\[(\d+) rows, (\d+|many) expected, (.*)\]$/#) {
            let expected = figures.2 == "many" ? "beaucoup" : figures.2
            rest.replaceSubrange(
                figures.range, with: "[lignes : \(figures.1) ; prévues : \(expected) ; \(figures.3)]".withFrenchSpaces)
        }
        return indentation + rest
    }
}
