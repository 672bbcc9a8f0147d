import Foundation
import Localization
import Synchronization
import TestSupport
import Testing

@testable import Publishing

/// What a keeper has in the folder of a bundle or beside it: none of it is dropped, whatever a receipt says.
@Suite struct KeepersFilesTests {
    private let scratch: Scratch
    private var path: String { scratch.url.appending(path: "exports").path }

    init() throws { scratch = try Scratch() }

    private func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(filePath: file))
    }

    private func text(of name: String) -> String? { try? String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    /// Publishes files with their receipt, and other lines in it.
    @discardableResult
    private func publish(
        _ files: [String: String], claiming others: [Receipt.File] = [], meanwhile: () throws -> Void = {},
        exchange: BundleFolder.Exchange? = nil
    ) throws -> [(name: String, keptAs: String)] {
        let folder = exchange.map { BundleFolder(path: path, exchange: $0) } ?? BundleFolder(path: path)
        return try folder.exchange(names: Set(files.keys).union([Receipt.fileName])) { folder in
            try SampleBundle.write(files, claiming: others, to: folder)
            try meanwhile()
        }
    }

    @Test func onlyWhatWeWroteIsDropped() throws {
        try publish(["a.nt": "a", "b.nt": "b"])
        try publish(["a.nt": "A"])
        #expect(try names() == ["a.nt", "receipt.json"])
    }

    /// A receipt that lists the keeper's files, with hashes of others, or with paths that lead out.
    @Test func aReceiptIsNotBelieved() throws {
        let outside = scratch.url.appending(path: "x").path
        try write("outside", to: outside)
        try publish(
            ["a.nt": "a"],
            claiming: [
                SampleBundle.line("notes.txt", "what was never there"), SampleBundle.line("../x", "outside"),
                SampleBundle.line(outside, "outside"),
            ])
        try write("mine", to: path + "/notes.txt")
        try publish(["a.nt": "A"])
        #expect(text(of: "notes.txt") == "mine")
        #expect(try String(contentsOfFile: outside, encoding: .utf8) == "outside")
    }

    @Test func whatWasChangedByHandStaysBesideTheNewFile() throws {
        try publish(["a.nt": "a", "b.nt": "b"])
        try write("changed", to: path + "/a.nt")
        try write("changed too", to: path + "/b.nt")
        let changed = try publish(["a.nt": "A"])
        #expect(changed.map(\.name) == ["a.nt"] && changed.map(\.keptAs) == ["a.nt.changed"])
        #expect(text(of: "a.nt") == "A" && text(of: "a.nt.changed") == "changed" && text(of: "b.nt") == "changed too")
        try write("again", to: path + "/a.nt")
        try publish(["a.nt": "A"])
        #expect(text(of: "a.nt.changed") == "changed" && text(of: "a.nt.changed-2") == "again")
    }

    /// A keeper's own file by the name of one of ours: without a receipt, or not in it.
    @Test(arguments: [false, true]) func aFileOfThatNameIsNotReplaced(_ hasReceipt: Bool) throws {
        if hasReceipt { try publish(["a.nt": "a"]) } else { try Files.makeFolder(path) }
        try write("mine", to: path + "/directory.csv")
        let error = #expect(throws: FileError.self) { try publish(["a.nt": "a", "directory.csv": "ours"]) }
        #expect(error?.message == .isKeepers && error?.reason == "directory.csv")
        #expect(text(of: "directory.csv") == "mine")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["exports"])
    }

    @Test func aReceiptThatIsNoneIsNotReplaced() throws {
        try Files.makeFolder(path)
        try write("{}", to: path + "/receipt.json")
        let error = #expect(throws: FileError.self) { try publish(["a.nt": "a"]) }
        #expect(error?.message == .isKeepers && text(of: "receipt.json") == "{}")
    }

    @Test func siblingsOfOthersAreNotTouched() throws {
        try publish(["a.nt": "a"])
        for name in [".exports.next", ".exports.last", ".exports.lys"] {
            let folder = scratch.url.appending(path: name).path
            try Files.makeFolder(folder)
            try write(name, to: folder + "/mine")
        }
        try publish(["a.nt": "A"])
        try publish(["a.nt": "B"], exchange: { _, _ in ENOTSUP })
        #expect(text(of: "a.nt") == "B")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted() == [
                ".exports.last", ".exports.lys", ".exports.next", "exports",
            ])
        for name in [".exports.next", ".exports.last", ".exports.lys"] {
            #expect(try String(contentsOf: scratch.url.appending(path: name + "/mine"), encoding: .utf8) == name)
        }
    }

    /// Pipes, links and folders go along; times and permissions stay.
    @Test func whatIsCarriedOverIsTheSame() throws {
        try publish(["a.nt": "a"])
        let old = Date(timeIntervalSince1970: 1_000_000_000)
        try Files.makeFolder(path + "/sub")
        for name in ["notes.txt", "sub/deep.txt"] {
            try write("mine", to: path + "/" + name)
            try FileManager.default.setAttributes(
                [.modificationDate: old, .posixPermissions: 0o640], ofItemAtPath: path + "/" + name)
        }
        let code = unsafe mkfifo(path + "/pipe", 0o600)
        #expect(code == 0)
        try FileManager.default.createSymbolicLink(atPath: path + "/link", withDestinationPath: "/nowhere")
        try FileManager.default.setAttributes(
            [.modificationDate: old, .posixPermissions: 0o555], ofItemAtPath: path + "/sub")
        for exchange in [nil, { _, _ in ENOTSUP }] as [BundleFolder.Exchange?] {
            try publish(["a.nt": "A"], exchange: exchange)
            for name in ["notes.txt", "sub", "sub/deep.txt"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
                #expect(attributes[.modificationDate] as? Date == old, "\(name)")
                #expect(attributes[.posixPermissions] as? Int == (name == "sub" ? 0o555 : 0o640), "\(name)")
            }
            #expect(try names() == ["a.nt", "link", "notes.txt", "pipe", "receipt.json", "sub"])
            #expect(Files.isLink(path + "/link") && text(of: "sub/deep.txt") == "mine")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path + "/sub")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["exports"])
    }

    /// Saved while the next bundle is written, after the folder was looked at.
    @Test func whatComesInMeanwhileIsNotLost() throws {
        try publish(["a.nt": "a"])
        try write("old", to: path + "/notes.txt")
        try publish(["a.nt": "A"]) {
            try write("late", to: path + "/late.txt")
            // As an editor saves: a new file takes the name.
            try write("new", to: path + "/notes.tmp")
            try Files.move(path + "/notes.tmp", to: path + "/notes.txt")
        }
        #expect(text(of: "late.txt") == "late" && text(of: "notes.txt") == "new" && text(of: "a.nt") == "A")
    }

    @Test func aReadOnlyFolderIsRefusedAndSticksForNoOne() throws {
        try publish(["a.nt": "a"])
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
        if geteuid() == 0 {
            // Nothing is read-only for this user; the folder keeps its permissions.
            try publish(["a.nt": "A"])
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o555)
        } else {
            let error = #expect(throws: FileError.self) { try publish(["a.nt": "A"]) }
            #expect(error?.message == .isReadOnly && text(of: "a.nt") == "a")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        try publish(["a.nt": "B"])
        #expect(text(of: "a.nt") == "B")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["exports"])
    }

    /// A reader that opens a bundle over and over while others take its place has one publication each time.
    @Test(arguments: [false, true]) func aBundleIsOpenedWhole(_ cannotExchange: Bool) async throws {
        func bundle(_ number: Int) -> [String: String] {
            [
                PublishedFile.ntriples.fileName: "triples \(number)", PublishedFile.nquads.fileName: "quads \(number)",
                PublishedFile.catalogTurtle.fileName: "catalog \(number)",
            ]
        }
        try publish(bundle(0))
        let isDone = Atomic(false)
        async let writing: Void = Task.detached { [self] in
            defer { isDone.store(true, ordering: .releasing) }
            for number in 1...40 {
                try publish(bundle(number), exchange: cannotExchange ? { _, _ in ENOTSUP } : nil)
            }
        }.value
        var seen: Set<String> = []
        while !isDone.load(ordering: .acquiring) {
            let opened = try OpenBundle.open(path, [.ntriples, .nquads], optional: [.catalogTurtle])
            let open = try #require(opened)
            let texts = try [PublishedFile.ntriples, .nquads, .catalogTurtle].map { name in
                (name, String(decoding: try open.file(name).bytes(), as: UTF8.self))
            }
            #expect(Set(texts.map { $0.1.split(separator: " ").last }).count == 1)
            for (name, text) in texts {
                #expect(open.receipt.file(named: name.fileName)?.sha256 == SampleBundle.line("", text).sha256)
                seen.insert(text)
            }
            // The writer needs a thread of the few that tests share.
            await Task.yield()
        }
        try await writing
        #expect(seen.count >= 3)
    }
}
