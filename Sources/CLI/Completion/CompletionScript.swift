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
            if line == "_lys() {" { return bashWords + "__lys_complete() {" }
            let indentation = String(line.prefix { $0 == " " })
            // What the command proposes are lines; as words for compgen, bash would run what stands in them.
            if line.isCustom {
                let line = line.replacing("__lys_add_completions -W", with: "__lys_add_lines")
                if filesToo.contains(where: line.contains) {
                    return line + "\n" + indentation + "__lys_add_completions -f"
                }
                guard assignments.contains(where: line.contains) else { return line }
                return line + "\n" + indentation + "__lys_end_assignments"
            }
            // Where nothing is offered, bash offers files.
            return line.hasPrefix("complete -o filenames")
                ? line.replacing("-o filenames", with: "-o bashdefault -o default -o filenames") : line
        }
    }

    /// Bash parts words at equals signs and colons, and puts what is proposed behind the last of them. Here words are
    /// joined again, and what stands before that place is taken away in the end.
    private static let bashWords = """
        __lys_add_lines() {
            local line
            while IFS='' read -r line; do
                [[ -n "${line}" && "${line}" = "${cur}"* ]] && COMPREPLY+=("${line}")
            done <<< "${1}"
        }

        # A name goes on behind its equals sign, a value is whole and may have spaces, which bash escapes.
        __lys_end_assignments() {
            if [[ "${cur}" = *=* ]]; then
                compopt -o filenames 2>/dev/null
            else
                compopt -o nospace +o filenames 2>/dev/null
            fi
        }

        _lys() {
            local line="${COMP_LINE}" word rest
            local -a joined=()
            local -i index position=0
            for index in "${!COMP_WORDS[@]}"; do
                word="${COMP_WORDS[${index}]}"
                rest="${line#"${line%%[![:space:]]*}"}"
                if [[ "${#joined[@]}" -gt 0 && -n "${word}" && "${rest}" = "${line}" ]]; then
                    joined[${#joined[@]}-1]+="${word}"
                else
                    joined+=("${word}")
                fi
                line="${rest#"${word}"}"
                [[ "${index}" -eq "${COMP_CWORD}" ]] && position=$((${#joined[@]} - 1))
            done
            local -a COMP_WORDS=("${joined[@]}")
            local -i COMP_CWORD="${position}"

            # As it is meant: without the quotation mark that opens it, and without backslashes.
            local plain="${COMP_WORDS[${COMP_CWORD}]//\\\\/}" quote
            for quote in '"' "'"; do
                plain="${plain#"${quote}"}"
                plain="${plain/"=${quote}"/=}"
            done
            local previous=''
            [[ "${COMP_CWORD}" -gt 0 ]] && previous="${COMP_WORDS[${COMP_CWORD}-1]}"
            __lys_complete "${1}" "${plain}" "${previous}"

            local breaks="${COMP_WORDBREAKS//[^=:]/}"
            if [[ -n "${breaks}" && "${plain}" = *["${breaks}"]* ]]; then
                local before="${plain%"${plain##*["${breaks}"]}"}"
                COMPREPLY=("${COMPREPLY[@]#"${before}"}")
            fi
        }


        """

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
