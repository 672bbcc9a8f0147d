internal import ByteText

/// Reads CSV and TSV as spreadsheets write them.
///
/// Stronger than RFC 4180: UTF-8 with or without a byte order mark, or Windows-1252; comma, semicolon or tab, whichever
/// the header uses most outside quotes, or what a first line such as `sep=;` names; lines that end in CRLF, LF or CR; quoted cells with delimiters, doubled quotes
/// and line breaks; blank cells behind the last heading. Stricter than most readers: a row as long as the header, no text after a closing quote, no quote
/// inside a cell that does not begin with one, no cell that is never closed. All problems are collected.
/// - Spec: <https://www.rfc-editor.org/rfc/rfc4180>
public struct TableReader: Sendable {
    /// How much is read at most.
    public let limits: TabularLimits
    /// Headings of which a table has some, so that a title above them is told from them; empty for any table.
    public let headings: [String]

    /// A reader with limits, of tables that have some of these headings, or any.
    public init(limits: TabularLimits = TabularLimits(), headings: [String] = []) {
        self.limits = limits
        self.headings = headings
    }

    /// Reads the bytes of a file whose name the problems print.
    /// - Complexity: O(*n*) in the bytes.
    public func read(_ bytes: [UInt8], file: String) -> TableReading {
        func failure(_ kind: TabularProblem.Kind, at position: TextPosition = TextPosition()) -> TableReading {
            TableReading(table: nil, problems: [TabularProblem(file: file, kind: kind, position: position)])
        }
        guard bytes.count <= limits.fileBytes else { return failure(.fileTooLarge(limit: limits.fileBytes)) }
        switch Self.text(of: bytes, file: file) {
        case .failure(let problem): return TableReading(table: nil, problems: [problem])
        case .success(let (text, encoding)):
            guard !text.isEmpty else { return failure(.empty) }
            let survey = HeadingSurvey(text, headings: headings, limits: limits)
            if let (kind, row) = survey.problem {
                return TableReading(
                    table: nil,
                    problems: [TabularProblem(file: file, kind: kind, position: TextPosition(line: row - 1), row: row)])
            }
            var parse = TableParse(text, file: file, limits: limits, delimiter: survey.delimiter)
            return parse.run(encoding: encoding)
        }
    }

    /// The text of a file in UTF-8, without a byte order mark, or why it is none.
    package static func text(
        of bytes: [UInt8], file: String
    ) -> Result<(text: [UInt8], encoding: TextEncoding), TabularProblem> {
        switch TextEncoding.decode(bytes) {
        case .text(let text, let encoding): return .success((text, encoding))
        case .failure(let kind, let offset):
            var tracker = PositionTracker()
            return .failure(
                TabularProblem(
                    file: file, kind: kind, position: tracker.position(at: offset, in: bytes),
                    row: Self.row(at: offset, in: bytes)))
        }
    }
}

extension TableReader {
    /// The row of an offset in bytes that may be no text, as a sheet counts them: line breaks in quotes are none.
    fileprivate static func row(at offset: Int, in bytes: [UInt8]) -> Int {
        var (row, isQuoted) = (1, false)
        for index in bytes.indices.prefix(offset) {
            switch bytes[index] {
            case .quote: isQuoted.toggle()
            case .lineFeed where !isQuoted: row += 1
            case .carriageReturn where !isQuoted && bytes[index + 1] != .lineFeed: row += 1
            default: break
            }
        }
        return row
    }
}

/// The reading of one text: a position in it, and what was found so far.
struct TableParse {
    private let bytes: [UInt8]
    private let file: String
    private let limits: TabularLimits
    private let delimiter: UInt8
    private var index = 0
    private var tracker = PositionTracker()
    private var columns: [String] = []
    private var problems: [TabularProblem] = []
    private var resumptions = 0
    /// The number of the row that is read, as a sheet counts them; the line `sep=;` is none.
    private var number = 0

    /// After so many quotes that are never closed, reading ends: each costs a scan to the end of the text.
    private static let maximumResumptions = 8

    /// A reading of a text whose cells a byte parts.
    init(_ bytes: [UInt8], file: String, limits: TabularLimits, delimiter: UInt8) {
        self.bytes = bytes
        self.file = file
        self.limits = limits
        self.delimiter = delimiter
        if HeadingSurvey.namedDelimiter(in: bytes) != nil { skipLine() }
    }

    /// The next rows, whatever is wrong with them.
    mutating func rows(atMost count: Int) -> [Table.Row] {
        var rows: [Table.Row] = []
        while index < bytes.count, rows.count < count { rows.append(readRow().row) }
        return rows
    }

    mutating func run(encoding: TextEncoding) -> TableReading {
        var header = readRow()
        while header.isSound, header.row.isBlank, index < bytes.count {
            report(.emptyLine, at: header.row.cells[0].position)
            header = readRow()
        }
        columns = header.row.cells.map { $0.text.trimmingBlanks }
        var rows: [Table.Row] = []
        var emptyLines: [(position: TextPosition, row: Int)] = []
        while index < bytes.count, problems.count < limits.problems {
            let (row, isSound) = readRow()
            guard let first = row.cells.first else { break }
            if isSound, row.cells.count == 1, first.text.isEmpty, columns.count > 1 {
                emptyLines.append((first.position, row.number))
                continue
            }
            for (position, number) in emptyLines { report(.emptyLine, at: position, row: number) }
            emptyLines = []
            guard isSound else { continue }
            let isWide = row.cells.count > columns.count && row.cells[columns.count...].allSatisfy(\.isBlank)
            guard row.cells.count == columns.count || isWide else {
                let mark = ["<<<<<<<", "=======", ">>>>>>>"].contains { first.text.hasPrefix($0) }
                if mark { report(.conflictMark, at: first.position) } else { reportCount(of: row) }
                continue
            }
            guard rows.count < limits.rows else {
                report(.tooManyRows(limit: limits.rows), at: first.position)
                break
            }
            rows.append(row)
        }
        rows = judgeWidth(of: rows)
        let table =
            header.isSound
            ? Table(
                file: file, header: header.row.cells, headerNumber: header.row.number, rows: rows,
                delimiter: Delimiter(rawValue: delimiter) ?? .comma,
                encoding: encoding) : nil
        return TableReading(table: table, problems: problems.sorted { $0.position < $1.position })
    }

    /// The rows without blank cells behind the last heading, if all have as many.
    ///
    /// A sheet program gives all rows one width. Where only some are wider, a delimiter stands in a text of theirs, and
    /// every cell behind it has moved.
    private mutating func judgeWidth(of rows: [Table.Row]) -> [Table.Row] {
        let widths = Set(rows.map(\.cells.count))
        guard widths != [columns.count], let first = rows.first else { return rows }
        if widths.count == 1, rows.count > 1 {
            report(.blankCellsBehind, at: first.cells[columns.count].position, row: first.number)
            return rows.map { Table.Row(number: $0.number, line: $0.line, cells: Array($0.cells[..<columns.count])) }
        }
        for row in rows where row.cells.count != columns.count { reportCount(of: row) }
        return rows.filter { $0.cells.count == columns.count }
    }

    private mutating func reportCount(of row: Table.Row) {
        let kind = TabularProblem.Kind.wrongCellCount(
            found: row.cells.count, expected: columns.count, delimiter: Delimiter(rawValue: delimiter) ?? .comma)
        report(kind, at: row.cells[0].position, row: row.number)
    }

    private mutating func report(
        _ kind: TabularProblem.Kind, at position: TextPosition, row: Int? = nil, cell: Int? = nil
    ) {
        let column = cell.flatMap { columns.indices.contains($0) ? columns[$0] : nil }
        problems.append(
            TabularProblem(file: file, kind: kind, position: position, row: row ?? number, column: column))
    }

    /// One row, with the line break behind it; not sound if a problem of it was reported.
    private mutating func readRow() -> (row: Table.Row, isSound: Bool) {
        number += 1
        var cells: [Table.Cell] = []
        var isSound = true
        let line = tracker.position(at: index, in: bytes).line
        while true {
            let place = cells.count
            let start = tracker.position(at: index, in: bytes)
            if place == limits.cells {
                report(.tooManyCells(limit: limits.cells), at: start)
                skipLine()
                return (Table.Row(number: number, line: line, cells: cells), false)
            }
            let isQuoted = index < bytes.count && bytes[index] == .quote
            let reading = isQuoted ? readQuotedCell(place, at: start) : readPlainCell(place, at: start)
            isSound = isSound && reading.isSound
            cells.append(Table.Cell(reading.text, at: start))
            guard index < bytes.count, bytes[index] == delimiter else { break }
            index += 1
        }
        skipLineBreak()
        return (Table.Row(number: number, line: line, cells: cells), isSound)
    }

    /// `non-escaped` of RFC 4180, with any text but quotes.
    private mutating func readPlainCell(_ number: Int, at start: TextPosition) -> (text: String, isSound: Bool) {
        let begin = index
        var quote: Int?
        while index < bytes.count, !endsCell(bytes[index]) {
            if bytes[index] == .quote, quote == nil { quote = index }
            index += 1
        }
        if let quote {
            report(.quoteInsideCell, at: tracker.position(at: quote, in: bytes), cell: number)
            return ("", false)
        }
        guard index - begin <= limits.cellBytes else {
            report(.cellTooLarge(limit: limits.cellBytes), at: start, cell: number)
            return ("", false)
        }
        return (String(decoding: bytes[begin..<index], as: UTF8.self), true)
    }

    /// `escaped` of RFC 4180.
    private mutating func readQuotedCell(_ number: Int, at start: TextPosition) -> (text: String, isSound: Bool) {
        var text: [UInt8] = []
        var from = index + 1
        while true {
            guard let close = bytes[from...].firstIndex(of: .quote) else {
                report(.unclosedQuote, at: start, cell: number)
                resumeAfterUnclosedQuote()
                return ("", false)
            }
            if text.count <= limits.cellBytes { text += bytes[from..<close] }
            index = close + 1
            guard index < bytes.count, bytes[index] == .quote else { break }
            if text.count <= limits.cellBytes { text.append(.quote) }
            from = index + 1
        }
        if index < bytes.count, !endsCell(bytes[index]) {
            report(.textAfterQuote, at: tracker.position(at: index, in: bytes), cell: number)
            while index < bytes.count, !endsCell(bytes[index]) { index += 1 }
            return ("", false)
        }
        guard text.count <= limits.cellBytes else {
            report(.cellTooLarge(limit: limits.cellBytes), at: start, cell: number)
            return ("", false)
        }
        return (String(decoding: text, as: UTF8.self), true)
    }

    /// Goes on at the next line, so that what is wrong further down is found in the same run.
    private mutating func resumeAfterUnclosedQuote() {
        resumptions += 1
        if resumptions >= Self.maximumResumptions { index = bytes.count } else { skipToLineEnd() }
    }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == .lineFeed || byte == .carriageReturn
    }

    private mutating func skipToLineEnd() {
        while index < bytes.count, bytes[index] != .lineFeed, bytes[index] != .carriageReturn { index += 1 }
    }

    private mutating func skipLine() {
        skipToLineEnd()
        skipLineBreak()
    }

    private mutating func skipLineBreak() {
        guard index < bytes.count else { return }
        let isFirstOfTwo = bytes[index] == .carriageReturn && index + 1 < bytes.count && bytes[index + 1] == .lineFeed
        index += isFirstOfTwo ? 2 : 1
    }
}
