import Foundation
import OrganizationDirectory

/// The directory that this repository publishes, and changed copies of it.
enum RealDirectory {
    /// The bytes of its files, by name.
    static let files: [String: [UInt8]] = {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        var files: [String: [UInt8]] = [:]
        for name in Directory.fileNames {
            files[name] = (try? Data(contentsOf: root.appending(path: "directory/\(name)"))).map(Array.init)
        }
        return files
    }()
}
