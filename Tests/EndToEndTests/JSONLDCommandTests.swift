import Foundation
import JSONLD
import JSONText
import RDFModel
import TestSupport
import Testing

/// `lys jsonld`, as a person uses it.
@Suite struct JSONLDCommandTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        let files = [
            "person.jsonld": ##"{"@context": {"name": "http://p/name"}, "@id": "#me", "name": "Ada"}"##,
            "remote.jsonld": #"{"@context": "https://example.org/c/context.jsonld", "@id": "http://a/1", "q": 1}"#,
            "own.jsonld":
                #"{"@context": "https://w3id.org/lys/context.jsonld", "id": "http://a/1", "type": "org:Organization"}"#,
            "outside.jsonld": #"{"@context": "https://example.org/c/%2e%2e/person.jsonld"}"#,
            "wrong.jsonld": #"{"@context": {"t": {"@id": "http://p/t"}}, "t": {"@id": 1}}"#,
            "broken.jsonld": "{\"a\":\n}", "twice.jsonld": #"{"a": 1, "a": 2}"#, "half.jsonld": #"{"a": "\ud800"}"#,
            "frame.jsonld": #"{"@context": {"n": "http://p/name"}, "n": {}}"#,
            "page.html":
                #"<base href="http://b/"><script id="x" type="application/ld+json">{"@id": "", "http://p/q": 1}</script>"#,
            "data.ttl": "<http://a/1> <http://p/q> 1 , true .",
        ]
        for (name, text) in files { try Data(text.utf8).write(to: scratch.url.appending(path: name)) }
        let contexts = scratch.url.appending(path: "contexts")
        try FileManager.default.createDirectory(at: contexts, withIntermediateDirectories: true)
        try Data(#"{"@context": {"q": "http://p/q"}}"#.utf8).write(to: contexts.appending(path: "context.jsonld"))
    }

    private func run(_ arguments: String...) throws -> LysCommand.Outcome {
        try LysCommand(in: scratch.url).run(["jsonld"] + arguments)
    }

    /// The output without white space.
    private func output(_ arguments: String...) throws -> String {
        let outcome = try LysCommand(in: scratch.url).run(["jsonld"] + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.filter { !$0.isWhitespace }
    }

    /// A document so long that two threads work on it becomes what it becomes in one piece.
    @Test func sectionsMakeTheDocument() throws {
        let nodes = (0..<2000).map { #"{"@id":"http://a/\#($0)","http://p/q":["\#($0)",{"@id":"http://a/1"}]}"# }
        let document = try JSONValue(json: "[" + nodes.joined(separator: ",") + "]")
        let context: JSONValue = ["@context": ["q": "http://p/q"]]
        try Data(document.description.utf8).write(to: scratch.url.appending(path: "d.jsonld"))
        try Data(context.description.utf8).write(to: scratch.url.appending(path: "c.jsonld"))
        let expanded = try JSONLDProcessor().expand(document)
        let compacted = try JSONLDProcessor().compact(document, context: context)
        for layout in [JSONWriter.Layout.compact, .pretty] {
            let writer = JSONWriter(layout: layout)
            let name = layout == .compact ? "compact" : "pretty"
            #expect(try run("expand", "d.jsonld", "--layout", name).output == writer.string(expanded) + "\n")
            let short = try run("compact", "d.jsonld", "--context", "c.jsonld", "--layout", name)
            #expect(short.output == writer.string(compacted) + "\n")
        }
    }

    /// Of a long document with one node that says something, no array is left.
    @Test func aNodeAloneAmongManyNeedsNoArray() throws {
        let nothing = Array(repeating: #"{"@id": "http://a/2"}, "free""#, count: 4000).joined(separator: ",")
        try Data(#"{"@graph": [\#(nothing), {"@id": "http://a/1", "http://p/q": "1"}]}"#.utf8)
            .write(to: scratch.url.appending(path: "d.jsonld"))
        #expect(
            try output("compact", "d.jsonld", "--context", "contexts/context.jsonld")
                == #"{"@context":{"q":"http://p/q"},"@id":"http://a/1","q":"1"}"#)
    }

    /// Nodes that go one by one make the document that they make together.
    @Test(arguments: [
        ("[]", "q", #"{"@context":{"q":"http://p/q"}}"#), ("[]", "g", #"{"@context":{"g":"@graph"}}"#),
        (#"[{"@id":"http://a/1","http://p/q":1}]"#, "q", #"{"@context":{"q":"http://p/q"},"@id":"http://a/1","q":1}"#),
        (
            #"{"@graph":[{"http://p/q":1},"x",{"http://p/q":[2,3]}]}"#, "q",
            #"{"@context":{"q":"http://p/q"},"@graph":[{"q":1},{"q":[2,3]}]}"#
        ),
        (#"[{"http://p/q":1},{"http://p/q":2}]"#, "none", #"{"@graph":[{"http://p/q":1},{"http://p/q":2}]}"#),
        (
            #"[{"http://p/q":1},[{"http://p/q":2}]]"#, "g",
            #"{"@context":{"g":"@graph"},"g":[{"http://p/q":1},{"http://p/q":2}]}"#
        ),
    ])
    func nodesMakeTheDocument(_ document: String, _ context: String, _ expected: String) throws {
        let contexts = ["q": #"{"q":"http://p/q"}"#, "g": #"{"g":"@graph"}"#, "none": "{}"]
        try Data((contexts[context] ?? "").utf8).write(to: scratch.url.appending(path: "c.jsonld"))
        try Data(document.utf8).write(to: scratch.url.appending(path: "d.jsonld"))
        let short = try run("compact", "d.jsonld", "--context", "c.jsonld", "--layout", "compact")
        #expect(short.output == expected + "\n")
        let long = try run("compact", "d.jsonld", "--context", "c.jsonld")
        #expect(long.output == JSONWriter(layout: .pretty).string(try JSONValue(json: expected)) + "\n")
        let expanded = try run("expand", "d.jsonld", "--layout", "compact")
        let whole = try JSONLDProcessor().expand(try JSONValue(json: document))
        #expect(expanded.output == whole.description + "\n")
        let arrays = try run("compact", "d.jsonld", "--context", "c.jsonld", "--option", "compactArrays=false")
        var options = JSONLDOptions()
        options.compactArrays = false
        let kept = try JSONLDProcessor(options: options)
            .compact(try JSONValue(json: document), context: try JSONValue(json: contexts[context] ?? ""))
        #expect(arrays.output == JSONWriter(layout: .pretty).string(kept) + "\n")
    }

    @Test func everyCommandThatReadsJSONLDTakesContextsFromFolders() throws {
        let lys = LysCommand(in: scratch.url)
        let map = ["--document-map", "https://example.org/c/=contexts"]
        let commands = [
            ["canonicalize", "remote.jsonld"], ["diff", "remote.jsonld", "remote.jsonld"],
            ["query", "ASK { ?s <http://p/q> 1 }", "-d", "remote.jsonld"], ["convert", "remote.jsonld"],
            ["update", "INSERT DATA { <http://a/2> <http://p/q> 2 }", "-d", "remote.jsonld"],
            ["update", "INSERT DATA { <http://a/2> <http://p/q> 2 }", "-g", "http://g/=remote.jsonld"],
            ["update", "LOAD <\(scratch.url.appending(path: "remote.jsonld").absoluteString)>", "--allow-load"],
            ["query", "ASK { GRAPH ?g { ?s <http://p/q> 1 } }", "-g", "http://g/=remote.jsonld"],
            ["search", "Ada", "-d", "named.jsonld"], ["jsonld", "to-rdf", "remote.jsonld"],
        ]
        try Data(
            #"{"@context": ["https://example.org/c/context.jsonld"], "@id": "http://a/1", "q": 1, "\#(RDFS.label.string)": "Ada"}"#
                .utf8
        ).write(to: scratch.url.appending(path: "named.jsonld"))
        for command in commands {
            let refused = try lys.run(command)
            #expect(refused.status == 65, "\(command): \(refused.errors)")
            let network = try lys.run(command + ["--allow-address", "127.0.0.1"])
            #expect(network.status == 64, "\(command): \(network.errors)")
            let outcome = try lys.run(command + map)
            #expect(outcome.status == 0, "\(command): \(outcome.errors)")
        }
    }

    @Test func everyOperationWorks() throws {
        let base = "--base=http://a/"
        let expanded = #"[{"@id":"http://a/#me","http://p/name":[{"@value":"Ada"}]}]"#
        #expect(try output("expand", "person.jsonld", base) == expanded)
        #expect(try output("flatten", "person.jsonld", base) == expanded)
        #expect(
            try output("compact", "person.jsonld", base, "--context", "frame.jsonld")
                == ##"{"@context":{"n":"http://p/name"},"@id":"#me","n":"Ada"}"##)
        #expect(
            try output("frame", "person.jsonld", base, "--frame", "frame.jsonld", "--option", "omitGraph=false")
                == ##"{"@context":{"n":"http://p/name"},"@graph":[{"@id":"#me","n":"Ada"}]}"##)
        #expect(try output("to-rdf", "person.jsonld", base) == #"<http://a/#me><http://p/name>"Ada"."#)
        #expect(
            try output("from-rdf", "data.ttl", "--option=useNativeTypes")
                == #"[{"@id":"http://a/1","http://p/q":[{"@value":1},{"@value":true}]}]"#)
        #expect(try output("expand", "page.html#x") == #"[{"@id":"http://b/","http://p/q":[{"@value":1}]}]"#)
    }

    @Test func aFolderStandsForTheWeb() throws {
        let refused = try run("expand", "remote.jsonld")
        #expect(refused.status == 65)
        #expect(refused.errors.hasPrefix("remote.jsonld:/@context: loading remote context failed: "))
        for flag in ["--allow-network", "--document-map PREFIX=FOLDER"] { #expect(refused.errors.contains(flag)) }
        let expected = #"[{"@id":"http://a/1","http://p/q":[{"@value":1}]}]"#
        for map in ["https://example.org/c/=contexts", "https://example.org/c/context.jsonld=contexts/context.jsonld"] {
            #expect(try output("expand", "remote.jsonld", "--document-map", map) == expected)
        }
        let query = try LysCommand(in: scratch.url).run(
            ["query", "-d", "remote.jsonld", "?s <http://p/q> 1", "--format=csv", "--document-map"]
                + ["https://example.org/c/=contexts"])
        #expect(query.output.contains("http://a/1"), "\(query.errors)")
    }

    /// One map is for both schemes, and for all ways to write an address.
    @Test(arguments: [
        ("https://example.org/=context.jsonld", "http://example.org"),
        ("https://example.org/=context.jsonld", "http://example.org/"),
        ("https://example.org/=context.jsonld", "https://EXAMPLE.org:443/#v1"),
        ("https://example.org=context.jsonld", "HTTP://Example.org:80/"),
        ("http://example.org:80=context.jsonld", "https://example.org:/?v=1"),
        ("https://example.org/c/=.", "http://example.org/c/context.jsonld"),
        ("http://EXAMPLE.org/%63=.", "https://example.org/c/./d/../context.jsonld?x"),
        ("https://example.org/c/=context.jsonld", "http://example.org/c"),
        ("https://example.org/c=context.jsonld", "http://example.org/c/"),
        ("https://example.org/~é/=.", "http://example.org/%7e%c3%a9/context.jsonld"),
        ("https://example.org/?a=b=context.jsonld", "http://example.org/?a=b"),
        ("https://example.org/=a=b", "https://example.org/context.jsonld"),
        ("https://example.org:8080/=.", "http://example.org:8080/context.jsonld"),
        ("https://example.org/=indexed", "http://example.org"),
    ])
    func addressesAreComparedEvenedOut(_ map: String, _ iri: String) throws {
        let folder = scratch.url.appending(path: "contexts")
        for name in ["a=b", "indexed"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        let context = try Data(contentsOf: folder.appending(path: "context.jsonld"))
        try context.write(to: folder.appending(path: "a=b/context.jsonld"))
        try context.write(to: folder.appending(path: "indexed/index.jsonld"))
        try Data(#"{"@context": "\#(iri)", "@id": "http://a/1", "q": 1}"#.utf8).write(
            to: folder.appending(path: "d.jsonld"))
        let outcome = try LysCommand(in: folder).run(["convert", "d.jsonld", "--to=nt", "--document-map", map])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("<http://a/1> <http://p/q> "))
    }

    @Test(arguments: [
        ("https://example.org/=contexts/context.jsonld", "http://example.org/other"),
        ("https://example.org=contexts", "https://example.org.example/context.jsonld"),
        ("https://example.org:8080/=contexts", "http://example.org/context.jsonld"),
        ("ftp://example.org/=contexts", "http://example.org/context.jsonld"),
        ("https://example.org/c/=contexts", "https://example.org/c/%2e%2e/context.jsonld"),
        ("https://example.org/=contexts", "https://user@example.org/context.jsonld"),
    ])
    func otherAddressesAreNotMapped(_ map: String, _ iri: String) throws {
        try Data(#"{"@context": "\#(iri)", "@id": "http://a/1", "q": 1}"#.utf8)
            .write(to: scratch.url.appending(path: "d.jsonld"))
        let outcome = try run("to-rdf", "d.jsonld", "--document-map", map)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("--allow-network"), "\(outcome.errors)")
    }

    /// Where two maps differ by their schemes alone, the scheme decides; else the longest prefix.
    @Test func theNearestMapCounts() throws {
        try Data(#"{"@context": {"q": "http://p/other"}}"#.utf8).write(to: scratch.url.appending(path: "o.jsonld"))
        let maps = ["http://example.org/=o.jsonld", "https://example.org/=contexts/context.jsonld"]
        for (iri, word) in [("http://example.org", "other"), ("https://example.org", "q")] {
            try Data(#"{"@context": "\#(iri)", "@id": "http://a/1", "q": 1}"#.utf8)
                .write(to: scratch.url.appending(path: "d.jsonld"))
            for maps in [maps, maps.reversed()] {
                let outcome = try run("to-rdf", "d.jsonld", "--document-map", maps[0], "--document-map", maps[1])
                #expect(outcome.output.hasPrefix("<http://a/1> <http://p/\(word)> "), "\(outcome.errors)")
            }
        }
    }

    @Test func aMapThatNothingBeginsWithIsRefused() throws {
        #expect(try run("expand", "person.jsonld", "--document-map", "example.org/=contexts").status == 64)
        #expect(try run("expand", "person.jsonld", "--document-map", "https://example.org/=").status == 64)
        let missing = try run("expand", "person.jsonld", "--document-map", "https://example.org/=nowhere")
        #expect(missing.status == 66)
        #expect(missing.errors.contains("nowhere"))
    }

    @Test func ourOwnContextIsBuiltIn() throws {
        try Data(
            #"{"@context": "http://w3id.org/lys/context.jsonld", "id": "http://a/1", "type": "org:Organization"}"#.utf8
        ).write(to: scratch.url.appending(path: "own.http.jsonld"))
        #expect(try output("expand", "own.http.jsonld") == output("expand", "own.jsonld"))
        #expect(
            try output("expand", "own.jsonld")
                == #"[{"@id":"http://a/1","@type":["http://www.w3.org/ns/org#Organization"]}]"#)
    }

    @Test func noIRILeadsOutOfTheFolder() throws {
        let outcome = try run("expand", "outside.jsonld", "--document-map", "https://example.org/c/=contexts")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("--allow-network"))
    }

    @Test func theNetworkDoesNotLeadInside() throws {
        let outcome = try run("expand", "http://127.0.0.1:1/x", "--allow-network")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("--allow-address 127.0.0.1"))
        #expect(try run("expand", "person.jsonld", "--allow-address", "127.0.0.1").status == 64)
        #expect(try run("expand", "person.jsonld", "--allow-network", "--allow-address", "here").status == 64)
    }

    @Test(arguments: [
        ("wrong.jsonld", "wrong.jsonld:/t/@id: invalid @id value: "),
        ("broken.jsonld", "broken.jsonld: loading document failed: the document is not JSON: broken.jsonld:2:1: "),
        ("twice.jsonld", "twice.jsonld: loading document failed: the document is not JSON: twice.jsonld:1:10: "),
        ("half.jsonld", "half.jsonld: loading document failed: the document is not JSON: half.jsonld:1:8: "),
    ])
    func errorsNamePlaceAndCode(_ file: String, _ beginning: String) throws {
        let outcome = try run("expand", file)
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasPrefix(beginning), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test func optionsAreChecked() throws {
        for arguments in [
            ["compact", "person.jsonld"], ["frame", "person.jsonld"], ["from-rdf", "-"],
            ["expand", "person.jsonld", "--frame", "frame.jsonld"],
            ["expand", "person.jsonld", "--option", "orderd=true"],
            ["expand", "person.jsonld", "--option", "ordered=1"],
            ["expand", "person.jsonld", "--option", "maximumDepth=0"],
            ["expand", "person.jsonld", "--option", "processingMode=2.0"],
            ["expand", "person.jsonld", "--document-map", "nothing"],
        ] {
            #expect(try LysCommand(in: scratch.url).run(["jsonld"] + arguments).status == 64, "\(arguments)")
        }
        #expect(try run("expand", "nowhere.jsonld").status == 66)
        #expect(try run("expand", "person.jsonld", "--option", "maximumDepth=1").status == 0)
        #expect(try run("expand", "wrong.jsonld", "--option", "maximumDepth=1").status == 75)
    }

    @Test func timesComeAsJSONLines() throws {
        let outcome = try run("expand", "person.jsonld", "--time=json", "--repeat=3")
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix(#"{"kind":"load","bytes":"#))
        #expect(lines[1].hasPrefix(#"{"kind":"jsonld","name":"expand","parse_ms":"#))
        for name in ["process_ms", "write_ms", "total_ms", "first_ms", "peak_kib"] {
            #expect(lines[1].contains("\"\(name)\":"))
        }
    }
}
