import Foundation
import TestSupport
import Testing

/// The README and the pages of `docs/`: their commands run, their links lead somewhere, their names exist.
@Suite struct PageTests {
    /// A newcomer reads it in five minutes.
    @Test func theReadmeIsShort() throws {
        #expect(try Page("README.md").text.split(whereSeparator: \.isWhitespace).count <= 900)
    }

    /// A relative link leads to a file, and with `#` to a heading.
    @Test(arguments: Page.paths) func linksLeadSomewhere(_ path: String) throws {
        for link in try Page(path).links where link.firstMatch(of: /^[a-z]+:/) == nil {
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let base = Suites.projectRoot.appending(path: path)
            let target = parts[0].isEmpty ? base : URL(filePath: parts[0], relativeTo: base).standardizedFileURL
            #expect(FileManager.default.fileExists(atPath: target.path), "\(path): \(link)")
            guard parts.count > 1, target.pathExtension == "md" else { continue }
            let place = String(target.path.dropFirst(Suites.projectRoot.path.count)).drop { $0 == "/" }
            #expect(try Page(String(place)).anchors.contains(parts[1]), "\(path): \(link)")
        }
    }

    /// The lines of shell: what `lys` does is done in a folder that has what a reader is to have; what builds or takes
    /// long is only looked up.
    @Test(arguments: Page.paths) func commandsRun(_ path: String) throws {
        let folder = try PageFolder()
        for line in try Page(path).blocks.filter({ $0.language == "sh" }).flatMap(\.lines) where !line.isEmpty {
            let command = line.components(separatedBy: "  #")[0]
            guard !PageProgram.isOnlyLookedUp(command) else {
                #expect(PageProgram.fault(of: command) == nil, "\(path)")
                continue
            }
            let outcome = try folder.run(command)
            #expect(outcome.status == 0, "\(path): \(command): \(outcome.said.prefix(500))")
        }
    }

    /// The lines after a command are its output; `…` matches any lines.
    @Test(arguments: Page.paths) func commandsPrintWhatIsShown(_ path: String) throws {
        let folder = try PageFolder()
        for block in try Page(path).blocks where block.language == "console" {
            var lines = block.lines[...]
            while let first = lines.popFirst() {
                let command = first.hasPrefix("$ ") ? String(first.dropFirst(2)) : ""
                try #require(!command.isEmpty, "\(path): a block of console begins with a command")
                let shown = Array(lines.prefix { !$0.hasPrefix("$ ") })
                lines = lines.dropFirst(shown.count)
                let outcome = try folder.run(command)
                let isSame = PageFolder.matches(outcome.lines, shown[...])
                #expect(isSame, "\(path): \(command) prints\n\(outcome.lines.joined(separator: "\n"))")
            }
        }
    }

    /// Files of the project that pages name in code: `Sources/…`, `Tests/…` and the like.
    @Test(arguments: Page.paths) func filesThatAreNamedExist(_ path: String) throws {
        let places = /`((?:Sources|Tests|Fuzzing|Benchmarks|docs|vocab|queries|directory|\.ci)\/[^`\s…*{]+)`/
        for line in try Page(path).prose {
            for match in line.matches(of: places) {
                let file = Suites.projectRoot.appending(path: String(match.1))
                #expect(FileManager.default.fileExists(atPath: file.path), "\(path): \(match.1)")
            }
        }
    }
}

/// A program that a page tells a developer to run.
enum PageProgram {
    /// Tells lines that build, measure or clone, which a test does not do.
    static func isOnlyLookedUp(_ line: String) -> Bool {
        line.firstMatch(of: /^(LYS_\w+=\S+ )*(make|swift|git|cd|python3|Fuzzing\/|Benchmarks\/|Tests\/|\.ci\/)/) != nil
    }

    /// The reason why a line cannot work: a target of make, or a program of ours, that does not exist.
    static func fault(of line: String) -> String? {
        let words = line.split(separator: " ").drop { $0.hasPrefix("LYS_") }
        guard let program = words.first.map(String.init) else { return nil }
        let root = Suites.projectRoot
        if program == "make" {
            let makefile = (try? String(contentsOf: root.appending(path: "Makefile"), encoding: .utf8)) ?? ""
            let target = words.dropFirst().first.map(String.init) ?? "help"
            return makefile.contains("\n\(target):") ? nil : "no target \(target) in the Makefile"
        }
        let scripts = words.map(String.init).filter {
            $0.firstMatch(of: /^(Fuzzing|Benchmarks|Tests|\.ci)\//) != nil
        }
        return scripts.first { !FileManager.default.fileExists(atPath: root.appending(path: $0).path) }
    }
}
