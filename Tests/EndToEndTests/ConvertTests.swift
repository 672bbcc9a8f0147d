import Foundation
import JSONText
import RDFCanon
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// `lys convert` as a user runs it.
@Suite struct ConvertTests {
    private let scratch: Scratch
    private let command: LysCommand

    init() throws {
        scratch = try Scratch()
        command = LysCommand(in: scratch.url)
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: scratch.url.appending(path: name))
    }

    private func contents(of name: String) throws -> String {
        try String(contentsOf: scratch.url.appending(path: name), encoding: .utf8)
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted() }
    }

    private func convert(_ arguments: String..., input: String = "") throws -> LysCommand.Outcome {
        try command.run(["convert"] + arguments, input: input)
    }

    private func quads(_ text: String, _ format: RDFFormat) throws -> [Quad] {
        try RDFDocument(Array(text.utf8), format: format).quads
    }

    // MARK: Formats

    /// A graph that every format can hold.
    static let graph = """
        @prefix ex: <http://example.org/ns#> .
        ex:a a ex:Thing ; ex:name "Été"@fr , "x \\"y\\"\\n" ; ex:count 3 ; ex:knows [ ex:name "b" ] .
        ex:c ex:list ( 1 "two" ex:three ) .
        """

    static let pairs = RDFFormat.allCases.flatMap { from in RDFFormat.allCases.map { (from, $0) } }

    @Test(arguments: pairs) func everyPairOfFormats(_ from: RDFFormat, _ to: RDFFormat) throws {
        try write(Self.graph, to: "graph.ttl")
        let (input, output) = ("in.\(from.fileExtension)", "out.\(to.fileExtension)")
        let first = try convert("graph.ttl", "-o", input)
        #expect(first.status == 0, "\(first.errors)")
        let second = try convert(input, "-o", output)
        #expect(second.status == 0, "\(second.errors)")
        let third = try convert(output, "--to", "nt")
        #expect(third.status == 0, "\(third.errors)")
        #expect(
            try DatasetIsomorphism.areIsomorphic(quads(third.output, .ntriples), quads(Self.graph, .turtle)))
        #expect(try names == Set(["graph.ttl", input, output]).sorted())
    }

    @Test func datasetsKeepTheirGraphsAndDirections() throws {
        let text = """
            <urn:a> <urn:p> _:b .
            _:b <urn:p> "x" <urn:g> .
            <urn:c> <urn:p> "y"@ar--rtl _:h .

            """
        for format in RDFFormat.allCases where format.holdsDatasets {
            let there = try convert("--from", "nq", "--to", format.name, input: text)
            #expect(there.status == 0, "\(there.errors)")
            let back = try convert("--from", format.mediaType, input: there.output)
            #expect(try DatasetIsomorphism.areIsomorphic(quads(back.output, .nquads), quads(text, .nquads)))
        }
    }

    @Test func namedGraphsAreNotLostSilently() throws {
        let text = "<urn:a> <urn:p> \"x\" <urn:g> .\n"
        for format in RDFFormat.allCases where !format.holdsDatasets {
            let refused = try convert("--from", "nq", "--to", format.name, input: text)
            #expect(refused.status == 65)
            #expect(refused.output == "")
            #expect(refused.errors.contains("--to trig"))
            let merged = try convert("--from", "nq", "--to", format.name, "--merge-graphs", input: text)
            #expect(merged.status == 0, "\(merged.errors)")
            #expect(try quads(merged.output, format).map(\.description) == ["<urn:a> <urn:p> \"x\" ."])
        }
    }

    @Test func nothingSaidMeansNQuads() throws {
        let outcome = try convert("--from", "text/turtle; charset=utf-8", input: "<urn:a> <urn:p> 1, 1 .")
        let line = "<urn:a> <urn:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
        #expect(outcome.output == line + line)
        #expect(outcome.errors == "convert: 2 statements, N-Quads by Lys\n")
    }

    @Test func theWriterIsNamed() throws {
        try write(Self.graph, to: "graph.ttl")
        let raptor = try convert("graph.ttl", "-o", "out.ttl")
        #expect(raptor.errors.wholeMatch(of: /convert: 13 triples, Turtle by Raptor 2\.[0-9.]+\n/) != nil)
        let french = try command.run(["convert", "graph.ttl", "-o", "out.trig", "--language", "fr"])
        #expect(french.errors == "convert\u{A0}: 13 énoncés, TriG par Lys\n")
        let native = try convert("graph.ttl", "--to", "ttl", "--writer", "native")
        #expect(native.errors == "convert: 13 triples, Turtle by Lys\n")
        #expect(native.output.contains("\"two\"\n") && !native.output.contains("rest"))
        let stream = try convert("graph.ttl", "--to", "ttl", "--writer", "stream")
        #expect(stream.errors == "convert: 13 triples, Turtle by Lys as it was read\n")
        #expect(try DatasetIsomorphism.areIsomorphic(quads(stream.output, .turtle), quads(Self.graph, .turtle)))
    }

    @Test func whatRaptorWouldSpoilIsWrittenByLys() throws {
        let text = "<urn:a> <urn:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n"
        let outcome = try convert("--from", "nt", "--to", "ttl", input: text)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("not written by Raptor"))
        #expect(try quads(outcome.output, .turtle) == quads(text, .ntriples))
        let asked = try convert("--from", "nt", "--to", "ttl", "--writer", "raptor", input: text)
        #expect(asked.status == 65)
        #expect(asked.output == "")
    }

    @Test func largeInputIsStreamed() throws {
        let line = "<http://example.org/s> <http://example.org/p> \"\(String(repeating: "x", count: 1 << 16))\" .\n"
        try write(String(repeating: line, count: 300), to: "large.nt")
        let outcome = try convert("large.nt", "-o", "large.ttl", "--prefix", "ex=http://example.org/")
        #expect(outcome.errors == "convert: 300 triples, Turtle by Lys as it was read\n")
        #expect(try contents(of: "large.ttl").hasPrefix("@prefix ex: <http://example.org/> .\n"))
        let back = try convert("large.ttl", "-o", "back.nt")
        #expect(back.status == 0)
        #expect(try contents(of: "back.nt") == String(repeating: line, count: 300))
    }

    // MARK: Options

    @Test func prefixesOfTheInputAndOfTheCommandAreWritten() throws {
        let input = "PREFIX ex: <http://example.org/> PREFIX no: <http://none.org/> ex:a ex:p <http://b.org/#c> ."
        for format in ["ttl", "trig", "jsonld", "rdfxml"] {
            let outcome = try convert(
                "--from", "ttl", "--to", format, "--prefix", "b=http://b.org/#", input: input)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("http://example.org/"))
            #expect(outcome.output.contains(format == "rdfxml" ? "http://b.org/#c" : "b:c"))
            #expect(format == "rdfxml" || !outcome.output.contains("none"))
        }
    }

    @Test func theOrderOfStatementsDoesNotShowInJSONLD() throws {
        let lines = [
            #"<http://e.org/b> <http://e.org/p> "2" ."#, #"<http://e.org/b> <http://e.org/p> "2"@fr ."#,
            #"<http://e.org/b> <http://e.org/p> _:x ."#, #"<http://e.org/b> <http://e.org/p> <http://e.org/z> ."#,
            #"<http://e.org/b> <http://e.org/o> "1" ."#, #"_:x <http://e.org/p> <http://e.org/b> ."#,
            #"<http://e.org/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e.org/T> ."#,
            #"<http://e.org/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e.org/S> ."#,
            #"<http://e.org/b> <http://e.org/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> ."#,
        ]
        let text = lines.joined(separator: "\n")
        let first = try convert("--from", "nt", "--to", "jsonld", input: text)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<4 {
            let shuffled = (lines + [lines[0]]).shuffled(using: &random).joined(separator: "\n")
            let outcome = try convert("--from", "nt", "--to", "jsonld", input: shuffled)
            #expect(outcome.output == first.output)
            #expect(outcome.errors == first.errors)
        }
        let back = try convert("--from", "jsonld", "--to", "nt", "--canonical", input: first.output)
        #expect(back.output == (try convert("--from", "nt", "--to", "nt", "--canonical", input: text).output))
    }

    @Test(arguments: [
        ("", "{}\n"),
        (
            "PREFIX e: <http://e.org/> e:a e:p 1 .",
            #"{"@context":{"e":"http://e.org/"},"@id":"e:a","e:p":{"@type":"http://www.w3.org/2001/XMLSchema#integer","#
                + #""@value":"1"}}"#
        ),
        (
            "PREFIX : <http://e.org/> :a :p :b . :b :p :a .",
            #"{"@graph":[{"@id":"http://e.org/a","http://e.org/p":{"@id":"http://e.org/b"}},"#
                + #"{"@id":"http://e.org/b","http://e.org/p":{"@id":"http://e.org/a"}}]}"#
        ),
        (
            "PREFIX tel: <http://e.org/> PREFIX e: <http://e.org/> tel:a e:p <tel:1>, e:b .",
            #"{"@context":{"e":"http://e.org/"},"@id":"e:a","e:p":[{"@id":"e:b"},{"@id":"tel:1"}]}"#
        ),
    ])
    func prefixesThatCanBeNoTermsAreLeftOut(_ input: String, _ expected: String) throws {
        let outcome = try convert("--from", "ttl", "--to", "jsonld", input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try JSONValue(json: outcome.output) == JSONValue(json: expected))
    }

    /// What the algorithm of the W3C leaves out or rewrites comes back as it was.
    @Test(arguments: [
        "e:a e:p ( 1 2 ) .", "e:a e:p _:c . _:c a rdf:List ; rdf:first 1 ; rdf:rest ( 2 ) .",
        "e:a e:p _:c . _:c a rdf:List ; rdf:first 1 ; rdf:rest _:d . _:d a rdf:List ; rdf:first 2 ; rdf:rest rdf:nil .",
        #"e:a e:p '{"a": 1}'^^rdf:JSON, '{"a":1}'^^rdf:JSON, '1.0'^^rdf:JSON, '{'^^rdf:JSON, '{"b":1,"a":2}'^^rdf:JSON ."#,
        #"e:a e:p "x"^^rdf:XMLLiteral, "1"^^xsd:double, "01"^^xsd:integer, "1.0E0"^^xsd:double, true, "1"^^xsd:boolean ."#,
    ])
    func statementsComeBackFromJSONLD(_ statements: String) throws {
        let input =
            "PREFIX e: <http://e.org/> PREFIX rdf: <\(RDF.namespace)> PREFIX xsd: <\(XSD.namespace)>\n" + statements
        let document = try convert("--from", "ttl", "--to", "jsonld", input: input)
        #expect(document.status == 0, "\(document.errors)")
        let back = try convert("--from", "jsonld", "--to", "nt", "--canonical", input: document.output)
        let given = try convert("--from", "ttl", "--to", "nt", "--canonical", input: input)
        #expect(back.output == given.output, "\(document.output)")
    }

    /// What JSON-LD cannot say is an error that names the statement, whoever writes it.
    @Test func aStatementThatJSONLDCannotSayIsNamed() throws {
        let statement = "<http://e/a> <http://e/p> <<( <http://e/s> <http://e/q> \"o\" )>> ."
        let converted = try convert("--from", "nt", "--to", "jsonld", input: statement)
        try write(statement, to: "data.nt")
        let asked = try command.run([
            "query", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "-d", "data.nt", "--format=jsonld",
        ])
        let updated = try command.run(["update", "INSERT DATA {}", "-d", "data.nt", "-o", "new.jsonld"])
        for outcome in [converted, asked, updated] {
            #expect(outcome.status == 65, "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
            for part in ["<http://e/a>", "<http://e/p>", "<http://e/s>"] { #expect(outcome.errors.contains(part)) }
        }
        #expect(try names == ["data.nt"])
    }

    /// Graphs, lists in lists, equal lists, lists that are shared or go in circles: each node is read back.
    @Test(arguments: [
        "e:g { e:a e:p (1 (2 ()) _:x) , (1) , (1) . _:x e:q () } _:h { e:a e:p e:b } e:g e:made 1 .",
        "e:a e:p _:l ; e:q _:l . _:l rdf:first 1 ; rdf:rest () .", "_:l rdf:first 1 ; rdf:rest _:l .",
        "e:a a _:t, e:T ; e:p rdf:nil ; rdf:first 1 . rdf:nil e:p 1 . _:t e:p [] .",
        "e:a rdf:type \"x\"@en--ltr, \"x\"@en, 1 ; e:p e:p . <x:y> <urn:z:p> <mailto:a@b>, <tel:1> .",
    ])
    func datasetsComeBackFromJSONLD(_ statements: String) throws {
        let input = "PREFIX e: <http://e/> PREFIX x: <http://x/> PREFIX rdf: <\(RDF.namespace)>\n" + statements
        let document = try convert("--from", "trig", "--to", "jsonld", input: input)
        #expect(document.status == 0, "\(document.errors)")
        let back = try convert("--from", "jsonld", "--to", "nq", input: document.output)
        let given = try convert("--from", "trig", "--to", "nq", input: input)
        #expect(try DatasetIsomorphism.areIsomorphic(quads(back.output, .nquads), quads(given.output, .nquads)))
    }

    /// A read that never returns ends at the limit, and leaves nothing.
    @Test(arguments: [["--timeout", "0.3"], ["--limit-memory", "1"]]) func limitsEndAReadThatDoesNot(
        _ limit: [String]
    ) throws {
        let fifo = scratch.url.appending(path: "fifo.nt").path
        #expect(unsafe mkfifo(fifo, 0o600) == 0)
        for arguments in [["convert", fifo, "-o", "out.nt"], ["jsonld", "from-rdf", fifo]] {
            let start = ContinuousClock.now
            let outcome = try command.run(arguments + limit)
            #expect(outcome.status == 75, "\(outcome.errors)")
            #expect(outcome.errors.contains(limit[0]), "\(outcome.errors)")
            #expect(ContinuousClock.now - start < .seconds(60))
        }
        #expect(try names == ["fifo.nt"])
    }

    /// The prefixes of a query are a context only where they can be: a scheme, the empty prefix and `_` cannot.
    @Test func prefixesOfAQueryThatCanBeNoTermsAreLeftOut() throws {
        let query = """
            PREFIX : <http://e.org/> PREFIX urn: <http://u.org/> PREFIX doi: <https://doi.org/10.1/> PREFIX e: <http://e.org/>
            CONSTRUCT { :a urn:p <urn:x:1>, <doi:10.1/y>, doi:z, "1"^^:t } WHERE {}
            """
        try write("", to: "empty.nt")
        let answer = try command.run(["query", query, "-d", "empty.nt", "--format=jsonld"])
        #expect(answer.status == 0, "\(answer.errors)")
        let back = try convert("--from", "jsonld", "--to", "nt", "--canonical", input: answer.output)
        let given = try command.run(["query", query, "-d", "empty.nt", "--format=nt"])
        #expect(back.output == (try convert("--from", "nt", "--to", "nt", "--canonical", input: given.output).output))
    }

    @Test func relativeIRIsResolveAgainstTheBase() throws {
        let based = try convert("--from", "ttl", "--base", "http://example.org/x/", input: "<../a> <p> <> .")
        #expect(based.output == "<http://example.org/a> <http://example.org/x/p> <http://example.org/x/> .\n")
        try write("<a> <urn:p> <> .", to: "é b.ttl")
        let file = try convert("é b.ttl")
        #expect(file.output.hasSuffix("/é%20b.ttl> .\n"))
        #expect(try convert("--from", "ttl", input: "<a> <urn:p> <> .").status == 65)
    }

    @Test func canonicalLinesAreSortedAndDifferent() throws {
        let text = "<urn:b> <urn:p> \"\\u00E9\\u0041\" .\n<urn:a>\t<urn:p>   _:x.\n<urn:b> <urn:p> \"éA\" .\n# x\n"
        let outcome = try convert("--from", "nt", "--to", "nt", "--canonical", input: text)
        #expect(outcome.output == "<urn:a> <urn:p> _:x .\n<urn:b> <urn:p> \"éA\" .\n")
        #expect(outcome.errors == "convert: 2 triples, N-Triples by Lys in canonical form\n")
        #expect(try convert("--from", "nt", "--to", "ttl", "--canonical", input: text).status == 64)
    }

    @Test func blankNodesOfDifferentDocumentsAreDifferent() throws {
        try write("_:a <urn:p> _:d2_a .\n", to: "one.nt")
        try write("_:a <urn:p> [] .\n", to: "two.ttl")
        try write("_:d1_a <urn:p> _:d2n0 .\n", to: "three.nq")
        for format in RDFFormat.allCases where format != .rdfxml {
            let outcome = try convert("one.nt", "two.ttl", "three.nq", "--to", format.name)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let back = try convert("--from", format.name, "--to", "nt", input: outcome.output)
            #expect(
                try DatasetIsomorphism.areIsomorphic(
                    quads(back.output, .ntriples),
                    quads("_:a <urn:p> _:b . _:c <urn:p> _:d . _:e <urn:p> _:f .", .turtle)), "\(outcome.output)")
        }
        // One alone keeps its labels.
        #expect(try convert("one.nt").output == "_:a <urn:p> _:d2_a .\n")
    }

    // MARK: Input and output

    @Test func gzipIsReadAndWritten() throws {
        try write("<urn:a> <urn:p> \"Été\", 1, _:b .", to: "graph.ttl")
        #expect(try convert("graph.ttl", "-o", "graph.nt.gz").status == 0)
        #expect(try convert("graph.nt.gz", "-o", "again.nt.gz").status == 0)
        let data = try Data(contentsOf: scratch.url.appending(path: "graph.nt.gz"))
        #expect(data.prefix(4) == Data([0x1F, 0x8B, 8, 0]))
        #expect(try Data(contentsOf: scratch.url.appending(path: "again.nt.gz")) == data)
        let plain = try convert("graph.ttl", "--to", "nt")
        #expect(try convert("graph.nt.gz", "--to", "nt").output == plain.output)
        // By its first bytes, whatever it is called.
        try (data + data).write(to: scratch.url.appending(path: "twice.nt"))
        #expect(try convert("twice.nt", "--to", "nt").output == plain.output + plain.output)
        let queried = try command.run([
            "query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "-d", "graph.nt.gz", "--format", "csv",
        ])
        #expect(queried.output.replacing("\r\n", with: "\n") == "n\n3\n", "\(queried.errors)")
    }

    @Test func damagedGzipIsAnError() throws {
        try write("<urn:a> <urn:p> <urn:b> .\n", to: "a.nt")
        _ = try convert("a.nt", "-o", "a.nt.gz")
        let data = try Data(contentsOf: scratch.url.appending(path: "a.nt.gz"))
        for (damaged, words) in [
            (data.dropLast(3), "ends too early"), (data + Data("x".utf8), "something else follows"),
            (Data("<urn:a> <urn:p> <urn:b> .\n".utf8), "damaged"), (Data(), "ends too early"),
        ] {
            try damaged.write(to: scratch.url.appending(path: "b.nt.gz"))
            let outcome = try convert("b.nt.gz", "-o", "out.nt")
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
        }
        #expect(try names == ["a.nt", "a.nt.gz", "b.nt.gz"])
    }

    @Test func standardInputIsDataOfQueriesAndUpdatesToo() throws {
        let data = "<urn:a> <urn:p> <urn:b> ."
        let query = try command.run(
            ["query", "ASK { <urn:a> ?p ?o }", "-d", "-", "--from", "ttl", "--format", "json"], input: data)
        #expect(query.output.contains("true"), "\(query.errors)")
        let update = try command.run(
            ["update", "DELETE WHERE { ?s ?p <urn:none> }", "-d", "-", "--from", "ttl"], input: data)
        #expect(update.output == "<urn:a> <urn:p> <urn:b> .\n", "\(update.errors)")
        #expect(try command.run(["query", "ASK {}", "-d", "-"], input: data).status == 64)
    }

    @Test func aPipeIsReadAndAFolderIsNot() throws {
        let pipe = scratch.url.appending(path: "pipe")
        #expect(unsafe mkfifo(pipe.path, 0o600) == 0)
        let writer = Thread { try? Data("<urn:a> <urn:p> <urn:b> .\n".utf8).write(to: pipe, options: []) }
        writer.start()
        let outcome = try convert("pipe", "--from", "nt", "--to", "nt")
        #expect(outcome.output == "<urn:a> <urn:p> <urn:b> .\n")
        let folder = try convert(".", "--from", "nt")
        #expect(folder.status == 66)
        #expect(folder.errors == ".: that is a folder; name a file\n")
    }

    @Test func theOutputKeepsItsPermissionsAndLinksStayLinks() throws {
        try write("<urn:a> <urn:p> <urn:b> .\n", to: "a.nt")
        try write("old", to: "real.nq")
        let real = scratch.url.appending(path: "real.nq").path
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.url.appending(path: "link.nq").path, withDestinationPath: "real.nq")
        #expect(try convert("a.nt", "-o", "link.nq").status == 0)
        #expect(try contents(of: "real.nq") == "<urn:a> <urn:p> <urn:b> .\n")
        let attributes = try FileManager.default.attributesOfItem(atPath: real)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(try names == ["a.nt", "link.nq", "real.nq"])
    }

    // MARK: Errors

    @Test func anErrorLeavesTheOldFileAndNoOther() throws {
        let good = "<urn:a> <urn:p> <urn:b> .\n"
        try write(String(repeating: good, count: 200_000) + "<urn:a> <urn:p> .\n", to: "bad.nt")
        try write("old", to: "out.nq")
        let outcome = try convert("bad.nt", "-o", "out.nq")
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasPrefix("bad.nt:200001:17: "), "\(outcome.errors)")
        #expect(try contents(of: "out.nq") == "old")
        #expect(try names == ["bad.nt", "out.nq"])
        // What standard output has taken cannot be taken back, and the run says so.
        let cut = try convert("bad.nt")
        #expect(cut.status == 65)
        #expect(cut.errors.contains("incomplete"))
        #expect(cut.output.hasPrefix(good))
        // A short document gives nothing there either.
        try write(good + "<urn:a> <urn:p> .\n", to: "short.nt")
        let short = try convert("short.nt")
        #expect(short.status == 65)
        #expect(short.output == "")
        #expect(!short.errors.contains("incomplete"))
    }

    /// Arguments that are refused, and their exit codes.
    static let refused: [(arguments: [String], status: Int32)] = [
        (["none.nt"], 66), (["a.xyz"], 64), (["a.nt", "--to", "xyz"], 64), (["a.nt", "--from", "xyz"], 64),
        (["a.nt", "-o", "out.xyz"], 64), (["-", "-", "--from", "nt"], 64), ([], 64),
        (["a.nt", "--base", "relative"], 64), (["a.nt", "--prefix", "ex"], 64),
        (["a.nt", "--prefix", "a b=http://example.org/"], 64), (["a.nt", "--prefix", "ex=relative"], 64),
        (["a.nt", "--writer", "me"], 64), (["a.nt", "--writer", "raptor"], 64),
        (["a.nt", "--to", "rdf", "--writer", "native"], 64), (["a.nt", "-o", "missing/out.nt"], 73),
    ]

    @Test(arguments: refused) func usage(_ arguments: [String], _ status: Int32) throws {
        try write("<urn:a> <urn:p> <urn:b> .\n", to: "a.nt")
        let outcome = try command.run(["convert"] + arguments)
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.output == "")
        #expect(!outcome.errors.isEmpty)
        #expect(try names == ["a.nt"])
    }

    @Test func aFullDiskIsAnError() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        try write("<urn:a> <urn:p> <urn:b> .\n", to: "a.nt")
        #expect(try convert("a.nt", "-o", "/dev/full", "--to", "nt").status == 74)
    }

    // MARK: Lenient

    @Test func malformedLinesAreListedAndCounted() throws {
        let text = """
            <urn:a> <urn:p> "1" .
            <urn:a> <urn:p> .
            <urn:a> <urn:p> "2" .
            x <urn:p> "3" .
            <urn:a> <urn:p> "4" .

            """
        try write(text, to: "bad.nt")
        let outcome = try convert("bad.nt", "--lenient", "--to", "nt")
        #expect(outcome.status == 0)
        #expect(outcome.output.split(separator: "\n").count == 3)
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == 4, "\(outcome.errors)")
        #expect(lines[0].hasPrefix("bad.nt:2:17: ") && lines[1].hasPrefix("bad.nt:4:1: "))
        #expect(lines[2] == "convert: 2 statements skipped")
        #expect(lines[3] == "convert: 3 triples, N-Triples by Lys")
        #expect(try convert("bad.nt").status == 65)
        // The place counts from the document, in whatever block of lines it stands.
        try write(String(repeating: "<urn:a> <urn:p> \"1\" .\n", count: 150_000) + text, to: "long.nt")
        let long = try convert("long.nt", "--lenient", "--to", "nt")
        #expect(long.errors.contains("long.nt:150002:17: ") && long.errors.contains("long.nt:150004:1: "))
        #expect(long.errors.contains("convert: 150003 triples"))
    }

    @Test func statementsOfRDFXMLWithABadIRIAreSkipped() throws {
        let text = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
              <e:T rdf:about="http://e/a"><e:p rdf:resource="http://e/x y"/><e:q>z</e:q></e:T>
              <e:T rdf:about="http://e:port/"><e:q>z</e:q></e:T>
            </rdf:RDF>
            """
        try write(text, to: "bad.rdf")
        #expect(try convert("bad.rdf", "--to", "nt").status == 65)
        let outcome = try convert("bad.rdf", "--to", "nt", "--lenient")
        #expect(outcome.status == 0 && outcome.output.split(separator: "\n").count == 2)
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == 4, "\(outcome.errors)")
        #expect(lines[0].hasPrefix("bad.rdf:2:31: ") && lines[1].hasPrefix("bad.rdf:3:3: "), "\(outcome.errors)")
        #expect(lines[2] == "convert: 3 statements skipped")
    }

    @Test func malformedTurtleIsSkippedUpToTheNextStatement() throws {
        let text = """
            @prefix ex: <urn:> .
            ex:a ex:p 1 ; ex:q , 2 .
            ex:a ex:p 3 .
            """
        let outcome = try convert("--from", "ttl", "--to", "ttl", "--writer", "stream", "--lenient", input: text)
        #expect(outcome.status == 0)
        #expect(outcome.output == "@prefix ex: <urn:> .\n\nex:a ex:p 3 .\n")
        #expect(outcome.errors.hasPrefix("-:2:20: "), "\(outcome.errors)")
        #expect(outcome.errors.contains("convert: 1 statement skipped\n"))
    }

    /// Who ends a run with Ctrl-C finds the old file, and no part of a new one beside it.
    @Test(arguments: [SIGINT, SIGTERM])
    func aSignalLeavesNothingBehind(_ signal: Int32) throws {
        try write("old", to: "out.nt")
        let process = Process()
        process.executableURL = LysCommand.binary
        process.arguments = ["convert", "-", "--from", "ntriples", "-o", "out.nt"]
        process.currentDirectoryURL = scratch.url
        // Input that never ends.
        let input = Pipe()
        process.standardInput = input
        // A child has the signal mask of the thread that starts it, and test threads block all they can.
        var (all, old) = (sigset_t(), sigset_t())
        unsafe sigfillset(&all)
        unsafe pthread_sigmask(SIG_UNBLOCK, &all, &old)
        try process.run()
        unsafe pthread_sigmask(SIG_SETMASK, &old, nil)
        let deadline = Date(timeIntervalSinceNow: 60)
        while try names.count < 2, Date() < deadline { Thread.sleep(forTimeInterval: 0.01) }
        #expect(try names.count == 2)
        kill(process.processIdentifier, signal)
        // A process that hears no signal ends with its input, and not never; one that hears it late is left to hear it,
        // since the end of the input, were it read first, would rightly replace the file.
        let patience = Date(timeIntervalSinceNow: 60)
        while process.isRunning, Date() < patience { Thread.sleep(forTimeInterval: 0.01) }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(try names == ["out.nt"])
        #expect(try contents(of: "out.nt") == "old")
    }
}
