import TabularText
import Testing

@Suite struct TableWriterTests {
    @Test func whatIsWrittenComesBackCellForCell() throws {
        let rows = [
            ["id", "note", "c"], ["1", "a, b", "\"quoted\""], ["2", "two\nlines", ""], ["3", "\r", " blank "],
            ["é", "semi;colon", "tab\there"],
        ]
        let reading = TableReader().read(TableWriter.csv(rows), file: "t.csv")
        let table = try #require(reading.table)
        #expect(reading.problems.isEmpty)
        #expect([table.header.map(\.text)] + table.rows.map { $0.cells.map(\.text) } == rows)
    }

    @Test func onlyWhatNeedsQuotesGetsThem() {
        let bytes = TableWriter.csv([["a b", "c;d", "e,f", "g\"h"], [""], ["x"]])
        #expect(String(decoding: bytes, as: UTF8.self) == "a b,c;d,\"e,f\",\"g\"\"h\"\n\"\"\nx\n")
    }
}
