import Foundation
import OrganizationDirectory
import RDFModel
import RDFSyntax
import SPARQLAlgebra
import SPARQLEngine
import TestSupport
import Testing
import TripleStore

/// What the README shows is so.
@Suite struct ReadmeTests {
    private let readme: String

    init() throws {
        readme = try String(contentsOf: Suites.projectRoot.appending(path: "README.md"), encoding: .utf8)
    }

    /// The inside of the fenced blocks of a language, in order.
    private func blocks(_ language: String) -> [String] {
        readme.components(separatedBy: "```" + language + "\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first }
    }

    @Test func theSwiftOfTheReadmeCompilesAndAnswers() throws {
        let names = try namesOfResearchFunders(
            in: [UInt8](Data(contentsOf: Suites.projectRoot.appending(path: "exports/directory.ttl"))))
        // 27 organizations fund research; one of them has no French name.
        #expect(names.count == 26)
        #expect(names.contains(.literal(Literal("Fibrose kystique Québec", language: "fr"))))
    }

    /// The lines of the README, each of which stands here too.
    private func namesOfResearchFunders(in bytes: [UInt8]) throws -> [Term] {
        var names: [Term] = []
        func print(_ term: Any) { if let term = term as? Term { names.append(term) } }

        var loader = BulkLoader()
        try loader.beginDocument()
        try RDFReader.read(bytes.span, format: .turtle, into: &loader)
        let engine = QueryEngine(try loader.finish())

        let org = Variable("org"), name = Variable("name")
        let query = try SelectQuery {
            org.has(LYS.playsRole, Role.researchFunding.iri)
            org.has(SKOS.prefLabel, name)
            Filter(name.language .== "fr")
        }
        .select(org, name)
        .orderBy(name)
        .query

        guard case .solutions(let solutions) = try engine.execute(query) else { return names }
        while let batch = try solutions.next() {
            for row in 0..<batch.count { print(batch[row, 1] as Any) }
        }
        return names
    }

    @Test func theSwiftOfTheReadmeIsThatOfThisFile() throws {
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        let lines = Set(source.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
        let example = try #require(blocks("swift").first)
        for line in example.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            let here = line.replacingOccurrences(of: "else { return }", with: "else { return names }")
            #expect(lines.contains(here), "the README has a line that is not tested: \(line)")
        }
    }

    @Test func theAnswerOfTheReadmeIsTheAnswer() throws {
        let outcome = try LysCommand().run([
            "query", "organizations-for-condition", "--bind", "condition=\"cystic fibrosis\"@en", "--format", "csv",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let shown = blocks("text").first { $0.hasPrefix("organization,") }
        #expect(outcome.output.split(whereSeparator: \.isNewline) == shown?.split(separator: "\n"))
    }

    @Test func everyCommandOfTheReadmeRuns() throws {
        let commands = blocks("sh").flatMap { $0.split(separator: "\n") }
            .filter { $0.hasPrefix("lys ") && !$0.contains("my-question.rq") }
        #expect(commands.count >= 4)
        for command in commands {
            let line = command.components(separatedBy: "  #")[0]
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", "\"$LYS\" " + line.dropFirst(4) + " > /dev/null 2>&1"]
            process.environment = ["LYS": LysCommand.binary.path, "LANG": "en"]
            process.currentDirectoryURL = Suites.projectRoot
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(line)")
        }
    }
}
