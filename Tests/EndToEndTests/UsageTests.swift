import Foundation
import TestSupport
import Testing

/// What the command says to someone who gets it wrong: the exit code, and words in their language.
@Suite struct UsageTests {
    /// A slip, the exit code, and a piece of what is said in either language.
    struct Slip: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let status: Int32
        let english: String
        let french: String
        var testDescription: String { "lys " + arguments.joined(separator: " ") }

        init(_ arguments: [String], _ status: Int32, en english: String, fr french: String) {
            (self.arguments, self.status, self.english, self.french) = (arguments, status, english, french)
        }
    }

    static let slips: [Slip] = [
        Slip(
            ["expot"], 64, en: "did you mean “export”?",
            fr: "commande inconnue « expot » ; vouliez-vous dire « export » ?"),
        Slip(["help", "querry"], 64, en: "did you mean “query”?", fr: "vouliez-vous dire « query » ?"),
        Slip(["wibble"], 64, en: "the commands are export, ", fr: "commande inconnue « wibble » ; les commandes sont"),
        Slip(["query", "--bogus"], 64, en: "Unknown option '--bogus'", fr: "option inconnue « --bogus »"),
        Slip(["query", "--lits"], 64, en: "Did you mean '--list'?", fr: "vouliez-vous dire « --list » ?"),
        Slip(["search"], 64, en: "Missing expected argument", fr: "il manque l’argument « <TEXTE> ... »"),
        Slip(["query", "--bind"], 64, en: "Missing value for", fr: "il manque une valeur à « --bind <nom=terme> »"),
        Slip(
            ["query", "--time=xml", "ASK {}"], 64, en: "The value 'xml' is invalid",
            fr: "la valeur « xml » ne convient pas à « --time <text|json> » ; choisissez « text » ou « json »"),
        Slip(["export", "a", "b", "c"], 64, en: "2 unexpected arguments", fr: "2 arguments en trop : « b », « c »"),
        Slip(["export", "nowhere"], 66, en: "nowhere: not found", fr: "nowhere : introuvable"),
        Slip(["export", "--formats", "xyz"], 64, en: "xyz", fr: "xyz"),
        Slip(["query"], 64, en: "the query is missing", fr: "il manque la question"),
        Slip(["query", "rare-conditions"], 66, en: "there is no exports/ folder", fr: "aucun dossier exports/"),
        Slip(
            ["query", "rare-conditons"], 64, en: "did you mean “rare-conditions”?",
            fr: "vouliez-vous dire « rare-conditions » ?"),
        Slip(["query", "nowhere.rq"], 66, en: "nowhere.rq: not found", fr: "nowhere.rq : introuvable"),
        Slip(
            ["query", "rare-conditions", "--bind", "x=1"], 64, en: "has no parameter “x”",
            fr: "n’a pas de paramètre « x »"),
        Slip(["query", "ASK {}", "--bind", "x"], 64, en: "expected name=term", fr: "il faut nom=terme"),
        Slip(
            ["query", "SELECT * WHERE { ?s ?p }"], 65, en: "1:24: “}” is unexpected here",
            fr: "1:24: « } » est inattendu ici"),
        Slip(
            ["query", "-d", "data.nt", "?s ?p ?o", "--limit-rows", "1"], 75, en: "more than 1 row;",
            fr: "plus de 1 ligne ;"),
        Slip(
            ["query", "-d", "data.nt", "SELECT (<http://f>(1) AS ?x) {}"], 65, en: "there is no such function",
            fr: "aucune fonction de ce nom"),
        Slip(["query", "ASK {}", "--format", "xyz"], 64, en: "unknown format “xyz”", fr: "format inconnu « xyz »"),
        Slip(
            ["diff", "data.nt", "data.nt", "--format", "xyz"], 64,
            en: "Please provide one of 'text', 'patch' or 'json'",
            fr: "ne convient pas à « --format <text|patch|json> » ; choisissez « text », « patch » ou « json »"),
        Slip(["diff", "data.nt", "."], 66, en: "has no directory.nq", fr: "n’a pas de directory.nq"),
        Slip(["canonicalize", "data"], 64, en: "name it with --from", fr: "précisez-le avec --from"),
        Slip(["query", "ASK {}", "--base", "x"], 64, en: "is no absolute IRI", fr: "n’est pas un IRI absolu"),
    ]

    @Test(arguments: slips) func aSlipIsNamed(_ slip: Slip) throws {
        let scratch = try Scratch()
        let data = (1...3).map { "<https://example.org/\($0)> <https://example.org/p> \"\($0)\" .\n" }.joined()
        try Data(data.utf8).write(to: scratch.url.appending(path: "data.nt"))
        for (language, words) in [("en", slip.english), ("fr", slip.french)] {
            let outcome = try LysCommand(in: scratch.url).run(slip.arguments + ["--language", language])
            let said = outcome.errors.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
            #expect(outcome.status == slip.status, "\(outcome.errors)")
            #expect(said.contains(words), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
    }

    /// The screens of help, by command.
    @Test(arguments: [[], ["export"], ["query"], ["search"], ["canonicalize"], ["diff"]]) func helpIsInOneLanguage(
        _ command: [String]
    ) throws {
        let scratch = try Scratch()
        let french = try LysCommand(in: scratch.url).run(command + ["--help"], environment: ["LANG": "fr_CA.UTF-8"])
        #expect(french.status == 0)
        #expect(french.errors.isEmpty)
        let english = ["OVERVIEW", "USAGE", "SUBCOMMANDS", "default", "values:", "Show ", "subcommand", "See "]
        for words in english { #expect(!french.output.contains(words), "\(words)") }
    }

    /// Behaviour may depend on a patch level: who reports a fault says which libraries are loaded.
    @Test func theVersionNamesTheLibraries() throws {
        let scratch = try Scratch()
        let outcome = try LysCommand(in: scratch.url).run(["--version"])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].allSatisfy { $0.isNumber || $0 == "." })
        let libraries = /Raptor \d[\d.]+, expat \d[\d.]+, PCRE2 \d[\d.]+, libcurl \d[\d.]+, zlib \d[\d.]+/
        #expect(lines.last?.wholeMatch(of: libraries) != nil, "\(outcome.output)")
    }

    /// A question of a keeper's own, asked by its path, takes its parameter as a bare word.
    @Test func aQuestionGivenByItsPathTakesParameters() throws {
        let scratch = try Scratch()
        let data = scratch.url.appending(path: "data.ttl")
        try Data("<https://example.org/a> <https://example.org/name> \"blue moon\"@en .".utf8).write(to: data)
        let question = """
            # title@fr Par nom
            # title@en By name
            # description@fr Ce qui porte un nom.
            # description@en What has a name.
            # parameter name: text = "red sun"@en
            # name@fr Le nom.
            # name@en The name.
            SELECT ?thing WHERE { VALUES ?name { "red sun"@en } ?thing <https://example.org/name> ?name }
            """
        try Data(question.utf8).write(to: scratch.url.appending(path: "mine.rq"))
        let command = LysCommand(in: scratch.url)
        let asked = try command.run([
            "query", "mine.rq", "-d", "data.ttl", "--bind", "name=\"blue moon\"@en", "--format", "csv",
        ])
        #expect(asked.output == "thing\r\nhttps://example.org/a\r\n", "\(asked.errors)")
        let wrong = try command.run(["query", "mine.rq", "-d", "data.ttl", "--bind", "other=1"])
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("has no parameter “other”"), "\(wrong.errors)")
    }
}
