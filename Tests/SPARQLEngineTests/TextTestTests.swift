import ByteText
import SPARQLAlgebra
import TestSupport
import Testing
import TripleStore
import XSDValues

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
            #"lys:matches(?v, "ATAX")"#, #"lys:matches(STR(?v), "ecole queb")"#, #"!lys:matches(?v, "oeuvre")"#,
            #"lys:matches(?v, "strasse") || CONTAINS(?v, "8")"#, #"lys:score(?v, "ataxie") > 0.5"#,
        ])
    func manyTextsAreTestedAsOneIs(_ condition: String) throws {
        let fixture = try Self.fixture.get()
        let together = try fixture.sorted("SELECT ?s { ?s :v ?v FILTER(\(condition)) }")
        let alone = try fixture.sorted("SELECT ?s { ?s :v ?v BIND(\(condition) AS ?is) FILTER(?is) }")
        #expect(together == alone)
        let count = #"REGEX(?v, "(")"# == condition ? 0 : 1
        #expect(together.count >= count && together.count < 1600)
    }

    /// Labels of all kinds of letters and separators are found by the same words as when each is folded and split.
    @Test func wordsAreFoundAsInFoldedTexts() throws {
        var generator = SeededGenerator(seed: 21)
        let pieces = [
            "a", "A", "b", "ab", "Abc", "z", "7", "07", "é", "É", "e\u{301}", "œ", "Œ", "ß", "ç", "α", "Ω", "ж", "ǆ",
            "日",
            " ", " ", " ", "-", "’", "'", ".", "_", "\u{AD}", "\u{2009}", "@", "[", "`", "{", "K",
        ]
        func text(_ longest: Int) -> String {
            (0...Int.random(in: 0..<longest, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        }
        let labels = Array(Set((0..<3000).map { _ in text(24) })).sorted()
        let rows = labels.enumerated().map { #":s\#($0) :v "\#($1)" ."# }.joined(separator: "\n")
        let fixture = try Fixture(rows)
        for round in 0..<60 {
            let wanted = round == 0 ? "" : (0...round / 12).map { _ in text(4) }.joined(separator: " ")
            let words = TextFolding.folded(wanted).split(separator: 0x20)
            var expected: [String] = []
            for (number, label) in labels.enumerated() {
                let known = TextFolding.folded(label).split(separator: 0x20)
                guard !words.isEmpty, words.allSatisfy({ word in known.contains { $0.starts(with: word) } }) else {
                    continue
                }
                let (said, length) = (words.joined().count, known.joined().count)
                expected.append(":s\(number) \"\(min(1, Double(said) / Double(length)).canonicalForm)\"^^xsd:double")
            }
            let together = try fixture.sorted(
                #"SELECT ?s (lys:score(?v, "\#(wanted)") AS ?n) { ?s :v ?v FILTER(lys:matches(?v, "\#(wanted)")) }"#)
            #expect(together == expected.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "\(wanted)")
            let alone = try fixture.sorted(
                #"SELECT ?s ?n { ?s :v ?v BIND(lys:score(CONCAT(?v, ""), "\#(wanted)") AS ?n) FILTER(?n > 0) }"#)
            #expect(together == alone, "\(wanted)")
        }
    }

    /// Many words in long labels: no more than a search and a sort.
    @Test func manyWordsAreFoundInLongLabels() throws {
        let many = (0..<20_000).map { "w\($0)x" }.joined(separator: " ")
        let fixture = try Fixture(":a :v \"\(many)\" . :b :v \"\(many.dropLast())\" . :c :v \"w7x\" .")
        #expect(try fixture.rows("SELECT ?s { ?s :v ?v FILTER(lys:matches(?v, \"\(many)\")) }") == [":a"])
    }

    /// Each run of a query, each of several at once, and each after an update sees the labels that are there.
    @Test func labelsAreThoseOfTheSnapshot() async throws {
        let rows = (0..<500).map { ":s\($0) :v \"Région \($0)\" .\n" }.joined()
        let store = TripleStore(try Fixture(rows).snapshot)
        let query = try QueryParser.parse(
            Fixture.prefixes + "SELECT ?s { ?s :v ?v FILTER(lys:matches(?v, \"region 49\")) }")
        @Sendable func count(_ snapshot: StoreSnapshot) throws -> Int {
            guard case .solutions(let solutions) = try QueryEngine(snapshot).execute(query) else { return -1 }
            return try solutions.rows().count
        }
        let before = store.snapshot
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try count(before) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(counts == [11])
        let update = try QueryParser.parseUpdate(
            Fixture.prefixes
                + "DELETE WHERE { :s49 :v ?v } ; INSERT DATA { :t :v \"REGION 49.5\", \"région 4\" . :u :v \"49e région\" }"
        )
        _ = try UpdateEngine(store).execute(update)
        #expect(try count(store.snapshot) == 12)
        #expect(try count(before) == 11)
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
