import Foundation
import OrganizationDirectory
import TestSupport

/// A frozen copy of the directory that this repository publishes.
enum RealDirectory {
    /// The bytes of its files, by name.
    static let files: [String: [UInt8]] = {
        var files: [String: [UInt8]] = [:]
        for name in Directory.fileNames {
            files[name] = (try? Data(contentsOf: Fixture.directory.appending(path: name))).map(Array.init)
        }
        return files
    }()
}
