import Foundation
import JSONText
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

    /// In JSON-LD a new organization is one tree more: no other tree changes or moves, though several tell the same
    /// condition and though nobody spoke for a condition before. In what schema.org is told, the sizes and sums of the
    /// files change as well, and nothing else.
    @Test(arguments: [0, 3, 8])
    func anOrganizationMoreIsOneTreeMore(_ position: Int) throws {
        try SampleDirectory.make(of: 9, at: scratch.url.appending(path: "directory"))
        let more = try export("directory", to: "more")
        let sheet = scratch.url.appending(path: "directory/organizations.csv")
        var organizations = try ExportedBundle.lines(of: sheet)
        let line = organizations.remove(at: 1 + position)
        try SampleDirectory.write(organizations, to: sheet)
        let fewer = try export("directory", to: "fewer")

        let id = try #require(line.split(separator: ",").first)
        for name in ["directory.jsonld", "schema-org.jsonld"] {
            func trees(_ bundle: URL) throws -> [JSONValue] {
                let bytes = [UInt8](try Data(contentsOf: bundle.appending(path: name)))
                let trees = try #require(try JSONValue(json: bytes.span)["@graph"]?.array)
                return trees.filter { $0["@type"] != "Dataset" }
            }
            let (before, after) = (try trees(fewer), try trees(more))
            let change = after.difference(from: before)
            #expect(change.removals.isEmpty, "\(name)")
            var inserted: [JSONValue] = []
            for case .insert(_, let tree, _) in change.insertions { inserted.append(tree) }
            // Its own tree, and those of things that nobody else names, such as a place.
            let own = inserted.filter { Self.id(of: $0).contains(id) }
            #expect(!own.isEmpty, "\(name)")
            let told = own.map(\.description).joined()
            for tree in inserted { #expect(told.contains(Self.id(of: tree)), "\(name): \(tree)") }
        }
        let change = try change(of: "directory.jsonld", from: fewer, to: more)
        #expect(change.removals == [])
    }

    /// The IRI of a tree: `schema-org.jsonld` has the keyword, for readers that process no context.
    private static func id(of tree: JSONValue) -> String { (tree["id"] ?? tree["@id"])?.string ?? "?" }

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
