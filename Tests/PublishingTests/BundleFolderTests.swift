import Foundation
import Localization
import TestSupport
import Testing

@testable import Publishing

/// The exchange of bundles, on file systems that can and that cannot, and what it refuses.
@Suite struct BundleFolderTests {
    /// A folder of bundles in which nothing has been published yet.
    private let scratch: Scratch
    private var path: String { scratch.url.appending(path: "exports").path }

    init() throws { scratch = try Scratch() }

    /// Publishes a bundle of one file.
    private func publish(_ text: String, exchange: @escaping BundleFolder.Exchange) throws {
        try BundleFolder(path: path, exchange: exchange).exchange(names: ["a.txt", "receipt.json"]) {
            try SampleBundle.write(["a.txt": text], to: $0)
        }
    }

    private func publish(_ text: String) throws {
        try BundleFolder(path: path).exchange(names: ["a.txt", "receipt.json"]) {
            try SampleBundle.write(["a.txt": text], to: $0)
        }
    }

    private func write(_ text: String, to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: folder).appending(path: "a.txt"))
    }

    private var published: String? { try? String(contentsOfFile: path + "/a.txt", encoding: .utf8) }

    /// Everything beside the bundle, hidden siblings too.
    private func siblings() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).filter { $0 != "exports" }.sorted()
    }

    private func message(of body: () throws -> Void) -> FileMessage? {
        do {
            try body()
            return nil
        } catch {
            return (error as? FileError)?.message
        }
    }

    @Test func theNextBundleTakesThePlaceOfTheLast() throws {
        try publish("first")
        #expect(published == "first")
        try publish("second")
        #expect(published == "second")
        #expect(try siblings() == [])
    }

    @Test func aFileSystemWithoutExchangeTakesTwoRenames() throws {
        try publish("first")
        try publish("second") { _, _ in ENOTSUP }
        #expect(published == "second")
        #expect(try siblings() == [])
    }

    @Test func anExchangeThatFailsLeavesTheLastBundle() throws {
        try publish("first")
        #expect(message { try publish("second") { _, _ in EIO } } == .cannotExchange)
        #expect(published == "first")
        #expect(try siblings() == [])
    }

    @Test func aBundleThatCannotBeWrittenLeavesTheLastOne() throws {
        struct Failure: Error {}
        try publish("first")
        #expect(throws: Failure.self) {
            try BundleFolder(path: path).exchange(names: ["a.txt"]) { _ in throw Failure() }
        }
        #expect(published == "first")
        #expect(try siblings() == [])
    }

    /// What a run leaves that is killed: a workplace with its plan.
    private func leave(next: String?, last: String? = nil, isNextNew: Bool = true) throws {
        let workplace = try Workplace.make(beside: path, losing: ["a.txt", "receipt.json"])
        // The new folder lives on while the other is made, so that its number is not given again.
        if !isNextNew { try Files.move(workplace.next, to: workplace.aside + "/new") }
        if let next { try write(next, to: workplace.next) }
        if let last { try write(last, to: workplace.last) }
    }

    /// Killed between the two renames: both are whole, and the next one was ready to go out.
    @Test func aRunKilledBetweenTwoRenamesIsRepaired() throws {
        try leave(next: "next", last: "last")
        try BundleFolder(path: path).repair()
        #expect(published == "next")
        #expect(try siblings() == [])
    }

    @Test func aLastBundleWithoutANextOneComesBack() throws {
        try leave(next: nil, last: "last")
        try FileManager.default.removeItem(atPath: scratch.url.appending(path: ".exports.lys/next").path)
        try BundleFolder(path: path).repair()
        #expect(published == "last")
        #expect(try siblings() == [])
    }

    @Test func whatAKilledRunLeftIsRemoved() throws {
        try publish("first")
        try leave(next: "half")
        #expect(try siblings() == [".exports.lys"])
        try publish("second")
        #expect(published == "second")
        #expect(try siblings() == [])
    }

    /// Killed after the exchange: the last bundle is on its way out, with a file that came in meanwhile.
    @Test func aBundleOnItsWayOutGivesUpWhatIsTheKeepers() throws {
        try publish("second")
        try leave(next: "first", isNextNew: false)
        try Data("mine".utf8).write(to: scratch.url.appending(path: ".exports.lys/next/notes.txt"))
        try BundleFolder(path: path).repair()
        #expect(published == "second")
        #expect(try String(contentsOfFile: path + "/notes.txt", encoding: .utf8) == "mine")
        #expect(try siblings() == [])
    }

    @Test func aFolderOfOtherThingsIsNotTakenForABundle() throws {
        try FileManager.default.createDirectory(atPath: path + "/photos", withIntermediateDirectories: true)
        #expect(message { try publish("first") } == .isNoBundle)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["photos"])
        #expect(try siblings() == [])
    }

    @Test func aFolderThatGitKeepsIsTaken() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data().write(to: URL(filePath: path).appending(path: ".gitkeep"))
        try publish("first")
        #expect(published == "first")
        #expect(FileManager.default.fileExists(atPath: path + "/.gitkeep"))
    }

    @Test func aFileIsNoFolder() throws {
        try Data("mine".utf8).write(to: URL(filePath: path))
        #expect(message { try publish("first") } == .isNoFolder)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }

    @Test func aFileAboveIsNoFolderEither() throws {
        try Data("mine".utf8).write(to: URL(filePath: path))
        #expect(message { try BundleFolder(path: path + "/below").exchange(names: []) { _ in } } == .cannotWrite)
    }

    @Test func aLinkIsFollowed() throws {
        let real = scratch.url.appending(path: "real").path
        try FileManager.default.createDirectory(atPath: real, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: real)
        try publish("first")
        #expect(try String(contentsOfFile: real + "/a.txt", encoding: .utf8) == "first")
        #expect(try siblings() == ["real"])
    }

    @Test func aLinkToNothingIsNoFolder() throws {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
        #expect(message { try publish("first") } == .isNoFolder)
        #expect(try siblings() == [])
    }

    @Test func theWorkingFolderIsNotExchanged() {
        let folder = BundleFolder(path: FileManager.default.currentDirectoryPath)
        #expect(message { try folder.exchange(names: []) { _ in } } == .isWorkingFolder)
    }
}
