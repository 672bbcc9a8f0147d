import ByteText
import Testing

/// Texts known by where they are stored.
struct RecentTextsTests {
    @Test func wordsOfOneStringAreTheSame() {
        let long = String(repeating: "x", count: 40)
        let copy = long
        #expect(long.hasSameWords(as: copy))
        #expect("short".hasSameWords(as: String(decoding: Array("short".utf8), as: UTF8.self)))
        #expect(!"short".hasSameWords(as: "shirt"))
        #expect(!long.hasSameWords(as: long + "y"))
    }

    @Test func textsOfTheSameBytesAreTheSameWhereverStored() {
        let long = String(repeating: "x", count: 40)
        let other = String(decoding: Array(long.utf8), as: UTF8.self)
        #expect(long.hasSameBytes(as: other))
        #expect(!long.hasSameBytes(as: long + "y"))
    }

    @Test func whatIsRememberedIsFound() {
        var recent = RecentTexts<Int>()
        #expect(recent["a"] == nil)
        #expect(recent[""] == nil)
        recent.remember(1, of: "a")
        recent.remember(0, of: "")
        #expect(recent["a"] == 1)
        #expect(recent[""] == 0)
        recent.remember(2, of: "a")
        #expect(recent["a"] == 2)
    }

    @Test func noTextIsTakenForAnother() {
        var recent = RecentTexts<Int>()
        let texts = (0..<1000).map { "term\($0)" }
        for (number, text) in texts.enumerated() {
            #expect(recent[text] == nil)
            recent.remember(number, of: text)
            #expect(recent[text] == number)
        }
        for (number, text) in texts.enumerated() {
            if let known = recent[text] { #expect(known == number) }
        }
    }

    @Test(arguments: [("", ""), ("a", ""), ("", "b"), ("ex:", "térm"), ("https://example.org/", "condition/0")])
    func partsAreJoined(_ first: String, _ second: String) {
        #expect(String(joining: first.utf8.span, second.utf8.span) == first + second)
    }
}
