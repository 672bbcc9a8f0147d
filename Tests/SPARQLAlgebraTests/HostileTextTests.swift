import Localization
import SPARQLAlgebra
import Testing

/// Texts that mean harm: each ends in a query or an error, in time that grows with its length.
@Suite struct HostileTextTests {
    private func refusal(_ text: String) -> SPARQLMessage? {
        do throws(SPARQLSyntaxError) {
            _ = try QueryParser.parse(text)
            return nil
        } catch {
            return error.message
        }
    }

    private func repeated(_ text: String, _ count: Int = 100_000) -> String { String(repeating: text, count: count) }

    @Test(arguments: [
        ("SELECT * ", "{", ""), ("SELECT * { FILTER ", "(", "1"), ("SELECT * { FILTER(", "!", "1"),
        ("SELECT * { FILTER(", "IF(", "1"), ("SELECT * { FILTER(", "<urn:f>(", "1"),
        ("SELECT * { FILTER(1 ", "IN (1 ", "1"), ("SELECT * { ?s ?p ", "[ ?p ", "1"), ("SELECT * { ?s ?p ", "( ", "1"),
        ("SELECT * { ", "<< ", "1"), ("SELECT * { ", "<<( ", "1"), ("SELECT * { BIND(<<( ?s ?p ", "<<( ?s ?p ", "1"),
        ("SELECT * { VALUES ?v { ", "<<( <urn:s> a ", "1"), ("SELECT * { ?s ", "(", "<urn:p>"),
        ("SELECT * { ?s ?p ?o ", "{| ?p ?o ", "1"), ("SELECT * ", "{ SELECT * ", ""), ("ASK ", "{ OPTIONAL ", ""),
        ("ASK ", "{ FILTER EXISTS ", ""), ("SELECT (", "SUM(", "1"), ("SELECT (1 AS ?x) {} GROUP BY ", "(", "1"),
    ])
    func nestingEndsInAnError(_ start: String, _ nested: String, _ end: String) {
        let message = refusal(start + repeated(nested) + end)
        #expect(message == .nestedTooDeeply || message == .nestedAggregate || message == .unexpected)
        // The same, not so deep, is only unfinished.
        let shallow = refusal(start + repeated(nested, 20) + end)
        #expect(shallow != .nestedTooDeeply)
    }

    @Test func nestingUpToTheLimitIsRead() throws {
        let depth = QueryParser.Options.maximumNesting - 1
        for (open, middle, close) in [
            ("{", "", "}"), ("{ OPTIONAL ", "{}", "}"), ("{ { SELECT * ", "{}", " } }"),
            ("{ FILTER EXISTS ", "{}", "}"),
        ] {
            let levels = open.contains("SELECT") || middle == "{}" ? depth / 2 : depth
            let text = "SELECT * " + repeated(open, levels) + middle + repeated(close, levels)
            let query = try QueryParser.parse(text)
            #expect(try QueryParser.parse(query.sparqlText) == query)
        }
        for (open, middle, close) in [("(", "1", ")"), ("!", "1", ""), ("ABS(", "1", ")")] {
            let text = "ASK { FILTER(" + repeated(open, depth - 2) + middle + repeated(close, depth - 2) + ") }"
            let query = try QueryParser.parse(text)
            #expect(try QueryParser.parse(query.sparqlText) == query)
        }
    }

    @Test(arguments: [
        "BIND(1 AS ?v#) ", "OPTIONAL { ?s ?p ?v# } ", "{ ?s ?p ?v# } ", "MINUS { ?s ?p ?v# } ",
        "?s <urn:p>* ?v# . ", "GRAPH ?g { ?s ?p ?v# } ",
    ])
    func longGroupsAreRefusedBeforeTheirTreeIsTooDeep(_ element: String) throws {
        func group(_ count: Int) -> String {
            "SELECT * { " + (0..<count).map { element.replacing("#", with: String($0)) }.joined() + "}"
        }
        #expect(refusal(group(20_000)) == .tooManyParts)
        let query = try QueryParser.parse(group(450))
        #expect(try QueryParser.parse(query.sparqlText) == query)
        #expect(query.algebra.description.utf8.count > 450)
    }

    @Test(arguments: ["+1", "*1", " + ?x", " - ?x", "/?x"])
    func longSumsAreRefusedBeforeTheirTreeIsTooDeep(_ term: String) throws {
        #expect(refusal("ASK { FILTER(1" + repeated(term) + ") }") == .tooManyParts)
        let query = try QueryParser.parse("ASK { FILTER(1" + repeated(term, 450) + ") }")
        #expect(try QueryParser.parse(query.sparqlText) == query)
    }

    @Test func longPathsAreRefusedBeforeTheirTreeIsTooDeep() {
        #expect(refusal("ASK { ?s <urn:p>" + repeated("/<urn:p>") + " ?o }") == .tooManyParts)
        #expect(refusal("ASK { ?s <urn:p>" + repeated("|<urn:p>") + " ?o }") == nil)
    }

    @Test func longListsAreRefusedBeforeTheirTreeIsTooDeep() throws {
        func numbered(_ text: String, _ count: Int) -> String {
            (0..<count).map { text.replacing("#", with: String($0)) }.joined(separator: " ")
        }
        #expect(refusal("SELECT " + numbered("(1 AS ?v#)", 100_000) + " {}") == .tooManyParts)
        #expect(refusal("SELECT (1 AS ?x) {} GROUP BY " + numbered("(1 AS ?v#)", 100_000)) == .tooManyParts)
        #expect(refusal("SELECT " + numbered("(1 AS ?v#)", 450) + " {}") == nil)
    }

    @Test func queriesOfMillionsOfWordsAreRefused() throws {
        let count = QueryParser.Options.maximumTokens
        #expect(refusal("SELECT * { {}" + repeated("UNION{}", count / 3) + "}") == .tooManyTokens)
        #expect(refusal("SELECT " + repeated("?x ", count)) == .tooManyTokens)
        // An update carries data.
        let data = repeated("<urn:s> <urn:p> 1 . ", count / 4)
        #expect(throws: Never.self) { try QueryParser.parseUpdate("INSERT DATA { " + data + "}") }
    }

    @Test func longChainsAreBalanced() throws {
        #expect(refusal("SELECT * { {}" + repeated(" UNION {}") + "}") == nil)
        #expect(refusal("ASK { FILTER(?x" + repeated(" || ?x = 1") + ") }") == nil)
        #expect(refusal("ASK { FILTER(?x" + repeated(" && ?x = 1") + ") }") == nil)
        #expect(refusal("ASK { " + repeated("FILTER(?x = 1) ") + "}") == nil)
        #expect(refusal("ASK { " + repeated("?s ?p ?o . FILTER(?o) ") + "}") == nil)
        #expect(refusal("ASK { VALUES ?x { " + repeated("1 ") + "} }") == nil)
        #expect(refusal("ASK { FILTER(?x IN (1" + repeated(", 1") + ")) }") == nil)
        #expect(refusal("SELECT " + repeated("?x ") + "{}") == nil)
        #expect(refusal("ASK { ?s ?p (" + repeated(" 1") + ") }") == nil)
    }

    @Test(arguments: [
        "a.", "_", "?", "<", "<a", ":.", "_:a.", "\"", "'''", "\\", "@a-", "1e", "-", "a-b.", "{|", "#", "é", "\u{0}",
    ])
    func garbageIsReadInLinearTime(_ piece: String) {
        #expect(refusal(repeated(piece)) != nil)
        #expect(refusal("SELECT * { ?s ?p ?o " + repeated(piece)) != nil)
    }

    @Test func randomBytesAreRefused() {
        var generator = Xorshift(state: 0x9E37_79B9_7F4A_7C15)
        for _ in 0..<20 {
            let bytes = (0..<50_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            #expect(refusal(String(decoding: bytes, as: UTF8.self)) != nil)
            let ascii = bytes.map { $0 % 95 + 32 }
            #expect(refusal("ASK { " + String(decoding: ascii, as: UTF8.self)) != nil)
        }
    }

    /// Every truncation, and many a damage, of texts that hold every construct; what is still read is written and read
    /// again.
    @Test func damagedTextsAreReadOrRefused() {
        var generator = Xorshift(state: 42)
        for text in SampleTexts.queries + SampleTexts.updates {
            let bytes = Array(text.utf8)
            for length in 0..<bytes.count { check(String(decoding: bytes[..<length], as: UTF8.self)) }
            let words = text.split(separator: " ")
            for _ in 0..<200 {
                var damaged = words
                let place = Int(generator.next() % UInt64(words.count))
                switch generator.next() % 3 {
                case 0: damaged.remove(at: place)
                case 1: damaged.insert(words[Int(generator.next() % UInt64(words.count))], at: place)
                default: damaged.swapAt(place, Int(generator.next() % UInt64(words.count)))
                }
                check(damaged.joined(separator: " "))
            }
        }
    }

    private func check(_ text: String) {
        if let query = try? QueryParser.parse(text) {
            #expect((try? QueryParser.parse(query.sparqlText)) == query, "\(text)")
        }
        if let update = try? QueryParser.parseUpdate(text) {
            #expect((try? QueryParser.parseUpdate(update.sparqlText)) == update, "\(text)")
        }
    }
}

/// A generator of numbers that look random and are the same on every run.
struct Xorshift: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
