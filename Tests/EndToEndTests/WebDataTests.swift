import Foundation
import TestSupport
import Testing

/// Data that stands at an address: fetched where that is allowed, read as what it is.
@Suite struct WebDataTests {
    private let scratch: Scratch
    private let server: LocalServer
    private static let allowed = ["--allow-network", "--allow-address", "127.0.0.1"]
    private static let turtle = "<x> <http://e/p> <../y> ."
    private static let xml = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">\
        <rdf:Description rdf:about="x"><e:p rdf:resource="../y"/></rdf:Description></rdf:RDF>
        """
    private static let json = #"{"@id": "x", "http://e/p": {"@id": "../y"}}"#
    /// `turtle`, packed by gzip.
    private static let packed =
        Data(
            base64Encoded: "H4sIAAAAAAACA7OpsFOwySgpKbDS10/VLwBy9PT0K+0U9AC1urzYGQAAAA==") ?? Data()

    init() throws {
        scratch = try Scratch()
        server = try LocalServer([
            "/a/data.ttl": .init("text/turtle; charset=utf-8", Self.turtle),
            "/a/plain.ttl": .init("text/plain", Self.turtle),
            "/a/octets.TTL": .init("application/octet-stream", Self.turtle),
            "/a/data.xml": .init("text/xml", Self.xml), "/a/rdf": .init("application/rdf+xml", Self.xml),
            "/a/data.jsonld": .init("application/ld+json", Self.json),
            "/a/data.json": .init("application/json", Self.json),
            "/a/linked": .init(
                "application/json", #"{"@id": "x", "p": {"@id": "../y"}}"#,
                headers: [#"Link: </context>; rel="http://www.w3.org/ns/json-ld#context""#]),
            "/context": .init("application/ld+json", #"{"@context": {"p": "http://e/p"}}"#),
            "/a/page": .init("text/html", "<script type='application/ld+json'>\(Self.json)</script>"),
            "/a/packed.ttl.gz": .init("application/gzip", Self.packed),
            "/a/encoded": .init("text/turtle", Self.packed, headers: ["Content-Encoding: gzip"]),
            "/elsewhere": .init(redirectingTo: "/a/data.ttl"), "/circle": .init(redirectingTo: "/circle"),
            "/away": .init(redirectingTo: "http://127.0.0.2:9/x.ttl"),
            "/unknown": .init("text/csv", "a,b"), "/untold": .init(nil, Self.turtle),
            "/feed": .init("application/rss+xml", "<rss/>"),
        ])
    }

    private func run(_ arguments: [String]) throws -> LysCommand.Outcome {
        try LysCommand(in: scratch.url).run(arguments)
    }

    /// Every one says the same, with the address that was answered in the end as the base.
    @Test(arguments: [
        "/a/data.ttl", "/a/data.ttl?version=1", "/a/data.ttl#part", "/a/plain.ttl", "/a/octets.TTL", "/a/data.xml",
        "/a/rdf", "/a/data.jsonld", "/a/data.json", "/a/linked", "/a/page", "/a/packed.ttl.gz", "/a/encoded",
        "/elsewhere",
    ])
    func isRead(_ path: String) throws {
        let outcome = try run(["convert", server.address + path] + Self.allowed)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == "<\(server.address)/a/x> <http://e/p> <\(server.address)/y> .\n")
    }

    @Test func everyCommandThatReadsDataReadsIt() throws {
        let (data, other) = (server.address + "/a/data.ttl", server.address + "/elsewhere")
        for arguments in [
            ["query", "-d", data, "ASK { ?s <http://e/p> ?o }", "--check"],
            ["query", "-g", "http://g/=\(data)?a=b", "ASK { GRAPH <http://g/> { ?s ?p ?o } }", "--check"],
            ["diff", data, other], ["canonicalize", data], ["update", "-d", data, "INSERT DATA {}"],
            ["update", "LOAD <\(data)>", "--allow-load"], ["jsonld", "from-rdf", data],
        ] {
            let outcome = try run(arguments + Self.allowed)
            #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
            // Not without leave, and the message says how to give it.
            let refused = try run(arguments)
            #expect(refused.status == 64)
            #expect(refused.errors.contains("--allow-network"), "\(refused.errors)")
        }
    }

    @Test(arguments: [
        ("/nothing.ttl", 66, "404"), ("/circle", 69, "redirects"), ("/away", 64, "--allow-address 127.0.0.2"),
        ("/unknown", 64, "(text/csv): unknown format; name it with --from"), ("/untold", 64, "--from"),
        ("/feed", 65, "<rss>"),
    ])
    func whatCannotBeReadIsExplained(_ path: String, _ status: Int32, _ words: String) throws {
        let outcome = try run(["convert", server.address + path] + Self.allowed)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test func anOptionSaysWhatAServerDoesNot() throws {
        let outcome = try run(["convert", server.address + "/untold", "--from", "turtle"] + Self.allowed)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test func otherAddressesAreFilesOrRefused() throws {
        let file = scratch.url.appending(path: "a b.ttl")
        try Data(Self.turtle.utf8).write(to: file)
        #expect(try run(["convert", "file://" + file.path.replacing(" ", with: "%20")]).status == 0)
        #expect(try run(["convert", "ftp://127.0.0.1/x.ttl"] + Self.allowed).status == 64)
    }

    // MARK: Files whose names tell a family only

    @Test func familiesOfFormatsAreLookedInto() throws {
        let page = "<script type='application/ld+json'>\(Self.json)</script>"
        let files: [(String, String, Int32, String)] = [
            ("a.xml", Self.xml, 0, "/x> <http://e/p>"), ("A.XML", Self.xml, 0, "/x> <http://e/p>"),
            ("a.json", Self.json, 0, "/x> <http://e/p>"), ("a.html", page, 0, "/x> <http://e/p>"),
            ("A.HTM", page, 0, "/x> <http://e/p>"), ("A.Ttl", Self.turtle, 0, "/x> <http://e/p>"),
            ("feed.xml", "<?xml version='1.0'?><!-- <a/> --><feed xmlns='u'/>", 65, "<feed>"),
            (
                "results.xml", "<sparql xmlns='http://www.w3.org/2005/sparql-results#'/>", 65,
                "results of a SPARQL query"
            ),
            ("results.json", #"{"head": {}, "results": {"bindings": []}}"#, 65, "results of a SPARQL query"),
            ("ask.json", #"{"head": {}, "boolean": true}"#, 65, "results of a SPARQL query"),
            ("talis.json", #"{"http://s": {"http://p": [{"type": "uri", "value": "http://o"}]}}"#, 65, "RDF/JSON"),
            ("package.json", #"{"name": "x"}"#, 65, "neither @context nor @id"),
            ("empty.json", "[]", 0, "0 statements"),
            ("expanded.json", #"[{"http://e/p": "x"}]"#, 0, "<http://e/p> \"x\""),
        ]
        for (name, text, status, words) in files {
            try Data(text.utf8).write(to: scratch.url.appending(path: name))
            for arguments in [["convert", name], ["canonicalize", name], ["diff", name, name]] {
                let outcome = try run(arguments)
                #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
                if status != 0 || arguments[0] == "convert" {
                    #expect((outcome.output + outcome.errors).contains(words), "\(arguments): \(outcome.errors)")
                }
            }
            #expect(try run(["query", "-d", name, "ASK {}"]).status == status)
        }
        // As an output, a family means its format of RDF.
        #expect(try run(["convert", "a.xml", "-o", "out.json"]).status == 0)
        #expect(try run(["diff", "a.xml", "out.json"]).status == 0)
        #expect(try run(["convert", "a.xml", "-o", "out.html"]).status == 64)
    }
}
