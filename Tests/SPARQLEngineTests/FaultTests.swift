import Foundation
import RDFModel
import SPARQLAlgebra
import Testing

@testable import SPARQLEngine

/// Conditions and values that are an error for every solution: the reason, and a cure that works.
@Suite struct FaultTests {
    private static let data = """
        :a :site <http://example.org/page> . :b :site <http://example.org/other> .
        :a :year "1999"^^xsd:gYear . :b :year "2005"^^xsd:gYear .
        :a :day "2020-01-02"^^xsd:date . :b :day "2026-01-02"^^xsd:date .
        :a :when "2020-01-02T10:00:00Z"^^xsd:dateTime .
        :a :label "sclérose en plaques"@fr . :b :label "multiple sclerosis"@en .
        :a :age "12" . :b :age "40" . :a :size 3 . :b :size 30 .
        """
    private static let fragments = FragmentText(prefixes: [
        "": IRI(unchecked: "http://example.org/"), "xsd": IRI(unchecked: XSD.namespace),
    ])

    private static func reasons(_ pattern: String) throws -> [EmptyAnswerReason] {
        let query = try QueryParser.parse(Fixture.prefixes + "SELECT * { \(pattern) }")
        return try QueryEngine(Fixture(data).snapshot).reasonsForNoAnswer(to: query)
    }

    private static func fault(_ reason: EmptyAnswerReason?) -> ExpressionFault? {
        for case .fault(let fault) in reason?.nearMisses ?? [] { return fault }
        return nil
    }

    static let errors: [(String, String)] = [
        ("?s :site ?x FILTER(REGEX(?x, \"page\"))", "REGEX(STR(?x), \"page\")"),
        ("?s :site ?x FILTER(CONTAINS(?x, \"page\"))", "CONTAINS(STR(?x), \"page\")"),
        ("?s :site ?x FILTER(STRSTARTS(?x, \"http\"))", "STRSTARTS(STR(?x), \"http\")"),
        ("?s :site ?x FILTER(LCASE(?x) = \"http://example.org/page\")", "LCASE(STR(?x)) = \"http://example.org/page\""),
        ("?s :site ?x FILTER(STRLEN(?x) > 3)", "STRLEN(STR(?x)) > 3"),
        ("?s :site ?x FILTER(?x < \"z\")", "STR(?x) < \"z\""),
        ("?s :site ?x FILTER(?x)", "BOUND(?x)"),
        ("?s :size ?x FILTER(CONTAINS(?x, \"3\"))", "CONTAINS(STR(?x), \"3\")"),
        ("?s :year ?x FILTER(?x > 2000)", "xsd:integer(SUBSTR(STR(?x), 1, 4)) > 2000"),
        ("?s :year ?x FILTER(2000 < ?x)", "2000 < xsd:integer(SUBSTR(STR(?x), 1, 4))"),
        ("?s :year ?x FILTER(?x + 1 > 2000)", "xsd:integer(SUBSTR(STR(?x), 1, 4)) + 1 > 2000"),
        ("?s :day ?x FILTER(?x > \"2025-01-01\")", "?x > \"2025-01-01\"^^xsd:date"),
        ("?s :day ?x FILTER(?x > 2025)", "xsd:integer(SUBSTR(STR(?x), 1, 4)) > 2025"),
        ("?s :when ?x FILTER(?x > \"2019-01-01\")", "?x > \"2019-01-01T00:00:00\"^^xsd:dateTime"),
        ("?s :age ?x FILTER(?x > 20)", "xsd:integer(STR(?x)) > 20"),
        ("?s :label ?x FILTER(?x > \"n\")", "STR(?x) > \"n\""),
        ("?s :site ?x FILTER(!CONTAINS(?x, \"page\"))", "!CONTAINS(STR(?x), \"page\")"),
    ]

    @Test(arguments: errors) func anErrorIsSaidToBeOneAndItsCureWorks(_ pattern: String, _ cure: String) throws {
        let reason = try Self.reasons(pattern).first
        guard case .error(_, let errors, let count)? = reason?.culprit else {
            Issue.record("\(String(describing: reason))")
            return
        }
        #expect(errors == count && count > 0)
        let fault = try #require(Self.fault(reason))
        #expect(fault.reason != nil && fault.cureHasSolutions)
        #expect(fault.cure.map(Self.fragments.text) == cure)
        // The text of the cure, put in the place of the condition, leaves solutions.
        let start = try #require(pattern.range(of: "FILTER")).lowerBound
        let cured = try QueryParser.parse(Fixture.prefixes + "ASK { \(pattern[..<start]) FILTER(\(cure)) }")
        guard case .boolean(true) = try QueryEngine(Fixture(Self.data).snapshot).execute(cured) else {
            Issue.record("the cure of \(pattern) leaves nothing")
            return
        }
    }

    @Test(arguments: [
        ("?s :label ?x FILTER(?x = \"sclérose en plaques\")", "STR(?x) = \"sclérose en plaques\""),
        ("?s :label ?x FILTER(?x = \"Multiple Sclerosis\")", "LCASE(STR(?x)) = \"multiple sclerosis\""),
        ("?s :site ?x FILTER(?x = \"http://example.org/page\")", "STR(?x) = \"http://example.org/page\""),
        ("?s :label ?x FILTER(CONTAINS(?x, \"MULTIPLE\"))", "CONTAINS(LCASE(STR(?x)), \"multiple\")"),
        ("?s :label ?x FILTER(?x IN (\"multiple sclerosis\"))", "STR(?x) IN (\"multiple sclerosis\")"),
    ])
    func whatIsOnlyNeverTrueIsNoErrorAndHasACureToo(_ pattern: String, _ cure: String) throws {
        let reason = try Self.reasons(pattern).first
        guard case .filter? = reason?.culprit else {
            Issue.record("\(String(describing: reason))")
            return
        }
        let fault = try #require(Self.fault(reason))
        #expect(fault.reason == nil && fault.cure.map(Self.fragments.text) == cure)
    }

    @Test func whatIsFalseHasNoFault() throws {
        let reason = try #require(try Self.reasons("?s :size ?x FILTER(?x > 300)").first)
        #expect(Self.fault(reason) == nil)
    }

    @Test func anErrorForSomeIsCounted() throws {
        let reason = try Self.reasons("?s :size|:site ?x FILTER(?x > 300)").first
        guard case .error(_, 2, 4)? = reason?.culprit else {
            Issue.record("\(String(describing: reason))")
            return
        }
    }

    @Test func valuesThatAreErrorsEverywhereAreFoundThoughThereIsAnAnswer() throws {
        let query = try QueryParser.parse(
            Fixture.prefixes + """
                SELECT * { ?s :year ?y BIND(?y + 1 AS ?next) OPTIONAL { ?s :site ?x FILTER(CONTAINS(?x, "page")) } }
                """)
        let faults = try QueryEngine(Fixture(Self.data).snapshot).faults(in: query)
        #expect(Set(faults.map(\.variable)) == [Variable("next"), nil])
    }

    /// SUM and AVG of what is no number leave their column empty: it is said why, and the cure gives it values.
    @Test(arguments: [
        ("(SUM(?x) AS ?n) { ?s :age ?x }", "SUM", "xsd:integer(STR(?x))"),
        ("(AVG(DISTINCT ?x) AS ?n) { ?s :age|:size ?x }", "AVG", "xsd:integer(STR(?x))"),
        ("?s (SUM(?x) AS ?n) { ?s :label ?x } GROUP BY ?s", "SUM", nil),
        ("(SUM(?x) + 1 AS ?n) { ?s :site ?y OPTIONAL { ?s :when ?w ; :size ?x } }", "SUM", "COALESCE(?x, 0)"),
    ])
    func sumsOfNoNumbersAreFound(_ text: String, _ keyword: String, _ cure: String?) throws {
        let engine = try QueryEngine(Fixture(Self.data).snapshot)
        let faults = try engine.faults(in: QueryParser.parse(Fixture.prefixes + "SELECT " + text))
        let fault = try #require(faults.first { $0.aggregate != nil })
        #expect(fault.aggregate?.function.keyword == keyword && fault.fault.reason != nil)
        #expect(fault.fault.cure.map(Self.fragments.text) == cure)
    }

    @Test func sumsOfNumbersAreFine() throws {
        let query = try QueryParser.parse(
            Fixture.prefixes + "SELECT ?p (SUM(?x) AS ?n) { ?s ?p ?x FILTER(?p != :site) } GROUP BY ?p")
        #expect(try QueryEngine(Fixture(Self.data).snapshot).faults(in: query).isEmpty)
    }
}
