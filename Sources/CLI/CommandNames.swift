internal import ArgumentParser
internal import Localization
internal import SPARQLAlgebra

/// The names of commands: one that is none is told before the parser takes it for an argument too many, or for
/// something to help with.
enum CommandNames {
    private static var known: [String] {
        Lys.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    }

    /// Checks the words of a command line that name commands.
    /// - Throws: ``Exit`` for a name that is none, with the one that was probably meant.
    static func check(_ arguments: [String]) throws {
        var words = arguments.dropFirst()
        var isHelp = false
        while let word = words.popFirst() {
            if word == "--language" {
                _ = words.popFirst()
            } else if word.hasPrefix("---") || word.hasPrefix("--generate-completion-script") || word == "--" {
                return
            } else if !word.hasPrefix("-") {
                guard known.contains(word) else { throw unknown(word) }
                guard word == "help", !isHelp else { return }
                isHelp = true
            }
        }
    }

    private static func unknown(_ name: String) -> Exit {
        guard let nearest = NearestName.of(name, among: known) else {
            return Exit(.usage, InputMessage.unknownCommand, name, known.joined(separator: ", "))
        }
        return Exit(.usage, InputMessage.unknownCommandBut, name, nearest)
    }
}
