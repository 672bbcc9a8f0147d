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
    /// - Parameter display: how terms are shown; by default with the prefixes of the options.
    public init(options: Options = Options(), display: TermDisplay? = nil) {
        self.options = options
        self.display = display ?? TermDisplay(prefixes: options.prefixes)
    }

    /// Appends a table; each line ends with a line feed and has no spaces at its end.
    ///
    /// Where the terminal has no room for columns that tell their things apart, each row is a paragraph with a line for
    /// each value, and nothing is cut.
    /// - Complexity: O(*n*) in the cells; the texts of all cells are held at once.
    public func write(_ table: SolutionTable, to output: inout [UInt8]) {
        let cells = table.cells.map { cell in
            cell.map { term in
                TableCell(display.parts(of: term), isNumber: Self.isNumber(term), isAddress: isAddress(term))
            } ?? TableCell()
        }
        let headings = table.variables.map { TableCell((TerminalText.escaped($0), ""), isNumber: false) }
        var widths = headings.map(\.width)
        var least = widths.map { min($0, Self.leastHeading) }
        for (index, cell) in cells.enumerated() {
            widths[index % table.width] = max(widths[index % table.width], cell.width)
            least[index % table.width] = max(least[index % table.width], cell.leastWidth)
        }
        if let maximum = options.maximumWidth, table.rowCount > 0, least.reduce(-2, { $0 + $1 + 2 }) > maximum {
            return writeParagraphs(table, headings, cells, maximum, to: &output)
        }
        widths = narrowed(widths, to: least)
        let isNumeric = table.isNumericByColumn
        for line in headingLines(headings, widths) { writeLine(line, widths, isNumeric, isHeading: true, to: &output) }
        let rule = options.usesUnicodeRule ? "─" : "-"
        output += Array(widths.map { String(repeating: rule, count: $0) }.joined(separator: "  ").utf8)
        output.append("\n")
        for row in 0..<table.rowCount {
            let start = row * table.width
            writeLine(Array(cells[start..<start + table.width]), widths, isNumeric, isHeading: false, to: &output)
        }
    }

    /// The least width that a heading is given.
    private static let leastHeading = 8

    /// A heading that has no room on one line is parted before its capitals: `clinicalTrial` stands in two lines.
    private func headingLines(_ headings: [TableCell], _ widths: [Int]) -> [[TableCell]] {
        let parted = zip(headings, widths).map { heading, width in
            heading.width <= width ? [heading.text] : Self.parted(heading.text, width)
        }
        let height = parted.map(\.count).max() ?? 1
        return (0..<max(height, 1)).map { line in
            parted.map { parts in
                let place = line - (height - parts.count)
                return place < 0 ? TableCell() : TableCell((parts[place], ""), isNumber: false)
            }
        }
    }

    private static func parted(_ name: String, _ width: Int) -> [String] {
        var words: [String] = []
        for character in name {
            if words.isEmpty || (character.isUppercase && words.last?.last?.isLowercase == true) { words.append("") }
            words[words.count - 1].append(character)
        }
        var lines: [String] = []
        for word in words {
            if let last = lines.last, DisplayWidth.of(last + word) <= width {
                lines[lines.count - 1] += word
            } else {
                lines.append(word)
            }
        }
        return lines
    }

    // MARK: Paragraphs

    private func writeParagraphs(
        _ table: SolutionTable, _ headings: [TableCell], _ cells: [TableCell], _ maximum: Int,
        to output: inout [UInt8]
    ) {
        // Names keep to two fifths, so that values have room even where a name is long.
        let margin = min(headings.map(\.width).max() ?? 0, max(1, maximum * 2 / 5))
        for row in 0..<table.rowCount {
            if row > 0 { output.append("\n") }
            var isEmpty = true
            for column in 0..<table.width {
                let cell = cells[row * table.width + column]
                guard !cell.isUnbound else { continue }
                isEmpty = false
                let heading = headings[column].truncated(to: margin)
                for (line, text) in TerminalText.wrapped(cell.whole, to: maximum - margin - 2).enumerated() {
                    if line == 0 { write(heading.text, "\u{1B}[1m", to: &output) }
                    guard !text.isEmpty else { continue }
                    let spaces = margin + 2 - (line == 0 ? heading.width : 0)
                    output.append(contentsOf: repeatElement(0x20, count: spaces))
                    output += Array(text.utf8)
                    output.append("\n")
                }
                if cell.whole.isEmpty { output.append("\n") }
            }
            // A row without any value is a row.
            if isEmpty { output += Array("—\n".utf8) }
        }
    }

    private func isAddress(_ term: Term) -> Bool {
        guard case .iri(let iri) = term else { return false }
        return display.label(of: iri) == nil
    }

    // MARK: Lines

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

    /// The widths, the widest lowered to a common bound until all fit; no column gets narrower than its least width.
    private func narrowed(_ widths: [Int], to least: [Int]) -> [Int] {
        guard let maximum = options.maximumWidth, let widest = widths.max() else { return widths }
        let available = maximum - 2 * (widths.count - 1)
        func bounded(_ bound: Int) -> [Int] { zip(widths, least).map { min($0, max($1, bound)) } }
        var (low, high) = (1, max(1, widest))
        while low < high {
            let bound = (low + high + 1) / 2
            if bounded(bound).reduce(0, +) <= available { low = bound } else { high = bound - 1 }
        }
        return bounded(low)
    }

    static func isNumber(_ term: Term) -> Bool {
        guard case .literal(let literal) = term, case .typed(let datatype) = literal.kind else { return false }
        return [XSD.integer, XSD.decimal, XSD.double, XSD.float, XSD.nonNegativeInteger].contains(datatype)
    }
}
