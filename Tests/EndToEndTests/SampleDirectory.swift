import Foundation
import TestSupport

/// Directories cut from the project's own, small enough that a test exports them many times.
enum SampleDirectory {
    /// A directory of the first organizations of the project's, and of the conditions that they name.
    static func make(of count: Int, at folder: URL) throws {
        let source = Fixture.directory
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let organizations = Array(
            try ExportedBundle.lines(of: source.appending(path: "organizations.csv")).prefix(count + 1))
        let named = organizations.joined()
        let conditions = try ExportedBundle.lines(of: source.appending(path: "conditions.csv")).enumerated()
            .filter { number, line in
                number == 0 || line.split(separator: ",").dropFirst().first.map { named.contains($0) } ?? false
            }
        try write(organizations, to: folder.appending(path: "organizations.csv"))
        try write(conditions.map(\.element), to: folder.appending(path: "conditions.csv"))
        try FileManager.default.copyItem(
            at: source.appending(path: "publication.yaml"), to: folder.appending(path: "publication.yaml"))
    }

    /// Writes lines to a file.
    static func write(_ lines: [String], to file: URL) throws {
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }
}
