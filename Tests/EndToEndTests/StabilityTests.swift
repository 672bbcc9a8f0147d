import Foundation
import TestSupport
import Testing

/// The same directory gives the same bytes, and a change of it changes what it is about and nothing else.
@Suite struct StabilityTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Exports a folder of the scratch folder; returns the bundle.
    private func export(
        _ name: String, to bundle: String, environment: [String: String] = ["LANG": "en"]
    ) throws -> URL {
        let outcome = try LysCommand(in: scratch.url).run(["export", name, "-o", bundle], environment: environment)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return scratch.url.appending(path: bundle)
    }

    @Test func placeLanguageAndClockDoNotMatter() throws {
        try SampleDirectory.make(of: 8, at: scratch.url.appending(path: "directory"))
        let here = try export("directory", to: "exports")
        let there = try export(
            "directory", to: "ailleurs, là-bas/publié",
            environment: ["LANG": "fr_CA.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"])
        #expect(try ExportedBundle.contents(of: here) == ExportedBundle.contents(of: there))
    }

    @Test func theOrderOfRowsDoesNotMatter() throws {
        let folder = scratch.url.appending(path: "directory")
        try SampleDirectory.make(of: 8, at: folder)
        let first = try ExportedBundle.contents(of: try export("directory", to: "exports"))
        var random = SeededGenerator(seed: 8)
        for name in ["organizations.csv", "conditions.csv"] {
            let lines = try ExportedBundle.lines(of: folder.appending(path: name))
            try SampleDirectory.write(
                [lines[0]] + lines.dropFirst().shuffled(using: &random), to: folder.appending(path: name))
        }
        #expect(try ExportedBundle.contents(of: try export("directory", to: "exports")) == first)
    }

    /// One organization more: no line goes from the files of the graph, and those that come name it; in the receipt,
    /// as many go as come.
    @Test func anOrganizationMoreChangesOnlyWhatIsAboutIt() throws {
        try SampleDirectory.make(of: 9, at: scratch.url.appending(path: "directory"))
        let more = try export("directory", to: "more")
        let sheet = scratch.url.appending(path: "directory/organizations.csv")
        let organizations = try ExportedBundle.lines(of: sheet)
        try SampleDirectory.write(Array(organizations.dropLast()), to: sheet)
        let fewer = try export("directory", to: "fewer")

        let id = try #require(organizations.last?.split(separator: ",").first)
        for name in ["directory.nt", "directory.nq", "directory.csv"] {
            let change = try change(of: name, from: fewer, to: more)
            #expect(change.removals == [], "\(name)")
            #expect(!change.insertions.isEmpty, "\(name)")
            for line in change.insertions { #expect(line.contains(id), "\(name): \(line)") }
        }
        for name in ["directory.ttl", "directory.rdf", "directory.trig"] {
            let change = try change(of: name, from: fewer, to: more)
            #expect(change.removals == [], "\(name)")
        }
        let receipt = try change(of: "receipt.json", from: fewer, to: more)
        #expect(receipt.removals.count == receipt.insertions.count)
    }

    /// The lines that go and those that come between two versions of a file.
    private func change(
        of name: String, from old: URL, to new: URL
    ) throws -> (removals: [String], insertions: [String]) {
        let difference = try ExportedBundle.lines(of: new.appending(path: name))
            .difference(from: ExportedBundle.lines(of: old.appending(path: name)))
        func line(_ change: CollectionDifference<String>.Change) -> String {
            switch change {
            case .insert(_, let line, _), .remove(_, let line, _): line
            }
        }
        return (difference.removals.map(line), difference.insertions.map(line))
    }
}
