import RDFModel
import SPARQLAlgebra
import TripleStore
import Testing

@testable import SPARQLEngine

/// Repetitions of repetitions, counts of patterns that share nothing, letters of Greek, the variable of GRAPH.
@Suite struct SimplificationTests {
    private static let chain = ":a :p :b . :b :p :c . :c :q :d . :d :q :a . :e :r :e ."

    /// Each pair of paths reaches the same nodes.
    @Test(arguments: [
        ("((:p*)*)*", ":p*"), ("(:p+)*", ":p*"), ("(:p?)*", ":p*"), ("(:p*)+", ":p*"), ("(:p*)?", ":p*"),
        ("(:p+)+", ":p+"), ("(:p+)?", ":p*"), ("(:p?)+", ":p*"), ("(:p?)?", ":p?"), ("((:p?)?)+", ":p*"),
        ("(:p*|:q)*", "(:p|:q)*"), ("(:p+|:q)+", "(:p|:q)+"), ("(:p?|:q)+", "(:p|:q)*"), ("(:p*/:q*)*", "(:p|:q)*"),
        ("(:p/:q*)*", "(:p/:q*)*"), ("^(^:p)", ":p"), ("(^(^(:p+)))*", ":p*"),
    ])
    func repetitionsOfRepetitions(_ path: String, _ simple: String) throws {
        let fixture = try Fixture(Self.chain)
        #expect(try fixture.sorted("SELECT * { ?s \(path) ?o }") == fixture.sorted("SELECT * { ?s \(simple) ?o }"))
        for end in [":a", ":c", ":e", ":z"] {
            #expect(
                try fixture.sorted("SELECT * { \(end) \(path) ?o }")
                    == fixture.sorted("SELECT * { \(end) \(simple) ?o }"))
            #expect(
                try fixture.sorted("SELECT * { ?s \(path) \(end) }")
                    == fixture.sorted("SELECT * { ?s \(simple) \(end) }"))
        }
    }

    @Test func aRepetitionOfRepetitionsIsOne() throws {
        let plan = try QueryEngine(Fixture(Self.chain).snapshot).explainPlan(
            QueryParser.parse(Fixture.prefixes + "SELECT * { ?s ((:p*)*)* ?o }"))
        #expect(plan.contains("path ?s <http://example.org/p>* ?o"))
    }

    @Test(arguments: [
        ("?a :p ?b . ?c :q ?d", 4), ("?a :p ?b . ?c :q ?d . ?e :r ?f", 4), ("?a :p ?b . ?c :none ?d", 0),
        ("?a :p ?b . ?c :q ?d FILTER(?b = :c) FILTER(?d != :a)", 1), ("?a :p ?b . :c :q :d", 2),
        ("?a :p ?b . VALUES ?v { 1 2 3 }", 6), ("?a :p ?b OPTIONAL { ?x :none ?y } ?c :q ?d", 4),
        ("?a :p ?b . ?c :q ?d FILTER(?b = ?c)", 1), ("{ ?a :p ?b } UNION { ?a :q ?b } ?c :p ?d . ?d :p ?e", 4),
    ])
    func countsOfPatternsThatShareNothing(_ pattern: String, _ count: Int) throws {
        let fixture = try Fixture(Self.chain)
        #expect(try fixture.rows("SELECT (COUNT(*) AS ?n) { \(pattern) }") == [String(count)])
        #expect(try fixture.rows("SELECT (COUNT(?a) AS ?n) { \(pattern) }") == [String(count)])
        #expect(try fixture.rows("SELECT * { \(pattern) }").count == count)
    }

    @Test func aProductIsNotGoneThrough() throws {
        let data = (0..<3000).map { ":s\($0) :p \($0) ." }.joined(separator: "\n")
        let options = QueryOptions(limits: QueryLimits(timeout: .seconds(60)))
        #expect(
            try Fixture(data).rows(
                "SELECT (COUNT(*) AS ?n) { ?a :p ?x . ?b :p ?y . ?c :p ?z . ?d :p ?w . ?e :p ?v . ?f :p ?u }",
                options: options) == ["729000000000000000000"])
    }

    @Test(arguments: [
        ("LCASE(\"ΑΣ\")", "\"ας\""), ("LCASE(\"ΟΔΥΣΣΕΥΣ ΣΟΦΟΣ\")", "\"οδυσσευς σοφος\""), ("LCASE(\"Σ\")", "\"σ\""),
        ("LCASE(\"ΑΣ.\")", "\"ας.\""), ("LCASE(\"ΑΣΑ\")", "\"ασα\""), ("LCASE(\"Α\\u0301Σ\")", "\"α\\u0301ς\""),
        ("LCASE(\"ΑΣ’Α\")", "\"ασ’α\""), ("UCASE(\"ας\")", "\"ΑΣ\""), ("LCASE(\"ΑΣ\"@el)", "\"ας\"@el"),
        ("UCASE(\"straße ﬁn ŉ\")", "\"STRASSE FIN ʼN\""), ("LCASE(\"İ\")", "\"i̇\""),
        ("CONTAINS(LCASE(\"ΑΣ\"), \"ς\")", "true"), ("LCASE(\"ÉÀ ŒUF\")", "\"éà œuf\""),
    ])
    func lettersOfGreekAndOthers(_ expression: String, _ value: String) throws {
        let expected = try Fixture("").rows("SELECT (\(value) AS ?value) {}").joined()
        #expect(try Fixture.value(of: expression) == expected)
    }

    private static let named = "GRAPH :g { :a :p :b } GRAPH :h { :a :p :c }"

    @Test func aFilterInsideTheBracesSeesNoGraph() throws {
        let text = "SELECT * { GRAPH ?g { ?s :p ?o FILTER(?g = :g) } }"
        let fixture = try Fixture(Self.named)
        #expect(try fixture.rows(text) == [])
        #expect(try fixture.rows("SELECT ?o { GRAPH ?g { ?s :p ?o } FILTER(?g = :g) }") == [":b"])
        let query = try QueryParser.parse(Fixture.prefixes + text)
        #expect(query.unboundVariables.map(\.isGraphOfBraces) == [true])
        let reasons = try QueryEngine(fixture.snapshot).reasonsForNoAnswer(to: query)
        #expect(
            reasons.flatMap(\.nearMisses).contains { miss in
                if case .fault(let fault) = miss, case .boundByGraph(Variable("g"))? = fault.reason {
                    true
                } else {
                    false
                }
            })
        #expect(
            !reasons.flatMap(\.nearMisses).contains { if case .examples(Variable("g"), _) = $0 { true } else { false } }
        )
    }

    @Test func datesAreComparedAsTheyAre() throws {
        let data = (1...28).map { ":s\($0) :d \"2024-02-\($0 < 10 ? "0" : "")\($0)\"^^xsd:date ." }.joined(
            separator: "\n")
        let fixture = try Fixture(data)
        #expect(
            try fixture.rows("SELECT (COUNT(*) AS ?n) { ?a :d ?x . ?b :d ?y FILTER(?x < ?y) }") == ["378"])
        #expect(
            try fixture.rows("SELECT ?a { ?a :d ?x FILTER NOT EXISTS { ?b :d ?y FILTER(?y > ?x) } }") == [":s28"])
    }
}
