import Foundation
import TestSupport
import Testing

/// Files that a command reads and replaces while others do the same: no work is lost without a word.
@Suite struct SharedFileTests {
    private let scratch: Scratch
    private let command: LysCommand

    init() throws {
        scratch = try Scratch()
        command = LysCommand(in: scratch.url)
        try write("<urn:a> <urn:p> \"0\" .\n", to: "x.nt")
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: scratch.url.appending(path: name))
    }

    private func lines(of name: String) throws -> [Substring] {
        try String(contentsOf: scratch.url.appending(path: name), encoding: .utf8).split(separator: "\n")
    }

    /// By several names of one file.
    @Test func updatesAtTheSameTimeAreAllKept() throws {
        try FileManager.default.createSymbolicLink(
            at: scratch.url.appending(path: "link.nt"), withDestinationURL: scratch.url.appending(path: "x.nt"))
        let outcome = try command.shell(
            """
            for n in 1 2 3 4 5 6 7 8; do
              "$LYS" update "INSERT DATA { <urn:a> <urn:p> '$n' }" -d x.nt -o ./x.nt &
              "$LYS" update "INSERT DATA { <urn:b> <urn:p> '$n' }" -d link.nt -o x.nt &
            done
            wait
            """)
        #expect(try lines(of: "x.nt").count == 17, "\(outcome.errors)")
    }

    @Test func conversionsIntoOneOfTheirFilesAreAllKept() throws {
        for number in 1...6 { try write("<urn:a> <urn:p> \"\(number)\" .\n", to: "\(number).nt") }
        _ = try command.shell(#"for n in 1 2 3 4 5 6; do "$LYS" convert x.nt $n.nt -o x.nt & done; wait"#)
        #expect(try lines(of: "x.nt").count == 7)
    }

    /// The second file is a pipe: until it is fed, the command waits with what it has read of the first.
    @Test func aFileThatAnotherProgramChangedStays() throws {
        let outcome = try command.shell(
            """
            mkfifo pipe.nt
            "$LYS" update "INSERT DATA { <urn:a> <urn:p> '1' }" -d x.nt -d pipe.nt -o x.nt &
            (sleep 1; echo '<urn:mine> <urn:p> "2" .' > x.nt; echo '<urn:c> <urn:p> "3" .' > pipe.nt)
            wait $!
            """)
        #expect(outcome.status == 75)
        #expect(outcome.errors.contains("x.nt: the file has changed since it was read"))
        #expect(try lines(of: "x.nt") == ["<urn:mine> <urn:p> \"2\" ."])
    }

    /// A process of the same number was killed and left a file; it is neither in the way nor removed.
    @Test func whatAKilledRunLeftIsInNobodysWay() throws {
        let outcome = try command.shell(#"echo mine > out.nt.$$.tmp; exec "$LYS" convert x.nt -o out.nt"#)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try lines(of: "out.nt").count == 1)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).filter {
            $0.hasSuffix(".tmp")
        }
        #expect(try names.map { try lines(of: $0) } == [["mine"]])
    }

    /// As far as that is permitted: only the superuser gives files away.
    @Test func aFileThatIsReplacedKeepsItsOwner() throws {
        guard geteuid() == 0 else { return }
        let file = scratch.url.appending(path: "x.nt").path
        let codes = unsafe [chown(file, 65_534, 65_534), chmod(file, 0o640)]
        #expect(codes == [0, 0])
        #expect(try command.run(["update", "CLEAR ALL", "-d", "x.nt", "-o", "x.nt"]).status == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.ownerAccountID] as? Int == 65_534 && attributes[.groupOwnerAccountID] as? Int == 65_534)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
    }

    @Test func aFileThatAnotherCommandHoldsIsWaitedForNoLongerThanAsked() throws {
        let descriptor = unsafe open(scratch.url.appending(path: "x.nt").path, O_RDONLY)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX) == 0)
        let update = ["update", "INSERT DATA { <urn:a> <urn:p> '1' }", "-d", "x.nt", "-o", "x.nt", "--timeout", "0.2"]
        let outcome = try command.run(update)
        #expect(outcome.status == 75)
        #expect(
            outcome.errors
                == "x.nt: another command is changing this file; nothing was written, try again when it is done\n")
        #expect(try lines(of: "x.nt").count == 1)
        flock(descriptor, LOCK_UN)
        #expect(try command.run(update).status == 0)
    }
}
