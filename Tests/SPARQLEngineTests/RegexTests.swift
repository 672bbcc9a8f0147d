import Testing

@testable import SPARQLEngine

@Suite struct RegexTests {
    private static var noLimits: LimitGuard { LimitGuard(limits: QueryLimits(), cancellation: nil) }

    @Test(arguments: [
        ("abc", "b", "", true), ("ABC", "b", "", false), ("ABC", "b", "i", true), ("a\nb", "a.b", "", false),
        ("a\nb", "a.b", "s", true), ("a\nb", "^b", "", false), ("a\nb", "^b", "m", true), ("a b", "a b", "x", false),
        ("ab", "a b", "x", true), ("a.b", "a.b", "q", true), ("axb", "a.b", "q", false), ("élan", "^\\w+$", "", true),
        ("b", "[a-z-[aeiou]]", "", true), ("e", "^[a-z-[aeiou]]$", "", false), ("x1", "^\\i\\c*$", "", true),
        ("1x", "^\\i\\c*$", "", false), ("Σ", "^\\p{IsGreek}$", "", true), ("aa", "^(a)\\1$", "", true),
        ("a$", "a\\$", "", true), ("a\n", "a$", "", false), ("", "^$", "", true),
    ])
    func matches(_ text: String, _ pattern: String, _ flags: String, _ isMatch: Bool) throws {
        let regex = try CompiledRegex(pattern, flags: XPathRegexFlags(flags))
        #expect(regex.match(text.utf8.span) == (isMatch ? .match : .noMatch))
    }

    @Test(arguments: [
        "(", ")", "[", "[]", "a{2,1}", "*a", "a**", "\\q", "(?=a)", "(?R)", "(*LIMIT_MATCH=9)a", "[b-a]", "\\p{Foo}",
        "a{",
        "]", "}", "(?<n>a)", String(repeating: "(", count: 200), String(repeating: "[a-", count: 200),
    ])
    func refuses(_ pattern: String) {
        #expect(throws: XPathRegexError.self) { try CompiledRegex(pattern) }
    }

    @Test func catastrophicPatternMeetsTheLimit() throws {
        let regex = try CompiledRegex("^(([a-z])+.)+[A-Z]([a-z])+$")
        let text = String(repeating: "a", count: 4000)
        #expect(regex.match(text.utf8.span) != .match)
    }

    @Test(arguments: [
        ("abcb", "b", "-", "a-c-"), ("abc", "(a)(b)", "$2$1", "bac"), ("abc", "b", "\\$", "a$c"),
        ("abc", "b", "[$0]", "a[b]c"), ("été", "t", "T", "éTé"),
    ])
    func replaces(_ text: String, _ pattern: String, _ replacement: String, _ result: String) throws {
        let replaced = try CompiledRegex(pattern).replacingMatches(
            in: text, by: replacement, isLiteral: false, limits: Self.noLimits)
        #expect(replaced == result)
    }

    @Test(arguments: [("b*", "-"), ("b", "$"), ("b", "\\x")])
    func refusesToReplace(_ pattern: String, _ replacement: String) throws {
        let replaced = try CompiledRegex(pattern).replacingMatches(
            in: "abc", by: replacement, isLiteral: false, limits: Self.noLimits)
        #expect(replaced == nil)
    }
}
