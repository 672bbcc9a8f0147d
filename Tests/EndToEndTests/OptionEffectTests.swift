import Foundation
import TestSupport
import Testing

/// Every option of every command does something: the same run with it and without it ends differently, in what is said,
/// in what is written, or in the exit code.
@Suite struct OptionEffectTests {
    /// A run, and what is added to it.
    struct Trial: Sendable {
        let run: [String]
        let option: [String]
        init(_ run: [String], _ option: [String]) { (self.run, self.option) = (run, option) }
    }

    private static let context = #"{"@context": "https://example.org/c/context.jsonld", "@id": "http://a/1", "q": 1}"#

    /// A graph whose blank nodes are all alike.
    private static let clique: String = {
        var lines = ""
        for one in 0..<6 { for other in 0..<6 where other != one { lines += "_:a\(one) <http://a/p> _:a\(other) .\n" } }
        return lines
    }()

    /// Sixteen blank nodes on a square, each with six neighbours: those of its row and column, or those at some
    /// offsets. The two graphs are alike in all that can be counted, and not the same.
    private static func square(offsets: [(Int, Int)]?) -> String {
        var lines = ""
        for one in 0..<16 {
            for other in 0..<16 where other != one {
                let (down, across) = ((other / 4 - one / 4 + 4) % 4, (other % 4 - one % 4 + 4) % 4)
                let isNeighbour =
                    offsets.map { offsets in
                        offsets.contains {
                            ($0.0 == down && $0.1 == across) || ((4 - $0.0) % 4 == down && (4 - $0.1) % 4 == across)
                        }
                    } ?? (down == 0 || across == 0)
                if isNeighbour { lines += "_:a\(one) <http://a/p> _:a\(other) .\n" }
            }
        }
        return lines
    }

    private static let files: [String: String] = [
        "data.ttl": "@base <http://b/> . <http://a/1> <http://a/p> 1 , \"x\" . [] <http://a/p> [] .",
        "relative.ttl": "<1> <p> 1 .", "graphs.trig": "<http://g/> { <http://a/1> <http://a/p> 1 }",
        "unnamed": "<http://a/1> <http://a/p> 1 .", "bad.nt": "<http://a/1> <http://a/p> .\n",
        "remote.jsonld": context, "plain.jsonld": #"{"q": 1, "@id": "x"}"#,
        "own.jsonld": #"{"@context": {"q": "http://p/q"}}"#,
        "frame.jsonld": #"{"@context": {"q": "http://p/q"}, "q": {}}"#,
        "contexts/context.jsonld": #"{"@context": {"q": "http://p/q"}}"#,
        "own/rare-conditions.rq": """
        # title@fr a
        # title@en a
        # description@fr a
        # description@en a
        SELECT (1 AS ?mine) {}
        """,
        "own/context.jsonld": #"{"@context": {}}"#,
        "other.ttl": "<http://a/1> <http://a/p> 2 .",
        "labels.ttl": """
        <http://a/1> <http://p> <http://a/2> ; <http://fr> "un"@fr ; <http://en> "one"@en .
        <http://a/2> <http://www.w3.org/2000/01/rdf-schema#label> "two"@en , "deux"@fr .
        """,
        "larger/receipt.json": """
        {"dataset": "https://example.org/dataset", "version": "1.0.0", "issued": "2026-01-31",
         "licence": "https://creativecommons.org/licenses/by/4.0/", "rows": {"organizations": 90, "conditions": 90},
         "triples": 90000, "canonicalization": "RDFC-1.0, SHA-256", "canonicalHash": "00", "files": []}
        """,
        "clique.nt": clique, "rook.nt": square(offsets: nil),
        "shrikhande.nt": square(offsets: [(0, 1), (1, 0), (1, 1)]),
    ]

    /// The trials of the options that say where remote documents come from, for a command.
    private static func documents(_ command: String, _ before: [String]) -> [String: Trial] {
        let away = before + ["http://127.0.0.1:1/x.ttl"]
        return [
            "\(command) --document-map": Trial(
                before + ["remote.jsonld"], ["--document-map", "https://example.org/c/=contexts"]),
            "\(command) --allow-network": Trial(away, ["--allow-network"]),
            "\(command) --allow-address": Trial(away + ["--allow-network"], ["--allow-address", "127.0.0.1"]),
        ]
    }

    private static let own: [String: Trial] = [
        "export --output": Trial(["export"], ["-o", "there"]),
        "export --base": Trial(["export"], ["--base", "https://example.org/"]),
        "export --vocab-base": Trial(["export"], ["--vocab-base", "https://example.org/"]),
        "export --formats": Trial(["export"], ["--formats", "nt"]),
        "export --strict": Trial(["export"], ["--strict"]), "export --warnings": Trial(["export"], ["--warnings"]),
        "export --accept-shrink": Trial(["export", "-o", "larger"], ["--accept-shrink"]),
        "export --vocab": Trial(["export"], ["--vocab", "own"]),
        "convert --output": Trial(["convert", "data.ttl"], ["-o", "out.nt"]),
        "convert --from": Trial(["convert", "unnamed"], ["--from", "nt"]),
        "convert --to": Trial(["convert", "data.ttl"], ["--to", "turtle"]),
        "convert --base": Trial(["convert", "relative.ttl"], ["--base", "http://x/"]),
        "convert --prefix": Trial(["convert", "data.ttl", "--to", "turtle"], ["--prefix", "a=http://a/"]),
        "convert --writer": Trial(["convert", "data.ttl", "--to", "turtle"], ["--writer", "stream"]),
        "convert --canonical": Trial(["convert", "data.ttl", "unnamed", "--from", "turtle"], ["--canonical"]),
        "convert --lenient": Trial(["convert", "bad.nt"], ["--lenient"]),
        "convert --merge-graphs": Trial(["convert", "graphs.trig", "--to", "turtle"], ["--merge-graphs"]),
        "query --data": Trial(["query", "?s ?p ?o"], ["-d", "data.ttl"]),
        "query --graph": Trial(["query", "-d", "data.ttl", "GRAPH ?g {?s ?p ?o}"], ["-g", "http://g/=unnamed.ttl"]),
        "query --from": Trial(["query", "-d", "unnamed", "?s ?p ?o"], ["--from", "nt"]),
        "query --bundle": Trial(["query", "?s ?p ?o"], ["--bundle", "nowhere"]),
        "query --base": Trial(["query", "-d", "data.ttl", "SELECT (<x> AS ?x) {}"], ["--base", "http://x/"]),
        "query --bind": Trial(["query", "-d", "data.ttl", "?s ?p ?o"], ["--bind", "o=1"]),
        "query --format": Trial(["query", "-d", "data.ttl", "?s ?p ?o"], ["--format", "csv"]),
        "query --timeout": Trial(["query", "-d", "data.ttl", "?s ?p ?o"], ["--timeout", "0"]),
        "query --limit-rows": Trial(["query", "-d", "data.ttl", "?s ?p ?o"], ["--limit-rows", "1"]),
        "query --limit-memory": Trial(
            [
                "query", "-d", "clique.nt",
                "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } }",
            ],
            ["--limit-memory", "1"]),
        "query --time": Trial(["query", "-d", "data.ttl", "?s ?p ?o"], ["--time=text"]),
        "query --explain": Trial(["query", "-d", "data.ttl", "?s ?p ?o"], ["--explain"]),
        "query --list": Trial(["query"], ["--list"]),
        "query --check": Trial(["query", "-d", "data.ttl", "ASK { ?s <http://q> ?o }"], ["--check"]),
        "query --cite": Trial(["query", "-d", "data.ttl", "ASK {}"], ["--cite"]),
        "query --citation-format": Trial(["query", "-d", "data.ttl", "ASK {}"], ["--citation-format", "bibtex"]),
        "query --citation-file": Trial(
            ["query", "-d", "data.ttl", "ASK {}", "--cite"], ["--citation-file", "cited.bib"]),
        "query --labels": Trial(["query", "-d", "labels.ttl", "?s <http://p> ?o"], ["--labels"]),
        "query --both-languages": Trial(
            ["query", "-d", "labels.ttl", "SELECT ?nameFr ?nameEn { ?s <http://fr> ?nameFr ; <http://en> ?nameEn }"],
            ["--both-languages"]),
        "query --vocab": Trial(["query", "-d", "data.ttl", "rare-conditions"], ["--vocab", "own"]),
        "search --data": Trial(["search", "x"], ["-d", "data.ttl"]),
        "search --graph": Trial(["search", "x"], ["-g", "http://g/=data.ttl"]),
        "search --from": Trial(["search", "x", "-d", "unnamed"], ["--from", "nt"]),
        "search --bundle": Trial(["search", "x"], ["--bundle", "nowhere"]),
        "search --limit": Trial(["search", "x", "-d", "data.ttl"], ["--limit", "0"]),
        "search --format": Trial(["search", "x", "-d", "data.ttl"], ["--format", "csv"]),
        "update --data": Trial(["update", "INSERT DATA {}"], ["-d", "data.ttl"]),
        "update --graph": Trial(["update", "INSERT DATA {}"], ["-g", "http://g/=data.ttl"]),
        "update --from": Trial(["update", "INSERT DATA {}", "-d", "unnamed"], ["--from", "nt"]),
        "update --output": Trial(["update", "INSERT DATA {}", "-d", "data.ttl"], ["-o", "out.nt"]),
        "update --format": Trial(["update", "INSERT DATA {}", "-d", "data.ttl"], ["--format", "nt"]),
        "update --timeout": Trial(
            ["update", "-d", "data.ttl", "DELETE WHERE { ?s ?p ?o }"], ["--timeout", "0"]),
        "update --limit-memory": Trial(
            [
                "update", "-d", "clique.nt",
                "INSERT { <http://a> <http://n> ?n } WHERE { SELECT (COUNT(*) AS ?n) { SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } } }",
            ],
            ["--limit-memory", "1"]),
        "update --allow-load": Trial(["update", "LOAD <file:///nowhere.ttl>"], ["--allow-load"]),
        "canonicalize --from": Trial(["canonicalize", "unnamed"], ["--from", "nt"]),
        "canonicalize --hash": Trial(["canonicalize", "data.ttl"], ["--hash"]),
        "canonicalize --algorithm": Trial(["canonicalize", "data.ttl", "--hash"], ["--algorithm", "sha384"]),
        "canonicalize --issued-map": Trial(["canonicalize", "data.ttl"], ["--issued-map"]),
        "canonicalize --work-limit": Trial(["canonicalize", "clique.nt"], ["--work-limit", "1"]),
        "diff --format": Trial(["diff", "data.ttl", "relative.ttl"], ["--format", "patch"]),
        "diff --from": Trial(["diff", "unnamed", "unnamed"], ["--from", "nt"]),
        "diff --work-limit": Trial(["diff", "rook.nt", "shrikhande.nt"], ["--work-limit", "1"]),
        "jsonld --context": Trial(["jsonld", "expand", "plain.jsonld"], ["--context", "own.jsonld"]),
        "jsonld --frame": Trial(["jsonld", "frame", "plain.jsonld"], ["--frame", "frame.jsonld"]),
        "jsonld --base": Trial(
            ["jsonld", "to-rdf", "plain.jsonld", "--context", "own.jsonld"], ["--base", "http://b/"]),
        "jsonld --option": Trial(
            ["jsonld", "from-rdf", "data.ttl"], ["--option", "useNativeTypes=true"]),
        "jsonld --from": Trial(["jsonld", "from-rdf", "unnamed"], ["--from", "nt"]),
        "jsonld --layout": Trial(["jsonld", "from-rdf", "data.ttl"], ["--layout", "compact"]),
        "jsonld --time": Trial(["jsonld", "from-rdf", "data.ttl"], ["--time=text"]),
    ]

    /// The trials of the options that bound a run, for a command.
    private static func limits(_ command: String, _ run: [String]) -> [String: Trial] {
        [
            "\(command) --timeout": Trial(run, ["--timeout", "0"]),
            "\(command) --limit-memory": Trial(run, ["--limit-memory", "1"]),
        ]
    }

    private static let trials: [String: Trial] = [
        limits("export", ["export"]), limits("convert", ["convert", "data.ttl"]),
        limits("search", ["search", "x", "-d", "data.ttl"]), limits("canonicalize", ["canonicalize", "data.ttl"]),
        limits("diff", ["diff", "data.ttl", "data.ttl"]), limits("jsonld", ["jsonld", "from-rdf", "data.ttl"]),
        documents("convert", ["convert"]), documents("query", ["query", "ASK {}", "-d"]),
        documents("search", ["search", "x", "-d"]), documents("update", ["update", "INSERT DATA {}", "-d"]),
        documents("canonicalize", ["canonicalize"]), documents("diff", ["diff", "data.ttl"]),
        documents("jsonld", ["jsonld", "expand"]),
    ].reduce(into: own) { all, more in all.merge(more) { one, _ in one } }

    /// Options whose effect is a time, and those that every command has.
    private static let others: Set<String> = ["--repeat", "--language", "--help", "--version"]

    private func outcome(_ arguments: [String]) throws -> [String] {
        let scratch = try Scratch()
        for (name, text) in Self.files {
            let file = scratch.url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try Data((Self.files["data.ttl"] ?? "").utf8).write(to: scratch.url.appending(path: "unnamed.ttl"))
        if arguments.first == "export" { try SampleDirectory.make(of: 5, at: scratch.url.appending(path: "directory")) }
        let outcome = try LysCommand(in: scratch.url).run(arguments)
        var observed = [String(outcome.status), outcome.output, outcome.errors]
        let written = FileManager.default.enumerator(atPath: scratch.url.path)?.compactMap { $0 as? String } ?? []
        for name in written.sorted() where Self.files[name] == nil && !name.hasPrefix("directory/") {
            observed.append(name)
            observed.append((try? String(contentsOf: scratch.url.appending(path: name), encoding: .utf8)) ?? "")
        }
        return observed.map { $0.replacing(scratch.url.path, with: "") }
    }

    @Test(arguments: Array(trials.keys).sorted()) func anOptionHasAnEffect(_ name: String) throws {
        let trial = try #require(Self.trials[name])
        let (without, with) = (try outcome(trial.run), try outcome(trial.run + trial.option))
        #expect(without != with, "\(with)")
        // What is refused for its form shows nothing.
        #expect(!with[2].contains("Usage:"), "\(with[2])")
    }

    /// The list above names every option that the commands have.
    @Test func everyOptionIsTried() throws {
        let dump = Data(try LysCommand().run(["--experimental-dump-help"]).output.utf8)
        let root = try #require(try JSONSerialization.jsonObject(with: dump) as? [String: Any])
        let commands = try #require((root["command"] as? [String: Any])?["subcommands"] as? [[String: Any]])
        var untried: [String] = []
        for command in commands {
            let name = command["commandName"] as? String ?? ""
            guard name != "help" else { continue }
            for argument in command["arguments"] as? [[String: Any]] ?? []
            where argument["kind"] as? String != "positional" {
                let names = (argument["names"] as? [[String: Any]] ?? []).filter { $0["kind"] as? String == "long" }
                let option = "--" + (names.first?["name"] as? String ?? "")
                if !Self.others.contains(option), Self.trials["\(name) \(option)"] == nil {
                    untried.append("\(name) \(option)")
                }
            }
        }
        #expect(untried == [])
    }
}
