import RDFModel
import Testing

/// RFC 3986 §5.4, with its own base and examples, and what it leaves to us.
@Suite struct ResolutionTests {
    static let normal = [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
        (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
        ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
        ("../../g", "http://a/g"),
    ]

    static let abnormal = [
        ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
        ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"),
        ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
        ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
        ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http:g"),
    ]

    static let others = [
        ("http://a", "g", "http://a/g"), ("http://a", "?x", "http://a?x"), ("http://a?q", "", "http://a?q"),
        ("urn:a:b", "c", "urn:c"), ("urn:a:b", "#c", "urn:a:b#c"), ("file:///a/b", "c", "file:///a/c"),
        ("file:///a/b", "../../c", "file:///c"), ("http://a/b", "//", "http://"),
        ("http://ab//de//g", "x", "http://ab//de//x"),
        ("http://ab//de//g", "../x", "http://ab//de/x"), ("http://é/ü/", "ö/../ä", "http://é/ü/ä"),
        ("http://a/b", "./1a:b", "http://a/1a:b"),
    ]

    @Test(arguments: normal + abnormal) func examplesOfTheRFC(_ reference: String, _ target: String) throws {
        #expect(try IRI("http://a/b/c/d;p?q").resolving(reference).string == target)
    }

    @Test(arguments: others) func otherBases(_ base: String, _ reference: String, _ target: String) throws {
        #expect(try IRI(base).resolving(reference).string == target)
    }

    @Test func absoluteReferencesKeepTheirDots() throws {
        #expect(try IRI("http://a/b").resolving("http://x/../y").string == "http://x/../y")
        var output: [UInt8] = []
        IRIResolver(base: try IRI("http://a/b")).resolve("http://x/../y/./z".utf8.span, into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "http://x/y/z")
    }

    @Test(arguments: ["", "a", "//a/b", "#f", "?q", ":x"]) func aRelativeReferenceNeedsABase(_ reference: String) {
        #expect(throws: IRIError(text: reference, reason: .noBase)) { try IRI(reference: reference, base: nil) }
    }

    @Test func aReferenceHoldsNoForbiddenCharacter() throws {
        let base = try IRI("http://a/b")
        #expect(throws: IRIError(text: "a b", reason: .forbiddenCharacter(" "))) { try base.resolving("a b") }
    }
}
