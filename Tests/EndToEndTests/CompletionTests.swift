import Foundation
import TestSupport
import Testing

/// What the shells propose, asked of the shells themselves where they are installed.
@Suite struct CompletionTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try FileManager.default.createSymbolicLink(
            at: scratch.url.appending(path: "lys"), withDestinationURL: LysCommand.binary)
        for name in ["organs.rq", "data.ttl"] { try Data().write(to: scratch.url.appending(path: name)) }
        try FileManager.default.createDirectory(
            at: scratch.url.appending(path: "folder"), withIntermediateDirectories: true)
        for shell in ["bash", "zsh", "fish"] {
            let script = try LysCommand().run(["--generate-completion-script", shell])
            #expect(script.status == 0)
            try Data(script.output.utf8).write(to: scratch.url.appending(path: "script." + shell))
        }
    }

    /// A line before the cursor, and words that are proposed for it, or not.
    static let lines: [(line: String, proposed: [String], not: [String])] = [
        ("lys ", ["export", "query", "jsonld"], []),
        ("lys query organ", ["organizations-for-condition", "organs.rq"], ["data.ttl"]),
        ("lys query -d da", ["data.ttl"], ["organizations-for-condition"]),
        ("lys query --format ", ["csv", "table", "jsonld"], ["data.ttl"]),
        ("lys query --from t", ["turtle", "trig"], []),
        ("lys query organizations-in-region --bind ", ["region="], ["condition="]),
        ("lys query --bind cond", ["condition="], []),
        ("lys query --expl", ["--explain"], []),
        ("lys query --time ", ["text", "json"], []),
        ("lys convert da", ["data.ttl"], []),
        ("lys convert --writer ", ["raptor", "native", "stream"], []),
        ("lys convert --to rdf", ["rdfxml"], []),
        ("lys export --formats j", ["jsonld"], []),
        ("lys diff da", ["data.ttl"], []),
        ("lys jsonld exp", ["expand"], []),
        ("lys jsonld expand --option ord", ["ordered="], []),
        ("lys canonicalize --algorithm ", ["sha256", "sha384"], []),
        ("lys diff --format p", ["patch"], []),
    ]

    private func said(_ program: String, _ script: String) throws -> [String]? {
        guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["-c", script]
        process.currentDirectoryURL = scratch.url
        process.environment = ["PATH": scratch.url.path + ":/usr/bin:/bin", "LANG": "en", "HOME": scratch.url.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    }

    @Test(arguments: lines) func bashCompletes(_ line: String, _ proposed: [String], _ not: [String]) throws {
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let script = """
            source script.bash
            COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
            COMP_LINE='\(line)'; COMP_POINT=\(line.utf8.count)
            _lys lys '\(words[words.count - 1])' '\(words[words.count - 2])'
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        guard let said = try said("/bin/bash", script) else { return }
        for word in proposed { #expect(said.contains(word), "\(said)") }
        for word in not { #expect(!said.contains(word), "\(said)") }
    }

    /// Values behind an equals sign, where bash parts words at `=` and `:` and puts what is proposed behind the last.
    static let values: [(words: [String], proposed: [String], not: [String])] = [
        (["--bind", "region", "=", "Mont"], ["Montérégie"], ["Estrie", "region=Montérégie"]),
        (["--bind", "region", "="], ["Montérégie", "Estrie"], []),
        (["--bind", "reg"], ["region="], []),
        (["--bind", "region", "=", "territory", ":"], [], ["Montérégie"]),
        (["--bind", "region", "=", "\"Laur"], ["Laurentides"], []),
    ]

    @Test(arguments: values) func bashCompletesValues(
        _ words: [String], _ proposed: [String], _ not: [String]
    ) throws {
        let bundle = Fixture.exports.path
        let all = ["lys", "query", "organizations-in-region", "--bundle", bundle] + words
        let line = all.dropLast(words.count - 1).joined(separator: " ") + " " + words.dropFirst().joined()
        let script = """
            source script.bash
            COMP_WORDS=(\(all.map { "'\($0)'" }.joined(separator: " "))); COMP_CWORD=\(all.count - 1)
            COMP_LINE='\(line)'; COMP_POINT=\(line.utf8.count)
            _lys lys '\(all[all.count - 1])' '\(all[all.count - 2])'
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        guard let said = try said("/bin/bash", script) else { return }
        for word in proposed { #expect(said.contains(word), "\(said)") }
        for word in not { #expect(!said.contains(word), "\(said)") }
    }

    /// What is proposed may come from others; no shell runs it.
    @Test func bashRunsNothingThatIsProposed() throws {
        let folder = scratch.url.appending(path: "own")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let header = "# title@fr a\n# title@en a\n# description@fr a\n# description@en a\nASK {}\n"
        try Data(header.utf8).write(to: folder.appending(path: "x$(touch ran).rq"))
        let script = """
            source script.bash
            COMP_WORDS=(lys query --vocab own x); COMP_CWORD=4; COMP_LINE='lys query --vocab own x'; COMP_POINT=23
            _lys lys x own; ls
            """
        guard let said = try said("/bin/bash", script) else { return }
        #expect(!said.contains("ran"))
    }

    @Test(arguments: lines) func fishCompletes(_ line: String, _ proposed: [String], _ not: [String]) throws {
        guard let said = try said("/usr/bin/fish", "source script.fish; complete -C '\(line)'") else { return }
        for word in proposed { #expect(said.contains(word), "\(said)") }
        for word in not { #expect(!said.contains(word), "\(said)") }
    }

    /// Where bash is offered nothing, it offers files; and the scripts are whole in French as well.
    @Test func theScriptsAreWhole() throws {
        let bash = try String(contentsOf: scratch.url.appending(path: "script.bash"), encoding: .utf8)
        #expect(bash.contains("complete -o bashdefault -o default -o filenames -F _lys lys"))
        for shell in ["bash", "zsh", "fish"] {
            let french = try LysCommand().run(["--generate-completion-script", shell, "--language", "fr"])
            #expect(french.status == 0)
            try Data(french.output.utf8).write(to: scratch.url.appending(path: "french." + shell))
            for name in ["script", "french"] {
                let program = shell == "bash" ? "/bin/bash" : "/usr/bin/" + shell
                let checked = try said(program, "\(shell) -n \(name).\(shell) && echo good")
                #expect(checked == nil || checked == ["good"], "\(name).\(shell)")
            }
        }
    }
}
