import ByteText
import Testing

@Suite struct LookAlikeTests {
    @Test(arguments: [
        ("sclérose\u{A0}en plaques", "sclérose en plaques", "sclérose[U+00A0]en plaques"),
        ("l\u{2019}ataxie", "l'ataxie", "l[U+2019]ataxie"), ("n\u{430}me", "name", "n[U+0430]me"),
        ("a\u{200B}b", "ab", "a[U+200B]b"), ("e\u{301}", "é", "e[U+0301]"), ("a\u{2011}b", "a-b", "a[U+2011]b"),
        ("\u{FF21}", "A", "[U+FF21]"),
    ])
    func whatLooksTheSameIsNamed(_ text: String, _ other: String, _ revealed: String) {
        #expect(LookAlike.areSame(text, other) && LookAlike.areSame(other, text))
        #expect(LookAlike.revealed(text, beside: other).utf8.elementsEqual(revealed.utf8))
    }

    @Test(arguments: [("a", "a"), ("a", "b"), ("é", "e"), ("é", "é"), ("а", "b")])
    func whatIsTheSameOrLooksOtherwiseStays(_ text: String, _ other: String) {
        #expect(!LookAlike.areSame(text, other))
        #expect(LookAlike.revealed(text, beside: other) == text)
    }
}
