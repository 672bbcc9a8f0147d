internal import ArgumentParser
internal import Localization

/// The command `lys`: wiring, and no algorithms.
@main
struct Lys: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lys", abstract: HelpText.lys.text(in: .current), version: version, subcommands: [])
    }

    /// The version of the command, which is that of the package.
    static let version = "0.1.0"
}
