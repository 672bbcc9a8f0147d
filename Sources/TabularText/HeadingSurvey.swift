internal import ByteText

/// A look at the first rows of a text: what parts its cells, and whether its headings stand where they should.
struct HeadingSurvey {
    /// What parts the cells.
    private(set) var delimiter: UInt8
    /// What makes the text no table that can be read row by row, and the row where it shows.
    private(set) var problem: (kind: TabularProblem.Kind, row: Int)?

    private static let candidates = Delimiter.allCases.map(\.rawValue) + [UInt8(ascii: "|")]
    private static let rowsToLookAt = 20

    /// Looks at a text; with headings, rows are told by how many of them they hold.
    init(_ bytes: [UInt8], headings: [String], limits: TabularLimits) {
        if let named = Self.namedDelimiter(in: bytes) {
            delimiter = named
            if Delimiter(rawValue: named) == nil { refuse(named) }
            return
        }
        delimiter = Self.mostFrequentDelimiter(in: bytes)
        guard !headings.isEmpty else {
            if Delimiter(rawValue: delimiter) == nil { refuse(delimiter) }
            return
        }
        let known = Set(headings.map(\.headingKey))
        var best: (count: Int, row: Table.Row, delimiter: UInt8)?
        var first: Table.Row?
        // Nearly every table begins with its headings.
        var parse = TableParse(bytes, file: "", limits: limits, delimiter: delimiter)
        if let row = parse.rows(atMost: 1).first, Delimiter(rawValue: delimiter) != nil,
            Set(row.cells.map(\.text.headingKey)).intersection(known).count > 2
        {
            return
        }
        for candidate in [delimiter] + Self.candidates.filter({ $0 != delimiter }) {
            var parse = TableParse(bytes, file: "", limits: limits, delimiter: candidate)
            for row in parse.rows(atMost: Self.rowsToLookAt) where !row.isBlank {
                if first == nil { first = row }
                let count = Set(row.cells.map(\.text.headingKey)).intersection(known).count
                if count > best?.count ?? 0 { best = (count, row, candidate) }
            }
        }
        guard let first else { return }
        let title = first.cells.first { !$0.isBlank }?.text.trimmingBlanks ?? ""
        guard let best else {
            let parts = title.split { ",;\t|".contains($0) }.filter { known.contains(String($0).headingKey) }
            problem = (parts.count > 1 ? .rowInOneCell : .noKnownHeading(first: title), first.number)
            return
        }
        delimiter = best.delimiter
        guard Delimiter(rawValue: delimiter) != nil else {
            refuse(delimiter)
            return
        }
        // One cell of a title, or of a row, may be a word that is also a heading.
        if best.row.number > first.number, best.count > 2 {
            problem = (.titleAbove(title: title, headingRow: best.row.number), first.number)
        }
    }

    private mutating func refuse(_ delimiter: UInt8) {
        problem = (.foreignDelimiter(String(UnicodeScalar(delimiter))), 1)
    }

    /// What a first line such as `sep=;` names, which Excel reads and writes.
    static func namedDelimiter(in bytes: [UInt8]) -> UInt8? {
        let line = bytes.prefix(12).prefix { $0 != .lineFeed && $0 != .carriageReturn }
        let text = line.first == .quote ? line.dropFirst().prefix { $0 != .quote } : line
        guard text.count == 5, text.prefix(3).map({ $0 | 0x20 }) == Array("sep".utf8),
            text.dropFirst(3).first == UInt8(ascii: "=")
        else { return nil }
        return text.last
    }

    /// What stands most often outside quotes in the first line that holds something else.
    private static func mostFrequentDelimiter(in bytes: [UInt8]) -> UInt8 {
        var counts = candidates.map { (delimiter: $0, count: 0) }
        var isQuoted = false
        var holdsText = false
        for byte in bytes {
            if byte == .quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == .lineFeed || byte == .carriageReturn {
                if holdsText { break }
                for place in counts.indices { counts[place].count = 0 }
                continue
            }
            guard let place = counts.firstIndex(where: { $0.delimiter == byte }) else {
                if byte != 0x20, byte != .quote { holdsText = true }
                continue
            }
            counts[place].count += 1
        }
        return counts.reduce(counts[0]) { $1.count > $0.count ? $1 : $0 }.delimiter
    }
}

extension String {
    /// A heading as headings are compared: without blanks around it, in small letters, its words joined by `_`.
    public var headingKey: String {
        let text = trimmingBlanks.lowercased()
        return String(text.map { $0 == " " || $0 == "-" || $0 == "\u{A0}" ? "_" : $0 })
    }
}
