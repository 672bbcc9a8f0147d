import ByteText
import Testing

@Suite struct ByteTableTests {
    @Test func entriesKeepTheirOrderThroughChanges() {
        var table = ByteTable<Int>()
        for number in 0..<1000 { table["key \(number)"] = number }
        for number in stride(from: 0, to: 1000, by: 2) { table["key \(number)"] = nil }
        table["key 1"] = -1
        #expect(table.count == 500)
        #expect(table["key 1"] == -1)
        #expect(table["key 2"] == nil)
        #expect(table["key 999"] == 999)
        #expect(table.keys.first == "key 1")
        #expect(table.values.last == 999)
    }

    @Test func keysAreTheSameIfTheirBytesAre() {
        var table = ByteTable<Int>()
        table["\u{E9}"] = 1
        table["e\u{301}"] = 2
        #expect(table["\u{E9}"] == 1)
        #expect(table.count == 2)
    }
}
