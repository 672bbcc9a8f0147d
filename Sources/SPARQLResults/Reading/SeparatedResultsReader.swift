internal import ByteText
internal import Localization
internal import RDFModel

/// Reads SPARQL results in CSV and TSV.
/// - Spec: <https://www.w3.org/TR/sparql12-results-csv-tsv/>
enum SeparatedResultsReader {
    static func readCSV(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) -> SPARQLResult {
        var records = CSVRecords(bytes)
        guard let head = try records.next(bytes) else {
            throw ResultsSyntaxError(.emptyDocument)
        }
        // Some write the mark of a variable; no name begins with one.
        let variables = head.map { $0.text.dropping("?") ?? $0.text }
        guard !variables.contains(where: { $0.dropping("?") != nil }) else {
            throw ResultsSyntaxError(.expectedVariable, at: TextPosition())
        }
        try check(variables, at: TextPosition())
        var table = SolutionTable(variables: variables == [""] ? [] : variables)
        while let record = try records.next(bytes) {
            // A table without columns writes each of its rows as an empty line.
            if table.width == 0, record.count == 1, record[0].isUnbound {
                table.append([Term?]())
                continue
            }
            guard record.count == table.width else {
                throw ResultsSyntaxError(
                    .rowWidth, String(record.count), String(table.width), at: records.position(bytes))
            }
            table.append(record.map(term))
        }
        if table.rowCount == 0, variables == ["true"] || variables == ["false"] {
            return .boolean(variables == ["true"])
        }
        return .solutions(table)
    }

    private static func term(_ cell: CSVRecords.Cell) -> Term? {
        if cell.isUnbound { return nil }
        if let label = cell.text.dropping("_:") { return .blankNode(BlankNode(label)) }
        return .literal(Literal(cell.text))
    }

    static func readTSV(_ bytes: Span<UInt8>) throws(ResultsSyntaxError) -> SPARQLResult {
        var start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
        var table: SolutionTable?
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let next = end + 1
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            let cells = cells(bytes, start..<end)
            if table != nil {
                let row = try readRow(bytes, cells, width: table?.width ?? 0)
                table?.append(row)
            } else {
                if let answer = boolean(bytes, start..<end), next >= bytes.count { return .boolean(answer) }
                table = SolutionTable(variables: try readVariables(bytes, cells))
            }
            start = next
        }
        guard let table else { throw ResultsSyntaxError(.emptyDocument) }
        return .solutions(table)
    }

    private static func boolean(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool? {
        switch String(utf8: bytes.extracting(line)) {
        case "true": true
        case "false": false
        default: nil
        }
    }

    private static func readVariables(
        _ bytes: Span<UInt8>, _ cells: [Range<Int>]
    ) throws(ResultsSyntaxError) -> [String] {
        if cells.count == 1, cells[0].isEmpty { return [] }
        var variables: [String] = []
        for cell in cells {
            guard let first = cell.first, bytes[first] == UInt8(ascii: "?") || bytes[first] == UInt8(ascii: "$") else {
                throw ResultsSyntaxError(
                    .expectedVariable, at: TextPosition(of: cell.lowerBound, in: bytes))
            }
            // A carriage return at the end of a name would be taken for the line's when it is read again.
            if let blank = cell.first(where: { bytes[$0] <= 0x20 }) {
                throw ResultsSyntaxError(.expectedVariable, at: TextPosition(of: blank, in: bytes))
            }
            variables.append(String(utf8: bytes.extracting(first + 1..<cell.upperBound)))
        }
        try check(variables, at: TextPosition())
        return variables
    }

    private static func readRow(
        _ bytes: Span<UInt8>, _ cells: [Range<Int>], width: Int
    ) throws(ResultsSyntaxError) -> [Term?] {
        if width == 0, cells.count == 1, cells[0].isEmpty { return [] }
        guard cells.count == width else {
            throw ResultsSyntaxError(
                .rowWidth, String(cells.count), String(width),
                at: TextPosition(of: cells.first?.lowerBound ?? 0, in: bytes))
        }
        var row: [Term?] = []
        row.reserveCapacity(width)
        for cell in cells {
            var scanner = TermScanner(cell)
            do {
                row.append(try scanner.readCell(bytes))
            } catch {
                throw ResultsSyntaxError(error, at: TextPosition(of: scanner.offset, in: bytes))
            }
        }
        return row
    }

    /// The parts of a line between its tabs. Terms hold no bare tabs.
    private static func cells(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        for index in line where bytes[index] == 0x09 {
            cells.append(start..<index)
            start = index + 1
        }
        cells.append(start..<line.upperBound)
        return cells
    }

    private static func check(_ variables: [String], at position: TextPosition) throws(ResultsSyntaxError) {
        guard variables.count <= ReadingLimits.variables else {
            throw ResultsSyntaxError(.tooManyVariables, String(ReadingLimits.variables), at: position)
        }
        var seen: Set<ByteKey> = []
        for variable in variables where !seen.insert(ByteKey(variable)).inserted {
            throw ResultsSyntaxError(.twice, variable, at: position)
        }
    }
}

extension String {
    /// The text after a beginning, compared by bytes; `nil` where it begins otherwise.
    func dropping(_ prefix: String) -> String? {
        guard utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
}
