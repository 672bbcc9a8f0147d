internal import Foundation

extension LysCommand {
    /// Runs a line of the shell in which `$LYS` is the command: redirections, closed descriptors, several at a time.
    public func shell(_ line: String) throws -> Outcome {
        let scratch = try Scratch()
        let names = ["output", "errors"].map { scratch.url.appending(path: $0) }
        for name in names { try Data().write(to: name) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = folder
        process.environment = ["LANG": "en", "LYS": Self.binary.path, "PATH": "/usr/bin:/bin"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: names[0])
        process.standardError = try FileHandle(forWritingTo: names[1])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: names[0]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self))
    }
}
