/// Writes CSV: UTF-8, commas, quotes only where they are needed, a line feed after each row.
///
/// A cell is quoted if it holds a comma, a quote or a line break; all else is written as it is, so that a table read
/// with ``TableReader`` comes back cell for cell.
///
/// For people who open the file in a sheet program there is ``csvForSheets(_:)``.
/// - Spec: <https://www.rfc-editor.org/rfc/rfc4180>, but lines end in LF, which a line-by-line comparison shows better.
public enum TableWriter {
    /// The bytes of a table, its header among the rows.
    /// - Complexity: O(*n*) in the bytes written.
    public static func csv(_ rows: [[String]]) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in rows {
            for (number, cell) in row.enumerated() {
                if number > 0 { bytes.append(Delimiter.comma.rawValue) }
                append(cell, alone: row.count == 1, to: &bytes)
            }
            bytes.append(.lineFeed)
        }
        return bytes
    }

    /// The bytes of a table for sheet programs: with a byte order mark, without which Excel takes UTF-8 for another
    /// encoding, and with no cell that such a program would take for a formula.
    ///
    /// A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, after any number of apostrophes, gets one
    /// apostrophe more before it. Nothing else is changed, so that taking one apostrophe away from such cells gives
    /// back what was written.
    /// - Spec: OWASP, “CSV Injection”, which names these characters.
    public static func csvForSheets(_ rows: [[String]]) -> [UInt8] {
        [0xEF, 0xBB, 0xBF] + csv(rows.map { $0.map(harmless) })
    }

    private static func harmless(_ cell: String) -> String {
        guard let sign = cell.unicodeScalars.first(where: { $0 != "'" }), formulaSigns.contains(sign) else {
            return cell
        }
        return "'" + cell
    }

    /// Those of full width are taken for the others where people write with them.
    private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]

    private static func append(_ cell: String, alone: Bool, to bytes: inout [UInt8]) {
        // An empty cell that is the whole row would be an empty line.
        let isQuoted =
            (alone && cell.isEmpty)
            || cell.utf8.contains { byte in
                byte == Delimiter.comma.rawValue || byte == .quote || byte == .lineFeed || byte == .carriageReturn
            }
        guard isQuoted else { return bytes.append(contentsOf: cell.utf8) }
        bytes.append(.quote)
        for byte in cell.utf8 {
            if byte == .quote { bytes.append(.quote) }
            bytes.append(byte)
        }
        bytes.append(.quote)
    }
}
