import Foundation
import TestSupport
import Testing

/// `lys update` as a user runs it.
@Suite struct UpdateTests {
    private let scratch: Scratch
    private let command: LysCommand

    init() throws {
        scratch = try Scratch()
        command = LysCommand(in: scratch.url)
        try write("<urn:a> <urn:p> 1 . <urn:b> <urn:p> 2 .\n", to: "data.ttl")
    }

    private func write(_ text: String, to name: String) throws {
        try text.write(to: scratch.url.appending(path: name), atomically: true, encoding: .utf8)
    }

    private func contents(of name: String) throws -> String {
        try String(contentsOf: scratch.url.appending(path: name), encoding: .utf8)
    }

    @Test func theResultGoesToStandardOutput() throws {
        let update =
            "DELETE { ?s <urn:p> ?o } INSERT { ?s skos:prefLabel 'x'@en } WHERE { ?s <urn:p> ?o FILTER(?o = 2) }"
        let outcome = try command.run(["update", update, "-d", "data.ttl"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("<urn:a> <urn:p> 1 ."))
        #expect(outcome.output.contains("<urn:b> skos:prefLabel \"x\"@en ."))
        #expect(outcome.errors == "1 triple inserted, 1 deleted\n")
        let french = try command.run(["update", update, "-d", "data.ttl", "--language", "fr"])
        #expect(french.errors == "1 triplet ajouté, 1 supprimé\n")
    }

    @Test func severalRequestsReplaceAFileAtOnce() throws {
        try write("INSERT DATA { GRAPH <urn:g> { <urn:c> <urn:p> 3 } }", to: "add.ru")
        let arguments = ["update", "add.ru", "DELETE DATA { <urn:a> <urn:p> 1 }", "-d", "data.ttl", "-o", "out.nq"]
        let outcome = try command.run(arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let integer = "^^<http://www.w3.org/2001/XMLSchema#integer>"
        #expect(
            try contents(of: "out.nq")
                == "<urn:b> <urn:p> \"2\"\(integer) .\n<urn:c> <urn:p> \"3\"\(integer) <urn:g> .\n")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted() == [
                "add.ru", "data.ttl", "out.nq",
            ])
    }

    /// Updates of `data.ttl` in its place that fail, and their exit codes.
    static let failures: [(update: [String], status: Int32)] = [
        (["INSERT DATA {"], 65),
        (["CLEAR ALL ; COPY <urn:none> TO <urn:x>"], 65),
        (["CLEAR ALL ; LOAD <file:///etc/hosts>"], 64),
        (["INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } }"], 64),
        (["missing.ru"], 66),
        (["CLEAR ALL", "-d", "missing.ttl"], 66),
        (["CLEAR ALL", "--format", "xyz"], 64),
        ([], 64),
        (["INSERT { ?a <urn:q> ?d } WHERE { ?a ?b ?c . ?d ?e ?f }", "--timeout", "0"], 75),
    ]

    @Test(arguments: failures) func anErrorLeavesTheFileAsItWas(_ update: [String], _ status: Int32) throws {
        let before = try contents(of: "data.ttl")
        let outcome = try command.run(["update"] + update + ["-d", "data.ttl", "-o", "data.ttl"])
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(!outcome.errors.isEmpty && outcome.output.isEmpty)
        #expect(try contents(of: "data.ttl") == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["data.ttl"])
    }

    @Test func aFolderThatIsNotThereIsAnError() throws {
        #expect(try command.run(["update", "CLEAR ALL", "-o", "no/such/folder.ttl"]).status == 73)
    }

    @Test func loadReadsFilesWhereItMay() throws {
        let path = scratch.url.appending(path: "data.ttl").path
        let update = "LOAD <file://\(path)> INTO GRAPH <urn:g>"
        let outcome = try command.run(["update", update, "--allow-load", "--format", "nquads"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.split(separator: "\n").count == 2 && outcome.output.contains("<urn:g>"))
        #expect(try command.run(["update", "LOAD <http://example.org/>", "--allow-load"]).status == 64)
        #expect(try command.run(["update", "LOAD SILENT <http://example.org/>", "--allow-load"]).status == 0)
    }

    @Test func loadWaitsForNoPipe() throws {
        let pipe = scratch.url.appending(path: "pipe.ttl")
        #expect(unsafe mkfifo(pipe.path, 0o600) == 0)
        let outcome = try command.run(["update", "LOAD <file://\(pipe.path)>", "--allow-load", "--timeout", "5"])
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("pipe.ttl"))
    }

    @Test func whatIsLoadedCountsAgainstTheLimits() throws {
        let statements = (0..<20_000).map { "<urn:s\($0)> <urn:p> \"\(String(repeating: "a", count: 100))\" .\n" }
        try write(statements.joined(), to: "many.nt")
        let update = "LOAD <file://\(scratch.url.appending(path: "many.nt").path)>"
        for silent in ["", "SILENT "] {
            let text = update.replacingOccurrences(of: "LOAD ", with: "LOAD " + silent)
            let outcome = try command.run(["update", text, "--allow-load", "--limit-memory", "2"])
            #expect(outcome.status == 75, "\(outcome.errors)")
            #expect(try command.run(["update", text, "--allow-load", "--timeout", "0"]).status == 75)
        }
    }
}
