import RDFModel
import SPARQLAlgebra
import Testing

@testable import SPARQLEngine

@Suite struct LimitTests {
    private static let numbers = (0..<2000).map { ":s\($0) :p \($0) .\n" }.joined()
    private static let explosion = "SELECT (COUNT(*) AS ?n) { ?a :p ?x . ?b :p ?y . ?c :p ?z FILTER(?x + ?y + ?z < 0) }"

    @Test func timeIsLimited() throws {
        let options = QueryOptions(limits: QueryLimits(timeout: .milliseconds(50)))
        #expect(throws: QueryEvaluationError.timeLimit) {
            try Fixture(Self.numbers).rows(Self.explosion, options: options)
        }
    }

    @Test func rowsAreLimited() throws {
        let options = QueryOptions(limits: QueryLimits(rows: 100))
        #expect(throws: QueryEvaluationError.rowLimit(100)) {
            try Fixture(Self.numbers).rows("SELECT * { ?a :p ?x }", options: options)
        }
    }

    @Test func variablesAreLimited() throws {
        let pattern = (0..<9000).map { "?v\($0) :p ?v\($0 + 1) ." }.joined(separator: " ")
        #expect(throws: QueryEvaluationError.tooManyVariables(1 << 13)) {
            try Fixture(":a :p :a .").rows("SELECT * { \(pattern) }")
        }
    }

    @Test func memoryIsLimited() throws {
        let options = QueryOptions(limits: QueryLimits(memory: 1 << 20))
        #expect(throws: QueryEvaluationError.memoryLimit(1 << 20)) {
            try Fixture(Self.numbers).rows("SELECT * { ?a :p ?x . ?b :p ?y } ORDER BY ?x", options: options)
        }
    }

    @Test func cancellationStops() throws {
        let cancellation = QueryCancellation()
        cancellation.cancel()
        #expect(throws: QueryEvaluationError.cancelled) {
            try Fixture(Self.numbers).rows(
                "SELECT * { ?a :p ?x }", options: QueryOptions(cancellation: cancellation))
        }
    }

    @Test func serviceIsRefusedUnlessSilent() throws {
        #expect(throws: QueryEvaluationError.self) { try Fixture("").rows("SELECT * { SERVICE <urn:e> { ?s ?p ?o } }") }
        #expect(try Fixture("").rows("SELECT * { SERVICE SILENT <urn:e> { ?s ?p ?o } }").count == 1)
    }

    @Test func deepPlansAreRefused() throws {
        var algebra = Algebra.unit
        for _ in 0..<1000 { algebra = .leftJoin(algebra, .values([Variable("x")], [[nil]]), nil) }
        let query = Query(form: .ask, algebra: algebra)
        #expect(throws: QueryEvaluationError.nestedTooDeep) { try QueryEngine(Fixture("").snapshot).execute(query) }
    }

    @Test(arguments: ["REGEX(?t, ?p)", "REPLACE(?t, ?p, \"\")", "!REGEX(?t, ?p)", "COALESCE(REGEX(?t, ?p), 1)"])
    func hostilePatternsStopTheQuery(_ expression: String) throws {
        let pattern = "^(([a-z])+.)+[A-Z]([a-z])+$"
        let values = "VALUES (?t ?p) { (\"\(String(repeating: "a", count: 3000))\" \"\(pattern)\") }"
        #expect(throws: QueryEvaluationError.regexLimit(pattern)) {
            try Fixture("").rows("SELECT (\(expression) AS ?x) { \(values) }")
        }
    }

    @Test func longChainsOfOperatorsAreAnswered() throws {
        let optionals = (0..<100).map { "OPTIONAL { ?a :p ?x\($0) }" }.joined(separator: " ")
        #expect(try Fixture(":a :p 1 .").rows("SELECT (COUNT(*) AS ?n) { ?a :p ?x \(optionals) }") == ["1"])
        let unions = (0..<1000).map { "{ ?a :p \($0) }" }.joined(separator: " UNION ")
        #expect(try Fixture(":a :p 1 .").rows("SELECT (COUNT(*) AS ?n) { \(unions) }") == ["1"])
    }
}
