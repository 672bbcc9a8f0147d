import RDFModel
import SPARQLAlgebra
import Testing

@testable import SPARQLEngine

/// Small queries that would take much memory or time: both are counted by what they cost, not by how often they are asked.
@Suite struct CostTests {
    private static let numbers = (0..<2000).map { ":s\($0) :p \($0) .\n" }.joined()

    @Test(arguments: [
        "REPLACE(?t, \"^.+$\", \"\(String(repeating: "$0", count: 1000))\")",
        "REPLACE(?t, \"a\", \"\(String(repeating: "bbbbbbbb", count: 200))\")",
        "CONCAT(\(Array(repeating: "?t", count: 2000).joined(separator: ", ")))",
        "ENCODE_FOR_URI(\(String(repeating: "CONCAT(", count: 12))?t\(String(repeating: ", ?t)", count: 12)))",
    ])
    func textsAreCountedBeforeTheyAreMade(_ expression: String) throws {
        let text = String(repeating: "a", count: 20_000)
        let options = QueryOptions(limits: QueryLimits(memory: 1 << 22))
        do {
            _ = try Fixture("").rows(
                "SELECT (STRLEN(\(expression)) AS ?n) { VALUES ?t { \"\(text)\" } }", options: options)
            // What fits in memory may be answered.
            #expect(expression.hasPrefix("ENCODE"))
        } catch QueryEvaluationError.memoryLimit {}
    }

    @Test func separatorsOfGroupsAreCounted() throws {
        let separator = String(repeating: ", ", count: 10_000)
        let options = QueryOptions(limits: QueryLimits(memory: 1 << 23))
        #expect(throws: QueryEvaluationError.self) {
            try Fixture(Self.numbers).rows(
                "SELECT (STRLEN(GROUP_CONCAT(?x; SEPARATOR=\"\(separator)\")) AS ?n) { ?a :p ?x }", options: options)
        }
        #expect(
            try Fixture(Self.numbers).rows("SELECT (STRLEN(GROUP_CONCAT(?x; SEPARATOR=\"--\")) AS ?n) { ?a :p ?x }")
                == ["10888"])
    }

    @Test func namesAreCountedBeforeTheyAreWrittenOut() throws {
        let prefix = "PREFIX long: <http://e/\(String(repeating: "a", count: 100_000))>"
        let names = (0..<1000).map { "long:n\($0)" }.joined(separator: " ")
        let error = #expect(throws: SPARQLSyntaxError.self) {
            try QueryParser.parse("\(prefix) SELECT * { VALUES ?x { \(names) } }")
        }
        let said = String(describing: error?.message)
        #expect(said.hasSuffix("namesTooLong)"))
        let base = "BASE <http://e/\(String(repeating: "a", count: 100_000))>"
        let references = (0..<1000).map { "<#n\($0)>" }.joined(separator: " ")
        #expect(throws: SPARQLSyntaxError.self) {
            try QueryParser.parse("\(base) SELECT * { VALUES ?x { \(references) } }")
        }
    }

    @Test func wideRowsComeInSmallBatches() {
        #expect(Batch.usualCount(width: 40) == Batch.preferredCount)
        #expect(Batch.usualCount(width: 600) < 100)
        #expect(Batch.usualCount(width: 8192) == 1)
    }

    private static let slow = "^(((a|b)*)*)*c$"
    private static let big = String(repeating: "9", count: 9_000)
    private static let words = (0..<3000).map { "word\($0)" }.joined(separator: " ")

    /// Each row of these takes long; a few thousand rows between two looks at the clock would be minutes.
    @Test(arguments: [
        "SELECT (SUM(STRLEN(MD5(CONCAT(?long, STR(?x))))) AS ?n) { ?a :p ?x BIND(\"\(String(repeating: "é", count: 400_000))\" AS ?long) }",
        "SELECT (COUNT(*) AS ?n) { ?a :p ?x . ?b :p ?y FILTER((?x + \(big)) * (?y + \(big)) = 0) }",
        "SELECT (SUM(?x * \(big)) AS ?n) { ?a :p ?x . ?b :p ?y }",
        "SELECT (COUNT(*) AS ?n) { ?a :p ?x FILTER(REGEX(CONCAT(\"\(String(repeating: "ab", count: 12))\", STR(?x)), \"\(slow)\")) }",
        "SELECT (COUNT(*) AS ?n) { ?a :p ?x FILTER(lys:matches(CONCAT(\"\(words) \", STR(?x)), CONCAT(\"\(words) \", STR(?x)))) }",
        "SELECT (COUNT(*) AS ?n) { ?a :p ?x FILTER(UCASE(CONCAT(\"\(String(repeating: "Σ", count: 100_000))\", STR(?x))) = \"\") }",
        "SELECT (STRLEN(GROUP_CONCAT(?t)) AS ?n) { ?a :p ?x . ?b :p ?y BIND(CONCAT(\"\(words)\", STR(?x + ?y)) AS ?t) }",
    ])
    func timeIsCountedByCost(_ text: String) throws {
        let options = QueryOptions(limits: QueryLimits(timeout: .milliseconds(200), memory: 1 << 28))
        let fixture = try Fixture(Self.numbers)
        let clock = ContinuousClock()
        let time = clock.measure {
            do {
                _ = try fixture.rows(text, options: options)
            } catch QueryEvaluationError.timeLimit {
            } catch QueryEvaluationError.memoryLimit {
            } catch { Issue.record(error) }
        }
        // Slow builds on slow machines take some of it; without counting each takes many times that.
        #expect(time < .seconds(60))
    }

    @Test func planningIsTimed() throws {
        let patterns = (0..<4000).map { "?s\($0 % 50) :p ?s\($0 % 51)" }.joined(separator: " . ")
        let options = QueryOptions(limits: QueryLimits(timeout: .milliseconds(50)))
        let fixture = try Fixture(Self.numbers)
        let query = try QueryParser.parse(Fixture.prefixes + "ASK { \(patterns) }")
        let time = ContinuousClock().measure {
            #expect(throws: QueryEvaluationError.timeLimit) {
                try QueryEngine(fixture.snapshot).execute(query, options: options)
            }
        }
        #expect(time < .seconds(60))
    }

    @Test func nestedJoinsArePlannedOnce() throws {
        let text = String(repeating: "{ SELECT * { ?s ?p ?o ", count: 60) + String(repeating: "} }", count: 60)
        let options = QueryOptions(limits: QueryLimits(timeout: .seconds(60)))
        #expect(try Fixture(":a :p 1 .").rows("SELECT ?s { \(text) }", options: options) == [":a"])
    }

    @Test func aSortInPiecesIsASort() {
        var state: UInt64 = 7
        let words = (0..<1_200_000).map { number in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 40) << 32 | UInt64(number)
        }
        var sorted = words
        sorted.sortInPieces(goesOn: { _ in true }, by: <)
        #expect(sorted == words.sorted())
        // Left at once where it may not go on.
        var left = words
        left.sortInPieces(goesOn: { _ in false }, by: <)
        #expect(left == words)
    }
}
