import Foundation
import TestSupport
import Testing

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

    /// The program of the README is the target `ReadmeExample`, letter by letter.
    @Test func theSwiftOfTheReadmeIsWhatIsBuilt() throws {
        let program = try #require(blocks("swift").last)
        let file = Suites.projectRoot.appending(path: "Tests/ReadmeExample/main.swift")
        #expect(try String(contentsOf: file, encoding: .utf8) == program + "\n")
    }

    /// The package that the README prints takes every module that its program imports, by names that there are.
    @Test func thePackageOfTheReadmeHasWhatItsProgramImports() throws {
        let (manifest, program) = (try #require(blocks("swift").first), try #require(blocks("swift").last))
        #expect(manifest.hasPrefix("// swift-tools-version:"))
        #expect(manifest.contains(".package(path: \"../lys\")"))
        let products = Set(manifest.matches(of: /\.product\(name: "(\w+)", package: "lys"\)/).map { String($0.1) })
        let imports = Set(program.matches(of: /(?m)^import (\w+)$/).map { String($0.1) })
        #expect(products == imports.subtracting(["Foundation"]))
        let ours = try String(contentsOf: Suites.projectRoot.appending(path: "Package.swift"), encoding: .utf8)
        for product in products {
            #expect(ours.contains("module(\"\(product)\"") || ours.contains("        \"\(product)\",\n"))
        }
    }

    @Test func theSwiftOfTheReadmeAnswers() throws {
        let process = Process()
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
            path: "ReadmeExample")
        process.executableURL =
            FileManager.default.isExecutableFile(atPath: beside.path)
            ? beside : Suites.projectRoot.appending(path: ".build/debug/ReadmeExample")
        process.currentDirectoryURL = Suites.projectRoot
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            .split(separator: "\n").map(String.init)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        // 27 organizations fund research; one of them has no French name.
        #expect(printed.prefix { !$0.hasPrefix("https:") }.count == 26)
        #expect(printed.contains("Fibrose kystique Québec"))
        #expect(printed.contains("https://w3id.org/lys/role/research-funding 27"))
        // The pages are gone.
        #expect(try #require(printed.last.flatMap { Int($0) }) > 100)
    }

    @Test func theAnswerOfTheReadmeIsTheAnswer() throws {
        let outcome = try LysCommand().run([
            "query", "organizations-for-condition", "--bind", "condition=\"cystic fibrosis\"@en", "--format", "csv",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let shown = blocks("text").first { $0.hasPrefix("organization,") }
        #expect(outcome.output.split(whereSeparator: \.isNewline) == shown?.split(separator: "\n"))
    }

    /// Every line of shell but for those that build, in a folder of their own, with links to what they read: some write
    /// files. What a reader is to have there, a question and other data, is there.
    @Test func everyCommandOfTheReadmeRuns() throws {
        let scratch = try Scratch()
        for name in ["exports", "queries", "vocab"] {
            try FileManager.default.createSymbolicLink(
                at: scratch.url.appending(path: name), withDestinationURL: Suites.projectRoot.appending(path: name))
        }
        let programs = scratch.url.appending(path: "bin")
        try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: programs.appending(path: "lys"), withDestinationURL: LysCommand.binary)
        try Data("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1".utf8).write(to: scratch.url.appending(path: "my-question.rq"))
        try Data("<http://purl.obolibrary.org/obo/MONDO_1> a <http://c> .".utf8)
            .write(to: scratch.url.appending(path: "mondo.ttl"))
        let commands = blocks("sh").flatMap { $0.split(separator: "\n") }.filter { !$0.hasPrefix("make ") }
        #expect(commands.count >= 15)
        for command in commands {
            let line = command.components(separatedBy: "  #")[0].replacing(".build/release/lys", with: "lys")
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", "(" + line + ") > said 2>&1"]
            process.environment = [
                "PATH": programs.path + ":/usr/bin:/bin", "LANG": "en", "HOME": scratch.url.path,
            ]
            process.currentDirectoryURL = scratch.url
            try process.run()
            process.waitUntilExit()
            let said = try String(contentsOf: scratch.url.appending(path: "said"), encoding: .utf8)
            #expect(process.terminationStatus == 0, "\(line): \(said.prefix(500))")
        }
    }
}
