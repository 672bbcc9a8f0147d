import Crypto
import Foundation
import TestSupport
import Testing

/// The export as a keeper runs it.
@Suite struct ExportTests {
    private let project = Suites.projectRoot

    /// The files of a folder, by name.
    private func contents(of folder: URL) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            contents[name] = try Data(contentsOf: folder.appending(path: name))
        }
        return contents
    }

    /// A copy of the project's directory in a scratch folder.
    private func copyOfDirectory(in scratch: Scratch, named name: String = "directory") throws -> URL {
        let copy = scratch.url.appending(path: name)
        try FileManager.default.copyItem(at: project.appending(path: "directory"), to: copy)
        return copy
    }

    @Test func theCommittedBundleIsReproducedByteForByte() throws {
        let scratch = try Scratch()
        let outcome = try LysCommand(in: scratch.url).run([
            "export", project.appending(path: "directory").path, "--output", "exports",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let made = try contents(of: scratch.url.appending(path: "exports"))
        let committed = try contents(of: project.appending(path: "exports"))
        #expect(Set(made.keys) == Set(committed.keys))
        for (name, bytes) in committed { #expect(made[name] == bytes, "\(name) differs") }
    }

    @Test func anErrorInOneCellNamesTheCellAndTouchesNothing() throws {
        let scratch = try Scratch()
        let directory = try copyOfDirectory(in: scratch)
        let command = LysCommand(in: scratch.url)
        #expect(try command.run(["export", "directory", "-o", "exports"]).status == 0)
        let before = try contents(of: scratch.url.appending(path: "exports"))

        let table = directory.appending(path: "organizations.csv")
        let text = try String(contentsOf: table, encoding: .utf8)
        try text.replacing("sickle cell disease", with: "sickle cell diseese", maxReplacements: 1)
            .write(to: table, atomically: true, encoding: .utf8)
        let outcome = try command.run(["export", "directory", "-o", "exports"])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("organizations.csv:2:conditions: unknown condition “sickle cell diseese”"))
        #expect(outcome.errors.contains("did you mean “sickle cell disease”?"))
        #expect(try contents(of: scratch.url.appending(path: "exports")) == before)

        let french = try command.run(["export", "directory", "-o", "exports", "--language", "fr"])
        #expect(french.status == 65)
        #expect(french.errors.contains("sickle cell diseese"))
        #expect(french.errors != outcome.errors)
    }

    @Test func aFileOfTheKeepersOwnIsCarriedOver() throws {
        let scratch = try Scratch()
        let command = LysCommand(in: scratch.url)
        let directory = project.appending(path: "directory").path
        #expect(try command.run(["export", directory, "-o", "exports"]).status == 0)
        let note = scratch.url.appending(path: "exports/NOTES.txt")
        try "mine".write(to: note, atomically: true, encoding: .utf8)
        #expect(try command.run(["export", directory, "-o", "exports"]).status == 0)
        #expect(try String(contentsOf: note, encoding: .utf8) == "mine")
    }

    /// A directory of the first organizations of the project's, and of the conditions that they name.
    private func makeDirectory(of count: Int, at folder: URL) throws {
        let source = project.appending(path: "directory")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func lines(_ name: String) throws -> [Substring] {
            try String(contentsOf: source.appending(path: name), encoding: .utf8).split(separator: "\n")
        }
        func write(_ lines: [Substring], to name: String) throws {
            try (lines.joined(separator: "\n") + "\n").write(
                to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        let organizations = Array(try lines("organizations.csv").prefix(count + 1))
        let named = organizations.joined()
        let conditions = try lines("conditions.csv").enumerated().filter { number, line in
            number == 0 || line.split(separator: ",").dropFirst().first.map { named.contains($0) } ?? false
        }
        try write(organizations, to: "organizations.csv")
        try write(conditions.map(\.element), to: "conditions.csv")
        try FileManager.default.copyItem(
            at: source.appending(path: "publication.yaml"), to: folder.appending(path: "publication.yaml"))
    }

    /// The first file that is not what the receipt beside it says; `nil` for a whole bundle. Nothing of ours is asked.
    private func firstMismatch(in folder: URL) throws -> String? {
        let data = try Data(contentsOf: folder.appending(path: "receipt.json"))
        let receipt = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let files = try #require(receipt["files"] as? [[String: Any]])
        var names: Set<String> = ["receipt.json"]
        for file in files {
            let name = try #require(file["name"] as? String)
            names.insert(name)
            guard let bytes = try? Data(contentsOf: folder.appending(path: name)) else { return "\(name) is missing" }
            let hash = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
            if hash != file["sha256"] as? String || bytes.count != file["bytes"] as? Int { return "\(name) differs" }
        }
        let found = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return found.first { !names.contains($0) }.map { "\($0) is in no receipt" }
    }

    /// Killed at any moment, the folder holds one whole bundle. `LYS_KILLS` says how many times; 20 if it is not set.
    @Test func aKilledExportLeavesOneWholeBundle() throws {
        let scratch = try Scratch()
        let command = LysCommand(in: scratch.url)
        try makeDirectory(of: 8, at: scratch.url.appending(path: "small"))
        try makeDirectory(of: 12, at: scratch.url.appending(path: "large"))

        let start = Date()
        #expect(try command.run(["export", "large", "-o", "exports"]).status == 0)
        let duration = Date().timeIntervalSince(start)
        var random = SeededGenerator(seed: 20_261_123)
        let kills = ProcessInfo.processInfo.environment["LYS_KILLS"].flatMap(Int.init) ?? 20
        for round in 0..<kills {
            let moment = Double.random(in: 0...duration * 1.1, using: &random)
            try command.run(
                ["export", round.isMultiple(of: 2) ? "small" : "large", "-o", "exports"], killedAfter: moment)
            let problem = try firstMismatch(in: scratch.url.appending(path: "exports"))
            #expect(problem == nil, "killed after \(moment) s: \(problem ?? "")")
        }
    }
}
