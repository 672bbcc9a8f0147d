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

        init(required: [String], optional: [String] = [], freeText: [String] = []) {
            self.required = required
            self.optional = optional
            self.freeText = freeText
        }
    }

    /// The rows that hold something.
    let rows: [SheetRow]

    /// Reads a table and reports what is wrong with its columns and cells; `nil` if no row of it can be read.
    ///
    /// The cells of private columns are dropped here, before anything else sees them.
    init?(_ bytes: [UInt8], file: String, columns: Columns, isPrivate: (String) -> Bool, log: ProblemLog) {
        let reading = TableReader().read(bytes, file: file)
        for problem in reading.problems { log.report(problem) }
        guard let table = reading.table else { return nil }
        var places: [String: Int] = [:]
        for (number, cell) in table.header.enumerated() {
            let heading = cell.text.trimmingBlanks
            let place = DirectoryProblem.Place(
                file: file, line: cell.position.line + 1, column: heading.isEmpty ? nil : heading.shortened,
                order: number)
            if isPrivate(heading) { continue }
            if heading.isEmpty {
                log.report(.emptyHeading, [String(number + 1)], at: place)
            } else if !columns.required.contains(heading), !columns.optional.contains(heading) {
                let known = (columns.required + columns.optional).filter { !table.hasHeading($0) }
                log.report(.unknownColumn, [heading], at: place, suggestion: Suggestions(known).nearest(to: heading))
            } else if places.updateValue(number, forKey: heading) != nil {
                log.report(.duplicateColumn, [heading], at: place)
            }
        }
        let missing = columns.required.filter { places[$0] == nil }
        for column in missing { log.report(.missingColumn, [column], at: .init(file: file, line: 1)) }
        guard missing.isEmpty else { return nil }
        rows = table.rows.compactMap { row in
            guard !row.isBlank else {
                log.report(.blankRow, at: .init(file: file, line: row.line + 1))
                return nil
            }
            return SheetRow(row, file: file, places: places, freeText: columns.freeText, log: log)
        }
    }
}

extension Table {
    fileprivate func hasHeading(_ heading: String) -> Bool { header.contains { $0.text.trimmingBlanks == heading } }
}

/// A row of a sheet, read by heading. Cells are trimmed, and checked for characters that nobody can see.
struct SheetRow {
    /// Where the row stands.
    let place: RowPlace
    let log: ProblemLog
    private let cells: [String]
    private let lines: [Int]
    private let places: [String: Int]

    fileprivate init(_ row: Table.Row, file: String, places: [String: Int], freeText: [String], log: ProblemLog) {
        place = RowPlace(file: file, line: row.line + 1)
        self.log = log
        self.places = places
        lines = row.cells.map { $0.position.line + 1 }
        cells = row.cells.map { $0.text.trimmingBlanks }
        for (column, number) in places.sorted(by: { $0.value < $1.value }) {
            let text = row.cells[number].text
            let cell = DirectoryProblem.Place(file: file, line: lines[number], column: column, order: number)
            if text.utf8.count != cells[number].utf8.count { log.report(.trimmed, [cells[number]], at: cell) }
            for scalar in cells[number].unicodeScalars where scalar.isInvisibleControl {
                if scalar == "\n" || scalar == "\r" {
                    if freeText.contains(column) { continue }
                    log.report(.lineBreak, at: cell)
                } else {
                    log.report(.controlCharacter, ["U+" + scalar.code], at: cell)
                }
                break
            }
        }
    }

    /// The text of a cell; `nil` where the cell is empty or the column is not there.
    subscript(column: String) -> String? {
        guard let number = places[column], !cells[number].isEmpty else { return nil }
        return cells[number]
    }

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
        report(.missingValue, in: column)
        return nil
    }

    /// Reports a problem of a cell, or of the row.
    func report(
        _ message: DirectoryMessage, _ arguments: [String] = [], in column: String? = nil, suggestion: String? = nil
    ) {
        let number = column.flatMap { places[$0] }
        log.report(
            message, arguments,
            at: .init(
                file: place.file, line: number.map { lines[$0] } ?? place.line, column: column, order: number ?? -1),
            suggestion: suggestion)
    }
}

extension Unicode.Scalar {
    /// The code point in at least four hexadecimal digits.
    var code: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
