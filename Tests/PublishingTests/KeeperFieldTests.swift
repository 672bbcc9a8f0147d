import EmbeddedResources
import Foundation
import Localization
import OrganizationDirectory
import Testing

@testable import Publishing

/// Nothing that a keeper writes is read and then forgotten: another value in any field changes some byte of the bundle.
@Suite struct KeeperFieldTests {
    private static func bundle(_ files: [String: String]) throws -> [String: [UInt8]] {
        let loading = Directory.load(files: files.mapValues { Array($0.utf8) })
        try #require(loading.errors.map { $0.text(in: .english) } == [])
        var options = Export.Options()
        options.files = [.ntriples, .table, .schemaOrg, .catalogTurtle, .catalogJSONLD]
        let export = try Export(try #require(loading.directory), options: options)
        return Dictionary(
            uniqueKeysWithValues: try WrittenBundle(export).bytes.map { ($0.key.fileName, $0.value) })
    }

    private static func exchanging(
        _ files: [String: String], _ exchanges: [(String, String, String)]
    ) throws -> [String:
        String]
    {
        var files = files
        for (file, old, new) in exchanges {
            let text = try #require(files[file])
            let changed = text.replacing(old, with: new, maxReplacements: 1)
            try #require(changed != text, "\(file): \(old)")
            files[file] = changed
        }
        return files
    }

    private static let unchanged = Result { try bundle(KeeperFields.files) }

    @Test func everyFieldHasAnotherValue() {
        for (file, known) in KeeperFields.known {
            #expect(Set(KeeperFields.changes.filter { $0.file == file }.map(\.field)) == known, "\(file)")
        }
    }

    @Test(arguments: KeeperFields.changes)
    func anotherValueChangesTheBundle(_ change: KeeperFields.Change) throws {
        let exchanges = [(change.file, change.old, change.new)] + change.also.map { ($0.file, $0.old, $0.new) }
        let files = try Self.exchanging(KeeperFields.files, exchanges)
        #expect(try Self.bundle(files) != Self.unchanged.get())
    }

    /// A private column is read by nobody: it stands in no byte, and another value changes none.
    @Test func aPrivateColumnChangesNothing() throws {
        func withSecret(_ secret: String) throws -> [String: [UInt8]] {
            var files = KeeperFields.files
            let lines = try #require(files["activities.csv"]).split(separator: "\n")
            files["activities.csv"] = "\(lines[0]),secret\n\(lines[1]),\(secret)\n"
            return try Self.bundle(files)
        }
        let bundle = try withSecret("hush")
        #expect(try bundle == withSecret("silence"))
        #expect(try bundle == Self.unchanged.get())
    }
}
