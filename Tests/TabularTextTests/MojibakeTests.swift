import TabularText
import Testing

/// Words that were written in one encoding and read in another.
@Suite struct MojibakeTests {
    @Test(arguments: [
        ("anÃ©mie", "anémie"), ("Ã‰tude", "Étude"), ("Ã\u{89}tude", "Étude"), ("lâ€™Ã©tude", "l’étude"),
        ("an√©mie", "anémie"), ("an├®mie", "anémie"), ("an├⌐mie", "anémie"), ("anÃƒÂ©mie", "anémie"), ("Ã", "à"),
    ])
    func utf8ReadAsSingleBytesIsCertain(_ word: String, _ meant: String) throws {
        let found = try #require(Mojibake.first(in: "Fondation " + word + " de Québec"))
        #expect(found.isCertain)
        #expect((found.word, found.meant) == (word, meant))
    }

    @Test(arguments: [
        ("anŽmie", "anémie"), ("C½ur", "Cœur"), ("½uvre", "œuvre"), ("QuÈbec", "Québec"), ("anÚmie", "anémie"),
        ("sant‚", "santé"), ("h™pital", "hôpital"), ("lÕaide", "l’aide"),
    ])
    func otherConfusionsAreGuesses(_ word: String, _ meant: String) throws {
        let found = try #require(Mojibake.first(in: "Fondation " + word))
        #expect(!found.isCertain)
        #expect(found.meant == meant)
    }

    @Test(arguments: [
        "Société québécoise de l’œil", "RENÉ… « CAFÉ » 2024", "Žižek, Šimková, Ångström, Łódź", "β-thalassémie, TNFα",
        "20 µg, 3 ½ h, n° 4, 12 %", "élu·e·s", "Saguenay–Lac-Saint-Jean", "ŒUVRE", "“guillemets”", "日本語", "Ελλάδα",
    ])
    func rightWordsAreNone(_ text: String) {
        #expect(Mojibake.first(in: text) == nil)
    }
}
