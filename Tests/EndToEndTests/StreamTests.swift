import Foundation
import TestSupport
import Testing

/// The streams of a process: closed, full, and what may reach a terminal.
@Suite struct StreamTests {
    private let scratch: Scratch
    private let command: LysCommand

    init() throws {
        scratch = try Scratch()
        command = LysCommand(in: scratch.url)
        try write("<urn:a> <urn:p> \"x\" .\n", to: "x.nt")
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: scratch.url.appending(path: name))
    }

    private func text(of name: String) throws -> String {
        try String(contentsOf: scratch.url.appending(path: name), encoding: .utf8)
    }

    /// No file gets the number of a stream, so that no message lands in it.
    @Test(arguments: ["0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"]) func aClosedStreamIsNoFile(_ closed: String) throws {
        let outcome = try command.shell(#""$LYS" convert x.nt -o out.nt \#(closed)"#)
        #expect(outcome.status == 0)
        #expect(try text(of: "out.nt") == "<urn:a> <urn:p> \"x\" .\n")
        let failed = try command.shell(#"echo wrong > bad.nt; "$LYS" convert bad.nt -o out.nt \#(closed)"#)
        #expect(failed.status == 65)
        #expect(try text(of: "out.nt") == "<urn:a> <urn:p> \"x\" .\n")
    }

    @Test func readingAndWritingAClosedStreamFails() throws {
        let written = try command.shell(#""$LYS" convert x.nt 1>&-"#)
        #expect(written.status == 74 && written.errors.contains("standard output: cannot be written"))
        let read = try command.shell(#""$LYS" convert --from nt 0<&-"#)
        #expect(read.status == 66 && read.errors.contains("cannot be read (the input or output is closed)"))
    }

    /// Commands that write to standard output.
    static let speakers = [
        "--help", "--version", "query --help", "--generate-completion-script bash", "convert x.nt", "canonicalize x.nt",
        "canonicalize x.nt --hash", "diff x.nt x.nt", "jsonld from-rdf x.nt", "query --list", "query ASK{} -d x.nt",
        "query ASK{} -d x.nt --format json", "query ASK{} -d x.nt --explain", "query ASK{} -d x.nt --cite",
        "search x -d x.nt --format csv", "update INSERT/**/DATA{} -d x.nt",
    ]

    @Test(arguments: speakers) func aFullOutputIsAnError(_ arguments: String) throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let arguments = arguments.replacing("INSERT/**/DATA{}", with: "'INSERT DATA{}'")
        let outcome = try command.shell(#""$LYS" \#(arguments) > /dev/full"#)
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("standard output: cannot be written (no space left on the disk)"))
    }

    @Test func aReaderThatHasSeenEnoughIsNoError() throws {
        let outcome = try command.shell(#"trap '' PIPE; { "$LYS" query --list; echo $? > status; } | true"#)
        #expect(outcome.errors.isEmpty)
        #expect(try text(of: "status") == "0\n")
    }

    private static let hostile = "\u{1B}]0;x\u{7}\u{1B}[31m\u{9B}1m\u{202E}\u{2066}\r\u{8}\u{7F}"
    private static let hostileContext = #"{"@context": {"\u001B[31m": {"@id": 3}}, "@id": "urn:a"}"#

    /// What a file's name, a query, a document or an option holds reaches a terminal as it is in no message.
    @Test(arguments: [
        ["convert", "none\(hostile).nt"], ["convert", "x.nt", "--to", hostile],
        ["convert", "x.nt", "-o", "n/\(hostile).nt"],
        ["query", "SELECT \(hostile)", "-d", "x.nt"], ["query", "ASK {}", "-d", "none\(hostile).nt"],
        ["query", "ASK { <urn:\(hostile)> ?p ?o }", "-d", "x.nt"], ["query", "none\(hostile)"], ["que\(hostile)ry"],
        ["query", "ASK {}", "--\(hostile)"], ["query", "ASK {}", "-d", "x.nt", "--format", hostile],
        ["query", "ASK {}", "--bundle", "none\(hostile)"], ["jsonld", "expand", "context.jsonld"],
        ["jsonld", "expand", "x.jsonld", "--option", hostile], ["canonicalize", "bad\(hostile).nt"],
        ["diff", "x.nt", "bad\(hostile).nt"], ["export", "none\(hostile)"], ["update", "INSERT \(hostile)"],
        ["update", "LOAD <file:///none%1B%9B>", "--allow-load"], ["search", hostile, "-d", "x.nt"],
        ["convert", "x.nt", "--base", "http://a/\(hostile)"], ["convert", "x.nt", "--prefix", "\(hostile)=urn:x"],
        ["query", "ASK {}", "-g", "\(hostile)=x.nt"], ["query", "ASK {}", "-d", "x.nt", "--bind", hostile],
    ])
    func aMessageMovesNoCursor(_ arguments: [String]) throws {
        try write(Self.hostileContext, to: "context.jsonld")
        try write("{}", to: "x.jsonld")
        try write("<urn:a> \(Self.hostile) .", to: "bad\(Self.hostile).nt")
        for language in ["en", "fr"] {
            let outcome = try command.run(arguments + ["--language", language])
            #expect(outcome.status != 0 && !outcome.errors.isEmpty)
            let raw = outcome.errors.unicodeScalars.filter { scalar in
                scalar != "\n"
                    && (scalar.properties.generalCategory == .control || (0x202A...0x2069).contains(scalar.value))
                    && scalar != "\u{202F}"
            }
            #expect(raw.isEmpty, "\(outcome.errors.debugDescription)")
        }
    }

    /// A line break in a name begins no line that looks like another message.
    @Test func aNameIsOneLine() throws {
        for arguments in [
            ["convert", "a\nb.nt"], ["query", "ASK {}", "-d", "a\nb.nt"], ["convert", "x.nt", "--to", "a\nb"],
        ] {
            let outcome = try command.run(arguments)
            #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
        }
    }
}
