import Foundation
import TestSupport
import Testing

/// The export as a keeper runs it.
@Suite struct ExportTests {
    /// A copy of the frozen directory in a scratch folder.
    private func copyOfDirectory(in scratch: Scratch, named name: String = "directory") throws -> URL {
        let copy = scratch.url.appending(path: name)
        try FileManager.default.copyItem(at: Fixture.directory, to: copy)
        return copy
    }

    /// The receipt holds the hash of every file, so that all bytes are those of the day on which it was frozen.
    @Test func theFrozenDirectoryGivesTheSameBytes() throws {
        #expect(try ExportedBundle.firstMismatch(in: Fixture.exports) == nil)
        let made = try String(contentsOf: Fixture.exports.appending(path: "receipt.json"), encoding: .utf8)
        #expect(made == (try String(contentsOf: Fixture.receipt, encoding: .utf8)))
    }

    /// The living directory, to which keepers add rows: it loads without an error, and every file of it is proved.
    @Test func theLivingDirectoryIsPublished() throws {
        let scratch = try Scratch()
        let living = Suites.projectRoot.appending(path: "directory").path
        let outcome = try LysCommand(in: scratch.url).run(["export", living, "-o", "exports"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try ExportedBundle.firstMismatch(in: scratch.url.appending(path: "exports")) == nil)
        #expect(try ExportedBundle.firstMismatch(in: Suites.projectRoot.appending(path: "exports")) == nil)
    }

    @Test func anErrorInOneCellNamesTheCellAndTouchesNothing() throws {
        let scratch = try Scratch()
        let directory = try copyOfDirectory(in: scratch)
        let command = LysCommand(in: scratch.url)
        #expect(try command.run(["export", "directory", "-o", "exports"]).status == 0)
        let before = try ExportedBundle.contents(of: scratch.url.appending(path: "exports"))

        let table = directory.appending(path: "organizations.csv")
        let text = try String(contentsOf: table, encoding: .utf8)
        try text.replacing("sickle cell disease", with: "sickle cell diseese", maxReplacements: 1)
            .write(to: table, atomically: true, encoding: .utf8)
        let outcome = try command.run(["export", "directory", "-o", "exports"])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("organizations.csv:2:conditions: unknown condition “sickle cell diseese”"))
        #expect(outcome.errors.contains("did you mean “sickle cell disease”?"))
        #expect(try ExportedBundle.contents(of: scratch.url.appending(path: "exports")) == before)

        let french = try command.run(["export", "directory", "-o", "exports", "--language", "fr"])
        #expect(french.status == 65)
        #expect(french.errors.contains("sickle cell diseese"))
        #expect(french.errors != outcome.errors)
    }

    /// A pipe would be read for ever; other things in the folder are not opened at all.
    @Test func aPipeByTheNameOfATableIsRefused() throws {
        let scratch = try Scratch()
        let directory = try copyOfDirectory(in: scratch)
        let command = LysCommand(in: scratch.url)
        let notes = unsafe mkfifo(directory.appending(path: "notes.txt").path, 0o600)
        #expect(notes == 0)
        #expect(try command.run(["export", "directory", "-o", "exports"]).status == 0)

        let pipe = directory.appending(path: "memberships.csv").path
        let memberships = unsafe mkfifo(pipe, 0o600)
        #expect(memberships == 0)
        let outcome = try command.run(["export", "directory", "-o", "other"])
        #expect(outcome.status == 66)
        #expect(outcome.errors.hasPrefix("directory/memberships.csv: that is no plain file"))
        #expect(!FileManager.default.fileExists(atPath: scratch.url.appending(path: "other").path))
    }

    @Test func aFileOfTheKeepersOwnIsCarriedOver() throws {
        let scratch = try Scratch()
        let command = LysCommand(in: scratch.url)
        let directory = Fixture.directory.path
        #expect(try command.run(["export", directory, "-o", "exports"]).status == 0)
        let note = scratch.url.appending(path: "exports/NOTES.txt")
        try "mine".write(to: note, atomically: true, encoding: .utf8)
        #expect(try command.run(["export", directory, "-o", "exports"]).status == 0)
        #expect(try String(contentsOf: note, encoding: .utf8) == "mine")
    }

    @Test func theVocabularyCanStandElsewhere() throws {
        let scratch = try Scratch()
        try SampleDirectory.make(of: 3, at: scratch.url.appending(path: "directory"))
        let outcome = try LysCommand(in: scratch.url).run([
            "export", "directory", "-o", "exports", "--vocab-base", "https://example.org/v/",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let bundle = try ExportedBundle.contents(of: scratch.url.appending(path: "exports"))
            .mapValues { String(decoding: $0, as: UTF8.self) }
        for (name, text) in bundle { #expect(!text.contains("https://w3id.org/lys/ns#"), "\(name)") }
        #expect(bundle["directory.ttl"]?.contains("a lys:Activity ;") == true)
        #expect(bundle["directory.jsonld"]?.contains("\"playsRole\":") == true)
        #expect(bundle["schema-org.jsonld"]?.contains("\"knowsAbout\":") == true)
    }

    @Test func aShrinkOfMoreThanATenthIsRefusedUntilItIsAccepted() throws {
        let scratch = try Scratch()
        let command = LysCommand(in: scratch.url)
        for (name, count) in [("many", 20), ("fewer", 18), ("few", 17)] {
            try SampleDirectory.make(of: count, at: scratch.url.appending(path: name))
        }
        let exports = scratch.url.appending(path: "exports")
        #expect(try command.run(["export", "many", "-o", "exports"]).status == 0)
        let before = try ExportedBundle.contents(of: exports)
        let refused = try command.run(["export", "few", "-o", "exports"])
        #expect(refused.status == 65)
        #expect(refused.errors.contains("organizations: 17 instead of 20"), "\(refused.errors)")
        #expect(refused.errors.contains("--accept-shrink"), "\(refused.errors)")
        #expect(try ExportedBundle.contents(of: exports) == before)
        let french = try command.run(["export", "few", "-o", "exports", "--language", "fr"])
        #expect(french.errors.contains("Rien n’a été publié"), "\(french.errors)")
        // A tenth is no more than a tenth; and what is accepted is published.
        #expect(try command.run(["export", "fewer", "-o", "exports"]).status == 0)
        #expect(try command.run(["export", "few", "-o", "exports", "--accept-shrink"]).status == 0)
        #expect(try command.run(["export", "few", "-o", "exports"]).status == 0)
    }

    /// A column that lost its cells leaves every row, and far fewer triples.
    @Test func aColumnThatLostItsCellsIsAShrinkToo() throws {
        let scratch = try Scratch()
        let command = LysCommand(in: scratch.url)
        let directory = try copyOfDirectory(in: scratch)
        #expect(try command.run(["export", "directory", "-o", "exports"]).status == 0)
        let page = directory.appending(path: "publication.yaml")
        try String(contentsOf: page, encoding: .utf8)
            .replacing(
                "private: []",
                with: "private: [orpha_code, mondo_id, omim, icd10, code_check, note, rare, founded, website]"
            )
            .write(to: page, atomically: true, encoding: .utf8)
        let outcome = try command.run(["export", "directory", "-o", "exports"])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("triples: "), "\(outcome.errors)")
    }

    @Test func searchTellsWhatHasEnded() throws {
        let scratch = try Scratch()
        let command = LysCommand(in: scratch.url)
        let fixture = Suites.projectRoot.appending(path: "Tests/QuestionsTests/Fixtures/ended").path
        #expect(try command.run(["export", fixture, "-o", "exports"]).status == 0)
        let merged = try command.run(["search", "FUS", "--format", "csv"])
        #expect(merged.output.contains("organization (merged; see Alive)"), "\(merged.output)")
        let dormant = try command.run(["search", "Asleep", "--format", "csv", "--language", "fr"])
        #expect(dormant.output.contains("organisme (en sommeil)"), "\(dormant.output)")
        let alive = try command.run(["search", "Vivante", "--format", "csv"])
        #expect(alive.output.contains("organization,Alive"), "\(alive.output)")
    }

    @Test func theWorkingFolderIsRefused() throws {
        let scratch = try Scratch()
        try SampleDirectory.make(of: 1, at: scratch.url.appending(path: "directory"))
        let outcome = try LysCommand(in: scratch.url).run(["export", "directory", "-o", "."])
        #expect(outcome.status == 73)
        #expect(outcome.errors.contains("that is the working folder"), "\(outcome.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["directory"])
    }

    /// Killed at any moment, the folder holds one whole bundle. `LYS_KILLS` says how many times; 20 if it is not set.
    @Test func aKilledExportLeavesOneWholeBundle() throws {
        let scratch = try Scratch()
        let command = LysCommand(in: scratch.url)
        try SampleDirectory.make(of: 8, at: scratch.url.appending(path: "small"))
        try SampleDirectory.make(of: 12, at: scratch.url.appending(path: "large"))

        let start = Date()
        #expect(try command.run(["export", "large", "-o", "exports"]).status == 0)
        let duration = Date().timeIntervalSince(start)
        var random = SeededGenerator(seed: 20_261_123)
        let kills = ProcessInfo.processInfo.environment["LYS_KILLS"].flatMap(Int.init) ?? 20
        for round in 0..<kills {
            let moment = Double.random(in: 0...duration * 1.1, using: &random)
            try command.run(
                ["export", round.isMultiple(of: 2) ? "small" : "large", "-o", "exports", "--accept-shrink"],
                killedAfter: moment)
            let problem = try ExportedBundle.firstMismatch(in: scratch.url.appending(path: "exports"))
            #expect(problem == nil, "killed after \(moment) s: \(problem ?? "")")
        }
    }
}
