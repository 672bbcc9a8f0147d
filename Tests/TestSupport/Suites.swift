public import Foundation

/// Where the W3C suites and the other shared material are found: the folder that `LYS_SUITES` names, or
/// `../shared/suites` beside the project. Tests that need them say that they are skipped where the folder is absent.
public enum Suites {
    /// What a skipped test says.
    public static let absence =
        "the W3C suites are absent: set LYS_SUITES to their folder, or put it at ../shared/suites"

    /// The root of this package, found from this file's own place in it.
    public static let projectRoot: URL = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of the suites, if there is one.
    public static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["LYS_SUITES"].map { URL(filePath: $0) }
        let folder = named ?? projectRoot.deletingLastPathComponent().appending(path: "shared/suites")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// Whether the suites are there.
    public static var areAvailable: Bool { folder != nil }

    /// A file or folder of the suites, by its path below their root.
    public static func url(_ path: String) -> URL? { folder?.appending(path: path) }
}
