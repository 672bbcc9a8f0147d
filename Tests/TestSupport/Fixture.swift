public import Foundation

/// A frozen copy of `directory/`, on which expected answers and counts rest: a keeper who adds a row to the living one
/// turns no test red.
public enum Fixture {
    /// The frozen tables.
    public static let directory = folder.appending(path: "directory")

    /// The receipt of their bundle, to the byte.
    public static let receipt = folder.appending(path: "receipt.json")

    /// The bundle that the command makes of them.
    public static var exports: URL { root.appending(path: "exports") }

    /// A folder like the project's own, with `directory`, `exports`, `queries` and `vocab`; made once for all tests.
    ///
    /// Where the command cannot make the bundle there is none, and the tests that need it say so.
    public static let root: URL = {
        // Kept as long as the process; the system's folder for temporary files is cleaned by others.
        let root = FileManager.default.temporaryDirectory.appending(
            path: "lys-fixture-\(ProcessInfo.processInfo.processIdentifier)")
        let manager = FileManager.default
        try? manager.removeItem(at: root)
        try? manager.createDirectory(at: root, withIntermediateDirectories: true)
        let living = ["queries", "vocab"].map { Suites.projectRoot.appending(path: $0) }
        for place in [directory] + living {
            let name = place.lastPathComponent
            try? manager.createSymbolicLink(at: root.appending(path: name), withDestinationURL: place)
        }
        _ = try? LysCommand(in: root).run(["export", "directory", "-o", "exports"])
        atexit {
            try? FileManager.default.removeItem(at: Fixture.root)
        }
        return root
    }()

    private static let folder = Suites.projectRoot.appending(path: "Tests/Fixtures")
}
