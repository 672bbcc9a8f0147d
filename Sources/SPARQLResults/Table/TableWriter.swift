internal import ByteText
public import RDFModel

/// Writes solutions as an aligned table for people.
///
/// ```text
/// org        name                    members
/// ─────────  ──────────────────────  ───────
/// org:rqmo   Regroupement … @fr          120
/// ```
///
/// Columns of numbers are set to the right. Columns are as wide as their widest cell, in columns of the terminal and
/// not in characters; where the table must not be wider than the terminal, the widest columns are cut first. The same
/// table always gives the same bytes.
public struct TableWriter: Sendable {
    /// How a table is laid out.
    public struct Options: Sendable {
        /// The prefixes that shorten IRIs.
        public var prefixes = PrefixMap()
        /// The columns of the terminal; `nil`, the default, never cuts.
        public var maximumWidth: Int?
        /// Whether headings are bold and languages dim, by ANSI escapes; off by default.
        public var usesColor = false
        /// Whether the rule below the headings is drawn with `─` or with `-`.
        public var usesUnicodeRule = true

        /// The defaults.
        public init() {}
    }

    private let options: Options
    private let display: TermDisplay

    /// A writer of a layout.
    public init(options: Options = Options()) {
        self.options = options
        display = TermDisplay(prefixes: options.prefixes)
    }

    /// Appends a table; each line ends with a line feed and has no spaces at its end.
    /// - Complexity: O(*n*) in the cells; the texts of all cells are held at once.
    public func write(_ table: SolutionTable, to output: inout [UInt8]) {
        let cells = table.cells.map { cell in
            cell.map { TableCell(display.parts(of: $0), isNumber: Self.isNumber($0)) } ?? TableCell()
        }
        let headings = table.variables.map(TerminalText.escaped)
        var widths = headings.map(DisplayWidth.of)
        for (index, cell) in cells.enumerated() {
            widths[index % table.width] = max(widths[index % table.width], cell.width)
        }
        widths = narrowed(widths)
        let isNumeric = (0..<table.width).map { column in
            let values = stride(from: column, to: cells.count, by: table.width).lazy.map { cells[$0] }
            return values.contains { !$0.isUnbound } && values.allSatisfy { $0.isUnbound || $0.isNumber }
        }
        writeLine(
            headings.map { TableCell(($0, ""), isNumber: false) }, widths, isNumeric, isHeading: true, to: &output)
        let rule = options.usesUnicodeRule ? "─" : "-"
        output += Array(widths.map { String(repeating: rule, count: $0) }.joined(separator: "  ").utf8)
        output.append("\n")
        for row in 0..<table.rowCount {
            let start = row * table.width
            writeLine(Array(cells[start..<start + table.width]), widths, isNumeric, isHeading: false, to: &output)
        }
    }

    private func writeLine(
        _ cells: [TableCell], _ widths: [Int], _ isNumeric: [Bool], isHeading: Bool, to output: inout [UInt8]
    ) {
        var pendingSpaces = 0
        func writeSpaces() {
            output.append(contentsOf: repeatElement(0x20, count: pendingSpaces))
            pendingSpaces = 0
        }
        for (column, cell) in cells.enumerated() {
            if column > 0 { pendingSpaces += 2 }
            let cell = cell.truncated(to: widths[column])
            let padding = widths[column] - cell.width
            if isNumeric[column] { pendingSpaces += padding }
            if !cell.text.isEmpty {
                writeSpaces()
                write(cell.text, isHeading ? "\u{1B}[1m" : "", to: &output)
            }
            if !cell.note.isEmpty {
                pendingSpaces += cell.gap
                writeSpaces()
                write(cell.note, "\u{1B}[2m", to: &output)
            }
            if !isNumeric[column] { pendingSpaces += padding }
        }
        output.append("\n")
    }

    private func write(_ text: String, _ style: String, to output: inout [UInt8]) {
        let isStyled = options.usesColor && !style.isEmpty
        if isStyled { output += Array(style.utf8) }
        output += Array(text.utf8)
        if isStyled { output += Array("\u{1B}[0m".utf8) }
    }

    /// The widths, the widest lowered to a common bound until all fit; no column gets narrower than eight.
    private func narrowed(_ widths: [Int]) -> [Int] {
        guard let maximum = options.maximumWidth, let widest = widths.max() else { return widths }
        let available = maximum - 2 * (widths.count - 1)
        var (low, high) = (8, max(8, widest))
        while low < high {
            let bound = (low + high + 1) / 2
            if widths.reduce(0, { $0 + min($1, bound) }) <= available { low = bound } else { high = bound - 1 }
        }
        return widths.map { min($0, low) }
    }

    private static func isNumber(_ term: Term) -> Bool {
        guard case .literal(let literal) = term, case .typed(let datatype) = literal.kind else { return false }
        return [XSD.integer, XSD.decimal, XSD.double, XSD.float, XSD.nonNegativeInteger].contains(datatype)
    }
}

/// What stands in a cell: a text, and a note after it.
struct TableCell {
    var text = ""
    var note = ""
    var isNumber = false
    var isUnbound = true
    /// In columns of the terminal.
    var width = 0

    /// A cell of an unbound variable.
    init() {}

    init(_ parts: (text: String, note: String), isNumber: Bool) {
        text = parts.text
        note = parts.note
        self.isNumber = isNumber
        isUnbound = false
        width = DisplayWidth.of(text) + gap + DisplayWidth.of(note)
    }

    /// The spaces between text and note: one before a language, none before a datatype.
    var gap: Int { note.utf8.first == UInt8(ascii: "@") && !text.isEmpty ? 1 : 0 }

    /// The cell in at most so many columns; the note is kept as long as half of them are left for the text.
    func truncated(to maximum: Int) -> TableCell {
        guard width > maximum else { return self }
        var cell = self
        let noteWidth = DisplayWidth.of(note) + gap
        if noteWidth > maximum / 2 { cell.note = "" }
        cell.text = TerminalText.truncated(text, to: cell.note.isEmpty ? maximum : maximum - noteWidth)
        cell.width = DisplayWidth.of(cell.text) + cell.gap + DisplayWidth.of(cell.note)
        return cell
    }
}
