import Localization
import Testing

@Suite struct MessageTests {
    private enum Sample: Message {
        case found
        var texts: Texts {
            Texts(fr: "{0} {0:problème|problèmes} dans {1}", en: "{0} {0:problem|problems} in {1}")
        }
    }

    @Test(arguments: [
        (Language.french, "0", "0 problème dans f"), (.french, "2", "2 problèmes dans f"),
        (.english, "0", "0 problems in f"), (.english, "1", "1 problem in f"),
        (.french, "9999", "9999 problèmes dans f"), (.french, "1234567", "1\u{202F}234\u{202F}567 problèmes dans f"),
    ])
    func wordsFollowTheirNumber(_ language: Language, _ count: String, _ expected: String) {
        #expect(Sample.found.text(in: language, count, "f") == expected)
    }

    @Test(arguments: [
        (["LC_ALL": "", "LANG": "fr_CA.UTF-8"], Language.french), (["LC_ALL": "C", "LANG": "fr_CA"], .english),
        (["LC_MESSAGES": "fr"], .french), ([:], .english),
    ])
    func theLocaleChoosesTheLanguage(_ environment: [String: String], _ expected: Language) {
        #expect(Language(environment: environment) == expected)
    }

    @Test func aBraceThatOpensNoPlaceIsText() {
        #expect(Template("a {b} {0").filled(with: ["x"], in: .english) == "a {b} {0")
    }
}
