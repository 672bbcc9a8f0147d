internal import ByteText
internal import RDFModel

/// Writes solutions as a table of Markdown, in the form that GitHub and most others read.
///
/// IRIs of the web are links; whatever Markdown would take for a sign of its own is escaped, so that a cell shows what
/// stands in the data. Nothing is cut.
/// - Spec: <https://github.github.com/gfm/#tables-extension->
public struct MarkdownWriter: Sendable {
    private let display: TermDisplay

    /// A writer that shows terms in a way.
    public init(display: TermDisplay) { self.display = display }

    /// Appends a table.
    public func write(_ table: SolutionTable, to output: inout [UInt8]) {
        guard table.width > 0 else { return output += Array("\(table.rowCount)\n".utf8) }
        let isNumeric = table.isNumericByColumn
        line(table.variables.map { Self.escaped(TerminalText.escaped($0)) }, to: &output)
        line(isNumeric.map { $0 ? "---:" : "---" }, to: &output)
        for row in table.rows { line(row.map { $0.map(cell) ?? "" }, to: &output) }
    }

    private func line(_ cells: [String], to output: inout [UInt8]) {
        output += Array(("| " + cells.joined(separator: " | ") + " |\n").utf8)
    }

    private func cell(_ term: Term) -> String {
        let (text, note) = display.parts(of: term)
        let shown = Self.escaped(text) + (note.isEmpty ? "" : (note.hasPrefix("@") ? " " : "") + Self.escaped(note))
        guard case .iri(let iri) = term, iri.isWebAddress else { return shown }
        // What would end the link is percent-encoded; the table's own sign too.
        var address = ""
        for scalar in iri.string.unicodeScalars {
            switch scalar {
            case "|": address += "%7C"
            case "(": address += "%28"
            case ")": address += "%29"
            default: address.unicodeScalars.append(scalar)
            }
        }
        return text.hasPrefix("<") ? "<\(address)>" : "[\(shown)](\(address))"
    }

    /// A text without signs of Markdown.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "!":
                result += "\\" + String(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        // A number and a point, or a dash, begin no list inside of a table.
        return result
    }
}

extension IRI {
    /// Whether the IRI leads to a page: no other scheme is made a link.
    var isWebAddress: Bool {
        let start = string.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }
}

extension SolutionTable {
    /// Whether a column has numbers only, by column.
    var isNumericByColumn: [Bool] {
        (0..<width).map { column in
            var hasNumber = false
            for row in rows {
                guard let term = row[row.startIndex + column] else { continue }
                guard TableWriter.isNumber(term) else { return false }
                hasNumber = true
            }
            return hasNumber
        }
    }
}
