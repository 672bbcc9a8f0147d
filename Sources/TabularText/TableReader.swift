internal import ByteText

/// Reads CSV and TSV as spreadsheets write them.
///
/// Stronger than RFC 4180: UTF-8 with or without a byte order mark, or Windows-1252; comma, semicolon or tab, whichever
/// the header uses most outside quotes; lines that end in CRLF, LF or CR; quoted cells with delimiters, doubled quotes
/// and line breaks. Stricter than most readers: a row as long as the header, no text after a closing quote, no quote
/// inside a cell that does not begin with one, no cell that is never closed. All problems are collected.
/// - Spec: <https://www.rfc-editor.org/rfc/rfc4180>
public struct TableReader: Sendable {
    /// How much is read at most.
    public let limits: TabularLimits

    /// A reader with limits.
    public init(limits: TabularLimits = TabularLimits()) { self.limits = limits }

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
            var parse = TableParse(text, file: file, limits: limits)
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
                TabularProblem(file: file, kind: kind, position: tracker.position(at: offset, in: bytes)))
        }
    }
}

/// The reading of one text: a position in it, and what was found so far.
private struct TableParse {
    private let bytes: [UInt8]
    private let file: String
    private let limits: TabularLimits
    private let delimiter: Delimiter
    private var index = 0
    private var tracker = PositionTracker()
    private var columns: [String] = []
    private var problems: [TabularProblem] = []
    private var resumptions = 0

    /// After so many quotes that are never closed, reading ends: each costs a scan to the end of the text.
    private static let maximumResumptions = 8

    init(_ bytes: [UInt8], file: String, limits: TabularLimits) {
        self.bytes = bytes
        self.file = file
        self.limits = limits
        delimiter = Self.mostFrequentDelimiter(ofHeaderIn: bytes)
    }

    private static func mostFrequentDelimiter(ofHeaderIn bytes: [UInt8]) -> Delimiter {
        var counts = Delimiter.allCases.map { (delimiter: $0, count: 0) }
        var isQuoted = false
        for byte in bytes {
            if byte == .quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == .lineFeed || byte == .carriageReturn { break }
            for place in counts.indices where counts[place].delimiter.rawValue == byte { counts[place].count += 1 }
        }
        return counts.reduce(counts[0]) { $1.count > $0.count ? $1 : $0 }.delimiter
    }

    mutating func run(encoding: TextEncoding) -> TableReading {
        let header = readRow(isHeader: true)
        columns = header.row.cells.map { $0.text.trimmingBlanks }
        var rows: [Table.Row] = []
        var emptyLines: [TextPosition] = []
        while index < bytes.count, problems.count < limits.problems {
            let (row, isSound) = readRow(isHeader: false)
            guard let first = row.cells.first else { break }
            if isSound, row.cells.count == 1, first.text.isEmpty, columns.count > 1 {
                emptyLines.append(first.position)
                continue
            }
            for position in emptyLines { report(.emptyLine, at: position) }
            emptyLines = []
            guard isSound else { continue }
            guard row.cells.count == columns.count else {
                report(.wrongCellCount(found: row.cells.count, expected: columns.count), at: first.position)
                continue
            }
            guard rows.count < limits.rows else {
                report(.tooManyRows(limit: limits.rows), at: first.position)
                break
            }
            rows.append(row)
        }
        let table =
            header.isSound
            ? Table(file: file, header: header.row.cells, rows: rows, delimiter: delimiter, encoding: encoding) : nil
        return TableReading(table: table, problems: problems.sorted { $0.position < $1.position })
    }

    private mutating func report(_ kind: TabularProblem.Kind, at position: TextPosition, cell: Int? = nil) {
        let column = cell.flatMap { columns.indices.contains($0) ? columns[$0] : nil }
        problems.append(TabularProblem(file: file, kind: kind, position: position, column: column))
    }

    /// One row, with the line break behind it; not sound if a problem of it was reported.
    private mutating func readRow(isHeader: Bool) -> (row: Table.Row, isSound: Bool) {
        var cells: [Table.Cell] = []
        var isSound = true
        let line = tracker.position(at: index, in: bytes).line
        while true {
            let number = cells.count
            let start = tracker.position(at: index, in: bytes)
            if number == limits.cells {
                report(.tooManyCells(limit: limits.cells), at: start)
                skipLine()
                return (Table.Row(line: line, cells: cells), false)
            }
            let isQuoted = index < bytes.count && bytes[index] == .quote
            let reading = isQuoted ? readQuotedCell(number, at: start) : readPlainCell(number, at: start)
            isSound = isSound && reading.isSound
            cells.append(Table.Cell(reading.text, at: start))
            guard index < bytes.count, bytes[index] == delimiter.rawValue else { break }
            index += 1
        }
        skipLineBreak()
        return (Table.Row(line: line, cells: cells), isSound)
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
        byte == delimiter.rawValue || byte == .lineFeed || byte == .carriageReturn
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

extension String {
    /// The text without blanks, tabs and no-break spaces at either end.
    public var trimmingBlanks: String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar == "\u{A0}" }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
