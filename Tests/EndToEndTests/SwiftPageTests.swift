import Foundation
import TestSupport
import Testing

/// The package that `docs/swift.md` prints is one that builds, and its program answers.
@Suite struct SwiftPageTests {
    private let manifest: String
    private let program: String

    init() throws {
        let blocks = try Page("docs/swift.md").blocks.filter { $0.language == "swift" }
        try #require(blocks.count == 2)
        (manifest, program) = (blocks[0].lines.joined(separator: "\n"), blocks[1].lines.joined(separator: "\n"))
    }

    /// The program is the target `ReadmeExample`, letter by letter.
    @Test func theProgramIsWhatIsBuilt() throws {
        let file = Suites.projectRoot.appending(path: "Tests/ReadmeExample/main.swift")
        #expect(try String(contentsOf: file, encoding: .utf8) == program + "\n")
    }

    /// The README shows parts of the program.
    @Test func theReadmeShowsPartsOfTheProgram() throws {
        let parts = try Page("README.md").blocks.filter { $0.language == "swift" }
        #expect(!parts.isEmpty)
        for part in parts { #expect(program.contains(part.lines.joined(separator: "\n"))) }
    }

    /// The package takes every module that its program imports, by names that exist.
    @Test func thePackageHasWhatItsProgramImports() throws {
        #expect(manifest.hasPrefix("// swift-tools-version:"))
        #expect(manifest.contains(".package(path: \"../lys\")"))
        let products = Set(manifest.matches(of: /\.product\(name: "(\w+)", package: "lys"\)/).map { String($0.1) })
        let imports = Set(program.matches(of: /(?m)^import (\w+)$/).map { String($0.1) })
        #expect(products == imports.subtracting(["Foundation"]))
        let ours = try House(root: Suites.projectRoot).dependencies.keys
        for product in products { #expect(ours.contains(product)) }
    }

    @Test func theProgramAnswers() throws {
        let process = Process()
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
            path: "ReadmeExample")
        process.executableURL =
            FileManager.default.isExecutableFile(atPath: beside.path)
            ? beside : Suites.projectRoot.appending(path: ".build/debug/ReadmeExample")
        process.currentDirectoryURL = Fixture.root
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            .split(whereSeparator: \.isNewline).map(String.init)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(printed.contains("Fibrose kystique Québec"))
        #expect(printed.contains("true") && printed.contains("count"))
        // The pages are gone.
        #expect(try #require(printed.last.flatMap { Int($0) }) > 0)
    }
}
