import ByteText
import TabularText
import Testing

/// Texts that are not the table that they should be.
@Suite struct SpoiledTableTests {
    private static let headings = ["id", "name", "city", "source"]

    private func read(_ bytes: [UInt8]) -> TableReading {
        TableReader(headings: Self.headings).read(bytes, file: "t.csv")
    }

    private func kinds(_ text: String) -> [TabularProblem.Kind] { read(Array(text.utf8)).problems.map(\.kind) }

    @Test(arguments: [
        ("id|name|city|source\n1|2|3|4\n", TabularProblem.Kind.foreignDelimiter("|")),
        ("sep=|\nid|name|city\n", .foreignDelimiter("|")),
        ("Our list\nid,name,city,source\n1,2,3,4\n", .titleAbove(title: "Our list", headingRow: 2)),
        ("Our list;;;\n;;;\nid;name;city;source\n", .titleAbove(title: "Our list", headingRow: 3)),
        ("\"id,name,city\"\n\"1,2,3\"\n", .rowInOneCell), ("a,b,c\n1,2,3\n", .noKnownHeading(first: "a")),
        ("<table><tr><td>id</td></tr></table>", .notATable(.html)), ("PK\u{3}\u{4}xyz", .notATable(.workbook)),
        ("[{\"id\": 1}]", .notATable(.json)), ("%PDF-1.4", .notATable(.pdf)),
    ])
    func itIsNamedInOneProblem(_ text: String, _ kind: TabularProblem.Kind) {
        #expect(kinds(text) == [kind])
    }

    @Test func theFirstLineMayNameTheDelimiter() throws {
        let reading = read(Array("sep=;\r\nid;name, first;city\r\n1;2;3\r\n".utf8))
        #expect(reading.problems.isEmpty)
        let table = try #require(reading.table)
        #expect(table.header.map(\.text) == ["id", "name, first", "city"])
        // A sheet program shows no row for that line.
        #expect(table.headerNumber == 1)
        #expect(table.rows.map(\.number) == [2] && table.rows.map(\.line) == [2])
    }

    @Test func aRowIsCountedAsTheSheetCountsIt() throws {
        let reading = read(Array("id,name\n1,\"a\nb\"\n2,c\n\n3\n4,d\n".utf8))
        #expect(reading.problems.map(\.row) == [4, 5])
        #expect(reading.problems.map(\.position.line) == [4, 5])
        #expect(reading.table?.rows.map(\.number) == [2, 3, 6])
    }

    @Test func blankCellsBehindTheLastHeadingAreToldOnce() {
        let reading = read(Array("id,name\n1,a,,\n2,b, ,\n".utf8))
        #expect(reading.problems.map(\.kind) == [.blankCellsBehind])
        #expect(reading.table?.rows.map { $0.cells.map(\.text) } == [["1", "a"], ["2", "b"]])
    }

    /// A comma in a text has moved the cells behind it, the blank last one among them.
    @Test func blankCellsOfOneRowAreNone() {
        let reading = read(Array("id,name,city\n1,a, b,\n2,c,d\n".utf8))
        #expect(reading.problems.map(\.kind) == [.wrongCellCount(found: 4, expected: 3, delimiter: .comma)])
        #expect(reading.table?.rows.count == 1)
    }

    @Test(arguments: [[0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF]] as [[UInt8]])
    func marksAreNoText(_ marks: [UInt8]) {
        #expect(read(marks + Array("\"id\",name\n1,é\n".utf8)).table?.header.first?.text == "id")
    }

    @Test func utf16WithoutAMarkIsNamed() {
        let bytes = "id,name\n1,Québec\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(read(bytes).problems.map(\.kind) == [.unsupportedEncoding("UTF-16")])
    }

    @Test func macRomanAndDOSAreToldFromWindows() {
        let mac = Array("id,name\n1,an".utf8) + [0x8E] + Array("mie\n".utf8)
        #expect(
            read(mac).problems.map(\.kind) == [.otherEncoding("Mac Roman", word: "anŽmie", meant: "anémie")])
        let dos = Array("id,name\n1,an".utf8) + [0x82] + Array("mie\n".utf8)
        #expect(
            read(dos).problems.map(\.kind) == [.otherEncoding("DOS (CP850)", word: "an‚mie", meant: "anémie")])
        // One word of a file whose other words are right.
        let windows = mac + Array("2,Qu".utf8) + [0xE9] + Array("bec\n3,".utf8) + [0xE9] + Array("tude\n".utf8)
        #expect(read(windows).table?.encoding == .windows1252)
    }

    @Test func theTableForSheetsHasAMarkAndNoFormula() throws {
        let rows = [
            ["id", "a"], ["1", "=1+1"], ["2", "'=x"], ["3", "+1"], ["4", "-"], ["5", "@x"], ["6", "l'été"],
        ]
        let bytes = TableWriter.csvForSheets(rows)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let table = try #require(TableReader().read(bytes, file: "t.csv").table)
        #expect(table.rows.map { $0.cells[1].text } == ["'=1+1", "''=x", "'+1", "'-", "'@x", "l'été"])
    }
}
