import OrganizationDirectory
import RDFModel
import Testing

@Suite struct LanguageTagTests {
    @Test(arguments: [
        ("fr", "fr"), ("FR-ca", "fr-CA"), ("iu-latn", "iu-Latn"), ("zh-HANT-tw", "zh-Hant-TW"), ("es-419", "es-419"),
        ("sl-rozaj-biske-1994", "sl-rozaj-biske-1994"), ("de-1996", "de-1996"),
        ("en-a-bbb-x-a-ccc", "en-a-bbb-x-a-ccc"),
        ("x-whatever", "x-whatever"), ("i-klingon", "i-klingon"), ("zh-cmn-Hans-CN", "zh-cmn-Hans-CN"), ("moe", "moe"),
        ("en-u-ca-gregory", "en-u-ca-gregory"),
    ])
    func whatIsWellFormedIsKeptInTheUsualCase(_ text: String, _ tag: String) {
        #expect(LanguageTag(rawValue: text)?.rawValue == tag)
    }

    @Test(arguments: [
        "", "f", "français", "anglais", "fr-", "-fr", "fr--CA", "fr_CA", "fr en", "en-a", "x", "en-x",
        "toolonglanguage",
        "de-419-DE", "a-DE", "ar-a-aaa-b", "fr-éé",
    ])
    func whatIsMalformedIsNoTag(_ text: String) {
        #expect(LanguageTag(rawValue: text) == nil)
    }

    @Test(arguments: [
        ("fr", "FRA"), ("en-CA", "ENG"), ("es", "SPA"), ("iu-Latn", "IKU"), ("de", "DEU"), ("moe", "MOE"),
    ])
    func theConceptIsThatOfTheEuropeanTable(_ text: String, _ code: String) {
        #expect(
            LanguageTag(rawValue: text)?.iri.string
                == "http://publications.europa.eu/resource/authority/language/" + code)
    }
}
