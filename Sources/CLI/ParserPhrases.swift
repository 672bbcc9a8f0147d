internal import Localization

/// The fixed words of the argument parser, which speaks English only, in the language of the run.
///
/// The parser hands out finished texts: help screens and errors. Its own phrases are found in them line by line and
/// put into French; what our catalogue has put there is French already and holds none of them. A phrase of a later
/// version of the parser that is not in this list stays English, and nothing is lost.
enum ParserPhrases {
    /// A text of the parser in a language.
    static func text(_ text: String, in language: Language) -> String {
        guard language == .french else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let line = phrases.reduce(String(line)) { $1.translated(in: $0) }
            // Where a line breaks between values and the default.
            return line.hasSuffix(";") && line.dropLast().last?.isLetter == true
                ? String(line.dropLast()) + "\u{202F};" : line
        }.joined(separator: "\n")
    }

    private static let phrases: [Phrase] = [
        // Help.
        Phrase("OVERVIEW: {0}", "{0}"),
        Phrase("USAGE: {0}", "UTILISATION : {0}"),
        Phrase("ARGUMENTS:", "ARGUMENTS :"),
        Phrase("OPTIONS:", "OPTIONS :"),
        Phrase("SUBCOMMANDS:", "COMMANDES :"),
        Phrase("  See '{0} <subcommand>' for detailed help.", "  « {0} <commande> » en dit plus sur chacune."),
        Phrase("Show the version.", "Affiche la version."),
        Phrase("Show help information.", "Affiche cette aide."),
        Phrase("Show subcommand help information.", "Affiche l’aide d’une commande."),
        Phrase("; default:", " ; par défaut :"),
        Phrase("(default:", "(par défaut :"),
        // Where a line breaks between the two.
        Phrase(" default:", " par défaut :"),
        Phrase("(values:", "(valeurs :"),
        Phrase("<subcommand>", "<commande>"),
        // Around an error.
        Phrase("Error: {0}", "Erreur : {0}"),
        Phrase("Help:  {0}", "Aide :  {0}"),
        Phrase("Usage: {0}", "Utilisation : {0}"),
        Phrase("  See '{0}' for more information.", "  « {0} » en dit plus."),
        // Errors.
        Phrase("Unknown option '{0}'. Did you mean '{1}'?", "option inconnue « {0} » ; vouliez-vous dire « {1} » ?"),
        Phrase("Unknown option '{0}'", "option inconnue « {0} »"),
        Phrase("Invalid option: {0}", "option inconnue « {0} »"),
        Phrase("   or: Missing value for '{0}' in '{1}'", "   ou il manque une valeur à « {0} » dans « {1} »"),
        Phrase("Missing required subcommand.", "il manque une commande"),
        Phrase("Can't generate completion scripts for '{0}'.", "aucun script de complétion n’existe pour « {0} »"),
        Phrase("Can't autodetect a supported shell.", "l’interpréteur de commandes n’est pas reconnu"),
        Phrase(
            "Please use --generate-completion-script=<shell> with one of:",
            "utilisez --generate-completion-script=<interpréteur> avec l’un de :"),
        Phrase("Missing value for '{0}'", "il manque une valeur à « {0} »"),
        Phrase("Missing expected argument '{0}'", "il manque l’argument « {0} »"),
        Phrase("Missing one of: '{0}'", "il manque l’un de « {0} »"),
        Phrase("Unexpected argument '{0}'", "argument en trop « {0} »"),
        Phrase("{0} unexpected arguments: {1}", "{0} arguments en trop : {1}"),
        Phrase(
            "The option '{0}' does not take any value, but '{1}' was specified.",
            "l’option « {0} » ne prend pas de valeur, et « {1} » lui est donné"),
        Phrase(
            "The value '{0}' is invalid for '{1}'. Please provide one of '{2}' and '{3}'.",
            "la valeur « {0} » ne convient pas à « {1} » ; choisissez « {2} » ou « {3} »"),
        Phrase(
            "The value '{0}' is invalid for '{1}'. Please provide one of '{2}' or '{3}'.",
            "la valeur « {0} » ne convient pas à « {1} » ; choisissez « {2} » ou « {3} »"),
        Phrase(
            "The value '{0}' is invalid for '{1}'. Please provide one of the following:",
            "la valeur « {0} » ne convient pas à « {1} » ; choisissez parmi :"),
        Phrase("The value '{0}' is invalid for '{1}'", "la valeur « {0} » ne convient pas à « {1} »"),
    ]
}

/// An English phrase with places, and the same in French.
private struct Phrase {
    private let english: [Template.Piece]
    private let french: Template

    init(_ english: String, _ french: String) {
        self.english = Template(english).pieces
        self.french = Template(french.withFrenchSpaces)
    }

    /// A line with the phrase put into French; the line itself where it does not hold the phrase.
    func translated(in line: String) -> String {
        var arguments: [String] = []
        var rest = line[...]
        var start: Substring.Index?
        var place: Substring.Index?
        for piece in english {
            switch piece {
            case .argument, .counted: place = rest.startIndex
            case .text(let text):
                guard let found = rest.firstRange(of: text) else { return line }
                if let from = place { arguments.append(Self.quoted(rest[from..<found.lowerBound])) }
                if start == nil { start = place ?? found.lowerBound }
                place = nil
                rest = rest[found.upperBound...]
            }
        }
        if place != nil {
            arguments.append(Self.listed(rest))
            rest = rest[rest.endIndex...]
        }
        guard let start else { return line }
        return String(line[..<start]) + french.filled(with: arguments, in: .french) + String(rest)
    }

    /// What stands at the end of a line: words between quotes and commas, or anything else as it is.
    private static func listed(_ rest: Substring) -> String {
        guard rest.hasPrefix("'"), rest.hasSuffix("'") else { return String(rest) }
        return "« \(quoted(rest.dropFirst().dropLast())) »".withFrenchSpaces
    }

    /// An argument, which may be several between quotes.
    private static func quoted(_ argument: Substring) -> String {
        String(argument).replacing("', '", with: " », « ".withFrenchSpaces)
    }
}
