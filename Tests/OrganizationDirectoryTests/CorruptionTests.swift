import ByteText
import Localization
import OrganizationDirectory
import TabularText
import TestSupport
import Testing

/// Damages the real sheets at random: each time either an error names a place, or the directory that comes out says
/// exactly what the damaged sheet says, and the sheet differs from the true one in one cell.
@Suite struct CorruptionTests {
    private static let sheets = ["organizations.csv", "conditions.csv"]

    /// What a damaged word may still be read as.
    private static let synonyms = ["rare": ["n": "no"], "code_check": ["verifie": "verified"]]

    private static func cells(_ bytes: [UInt8]) -> [[String]]? {
        let reading = TableReader().read(bytes, file: "")
        guard let table = reading.table else { return nil }
        return [table.header.map(\.text)]
            + table.rows.map { row in
                row.cells.enumerated().map { column, cell in
                    // Labels, without their accents too, say the same as what our own sheets write.
                    let heading = column < table.header.count ? table.header[column].text : ""
                    return synonyms[heading]?[cell.text] ?? cell.text.trimmingBlanks
                }
            }
    }

    private static func sorted(_ rows: [[String]]) -> [[String]] {
        guard let header = rows.first else { return [] }
        return [header] + rows.dropFirst().sorted { $0[0].precedesInBytes($1[0]) }
    }

    @Test(arguments: [UInt64](0..<10))
    func aDamagedCellIsAnErrorOrIsTheOnlyDifference(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var (refused, accepted) = (0, 0)
        for _ in 0..<100 {
            let file = Self.sheets[Int.random(in: 0..<2, using: &generator)]
            let original = try #require(RealDirectory.files[file])
            let damaged =
                Bool.random(using: &generator)
                ? Self.damageByte(original, &generator) : try Self.damageCell(original, &generator)
            var files = RealDirectory.files
            files[file] = damaged
            let loading = Directory.load(files: files)
            guard let directory = loading.directory else {
                refused += 1
                #expect(loading.errors.allSatisfy { !$0.place.file.isEmpty && !$0.text(in: .french).isEmpty })
                continue
            }
            accepted += 1
            let before = try #require(Self.cells(original))
            let after = try #require(Self.cells(damaged))
            let said =
                file == "organizations.csv" ? SheetWriter.organizations(directory) : SheetWriter.conditions(directory)
            #expect(TableWriter.csv(Self.sorted(after)) == TableWriter.csv(said))
            let differences = zip(before, after).reduce(0) { count, rows in
                count + zip(rows.0, rows.1).count { !$0.hasSameBytes(as: $1) }
            }
            #expect(before.count == after.count)
            #expect(differences <= 1)
        }
        #expect(refused >= 33 && accepted >= 33, "seed \(seed): \(refused) refused, \(accepted) accepted")
    }

    /// Exchanges a byte for any other.
    private static func damageByte(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        // Mostly letters and marks of the format: any byte at all would mostly be no text.
        let likely = Array("\",;\n\r aé-ZZ09:/".utf8)
        bytes[index] =
            Bool.random(using: &generator)
            ? UInt8.random(in: 0...255, using: &generator) : likely[Int.random(in: 0..<likely.count, using: &generator)]
        return bytes
    }

    /// Changes the text of a cell: cut, doubled, emptied, a letter exchanged, text of another cell.
    private static func damageCell(_ bytes: [UInt8], _ generator: inout SeededGenerator) throws -> [UInt8] {
        let table = try #require(TableReader().read(bytes, file: "").table)
        var rows = [table.header.map(\.text)] + table.rows.map { $0.cells.map(\.text) }
        let row = Int.random(in: 1..<rows.count, using: &generator)
        let column = Int.random(in: 0..<rows[row].count, using: &generator)
        let text = rows[row][column]
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: rows[row][column] = String(text.dropLast())
        case 1: rows[row][column] = text + text
        case 2: rows[row][column] = ""
        case 3: rows[row][column] = text + ["x", " ", ";", "\u{7}", "é"][Int.random(in: 0..<5, using: &generator)]
        default: rows[row][column] = rows[Int.random(in: 1..<rows.count, using: &generator)][column]
        }
        return TableWriter.csv(rows)
    }
}
