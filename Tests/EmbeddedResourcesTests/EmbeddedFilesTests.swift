import EmbeddedResources
import Foundation
import TestSupport
import Testing

@Suite struct EmbeddedFilesTests {
    /// Every file of `queries/` and `vocab/` as it stands in the project.
    private static func filesOnDisk() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for folder in ["queries", "vocab"] {
            let url = Suites.projectRoot.appending(path: folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: url.path) where !name.hasPrefix(".") {
                files["\(folder)/\(name)"] = Array(try Data(contentsOf: url.appending(path: name)))
            }
        }
        return files
    }

    @Test func noFileIsForgottenAndNoneIsGone() throws {
        let onDisk = try Self.filesOnDisk().keys.sorted()
        #expect(onDisk.count > 30)
        #expect(
            EmbeddedFiles.paths == onDisk,
            "name every file of queries/ and vocab/ in Sources/CEmbedded/embedded.c, twice, in byte order")
    }

    @Test func embeddedBytesAreThoseOfTheFiles() throws {
        for (path, bytes) in try Self.filesOnDisk() {
            let isSame = EmbeddedFiles.bytes(of: path) == bytes
            #expect(isSame, "\(path) is not what was compiled in")
        }
    }

    @Test(arguments: ["", "queries", "queries/", "queries/none.rq", "zzz", "queries/research-funders.rq\u{0}"])
    func whatIsNotEmbeddedIsNotFound(_ path: String) {
        #expect(EmbeddedFiles.bytes(of: path) == nil)
    }

    @Test func aFolderListsItsFiles() {
        let files = EmbeddedFiles.files(in: "queries")
        #expect(files.contains { $0.name == "research-funders.rq" && !$0.bytes.isEmpty })
        #expect(files.allSatisfy { $0.name.hasSuffix(".rq") })
    }

    @Test func aFolderOfTheUserComesFirst() {
        let resources = ResourceFiles(replacing: [
            ("research-funders.rq", [1]), ("a-new-one.rq", [2]), ("zz-last.rq", [3]), ("lys.ttl", [4]),
        ])
        #expect(resources.bytes(of: "queries/research-funders.rq") == [1])
        #expect(resources.bytes(of: "vocab/lys.ttl") == [4])
        #expect(resources.bytes(of: "queries/sources-used.rq") == EmbeddedFiles.bytes(of: "queries/sources-used.rq"))
        let names = resources.files(in: "queries").map(\.name)
        #expect(names == names.sorted() && names.first == "a-new-one.rq" && names.last == "zz-last.rq")
        #expect(names.count == EmbeddedFiles.files(in: "queries").count + 2)
        #expect(resources.files(in: "queries").first { $0.name == "research-funders.rq" }?.bytes == [1])
    }
}
