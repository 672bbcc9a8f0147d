import Crypto
import Foundation
import TestSupport
import Testing

/// What `lys query --cite` says: the query that ran, and the bytes that were asked.
@Suite struct CitationTests {
    private static let environment = ["LANG": "en", "SOURCE_DATE_EPOCH": "1764460800"]

    private static func run(_ arguments: [String], in folder: URL = Fixture.root) throws -> LysCommand.Outcome {
        try LysCommand(in: folder).run(["query"] + arguments, environment: environment)
    }

    private static func hash(_ url: URL) throws -> String {
        SHA256.hash(data: try Data(contentsOf: url)).map { String(format: "%02x", $0) }.joined()
    }

    @Test func theQueryThatRanIsCited() throws {
        let outcome = try Self.run([
            "organizations-in-region", "--bind", "region=territory:16", "--format", "csv", "--cite",
        ])
        #expect(outcome.errors.contains("territory:16 skos:broader* ?step"), "\(outcome.errors)")
        #expect(!outcome.errors.contains("territory:01"))
        #expect(outcome.errors.contains("PREFIX territory: <https://w3id.org/lys/territory/>"))
        #expect(outcome.errors.contains("Asked on 2025-11-30 with Lys "))
    }

    /// The cited text, asked again without anything else, gives the same answer.
    @Test(arguments: [
        ["organizations-in-region", "--bind", "region=territory:16"],
        ["?org lys:representsCondition ?c ; lys:playsRole role:research-funding . ?c skos:prefLabel ?name"],
        ["organizations-by-orpha", "--bind", "code=183518"], ["shared-conditions", "--bind", "minimum=2"],
        ["roles-matrix"], ["organizations-for-condition", "--bind", "condition=\"multiple SCLEROSIS\"@en"],
        ["SELECT ?o ?l { ?o skos:prefLabel ?l FILTER(?l = ?wanted) }", "--bind", "wanted=\"Myélome Canada\"@fr"],
    ])
    func theCitedTextGivesTheAnswerAgain(_ arguments: [String]) throws {
        let answered = try Self.run(arguments + ["--format", "csv", "--cite"])
        let lines = answered.errors.split(separator: "\n")
        let cited = lines.filter { $0.hasPrefix("    ") }.joined(separator: "\n")
        let again = try Self.run([cited, "--format", "csv"])
        #expect(again.output == answered.output && !again.output.isEmpty, "\(again.errors)")
    }

    @Test func allDataIsCitedByItsOwnBytes() throws {
        let scratch = try Scratch()
        try Data(
            "<https://e.org/o> a <http://www.w3.org/2002/07/owl#Ontology> ; <http://purl.org/dc/terms/title> \"Mine\" ."
                .utf8
        )
        .write(to: scratch.url.appending(path: "mine.ttl"))
        try Data("<https://e.org/a> <https://e.org/b> <https://e.org/c> .\n".utf8)
            .write(to: scratch.url.appending(path: "other.nt"))
        let exports = Fixture.exports.path
        let outcome = try Self.run(
            ["ASK {}", "--bundle", exports, "-d", "mine.ttl", "-g", "https://e.org/g=other.nt", "--cite"],
            in: scratch.url)
        for name in ["mine.ttl", "other.nt"] {
            #expect(outcome.output.contains(try Self.hash(scratch.url.appending(path: name))), "\(outcome.output)")
        }
        for name in ["directory.nt", "directory.nq"] {
            #expect(outcome.output.contains(try Self.hash(URL(filePath: exports).appending(path: name))))
        }
        #expect(outcome.output.contains("Data: Mine, https://e.org/o"))
        #expect(outcome.output.contains("other.nt (graph <https://e.org/g>)"))
        #expect(outcome.output.contains("licence: the data names none"))
        let piped = try LysCommand(in: scratch.url).run(
            ["query", "ASK {}", "-d", "-", "--from", "nt", "--cite"], input: "", environment: Self.environment)
        #expect(piped.output.contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
    }

    @Test func anAlteredBundleIsNotCitedByItsReceipt() throws {
        let scratch = try Scratch()
        let bundle = scratch.url.appending(path: "exports")
        try FileManager.default.copyItem(at: Fixture.exports, to: bundle)
        let file = bundle.appending(path: "directory.nt")
        let before = try Self.hash(file)
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("<https://e.org/a> <https://e.org/b> <https://e.org/c> .\n".utf8))
        try handle.close()
        let outcome = try Self.run(["ASK {}", "--cite"], in: scratch.url)
        #expect(outcome.output.contains(try Self.hash(file)) && !outcome.output.contains(before))
        #expect(outcome.output.contains("altered since it was published"))
    }

    @Test func bibTeXAndCSLAreWritten() throws {
        let scratch = try Scratch()
        let bundle = ["--bundle", Fixture.exports.path]
        let bibtex = try Self.run(["SELECT * { ?s ?p \"}{%&_\" }", "--cite=bibtex", "--format", "csv"] + bundle)
        #expect(bibtex.errors.hasPrefix("@misc{lys-"))
        // BibTeX counts braces wherever they stand.
        #expect(bibtex.errors.count { $0 == "{" } == bibtex.errors.count { $0 == "}" })
        #expect(bibtex.errors.contains("\\textbraceright{}\\textbraceleft{}\\%\\&\\_"), "\(bibtex.errors)")
        let outcome = try Self.run(["ASK {}", "--citation-file", "a.json"] + bundle, in: scratch.url)
        #expect(outcome.output == "yes\n")
        let items = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: scratch.url.appending(path: "a.json")))
                as? [[String: Any]])
        #expect(items.count == 2)
        #expect(items.allSatisfy { $0["type"] as? String == "dataset" && $0["id"] is String && $0["title"] is String })
        #expect(items[1]["version"] as? String == "1.0.0")
        #expect(try Self.run(["ASK {}", "--cite=xyz"] + bundle).status == 64)
    }
}
