import Foundation
import TestSupport
import Testing

/// Folders that hold what is no file, files of any size, links that lead elsewhere; and what a signal leaves behind.
@Suite struct FolderTests {
    private let scratch: Scratch
    private let command: LysCommand

    init() throws {
        scratch = try Scratch()
        command = LysCommand(in: scratch.url)
        try FileManager.default.createDirectory(
            at: scratch.url.appending(path: "map/sub"), withIntermediateDirectories: true)
        try write(#"{"@context": "https://example.org/c.jsonld", "@id": "urn:a", "p": "x"}"#, to: "x.jsonld")
        try write("<urn:a> <urn:p> \"x\" .\n", to: "x.nt")
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: scratch.url.appending(path: name))
    }

    private func path(_ name: String) -> String { scratch.url.appending(path: name).path }

    private func makeSparse(_ name: String) throws {
        try write("", to: name)
        let code = unsafe truncate(path(name), 3 << 30)
        #expect(code == 0)
    }

    private func makePipe(_ name: String) {
        let code = unsafe mkfifo(path(name), 0o600)
        #expect(code == 0)
    }

    private var mapped: [String] { ["jsonld", "expand", "x.jsonld", "--document-map", "https://example.org/=map"] }

    @Test func aMappedPipeIsNoDocument() throws {
        makePipe("map/c.jsonld")
        let outcome = try command.run(mapped)
        #expect(
            outcome.status == 65 && outcome.errors.contains("is a pipe or a device, and no file"), "\(outcome.errors)")
    }

    @Test func aMappedFileIsNoLargerThanTheWebMayGive() throws {
        try makeSparse("map/c.jsonld")
        let outcome = try command.run(mapped)
        #expect(outcome.status == 65 && outcome.errors.contains("is larger than 67108864 bytes"), "\(outcome.errors)")
    }

    /// Links out of the folder, by their own names and by that of a folder on the way; those inside are followed.
    @Test func linksLeadOutOfNoMappedFolder() throws {
        try write(#"{"@context": {"p": "urn:p"}}"#, to: "secret.jsonld")
        let manager = FileManager.default
        for target in ["../secret.jsonld", path("secret.jsonld")] {
            try? manager.removeItem(atPath: path("map/c.jsonld"))
            try manager.createSymbolicLink(atPath: path("map/c.jsonld"), withDestinationPath: target)
            let outcome = try command.run(mapped)
            #expect(outcome.status == 65 && outcome.errors.contains("leads out of the folder"), "\(outcome.errors)")
        }
        try manager.createSymbolicLink(atPath: path("map/up"), withDestinationPath: "..")
        let through = try command.run(
            ["jsonld", "expand", "x.jsonld", "--context", "https://example.org/up/secret.jsonld"] + mapped.suffix(2))
        #expect(through.status == 65 && through.errors.contains("leads out of the folder"), "\(through.errors)")
        try manager.removeItem(atPath: path("map/c.jsonld"))
        try write(#"{"@context": {"p": "urn:p"}}"#, to: "map/sub/real.jsonld")
        try manager.createSymbolicLink(atPath: path("map/c.jsonld"), withDestinationPath: "sub/real.jsonld")
        #expect(try command.run(mapped).status == 0)
        // The folder itself, and a file that the option names, may be links.
        try manager.createSymbolicLink(atPath: path("link"), withDestinationPath: "map")
        #expect(try command.run(mapped.dropLast() + ["https://example.org/=link"]).status == 0)
        try manager.createSymbolicLink(atPath: path("file"), withDestinationPath: "secret.jsonld")
        #expect(try command.run(mapped.dropLast() + ["https://example.org/c.jsonld=file"]).status == 0)
    }

    @Test func sizesAreLookedAtFirst() throws {
        try SampleDirectory.make(of: 3, at: scratch.url.appending(path: "directory"))
        try makeSparse("directory/organizations.csv")
        try makeSparse("query.rq")
        try makeSparse("update.ru")
        try makeSparse("large.jsonld")
        try FileManager.default.createDirectory(at: scratch.url.appending(path: "b"), withIntermediateDirectories: true)
        try makeSparse("b/receipt.json")
        let runs: [(arguments: [String], status: Int32)] = [
            (["export"], 75), (["query", "query.rq", "-d", "x.nt"], 75), (["update", "update.ru"], 75),
            (["convert", "large.jsonld"], 65), (["jsonld", "expand", "large.jsonld"], 65),
            (["query", "ASK {}", "--bundle", "b"], 66),
        ]
        for (arguments, status) in runs {
            let clock = ContinuousClock()
            let start = clock.now
            let outcome = try command.run(arguments)
            #expect(outcome.status == status && !outcome.errors.isEmpty, "\(arguments): \(outcome.errors)")
            #expect(clock.now - start < .seconds(60), "\(arguments)")
        }
    }

    @Test func pipesInFoldersHangNothing() throws {
        try FileManager.default.createDirectory(at: scratch.url.appending(path: "b"), withIntermediateDirectories: true)
        for name in ["b/receipt.json", "b/directory.nq"] { makePipe(name) }
        try write("<urn:a> <urn:p> <urn:b> .", to: "b/data.nt")
        #expect(try command.run(["query", "ASK {}", "--bundle", "b"]).status == 66)
        #expect(try command.run(["query", "ASK { ?s ?p ?o }", "-d", "b/data.nt"]).status == 0)
        #expect(try command.run(["diff", "b", "x.nt"]).status == 66)
        #expect(try command.run(["query", "--list", "--vocab", "b"]).status == 66)
        let load = "LOAD <file://\(path("b/directory.nq"))>"
        #expect(try command.run(["update", load, "--allow-load"]).status == 66)
    }

    /// Pipes that the user names are read all the same.
    @Test func pipesThatAreNamedAreRead() throws {
        let outcome = try command.shell(
            #"mkfifo q.rq d.nt; echo 'ASK { ?s ?p "x" }' > q.rq & cat x.nt > d.nt & "$LYS" query q.rq -d d.nt"#)
        #expect(outcome.status == 0 && outcome.output == "yes\n", "\(outcome.errors)")
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP]) func aSignalLeavesNothingBeside(_ signal: Int32) throws {
        try SampleDirectory.make(of: 4, at: scratch.url.appending(path: "directory"))
        let process = Process()
        process.executableURL = LysCommand.binary
        process.arguments = ["export"]
        process.currentDirectoryURL = scratch.url
        process.standardError = FileHandle.nullDevice
        try process.run()
        let workplace = path(".exports.lys")
        while process.isRunning, !FileManager.default.fileExists(atPath: workplace) { usleep(500) }
        usleep(3_000)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).filter {
            $0.contains("exports")
        }
        // A signal during the exchange of the folders waits for its end: then the whole bundle stands there.
        #expect(left == ["exports"] || (left.isEmpty && process.terminationReason == .uncaughtSignal))
    }

    /// Bases, and addresses in sheets, that readers would resolve to others.
    @Test func dotsInIRIsHaveTheirPlace() throws {
        let folder = scratch.url.appending(path: "directory")
        try SampleDirectory.make(of: 3, at: folder)
        for base in ["https://w3id.org/../../x/", "https://w3id.org/./x/", "https://w3id.org/x/.."] {
            for option in ["--base", "--vocab-base"] {
                let outcome = try command.run(["export", option, base])
                #expect(outcome.status == 64 && outcome.errors.hasPrefix("\(option) \(base): "), "\(outcome.errors)")
            }
        }
        let page = folder.appending(path: "publication.yaml")
        let text = try String(contentsOf: page, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let place = try #require(lines.firstIndex { $0.hasPrefix("base:") })
        var changed = lines
        changed[place] = "base: https://w3id.org/../../x/"
        try Data(changed.joined(separator: "\n").utf8).write(to: page)
        let outcome = try command.run(["export"])
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasPrefix("publication.yaml:\(place + 1):base: “https://w3id.org/../../x/” holds"))
        try Data(text.utf8).write(to: page)
        let sheet = folder.appending(path: "organizations.csv")
        let cells = try String(contentsOf: sheet, encoding: .utf8)
        try Data(cells.replacing(/https:\/\/(www\.[a-z.]+)/) { "https://\($0.output.1)/a/../b" }.utf8).write(to: sheet)
        let refused = try command.run(["export"])
        #expect(refused.status == 65 && refused.errors.contains("/a/../b"), "\(refused.errors)")
    }
}
