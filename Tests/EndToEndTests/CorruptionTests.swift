import Foundation
import TestSupport
import Testing

/// One thing in a sheet is wrong: the export refuses and touches nothing, or publishes what follows and no more.
///
/// `LYS_CORRUPTIONS` says how many times; 12 if it is not set. `Tests/Oracles/corruptions.py` does the same to the whole
/// directory with more kinds of damage, and knows the cells as Python reads them.
@Suite struct CorruptionTests {
    /// Damages one line of a sheet, given as bytes; line 0 is the heading.
    private func damage(_ lines: inout [Data], _ random: inout SeededGenerator) {
        let row = Int.random(in: 1..<lines.count, using: &random)
        let place = Int.random(in: 0..<lines[row].count, using: &random) + lines[row].startIndex
        let letters = ["a", "é", ";", ",", "\"", "<", "{", "\\", "\0", "\u{202E}", "9", " "]
        let letter = Data(letters[Int.random(in: 0..<letters.count, using: &random)].utf8)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: lines[row].replaceSubrange(place...place, with: letter)
        case 1: lines[row].insert(contentsOf: letter, at: place)
        case 2: lines[row].remove(at: place)
        case 3: lines[row][place] = UInt8.random(in: 0...255, using: &random)
        case 4: lines.remove(at: row)
        case 5: lines.insert(lines[row], at: row)
        default: lines[row] += Data("!".utf8)  // The last cell is free text: this is published.
        }
    }

    /// The first cells of the lines that two versions of a sheet do not share: the ids of the damaged rows.
    private func changedIDs(_ old: [Data], _ new: [Data]) -> Set<String> {
        Set(
            Set(old).symmetricDifference(new).map { line in
                String(decoding: line.prefix { $0 != UInt8(ascii: ",") }, as: UTF8.self)
            })
    }

    /// The graphs whose statements two bundles do not share.
    private func changedGraphs(_ old: URL, _ new: URL) throws -> Set<String> {
        let quads = try [old, new].map { Set(try ExportedBundle.lines(of: $0.appending(path: "directory.nq"))) }
        return Set(
            quads[0].symmetricDifference(quads[1]).compactMap { quad in
                quad.split(separator: " ").dropLast().last.map { String($0.dropFirst().dropLast()) }
            })
    }

    @Test func aDamagedSheetIsRefusedOrPublishedForWhatItIs() throws {
        let scratch = try Scratch()
        let command = LysCommand(in: scratch.url)
        let directory = scratch.url.appending(path: "directory")
        try SampleDirectory.make(of: 8, at: directory)
        for bundle in ["first", "exports"] {
            #expect(try command.run(["export", "directory", "-o", bundle]).status == 0)
        }
        let first = scratch.url.appending(path: "first")
        let exports = scratch.url.appending(path: "exports")

        let rounds = ProcessInfo.processInfo.environment["LYS_CORRUPTIONS"].flatMap(Int.init) ?? 12
        var outcomes: [Int32: Int] = [:]
        for round in 0..<rounds {
            var random = SeededGenerator(seed: 20_261_124 + UInt64(round))
            let kind = round.isMultiple(of: 3) ? "condition" : "organization"
            let sheet = directory.appending(path: kind + "s.csv")
            let sound = try Data(contentsOf: sheet)
            let lines = sound.split(separator: UInt8(ascii: "\n"))
            var damaged = lines
            damage(&damaged, &random)
            try Data(damaged.joined(separator: [UInt8(ascii: "\n")])).write(to: sheet)
            let before = try ExportedBundle.contents(of: exports)
            let outcome = try command.run(["export", "directory", "-o", "exports", "--accept-shrink"])
            try sound.write(to: sheet)

            outcomes[outcome.status, default: 0] += 1
            guard outcome.status == 0 else {
                #expect(outcome.status == 65, "round \(round): \(outcome.errors)")
                #expect(outcome.errors.contains("s.csv:"), "round \(round): \(outcome.errors)")
                #expect(try ExportedBundle.contents(of: exports) == before, "round \(round)")
                continue
            }
            #expect(try ExportedBundle.firstMismatch(in: exports) == nil, "round \(round)")
            let ids = changedIDs(lines, damaged)
            // An organization says of a condition whether it speaks for it or for a group, which follows from its codes.
            let isCondition = kind == "condition"
            for graph in try changedGraphs(first, exports) {
                let isItsOwn = ids.contains { graph.hasSuffix("/record/\(kind)/\($0)") }
                #expect(
                    isItsOwn || (isCondition && graph.contains("/record/organization/")), "round \(round): \(graph)")
            }
        }
        for status: Int32 in [0, 65] {
            #expect(outcomes[status, default: 0] * 3 >= rounds, "exit \(status): \(outcomes)")
        }
    }
}
