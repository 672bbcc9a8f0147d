public import ArgumentParser
internal import Localization
#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Language: ExpressibleByArgument {}

extension Language {
    /// The language in which this run speaks: what `--language` says, else what the environment asks for.
    ///
    /// It is found before the arguments are parsed, since the help and the errors of parsing are in it too.
    static let current: Language = {
        let arguments = CommandLine.arguments
        for (index, argument) in arguments.enumerated() {
            if argument == "--language", arguments.indices.contains(index + 1) {
                if let asked = Language(rawValue: arguments[index + 1]) { return asked }
            } else if argument.hasPrefix("--language="), let asked = Language(rawValue: String(argument.dropFirst(11)))
            {
                return asked
            }
        }
        return Language(environment: ProcessInfo.processInfo.environment)
    }()
}

/// The option that every command takes.
struct LanguageOption: ParsableArguments {
    @Option(name: .customLong("language"), help: ArgumentHelp(HelpText.language.text(in: .current), valueName: "fr|en"))
    var language: Language = .current
}
