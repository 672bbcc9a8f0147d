internal import ArgumentParser
internal import ByteText
internal import CFiles
internal import Gzip
internal import Localization
internal import RDFSyntax
internal import RaptorSyntax
internal import SPARQLEngine
internal import WebFetching

/// The command `lys`: wiring, and no algorithms.
@main
struct Lys: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lys", abstract: HelpText.lys.text(in: .current),
            discussion: HelpText.lysDiscussion.text(in: .current),
            version: version + "\n" + libraries,
            subcommands: [
                ExportCommand.self, ConvertCommand.self, QueryCommand.self, SearchCommand.self, UpdateCommand.self,
                CanonicalizeCommand.self, DiffCommand.self, JSONLDCommand.self,
            ])
    }

    @OptionGroup var language: LanguageOption

    /// The version of the command, which is that of the package.
    static let version = "0.1.0"

    /// The arguments, in which a flag that may have a value is two options: the flag, and the one of its value.
    private static var arguments: [String] {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        for index in arguments[..<end].indices where arguments[index].hasPrefix("--cite=") {
            arguments[index] = "--citation-format=" + arguments[index].dropFirst(7)
        }
        return arguments
    }

    /// The C libraries that are loaded: what a reader, a match or a file of Raptor's may depend on.
    static var libraries: String {
        [
            "Raptor " + RaptorLibrary.version, "expat " + ExpatLibrary.version, "PCRE2 " + RegexLibrary.version,
            "libcurl " + CurlLibrary.version, "zlib " + ZlibLibrary.version,
        ].joined(separator: ", ")
    }

    /// Runs the command that the arguments name, and ends with the exit code of what happened.
    ///
    /// It runs on a thread whose stack is the same wherever the process was started.
    static func main() {
        // Before anything else: no file may get the number of a stream that is closed.
        lys_open_standard_descriptors()
        lys_survive_file_size_limit()
        StackSpace.onOwnThread(stack: StackSpace.usual) {
            do {
                try CommandNames.check(CommandLine.arguments)
                var command = try parseAsRoot(Self.arguments)
                try command.run()
                try Console.finish()
            } catch {
                Outcome(of: error).end()
            }
        }
    }
}
