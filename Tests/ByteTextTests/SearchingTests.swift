import ByteText
import Testing

@Suite struct SearchingTests {
    @Test(
        arguments: [
            ("abcabd", "abd", 3), ("abc", "", 0), ("", "", 0), ("abc", "d", nil), ("ab", "abc", nil),
            ("aaab", "aab", 1),
            ("abababc", "ababc", 2), ("été", "té", 2),
        ] as [(String, String, Int?)])
    func finds(_ text: String, _ part: String, _ place: Int?) {
        #expect(text.utf8.span.firstIndex(of: part.utf8.span) == place)
    }

    /// The beginning of the part comes up everywhere: looking back at each place would take a million million steps.
    @Test func textsOfOneLetterAreSearchedOnce() {
        let text = [UInt8](repeating: 0x61, count: 1_000_000)
        let part = [UInt8](repeating: 0x61, count: 500_000)
        #expect((text + [0x62]).span.firstIndex(of: (part + [0x62]).span) == 500_000)
        #expect(text.span.firstIndex(of: (part + [0x62]).span) == nil)
    }
}
