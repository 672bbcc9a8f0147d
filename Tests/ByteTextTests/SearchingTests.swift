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

    /// Every length about that of a word, every place, with bytes that differ in one bit from those looked for.
    @Test func findsTheFirstPlaceOfAll() {
        for length in 1...40 {
            for place in 0..<length {
                for count in 1...min(4, length - place) {
                    let part = Array([0x61, 0x62, 0x61, 0x63].prefix(count)) as [UInt8]
                    var text = [UInt8](repeating: 0x60, count: length)
                    #expect(text.span.firstIndex(of: part.span) == nil)
                    text.replaceSubrange(place..<place + count, with: part)
                    #expect(text.span.firstIndex(of: part.span) == place)
                    #expect((text + text).span.firstIndex(of: part.span) == place)
                }
            }
        }
    }
}
