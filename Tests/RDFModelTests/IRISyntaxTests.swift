import RDFModel
import Testing

/// Which texts RFC 3987 allows as absolute IRIs; the lists were compared with what oxigraph 0.5 accepts.
@Suite struct IRISyntaxTests {
    static let allowed = [
        "http://ex/a#b", "http://ex/?", "http://ex/#", "http://ex?a?b", "http://ex#a/b?c", "http://ex//a", "http:a",
        "http:", "urn:", "a:", "urn:x:y?z#w", "mailto:a@b", "tag:a,2000:b", "data:text/plain,a", "file:///a",
        "http://", "http:///a", "http://:80/", "http://@/", "http://ex/..", "http://ex/./a", "a+b-c.d:e",
        // Users and ports.
        "http://ex:80/", "http://ex:/", "http://ex:99999999/", "http://ex:80", "http://u@ex:80/", "http://u:p@ex:80/",
        "http://u:@ex/", "http://a:b:c@ex:8/",
        // Hosts: any name, or an address in brackets.
        "http://1.2.3.4.5/", "http://256.1.1.1/", "http://a!b,c;d=e/", "http://%41/", "http://é/", "http://[::1]/",
        "http://[::1]:80/", "http://[::]", "http://[1:2:3:4:5:6:7:8]/", "http://[1:2:3:4:5:6:7::]/",
        "http://[::2:3:4:5:6:7:8]/", "http://[ABCD::ef]/", "http://[::ffff:1.2.3.4]/", "http://[1:2:3:4:5:6:1.2.3.4]/",
        "http://[v1.a]/", "http://[vF.a:b]/", "http://u@[::1]:8/",
        // Characters.
        "http://ex/a'b(c)*!$&+,;=:@~_-.", "http://ex/%2f%2F", "http://ex/é", "http://ex/\u{A0}\u{D7FF}\u{F900}",
        "http://ex/\u{FDF0}\u{FFEF}\u{10000}\u{1FFFD}\u{E1000}\u{EFFFD}", "http://ex/\u{200E}\u{202E}\u{FEFF}",
        "http://ex/?\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}",
    ]

    @Test(arguments: allowed) func areAllowed(_ text: String) throws {
        #expect(text.utf8.span.iriFault() == nil)
        #expect(try IRI(text).string == text)
    }

    /// U+FDD0, which no literal of Swift may hold.
    private static let nonCharacter = Unicode.Scalar(0xFDD0 as UInt32) ?? "?"

    static let refused: [(text: String, reason: IRIError.Reason, offset: Int)] = [
        ("http://ex/a#b#c", .misplacedCharacter("#"), 13), ("urn:a#b#c", .misplacedCharacter("#"), 7),
        ("http://ex/a##", .misplacedCharacter("#"), 12), ("http://ex:abc", .badPort, 10),
        ("http://ex:80a/", .badPort, 12), ("http://ex:80:80/", .badPort, 12), ("http://a:b@c:d/", .badPort, 13),
        ("http://ex:é/", .badPort, 10), ("http://[::1]:x/", .badPort, 13), ("http://ex:8%30/", .badPort, 11),
        ("http://u@v@ex/", .misplacedCharacter("@"), 10), ("http://u[@ex/", .misplacedCharacter("["), 8),
        ("http://ex[y/", .misplacedCharacter("["), 9), ("http://ex]/", .misplacedCharacter("]"), 9),
        ("http://[::1", .badAddress, 7), ("http://[::1]x/", .badAddress, 12), ("http://[v.a]/", .badAddress, 7),
        ("http://[v1.]/", .badAddress, 7), ("http://[1.2.3.4]/", .badAddress, 7), ("http://[]/", .badAddress, 7),
        ("http://[1:2:3:4:5:6:7:8:9]/", .badAddress, 7), ("http://[1:2:3]/", .badAddress, 7),
        ("http://[:::]/", .badAddress, 7), ("http://[1::2::3]/", .badAddress, 7), ("http://[::1:]/", .badAddress, 7),
        ("http://[1:2:3:4:5:6:7:8::]/", .badAddress, 7), ("http://[ABCD::12345]/", .badAddress, 7),
        ("http://[fe80::1%25en0]/", .badAddress, 7), ("http://[::256.1.1.1]/", .badAddress, 7),
        ("http://[::01.1.1.1]/", .badAddress, 7), ("http://[::1.1.1]/", .badAddress, 7),
        ("http://ex/a[b]", .misplacedCharacter("["), 11), ("http://ex/a?[b]", .misplacedCharacter("["), 12),
        ("http://ex/a#b]", .misplacedCharacter("]"), 13), ("urn:a[b", .misplacedCharacter("["), 5),
        ("x:[::1]", .misplacedCharacter("["), 2), ("http://ex/%", .badPercentEncoding, 10),
        ("http://ex/%2", .badPercentEncoding, 10), ("http://ex/%zz", .badPercentEncoding, 10),
        ("http://ex/a?%zz", .badPercentEncoding, 12), ("http://ex/a#%2", .badPercentEncoding, 12),
        ("http://%zz/", .badPercentEncoding, 7), ("data:text/plain,100%", .badPercentEncoding, 19),
        ("http://ex/\u{E000}", .misplacedCharacter("\u{E000}"), 10),
        ("http://ex/?#\u{F0000}", .misplacedCharacter("\u{F0000}"), 12),
        ("http://\u{E000}/", .misplacedCharacter("\u{E000}"), 7),
        ("http://ex/\(nonCharacter)", .forbiddenCharacter(nonCharacter), 10),
        ("http://ex/?\u{FFFE}", .forbiddenCharacter("\u{FFFE}"), 11),
        ("http://ex/\u{1FFFE}", .forbiddenCharacter("\u{1FFFE}"), 10),
        ("http://ex/\u{E0001}", .forbiddenCharacter("\u{E0001}"), 10),
        ("http://ex/\u{FFFD}", .forbiddenCharacter("\u{FFFD}"), 10),
        ("http://ex/\u{80}", .forbiddenCharacter("\u{80}"), 10),
        ("http://ex/\u{7F}", .forbiddenCharacter("\u{7F}"), 10),
        ("http://ex/a|b", .forbiddenCharacter("|"), 11), ("http://a\"b/", .forbiddenCharacter("\""), 8),
        ("mailto:a b", .forbiddenCharacter(" "), 8), ("http://ex\\a", .forbiddenCharacter("\\"), 9),
        ("1a:b", .noScheme, 0), ("a_b:c", .noScheme, 0), ("//a", .noScheme, 0), ("", .noScheme, 0),
        (":a", .noScheme, 0),
    ]

    @Test(arguments: refused) func areRefused(_ text: String, _ reason: IRIError.Reason, _ offset: Int) {
        let fault = text.utf8.span.iriFault()
        #expect(fault?.reason == reason && fault?.offset == offset, "\(String(describing: fault))")
        let error = #expect(throws: IRIError(text: text, reason: reason)) { try IRI(text) }
        #expect(error?.description.isEmpty == false)
    }

    @Test(
        arguments: [
            ("1a:b", .misplacedCharacter(":")), ("x#y#z", .misplacedCharacter("#")), ("//ex:abc/", .badPort),
            ("?[", .misplacedCharacter("[")), ("a%", .badPercentEncoding), ("//[1]/", .badAddress),
        ] as [(String, IRIError.Reason)])
    func badReferences(_ text: String, _ reason: IRIError.Reason) throws {
        let base = try IRI("http://b/c")
        #expect(throws: IRIError(text: text, reason: reason)) { try base.resolving(text) }
        for good in ["", "a", "a/b:c", "./1a:b", "?a:b", "#a:b", "//ex:80", "/"] { _ = try base.resolving(good) }
    }
}
