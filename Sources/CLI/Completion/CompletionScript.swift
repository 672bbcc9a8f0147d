/// The completion scripts that the argument parser makes, mended for three things that it cannot say: arguments that are
/// names of ours or files, values that go on behind an equals sign, and files wherever nothing else is known.
enum CompletionScript {
    /// Whether a script is what this run is asked for.
    static func isAsked(in arguments: [String]) -> Bool {
        arguments.contains { $0.hasPrefix("--generate-completion-script") }
    }

    /// A script of the parser, mended for its shell.
    static func mended(_ script: String) -> String {
        if script.hasPrefix("#!/bin/bash") { return bash(script) }
        if script.hasPrefix("#compdef") { return zsh(script) }
        return fish(script)
    }

    /// Arguments that are the name of a question, or a file.
    private static let filesToo = ["query -- positional@0"]
    /// Options whose values begin with a name and an equals sign.
    private static let assignments = ["query -- --bind", "jsonld -- --option"]

    private static func bash(_ script: String) -> String {
        lines(of: script) { line in
            let indentation = String(line.prefix { $0 == " " })
            if line.isCustom, filesToo.contains(where: line.contains) {
                return line + "\n" + indentation + "__lys_add_completions -f"
            }
            if line.isCustom, assignments.contains(where: line.contains) {
                return line + "\n" + indentation + "compopt -o nospace +o filenames"
            }
            // Where nothing is offered, bash offers files.
            return line.hasPrefix("complete -o filenames")
                ? line.replacing("-o filenames", with: "-o bashdefault -o default -o filenames") : line
        }
    }

    private static func zsh(_ script: String) -> String {
        lines(of: script) { line in
            if line == "__lys_cursor_index_in_current_word() {" { return zshAssignments + line }
            if filesToo.contains(where: line.contains) {
                return line.replacing("{__lys_custom_complete", with: "{_files; __lys_custom_complete")
            }
            guard assignments.contains(where: line.contains) else { return line }
            return line.replacing("{__lys_custom_complete", with: "{__lys_complete_assignments")
        }
    }

    private static let zshAssignments = """
        __lys_complete_assignments() {
            local -a completions
            completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
            # The last line is the mark of the end.
            if [[ "${#completions[@]}" -gt 1 ]]; then
                compadd -S '' -- "${completions[@]:0:-1}"
            fi
        }


        """

    private static func fish(_ script: String) -> String {
        lines(of: script) { line in
            // Fish before 4 tells the place in a word to an interactive shell only.
            let line = line.replacing("(__lys_tokens -tC)", with: "(string length -- \"$(commandline -ct)\")")
            return filesToo.contains(where: line.contains) ? line.replacing(" -fka '(", with: " -Fka '(") : line
        }
    }

    private static func lines(of script: String, _ body: (String) -> String) -> String {
        script.split(separator: "\n", omittingEmptySubsequences: false).map { body(String($0)) }
            .joined(separator: "\n")
    }
}

extension String {
    /// Whether a line of the script for bash asks the command itself.
    fileprivate var isCustom: Bool { contains("__lys_custom_complete ---completion") }
}
