public import Foundation

/// The command as a user runs it: a process of its own.
public struct LysCommand: Sendable {
    /// What a finished run left behind.
    public struct Outcome: Sendable {
        /// The exit code; the number of the signal for a run that was killed.
        public let status: Int32
        /// What it wrote to standard output.
        public let output: String
        /// What it wrote to standard error.
        public let errors: String
    }

    /// The binary: the one that `LYS_BINARY` names, else the one built beside these tests.
    public static let binary: URL = {
        if let named = ProcessInfo.processInfo.environment["LYS_BINARY"] { return URL(filePath: named) }
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "lys")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return Suites.projectRoot.appending(path: ".build/debug/lys")
    }()

    /// The folder in which the command runs.
    public let folder: URL

    /// A command that runs in a folder, the one of the frozen directory if none is named.
    public init(in folder: URL = Fixture.root) { self.folder = folder }

    /// Runs the command to its end; output goes through files, so that no pipe can fill up.
    public func run(
        _ arguments: [String], input: String = "", environment: [String: String] = ["LANG": "en"]
    ) throws -> Outcome {
        let scratch = try Scratch()
        let (process, output, errors) = try start(arguments, input: input, environment: environment, in: scratch)
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// Runs the command and kills it after a time.
    public func run(_ arguments: [String], killedAfter seconds: Double) throws {
        let scratch = try Scratch()
        let (process, _, _) = try start(arguments, input: "", environment: ["LANG": "en"], in: scratch)
        Thread.sleep(forTimeInterval: seconds)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private func start(
        _ arguments: [String], input: String, environment: [String: String], in scratch: Scratch
    ) throws -> (Process, output: URL, errors: URL) {
        let names = ["input", "output", "errors"].map { scratch.url.appending(path: $0) }
        try Data(input.utf8).write(to: names[0])
        for name in names[1...] { try Data().write(to: name) }
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        return (process, names[1], names[2])
    }
}

/// A folder that lives as long as this value.
public final class Scratch: Sendable {
    /// The folder.
    public let url: URL

    /// A new empty folder among the system's temporary ones.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "lys-test-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
