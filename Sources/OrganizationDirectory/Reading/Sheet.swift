internal import ByteText
internal import Localization
internal import TabularText

/// A table whose columns are known: its rows are read by heading.
struct Sheet {
    /// The columns that a table may have.
    struct Columns {
        /// Those that must be there.
        let required: [String]
        /// Those that may be there.
        let optional: [String]
        /// Those that may hold several lines.
        let freeText: [String]
        /// Those that hold names and other words of the keeper's own, on one line.
        let names: [String]
        /// Whether a row may have an id and nothing else.
        let mayBeOnlyID: Bool

        init(
            required: [String], optional: [String] = [], freeText: [String] = [], names: [String] = [],
            mayBeOnlyID: Bool = false
        ) {
            self.mayBeOnlyID = mayBeOnlyID
            self.required = required
            self.optional = optional
            self.freeText = freeText
            self.names = names
        }

        /// All of them.
        var all: [String] { required + optional }
    }

    /// The rows that hold something.
    let rows: [SheetRow]

    /// Reads a table and reports what is wrong with its columns and cells; `nil` if no row of it can be read.
    ///
    /// Headings are compared without regard to case and blanks. The cells of private columns are dropped here, before
    /// anything else sees them.
    init?(
        _ bytes: [UInt8], file: String, columns: Columns, isPrivate: (String) -> Bool, needsRows: Bool, log: ProblemLog
    ) {
        let reading = TableReader(headings: columns.all).read(bytes, file: file)
        for problem in reading.problems { log.report(problem, columns: columns) }
        guard let table = reading.table else { return nil }
        let headings = Headings(table, file: file, columns: columns, isPrivate: isPrivate, log: log)
        guard headings.areComplete else { return nil }
        var isAnyRowThere = false
        rows = table.rows.compactMap { row in
            guard !row.isBlank else {
                log.report(.blankRow, at: .init(file: file, line: row.number, textLine: row.line + 1))
                return nil
            }
            isAnyRowThere = true
            if headings.reportsNoRecord(row, mayBeOnlyID: columns.mayBeOnlyID, log: log) { return nil }
            return SheetRow(row, file: file, places: headings.places, columns: columns, log: log)
        }
        // Rows that could not be read were reported.
        let isUnreadable = reading.problems.contains { !$0.kind.isHarmless }
        if !isAnyRowThere, !isUnreadable {
            log.report(needsRows ? .noRows : .noRowsYet, [file], at: .init(file: file))
        }
    }
}

extension TabularProblem.Kind {
    fileprivate var isHarmless: Bool { self == .emptyLine || self == .blankCellsBehind }
}

/// The headings of a table: where each known column stands, and what is wrong with them.
private struct Headings {
    /// Where the columns stand, by their names.
    let places: [String: Int]
    /// Whether all needed columns are there.
    let areComplete: Bool
    private let file: String
    private let keys: [String]

    init(_ table: Table, file: String, columns: Sheet.Columns, isPrivate: (String) -> Bool, log: ProblemLog) {
        self.file = file
        var places: [String: Int] = [:]
        let keys = table.header.map { CellText($0.text).text.headingKey }
        let known = Dictionary(columns.all.map { ($0.headingKey, $0) }) { first, _ in first }
        for (number, cell) in table.header.enumerated() {
            let heading = CellText(cell.text).text
            let key = keys[number]
            func place(_ column: String?) -> DirectoryProblem.Place {
                DirectoryProblem.Place(
                    file: file, line: table.headerNumber, textLine: cell.position.line + 1, column: column?.shortened,
                    order: number)
            }
            if isPrivate(heading) { continue }
            if heading.isEmpty {
                let filled = table.rows.first { !$0.cells[number].isBlank }
                if let filled {
                    log.report(
                        .emptyHeading,
                        [Self.letters(of: number), filled.cells[number].text.trimmingBlanks, String(filled.number)],
                        at: place(nil))
                } else {
                    log.report(.blankColumn, [Self.letters(of: number)], at: place(nil))
                }
            } else if let column = known[key] {
                if places.updateValue(number, forKey: column) != nil {
                    log.report(.duplicateColumn, [column], at: place(column))
                }
            } else {
                let absent = columns.all.filter { !keys.contains($0.headingKey) }
                log.report(
                    .unknownColumn, [heading], at: place(heading), suggestion: Suggestions(absent).nearest(to: heading),
                    choices: absent.map { .init(code: $0, label: nil) })
            }
        }
        let missing = columns.required.filter { places[$0] == nil }
        for column in missing { log.report(.missingColumn, [column], at: .init(file: file, line: table.headerNumber)) }
        (self.places, self.keys) = (places, keys)
        areComplete = missing.isEmpty
    }

    /// The name that sheet programs give a column: A to Z, AA, AB and so on.
    private static func letters(of number: Int) -> String {
        var (rest, letters) = (number, "")
        repeat {
            letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }

    /// Whether a row is no record but the headings again, a title between records, or a sum; reported as such.
    func reportsNoRecord(_ row: Table.Row, mayBeOnlyID: Bool, log: ProblemLog) -> Bool {
        let place = DirectoryProblem.Place(file: file, line: row.number, textLine: row.line + 1)
        let filled = row.cells.indices.filter { !row.cells[$0].isBlank }
        let repeated = filled.filter { place in
            let text = row.cells[place].text
            return text.utf8.first.map { $0 | 0x20 } == keys[place].utf8.first && text.headingKey == keys[place]
        }
        if repeated.count > 2, repeated.count * 2 > filled.count {
            log.report(.headingsAgain, at: place)
            return true
        }
        guard places.count > 2, filled.count <= 3, let first = filled.first else { return false }
        let text = row.cells[first].text.trimmingBlanks
        let word = String(decoding: TextFolding.folded(text), as: UTF8.self)
        let isSum = ["total", "totaux", "totals", "sous total", "subtotal", "somme", "sum", "nombre", "count"].contains
        {
            word == $0 || word.hasPrefix($0 + " ")
        }
        if filled.count == 1 && !(mayBeOnlyID && places["id"] == first) || isSum {
            log.report(.noRecord, [text], at: place)
            return true
        }
        return false
    }
}

/// A row of a sheet, read by heading. Cells are composed, trimmed, and checked for what is no value.
struct SheetRow {
    /// Where the row stands.
    let place: RowPlace
    let log: ProblemLog
    private var cells: [String]
    private let lines: [Int]
    private let places: [String: Int]
    private let textLine: Int
    /// The cells that were refused before anyone asked for them.
    private var spoiled: Set<Int> = []

    fileprivate init(
        _ row: Table.Row, file: String, places: [String: Int], columns: Sheet.Columns, log: ProblemLog
    ) {
        place = RowPlace(file: file, line: row.number)
        self.log = log
        self.places = places
        textLine = row.line + 1
        lines = row.cells.map { $0.position.line + 1 }
        cells = row.cells.map(\.text)
        for (column, number) in places.sorted(by: { $0.value < $1.value }) {
            check(number, column, columns)
        }
    }

    /// Cleans a cell, and reports what is odd about it.
    private mutating func check(_ number: Int, _ column: String, _ columns: Sheet.Columns) {
        let cleaned = CellText(cells[number])
        cells[number] = cleaned.text
        if cleaned.wasTrimmed { report(.trimmed, [cleaned.text], in: column) }
        if let scalar = cleaned.removed { report(.removedCharacter, ["U+" + scalar.code, cleaned.text], in: column) }
        let isPlain = cleaned.text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        for scalar in isPlain ? "".unicodeScalars : cleaned.text.unicodeScalars
        where scalar.isInvisibleControl && scalar != "\u{FFFD}" {
            // What a wrong encoding made of a letter is told with its word.
            if (0x80...0x9F).contains(scalar.value), Mojibake.first(in: cleaned.text) != nil { break }
            let isBreak = ["\n", "\r", "\u{B}", "\u{2028}", "\u{2029}"].contains(scalar)
            if isBreak {
                if columns.freeText.contains(column), scalar == "\n" || scalar == "\r" { continue }
                report(.lineBreak, in: column)
            } else {
                report(.controlCharacter, ["U+" + scalar.code], in: column)
            }
            // Nothing more is said of it; an id stays, since others name it.
            if column != "id" { refuse(number) }
            return
        }
        guard !cleaned.text.isEmpty else { return }
        let isRunningText = columns.freeText.contains(column) || columns.names.contains(column)
        for suspicion in CellSuspicion.all(in: cleaned.text, isRunningText: isRunningText) {
            report(suspicion.message, suspicion.arguments, in: column)
            switch suspicion.fate {
            case .kept: break
            case .emptied: cells[number] = ""
            case .refused: refuse(number)
            }
        }
    }

    private mutating func refuse(_ number: Int) {
        cells[number] = ""
        spoiled.insert(number)
    }

    /// The text of a cell; `nil` where the cell is empty or the column is not there.
    subscript(column: String) -> String? {
        guard let number = places[column], !cells[number].isEmpty else { return nil }
        return cells[number]
    }

    /// Whether a cell was refused as no value at all, so that nothing more is said of it.
    func isSpoiled(_ column: String) -> Bool { places[column].map(spoiled.contains) ?? false }

    /// The items of a cell, parted by semicolons; an item that is empty or comes twice is reported and left out.
    func list(_ column: String) -> [String] {
        guard let text = self[column] else { return [] }
        var items: [String] = []
        var seen: Set<String> = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            let item = String(part).trimmingBlanks
            if item.utf8.count != part.utf8.count, !item.isEmpty { report(.trimmed, [item], in: column) }
            if item.isEmpty {
                report(.emptyItem, [text], in: column)
            } else if seen.insert(item).inserted {
                items.append(item)
            } else {
                report(.repeatedItem, [item], in: column)
            }
        }
        return items
    }

    /// The text of a cell that must not be empty.
    func needed(_ column: String) -> String? {
        if let text = self[column] { return text }
        if !isSpoiled(column) { report(.missingValue, in: column) }
        return nil
    }

    /// Reports a problem of a cell, or of the row.
    func report(
        _ message: DirectoryMessage, _ arguments: [String] = [], in column: String? = nil, suggestion: String? = nil,
        choices: [DirectoryProblem.Choice] = []
    ) {
        let number = column.flatMap { places[$0] }
        log.report(
            message, arguments,
            at: .init(
                file: place.file, line: place.line, textLine: number.map { lines[$0] } ?? textLine, column: column,
                order: number ?? -1),
            suggestion: suggestion, choices: choices)
    }
}

extension Unicode.Scalar {
    /// The code point in at least four hexadecimal digits.
    var code: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
