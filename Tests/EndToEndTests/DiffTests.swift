import Foundation
import JSONText
import RDFCanon
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// `lys diff` and `lys canonicalize` as a user runs them.
@Suite struct DiffTests {
    private let scratch: Scratch
    private let command: LysCommand

    private static let old = """
        @prefix : <http://example.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        :a skos:prefLabel "Alpha"@en , "Alpha fr"@fr ; :founded "1960" ; :address [ :street "1" ; :code "H" ] .
        :b skos:prefLabel "Beta"@en ; :list ( 1 2 ) .
        """
    private static let new = """
        @prefix : <http://example.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        :a skos:prefLabel "Alpha"@en , "Alpha bis"@fr ; :founded "1961" ; :address [ :code "H" ; :street "2" ] .
        :c skos:prefLabel "\\u001B[2J"@en ; :list ( 1 2 ) . :g { :a :p :c }
        """

    init() throws {
        scratch = try Scratch()
        command = LysCommand(in: scratch.url)
        try write(Self.old, to: "old.ttl")
        try write(Self.new, to: "new.trig")
    }

    private func write(_ text: String, to name: String) throws {
        try text.write(to: scratch.url.appending(path: name), atomically: true, encoding: .utf8)
    }

    @Test func aReportIsReadable() throws {
        let outcome = try command.run(["diff", "old.ttl", "new.trig"])
        #expect(outcome.status == 1 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(
            outcome.output == """
                ~ Alpha  <http://example.org/a>
                    ~ <http://example.org/founded> "1960" → "1961"
                    ~ skos:prefLabel "Alpha fr"@fr → "Alpha bis"@fr
                  in the graph <http://example.org/g>:
                    + <http://example.org/p> \\u001B[2J <http://example.org/c>

                ~ Alpha  <http://example.org/a> › <http://example.org/address> › [<http://example.org/code> "H"; \
                <http://example.org/street> "2"]
                    ~ <http://example.org/street> "1" → "2"

                - Beta  <http://example.org/b>
                    - <http://example.org/list> (1 2)
                    - skos:prefLabel "Beta"@en

                + \\u001B[2J  <http://example.org/c>
                    + <http://example.org/list> (1 2)
                    + skos:prefLabel "\\u001B[2J"@en

                2 entities changed, 1 added, 1 removed
                6 statements added, 5 removed

                """)
        let french = try command.run(["diff", "old.ttl", "new.trig", "--language", "fr"])
        #expect(french.output.contains("~ Alpha bis  <http://example.org/a>\n"))
        #expect(french.output.contains("2 entités modifiées, 1 ajoutée, 1 retirée\n6 énoncés ajoutés, 5 retirés\n"))
    }

    @Test func equalDatasetsAreTheSame() throws {
        try write("_:x <urn:p> _:y . _:y <urn:p> 1 .", to: "one.ttl")
        try write("_:y <urn:p> _:x . _:x <urn:p> 1 , 1 .", to: "two.ttl")
        let outcome = try command.run(["diff", "one.ttl", "two.ttl"])
        #expect(outcome.status == 0 && outcome.output == "the datasets are the same: 2 statements\n")
        let patch = try command.run(["diff", "one.ttl", "two.ttl", "--format", "patch"])
        #expect(patch.status == 0)
        #expect(patch.output.split(separator: "\n").map { $0.prefix(2) } == ["H ", "TX", "TC"])
    }

    /// Applies a patch row by row, as the specification says.
    private func apply(_ patch: String, to quads: [Quad]) throws -> [Quad] {
        var dataset = Set(quads)
        let lines = patch.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("H id <urn:uuid:") == true && lines.dropFirst().first == "TX .")
        #expect(lines.last == "TC .")
        for line in lines.dropFirst(2).dropLast() {
            let quad = try RDFDocument(Array((line.dropFirst(2) + "\n").utf8), format: .nquads).quads[0]
            switch line.prefix(2) {
            case "A ": #expect(dataset.insert(quad).inserted, "\(line)")
            case "D ": #expect(dataset.remove(quad) != nil, "\(line)")
            default: Issue.record("\(line)")
            }
        }
        return Array(dataset)
    }

    @Test(arguments: 0..<12 as Range<UInt64>) func aPatchAppliedToTheOldGivesTheNew(_ seed: UInt64) throws {
        var graphs = RandomGraphs(seed: seed &+ 7000)
        let (old, other) = (graphs.quads(namedGraphs: true), graphs.quads(namedGraphs: true))
        let new = old.dropLast(2) + other.prefix(3)
        let bytes = [try LineWriter.nquads(old), try LineWriter.nquads(new)]
        try Data(bytes[0]).write(to: scratch.url.appending(path: "old.nq"))
        try Data(bytes[1]).write(to: scratch.url.appending(path: "new.nq"))
        let outcome = try command.run(["diff", "old.nq", "new.nq", "--format", "patch"])
        let read = try bytes.map { try RDFDocument($0, format: .nquads).quads }
        #expect(try DatasetIsomorphism.areIsomorphic(apply(outcome.output, to: read[0]), read[1]))
        #expect(try outcome.status == (DatasetIsomorphism.areIsomorphic(read[0], read[1]) ? 0 : 1))
    }

    @Test func programsGetJSON() throws {
        let outcome = try command.run(["diff", "old.ttl", "new.trig", "--format", "json"])
        let document = try JSONValue(json: Array(outcome.output.utf8).span)
        #expect(document["isomorphic"] == false && document["added"] == 6 && document["removed"] == 5)
        #expect(document["old"] == ["source": "old.ttl", "statements": 12])
        let entities = try #require(document["entities"]?.array)
        #expect(entities.map { $0["change"] } == ["changed", "removed", "added", "changed"])
        #expect(entities[0]["subject"] == ["type": "uri", "value": "http://example.org/a"])
        #expect(entities[0]["label"] == "Alpha")
        #expect(
            entities[0]["properties"]?.array?.first == [
                "graph": nil, "predicate": "http://example.org/founded",
                "removed": [["type": "literal", "value": "1960"]], "added": [["type": "literal", "value": "1961"]],
            ])
    }

    @Test func aFolderIsTheBundleInIt() throws {
        let exports = Fixture.exports.path
        let same = try command.run(["diff", exports, exports + "/directory.nq", "--from", "nquads"])
        #expect(same.status == 0, "\(same.errors)")
        let other = try command.run(["diff", exports + "/", exports + "/directory.nt"])
        #expect(other.status == 1)
    }

    @Test func standardInputIsEither() throws {
        let same = try command.run(["diff", "-", "old.ttl", "--from", "turtle"], input: Self.old)
        #expect(same.status == 0, "\(same.errors)")
        #expect(try command.run(["diff", "old.ttl", "-", "--from", "trig"], input: Self.new).status == 1)
        #expect(try command.run(["diff", "-", "-", "--from", "turtle"], input: Self.old).status == 64)
        let hashes = try [(["old.ttl"], ""), (["-", "--from", "text/turtle"], Self.old)].map { arguments, input in
            try command.run(["canonicalize", "--hash"] + arguments, input: input).output
        }
        #expect(hashes[0] == hashes[1] && hashes[0].count == 65)
    }

    @Test func theCanonicalFormItsHashAndItsNames() throws {
        try write("_:x <urn:p> _:y .\n_:y <urn:q> \"1\" .\n", to: "data.nt")
        let form = try command.run(["canonicalize", "data.nt"])
        #expect(form.output == "_:c14n0 <urn:q> \"1\" .\n_:c14n1 <urn:p> _:c14n0 .\n", "\(form.errors)")
        let map = try command.run(["canonicalize", "data.nt", "--issued-map"])
        #expect(try JSONValue(json: Array(map.output.utf8).span) == ["x": "c14n1", "y": "c14n0"])
        for (algorithm, digits) in [("sha256", 64), ("sha384", 96)] {
            let hash = try command.run(["canonicalize", "data.nt", "--hash", "--algorithm", algorithm])
            #expect(hash.output.count == digits + 1 && hash.status == 0)
        }
        #expect(try command.run(["canonicalize", "data.nt", "--hash", "--issued-map"]).status == 64)
    }

    @Test func aPoisonedDatasetReachesALimit() throws {
        let clique = (0..<10).flatMap { from in (0..<10).map { "_:e\(from) <urn:p> _:e\($0) .\n" } }.joined()
        try write(clique, to: "clique.nt")
        for (language, words) in [("en", "20000 steps were not enough"), ("fr", "20000 étapes n’ont pas suffi")] {
            let arguments = ["canonicalize", "clique.nt", "--work-limit", "20000", "--language", language]
            let outcome = try command.run(arguments)
            #expect(outcome.status == 75 && outcome.output.isEmpty)
            #expect(outcome.errors.contains(words) && outcome.errors.contains("--work-limit"), "\(outcome.errors)")
        }
        // Equal datasets are found equal all the same.
        try write(clique.replacing("_:e", with: "_:f"), to: "other.nt")
        #expect(try command.run(["diff", "clique.nt", "other.nt", "--work-limit", "10"]).status == 0)
    }

    /// A slip and its exit code.
    static let slips: [(arguments: [String], status: Int32)] = [
        (["diff", "old.ttl"], 64), (["diff", "old.ttl", "none.ttl"], 66), (["diff", "old.ttl", "."], 66),
        (["diff", "old.ttl", "old"], 64), (["diff", "old.ttl", "new.trig", "--from", "xyz"], 64),
        (["diff", "old.ttl", "new.trig", "--format", "xyz"], 64),
        (["diff", "old.ttl", "new.trig", "--from", "nt"], 65),
        (["canonicalize", "old"], 64), (["canonicalize", "old.ttl", "--algorithm", "md5"], 64),
        (["canonicalize", "none.nq"], 66),
    ]

    @Test(arguments: slips) func aSlipIsNamed(_ arguments: [String], _ status: Int32) throws {
        for language in ["en", "fr"] {
            let outcome = try command.run(arguments + ["--language", language])
            #expect(outcome.status == status && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(outcome.errors)")
        }
    }
}
