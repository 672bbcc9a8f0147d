import Foundation
import TestSupport
import Testing

/// In French, the command speaks no English: not in its help, not in its errors, not in its numbers.
@Suite struct FrenchTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        let files = [
            "data.nt": "<http://e/a> <http://e/p> \"x\" .\n", "bad.ttl": "<http://e/a> <http://e/p> .",
            "bad.rdf": "<a>", "bad.json": "{\"@id\": }", "feed.xml": "<rss/>",
            "results.json": #"{"head": {}, "results": {"bindings": []}}"#,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: scratch.url.appending(path: name)) }
        let folder = scratch.url.appending(path: "directory")
        try SampleDirectory.make(of: 1, at: folder)
        try Data("title: \"open\nbase: [x\n".utf8).write(to: folder.appending(path: "publication.yaml"))
    }

    /// English words that no French sentence has. Names of commands, options and values are English and are not among
    /// them.
    private static let english: Set<String> = [
        "the", "is", "are", "not", "of", "and", "to", "with", "this", "that", "must", "cannot", "found", "missing",
        "unknown", "invalid", "expected", "rows", "default", "values", "show", "usage", "error", "please", "provide",
        "following", "did", "you", "such", "permission", "directory", "see", "file", "FILE", "FOLDER", "NAME", "TEXT",
        "join", "scan", "project", "seconds", "read", "written", "statement", "denied", "unexpected",
    ]

    private func remnants(in text: String) -> [String] {
        var text = text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        // What French shares, and what belongs to commands, standards and examples.
        for word in [
            "directory.nq", "directory.nt", "lys export directory", "exports/directory", "from-rdf", "to-rdf",
            "not-found", "--read", "(directory)", "par défaut : directory", "framing", "data.nt", "--from", "file:",
        ] {
            text = text.replacing(word, with: " ")
        }
        // Options and names in code are no words of a sentence.
        let names = /--[a-z-]+|<?https?:[^ ]*|[a-z-]+\.(?:csv|yaml|rq|ru|ttl|jsonld|json|html|org)/
        let words = text.replacing(names, with: " ").split { !$0.isLetter && $0 != "-" && $0 != "’" && $0 != "'" }
        return words.map(String.init).filter { Self.english.contains($0) }
    }

    private func said(_ arguments: [String]) throws -> String {
        let outcome = try LysCommand(in: scratch.url).run(arguments + ["--language", "fr"])
        return outcome.output + outcome.errors
    }

    @Test(arguments: [
        [], ["export"], ["convert"], ["query"], ["search"], ["update"], ["canonicalize"], ["diff"], ["jsonld"],
    ])
    func helpIsFrench(_ command: [String]) throws {
        let help = try said(command + ["--help"])
        #expect(remnants(in: help) == [], "\(help)")
        // A semicolon or a colon stands behind a no-break space.
        #expect(help.firstMatch(of: /[a-zé](;|[?!])(\s|$)/) == nil, "\(help)")
    }

    static let slips: [[String]] = [
        ["wibble"], ["help", "wibble"], ["query", "--bogus"], ["query"], ["search"], ["query", "--bind"],
        ["query", "--time=x", "ASK {}"], ["diff", "data.nt", "data.nt", "--format", "x"],
        ["diff", "data.nt", "data.nt", "--format"], ["jsonld", "wibble", "x.json"],
        ["canonicalize", "data.nt", "--algorithm", "md5"], ["convert", "nowhere.nt"], ["convert", "."],
        ["convert", "data"], ["convert", "bad.ttl"], ["convert", "bad.rdf"], ["convert", "bad.json"],
        ["convert", "feed.xml"], ["convert", "results.json"], ["convert", "http://127.0.0.1/x"],
        ["convert", "data.nt", "-o", "nowhere/x.nt"], ["convert", "data.nt", "-o", "data.nt/x.nt"],
        ["convert", "data.nt", "--to", "x"], ["convert", "data.nt", "--writer", "x"], ["convert", "--prefix", "x"],
        ["query", "-d", "data.nt", "?s ?p ?o", "--timeout", "nan"], ["query", "-d", "data.nt", "?s ?p"],
        ["query", "-d", "data.nt", "?s ?p ?o", "--limit-rows", "0"], ["query", "x.rq"],
        ["query", "-d", "data.nt", "--explain", "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 3"],
        ["query", "-d", "data.nt", "--explain", "?s <http://e/q> ?o"],
        ["query", "-d", "data.nt", "--time=text", "ASK {}"], ["update", "x"], ["update"],
        ["update", "LOAD <http://e/>"], ["export"], ["export", "directory"], ["export", "nowhere"],
        ["export", "--formats", "x"], ["query", "--list"], ["jsonld", "frame", "x.json"],
        ["jsonld", "expand", "bad.json"], ["jsonld", "expand", "http://e/"],
        ["jsonld", "expand", "x", "--option", "x=1"],
        ["--generate-completion-script", "powershell"],
    ]

    @Test(arguments: slips) func errorsAreFrench(_ arguments: [String]) throws {
        let said = try said(arguments)
        #expect(!said.isEmpty)
        #expect(remnants(in: said) == [], "\(said)")
    }

    /// Numbers for people have a comma; those for programs have a point.
    @Test func numbersForPeopleHaveAComma() throws {
        let query = ["query", "-d", "data.nt", "ASK {}"]
        let people = try LysCommand(in: scratch.url).run(query + ["--time=text", "--language", "fr"]).errors
        #expect(people.firstMatch(of: /\d,\d{3} ms/) != nil, "\(people)")
        #expect(people.firstMatch(of: /\d\.\d/) == nil, "\(people)")
        let programs = try LysCommand(in: scratch.url).run(query + ["--time=json", "--language", "fr"]).errors
        #expect(programs.firstMatch(of: /"ms":\d+\.\d{3}/) != nil, "\(programs)")
    }
}
