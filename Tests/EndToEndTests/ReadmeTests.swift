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
        let printed = try linesPrinted(
            by: [UInt8](Data(contentsOf: Suites.projectRoot.appending(path: "exports/directory.ttl"))))
        // 27 organizations fund research; one of them has no French name.
        #expect(printed.prefix { !$0.hasPrefix("https:") }.count == 26)
        #expect(printed.contains("Fibrose kystique Québec"))
        #expect(printed.contains("https://w3id.org/lys/role/research-funding 27"))
        // The pages are gone.
        #expect(try #require(printed.last.flatMap { Int($0) }) > 100)
    }

    /// The lines of the README, each of which stands here too.
    private func linesPrinted(by bytes: [UInt8]) throws -> [String] {
        var lines: [String] = []
        func print(_ values: Any...) { lines.append(values.map { "\($0)" }.joined(separator: " ")) }

        // Open a store, and load what a file holds.
        var loader = BulkLoader()
        try loader.beginDocument()
        try RDFReader.read(bytes.span, format: .turtle, into: &loader)
        let store = TripleStore(try loader.finish())

        // A query with the builder; its rows as Swift values.
        let org = Variable("org"), name = Variable("name")
        let query = try SelectQuery {
            org.has(LYS.playsRole, Role.researchFunding.iri)
            org.has(SKOS.prefLabel, name)
            Filter(name.language .== "fr")
        }
        .select(org, name)
        .orderBy(name)
        .query

        guard case .solutions(let funders) = try QueryEngine(store.snapshot).execute(query) else { return lines }
        try funders.forEach { row in print(row[name, as: String.self] ?? "") }

        // The same with text.
        let text = "SELECT ?role (COUNT(?org) AS ?count) { ?org lys:playsRole ?role } GROUP BY ?role"
        let roles = try QueryParser.parse(text, options: .init(predeclaredPrefixes: CommonPrefixes.map))
        guard case .solutions(let counts) = try QueryEngine(store.snapshot).execute(roles) else { return lines }
        try counts.forEach { row in
            let role = row[Variable("role"), as: IRI.self], count = row[Variable("count"), as: Int.self]
            print(role?.string ?? "", count ?? 0)
        }

        // An update, all or nothing; those who read go on with the snapshot that they have.
        let update = try QueryParser.parseUpdate("DELETE WHERE { ?org <https://schema.org/url> ?page }")
        print(try UpdateEngine(store).execute(update).changes.deleted)
        return lines
    }

    @Test func theSwiftOfTheReadmeIsThatOfThisFile() throws {
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        let lines = Set(source.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
        let example = try #require(blocks("swift").first)
        for line in example.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            // The function of the test returns what was printed.
            let here = line.replacingOccurrences(of: "else { return }", with: "else { return lines }")
            #expect(lines.contains(line) || lines.contains(here), "the README has a line that is not tested: \(line)")
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

    /// In a folder of their own, with links to what they read: some write files.
    @Test func everyCommandOfTheReadmeRuns() throws {
        let scratch = try Scratch()
        for name in ["exports", "queries", "vocab"] {
            try FileManager.default.createSymbolicLink(
                at: scratch.url.appending(path: name), withDestinationURL: Suites.projectRoot.appending(path: name))
        }
        let commands = blocks("sh").flatMap { $0.split(separator: "\n") }
            .filter { $0.hasPrefix("lys ") && !$0.contains("my-question.rq") }
        #expect(commands.count >= 4)
        for command in commands {
            let line = command.components(separatedBy: "  #")[0]
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", "\"$LYS\" " + line.dropFirst(4) + " > /dev/null 2>&1"]
            process.environment = ["LYS": LysCommand.binary.path, "LANG": "en"]
            process.currentDirectoryURL = scratch.url
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(line)")
        }
    }
}
