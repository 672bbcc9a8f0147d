import ByteText
import TabularText
import TestSupport
import Testing

@Suite struct TableReaderTests {
    private func read(_ text: String, limits: TabularLimits = TabularLimits()) -> TableReading {
        TableReader(limits: limits).read(Array(text.utf8), file: "t.csv")
    }

    private func cells(_ reading: TableReading) -> [[String]] {
        reading.table.map { [$0.header.map(\.text)] + $0.rows.map { $0.cells.map(\.text) } } ?? []
    }

    /// Each problem as `line:column kind`, counted from 1.
    private func problems(_ reading: TableReading) -> [String] {
        reading.problems.map { "\($0.position) \($0.column ?? "-") \($0.kind)" }
    }

    @Test(arguments: [("a,b\n1,2\n", Delimiter.comma), ("a;b\r\n1;2\r\n", .semicolon), ("a\tb\r1\t2", .tab)])
    func theHeaderShowsTheDelimiterAndLinesEndAsTheyLike(_ text: String, _ delimiter: Delimiter) {
        let reading = read(text)
        #expect(reading.table?.delimiter == delimiter)
        #expect(cells(reading) == [["a", "b"], ["1", "2"]])
        #expect(reading.problems.isEmpty)
    }

    @Test func delimitersInsideQuotesDoNotCount() {
        let reading = read("\"a,b,c\";d\n1;2\n")
        #expect(reading.table?.delimiter == .semicolon)
        #expect(cells(reading) == [["a,b,c", "d"], ["1", "2"]])
    }

    @Test func quotedCellsHoldDelimitersQuotesAndLineBreaks() {
        let reading = read("a,b\n\"1,\"\"2\"\"\",\"x\r\ny\"\n3,4\n")
        #expect(cells(reading) == [["a", "b"], ["1,\"2\"", "x\r\ny"], ["3", "4"]])
        #expect(reading.table?.rows.map(\.line) == [1, 3])
        #expect(reading.table?.rows[1].cells[1].position == TextPosition(line: 3, column: 2, offset: 23))
    }

    @Test func columnsCountUnicodeScalarsNotBytes() {
        let reading = read("a,b\né€😀,x\n")
        #expect(reading.table?.rows[0].cells[1].position == TextPosition(line: 1, column: 4, offset: 14))
    }

    @Test func everyProblemIsFoundInOneRun() {
        let reading = read("id,name\n1\n2,a,b\n3,\"x\"y\n4,p\"q\n\n5,ok\n6,\"open\n7,ok\n")
        #expect(
            problems(reading) == [
                "2:1 - wrongCellCount(found: 1, expected: 2, delimiter: TabularText.Delimiter.comma)",
                "3:1 - wrongCellCount(found: 3, expected: 2, delimiter: TabularText.Delimiter.comma)",
                "4:6 name textAfterQuote", "5:4 name quoteInsideCell", "6:1 - emptyLine", "8:3 name unclosedQuote",
            ])
        #expect(cells(reading) == [["id", "name"], ["5", "ok"], ["7", "ok"]])
    }

    @Test func emptyLinesAtTheEndAreNoProblem() {
        let reading = read("a,b\n1,2\n\n\r\n")
        #expect(reading.problems.isEmpty)
        #expect(reading.table?.rows.count == 1)
    }

    @Test func manyUnclosedQuotesEndTheReading() {
        let reading = read("a,b\n" + String(repeating: "\"x,y\n", count: 100) + "\"")
        #expect(reading.problems.count <= 101)
        #expect(reading.problems.contains { $0.kind == .unclosedQuote || $0.kind == .textAfterQuote })
    }

    @Test func aByteOrderMarkIsNoText() {
        let reading = TableReader().read([0xEF, 0xBB, 0xBF] + Array("a\né\n".utf8), file: "t.csv")
        #expect(reading.table?.encoding == .utf8(byteOrderMark: true))
        #expect(cells(reading) == [["a"], ["é"]])
    }

    @Test func whatIsNoUTF8IsWindows1252() {
        let bytes: [UInt8] = Array("a\n".utf8) + [0x93, 0x80, 0x20, 0xE9, 0x9C, 0x94, 0x0A]
        let reading = TableReader().read(bytes, file: "t.csv")
        #expect(reading.table?.encoding == .windows1252)
        #expect(cells(reading) == [["a"], ["“€ éœ”"]])
    }

    @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
    func theFiveBytesThatWindowsLeavesOpenAreNoText(_ byte: UInt8) {
        let reading = TableReader().read(Array("a\nx".utf8) + [byte, 0x0A], file: "t.csv")
        #expect(reading.table == nil)
        #expect(problems(reading) == ["2:2 - notText(byte: \(byte))"])
    }

    @Test func aNulIsNoText() {
        #expect(problems(TableReader().read([0x61, 0x0A, 0x00], file: "t.csv")) == ["2:1 - notText(byte: 0)"])
    }

    @Test func oneBadByteDoesNotTurnAFileInUTF8IntoAnotherEncoding() {
        let reading = TableReader().read(Array("é\nà,ç\n".utf8) + [0xE9, 0x0A], file: "t.csv")
        #expect(reading.table == nil)
        #expect(problems(reading) == ["3:1 - damagedUTF8(byte: 233)"])
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
            ([0xFF, 0xFE, 0, 0], "UTF-32"),
        ] as [([UInt8], String)])
    func otherFormsOfUnicodeAreNamed(_ bytes: [UInt8], _ name: String) {
        #expect(TableReader().read(bytes, file: "t.csv").problems.map(\.kind) == [.unsupportedEncoding(name)])
    }

    @Test(arguments: [
        ("a\n123456\n", TabularLimits(fileBytes: 5), TabularProblem.Kind.fileTooLarge(limit: 5)),
        ("a\n123456\n", TabularLimits(cellBytes: 5), .cellTooLarge(limit: 5)),
        ("a\n\"123456\"\n", TabularLimits(cellBytes: 5), .cellTooLarge(limit: 5)),
        ("a,b\n1,2,3\n", TabularLimits(cells: 2), .tooManyCells(limit: 2)),
        ("a\n1\n2\n", TabularLimits(rows: 1), .tooManyRows(limit: 1)), ("", TabularLimits(), .empty),
    ])
    func limitsAreErrors(_ text: String, _ limits: TabularLimits, _ kind: TabularProblem.Kind) {
        #expect(read(text, limits: limits).problems.map(\.kind) == [kind])
    }

    @Test func noBytesCrashTheReader() {
        var generator = SeededGenerator(seed: 7)
        let pieces: [[UInt8]] = [
            [0x22], [0x2C], [0x0A], [0x0D], [0x3B], [0x09], [0xC3], [0xA9], [0x61], [0xFF], [0x20],
        ]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &generator)).flatMap { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }
            let reading = TableReader().read(bytes, file: "t.csv")
            #expect(reading.table != nil || !reading.problems.isEmpty)
            if let table = reading.table { #expect(table.rows.allSatisfy { $0.cells.count == table.header.count }) }
        }
    }
}
