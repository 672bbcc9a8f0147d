import Foundation
import TestSupport

/// `docs/commands.md`, made from the help of the command.
struct CommandPage {
    /// The description of the command by its argument parser, in the form of `--experimental-dump-help`.
    private struct Dump: Decodable { let command: Command }

    private struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let arguments: [Argument]?
        let subcommands: [Command]?
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let kind: String
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let defaultValue: String?
        let allValues: [String]?
        let isOptional: Bool
        let isRepeating: Bool
        let shouldDisplay: Bool

        /// `-o, --output`
        var spelling: String {
            (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }.joined(separator: ", ")
        }
    }

    private let root: Command

    init() throws {
        let outcome = try LysCommand().run(["--experimental-dump-help"])
        root = try JSONDecoder().decode(Dump.self, from: Data(outcome.output.utf8)).command
    }

    /// The content of the page between its marks.
    var markdown: String {
        var lines = ["## lys", ""] + discussion(root)
        lines += ["Every command takes these options:", ""] + table(of: options(root), heading: "option")
        let shared = Set(options(root).map(\.spelling))
        for command in root.subcommands ?? [] where command.commandName != "help" {
            lines += ["## lys \(command.commandName)", "", command.abstract ?? "", ""] + discussion(command)
            let positional = shown(command).filter { $0.kind == "positional" }
            lines += table(of: positional, heading: "argument")
            lines += table(of: options(command).filter { !shared.contains($0.spelling) }, heading: "option")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func shown(_ command: Command) -> [Argument] { (command.arguments ?? []).filter(\.shouldDisplay) }

    private func options(_ command: Command) -> [Argument] { shown(command).filter { $0.kind != "positional" } }

    private func table(of arguments: [Argument], heading: String) -> [String] {
        guard !arguments.isEmpty else { return [] }
        return ["| \(heading) | meaning |", "| --- | --- |"]
            + arguments.map { argument in
                let value = (argument.valueName ?? "").replacing("|", with: "\\|")
                var name = argument.kind == "positional" ? "<\(value)>" : argument.spelling
                if argument.kind == "option" { name += " <\(value)>" }
                if argument.isRepeating { name += " …" }
                var meaning = (argument.abstract ?? "").replacing("|", with: "\\|")
                if let values = argument.allValues, !values.isEmpty {
                    meaning += " One of " + values.map { "`\($0)`" }.joined(separator: ", ") + "."
                }
                if let value = argument.defaultValue { meaning += " Default: `\(value)`." }
                return "| `\(name)` | \(meaning) |"
            } + [""]
    }

    /// The running text of a command; lines that are set in are commands.
    private func discussion(_ command: Command) -> [String] {
        (command.discussion ?? "").components(separatedBy: "\n\n").filter { !$0.isEmpty }.flatMap { paragraph in
            guard paragraph.hasPrefix("  ") else { return [paragraph, ""] }
            return ["```sh"] + paragraph.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) } + [
                "```", "",
            ]
        }
    }
}
