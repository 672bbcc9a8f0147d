import Foundation
import TestSupport

/// A folder in which the commands of a page run: `lys` on the path, the project's data, and the files that pages take
/// for the reader's own.
///
/// `exports` is a copy, since commands of a page replace it.
struct PageFolder {
    private let scratch: Scratch
    private let programs: URL

    init() throws {
        scratch = try Scratch()
        programs = scratch.url.appending(path: "bin")
        let manager = FileManager.default
        for name in ["directory", "queries", "vocab"] {
            let ours = Fixture.root.appending(path: name).resolvingSymlinksInPath()
            try manager.createSymbolicLink(at: place(name), withDestinationURL: ours)
        }
        try manager.copyItem(at: Fixture.exports, to: place("exports"))
        try manager.createDirectory(at: programs, withIntermediateDirectories: true)
        try manager.createSymbolicLink(at: programs.appending(path: "lys"), withDestinationURL: LysCommand.binary)
        for (name, text) in Self.files { try Data(text.utf8).write(to: place(name)) }
        // A directory with a slip in it, and one in which a year is another.
        try copyDirectory(to: "draft", replacing: ",sickle cell disease,", with: ",sickle cell diseese,")
        try copyDirectory(to: "last-year", replacing: "fr;en,1999,", with: "fr;en,1998,")
    }

    /// The files that pages take for the reader's own, with their content.
    private static let files = [
        "my-question.rq": "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1",
        "mondo.ttl": "<http://purl.obolibrary.org/obo/MONDO_1> a <http://c> .",
        "data.ttl": "<http://example.org/a> <http://example.org/p> 1 .",
        "record.jsonld": #"{"@context": {"name": "http://schema.org/name"}, "name": "A"}"#,
        "wrong.jsonld": #"{"@context": {"name": "http://schema.org/name"}, "name": {"@id": 1}}"#,
        "context.jsonld": #"{"@context": {"name": "http://schema.org/name"}}"#,
        "frame.jsonld": #"{"@context": {"name": "http://schema.org/name"}}"#,
        "page.html": #"<script type="application/ld+json">{"@id": "http://example.org/a"}</script>"#,
    ]

    private func place(_ name: String) -> URL { scratch.url.appending(path: name) }

    private func copyDirectory(to name: String, replacing old: String, with new: String) throws {
        try FileManager.default.copyItem(at: Fixture.directory, to: place(name))
        let table = place(name).appending(path: "organizations.csv")
        let text = try String(contentsOf: table, encoding: .utf8)
        try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: table)
    }

    /// The output of a command, both streams in their order.
    struct Outcome {
        let status: Int32
        let said: String
        /// The lines.
        var lines: [String] { said.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init) }
    }

    /// A line without the numbers that a page cannot know: the version of Raptor, and the counts of the living
    /// directory, to which a keeper adds rows.
    private static func comparable(_ line: String) -> String {
        line.replacing(/Raptor \d[\d.]*\d/, with: "Raptor N")
            .replacing(/\d+ (organizations|conditions|triples|warnings)/) { "N " + $0.1 }
    }

    /// Runs a line of the shell.
    func run(_ command: String) throws -> Outcome {
        let line = command.replacing(".build/release/lys", with: "lys")
            .replacing("make export", with: "lys export directory --output exports")
        // Both streams in their order, as a reader of the page sees them.
        let outcome = try LysCommand(in: scratch.url).shell(
            "export PATH='\(programs.path)':$PATH HOME=\"$PWD\"\n(\(line)) 2>&1")
        return Outcome(status: outcome.status, said: outcome.output)
    }

    /// Compares lines with those shown, where `…` matches any number of them; empty lines at the end do not count.
    static func matches(_ lines: [String], _ shown: ArraySlice<String>) -> Bool {
        func trimmed(_ lines: some Collection<String>) -> [String] {
            Array(lines.map(comparable).reversed().drop { $0.isEmpty }.reversed())
        }
        func matches(_ lines: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
            guard let next = shown.first else { return lines.isEmpty }
            if next == "…" {
                return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], shown.dropFirst()) }
            }
            return lines.first == next && matches(lines.dropFirst(), shown.dropFirst())
        }
        return matches(trimmed(lines)[...], trimmed(shown)[...])
    }
}
