import Testing

@testable import SPARQLEngine

/// Filters that are tests of texts run over many terms at once, others row by row: both find the same.
@Suite struct TextTestTests {
    /// Sixteen hundred labels: in capitals, with accents, in letters whose case takes more than Latin-1, in languages,
    /// and things that are no texts.
    private static let data: String = {
        let words = [
            "Ataxie", "ÉCOLE québécoise", "straße", "Œuvre", "İstanbul", "paraplegia", "", "K", "x-linked ataxia",
        ]
        var lines: [String] = []
        for number in 0..<1600 {
            let word = words[number % words.count] + (number % 7 == 0 ? "" : " \(number)")
            let object =
                switch number % 5 {
                case 0: "\"\(word)\"@fr"
                case 1: number % 3 == 0 ? "\(number)" : "<http://example.org/\(number)ataxie>"
                case 2: "\"\(word)\"^^:t"
                default: "\"\(word)\""
                }
            lines.append(":s\(number) :v \(object) .")
        }
        return lines.joined(separator: "\n")
    }()

    private static let fixture = Result { try Fixture(data) }

    @Test(
        arguments: [
            #"CONTAINS(?v, "tax")"#, #"CONTAINS(LCASE(?v), "ataxi")"#, #"CONTAINS(LCASE(STR(?v)), "éco")"#,
            #"CONTAINS(LCASE(?v), "k")"#, #"CONTAINS(LCASE(?v), "œ")"#, #"CONTAINS(?v, "")"#,
            #"STRSTARTS(?v, "x-")"#, #"STRSTARTS(STR(?v), "É")"#, #"STRENDS(?v, "8")"#, #"STRENDS(STR(?v), "ie")"#,
            #"REGEX(?v, "^(a|x-).*(ataxi|legia)", "i")"#, #"REGEX(STR(?v), "[0-9]{3}$")"#, #"REGEX(?v, "(")"#,
            #"!CONTAINS(?v, "tax")"#, #"CONTAINS(?v, "1") || STRSTARTS(?v, "s")"#,
            #"!(CONTAINS(?v, "1") && !REGEX(?v, "É"))"#, #"CONTAINS(?v, "tax"@fr)"#,
        ])
    func manyTextsAreTestedAsOneIs(_ condition: String) throws {
        let fixture = try Self.fixture.get()
        let together = try fixture.sorted("SELECT ?s { ?s :v ?v FILTER(\(condition)) }")
        let alone = try fixture.sorted("SELECT ?s { ?s :v ?v BIND(\(condition) AS ?is) FILTER(?is) }")
        #expect(together == alone)
        let count = #"REGEX(?v, "(")"# == condition ? 0 : 1
        #expect(together.count >= count && together.count < 1600)
    }

    /// Eight hundred texts, for each of which the pattern takes two hundred thousand steps.
    @Test func theTimeIsWatched() throws {
        let letters = String(repeating: "a", count: 600)
        let texts = (0..<800).map { ":s\($0) :v \"\($0)\(letters)\" .\n" }.joined()
        let options = QueryOptions(limits: QueryLimits(timeout: .milliseconds(50)))
        #expect(throws: QueryEvaluationError.timeLimit) {
            try Fixture(texts).rows("SELECT ?s { ?s :v ?v FILTER(REGEX(?v, \"(a)\\\\1*[bc]\")) }", options: options)
        }
    }
}
