import SPARQLAlgebra
import RDFModel
import Testing

@testable import SPARQLEngine

@Suite struct OperatorTests {
    private static let people = """
        :ann :knows :bob, :cid ; :age 30 ; :name "Ann"@en, "Anne"@fr .
        :bob :knows :cid ; :age 25 ; :name "Bob"@en .
        :cid :age 25 .
        :loop :next :loop . :one :next :two . :two :next :three . :three :next :one .
        :g1 { :ann :likes :tea . :bob :likes :tea . }
        :g2 { :ann :likes :ink . }
        """

    /// Queries and their solutions, whose order does not count.
    static let queries: [(String, [String])] = [
        ("SELECT ?x ?y { ?x :knows ?y . ?y :age 25 }", [":ann :bob", ":ann :cid", ":bob :cid"]),
        ("SELECT ?x { ?x :knows ?x }", []),
        ("SELECT ?x { ?x :next ?x }", [":loop"]),
        ("SELECT ?x ?n { ?x :age 25 OPTIONAL { ?x :name ?n } }", [":bob \"Bob\"@en", ":cid -"]),
        (
            "SELECT ?x ?n { ?x :age ?a OPTIONAL { ?x :name ?n FILTER(?a > 26) } }",
            [":ann \"Ann\"@en", ":ann \"Anne\"@fr", ":bob -", ":cid -"]
        ),
        // The filter of the inner group does not see the outer variable.
        ("SELECT ?x { ?x :age ?a { ?y :age ?b FILTER(?a = 30) } }", []),
        ("SELECT ?x { { ?x :age 30 } UNION { ?x :knows :cid } }", [":ann", ":ann", ":bob"]),
        ("SELECT ?x { ?x :age ?a MINUS { ?x :knows ?y } }", [":cid"]),
        // Nothing in common: nothing is taken away.
        ("SELECT ?x { ?x :age 30 MINUS { ?z :knows ?y } }", [":ann"]),
        ("SELECT ?x { ?x :age ?a FILTER NOT EXISTS { ?x :knows ?y . ?y :age ?a } }", [":ann", ":cid"]),
        ("SELECT ?x { ?x :age ?a FILTER EXISTS { ?x :knows ?y FILTER(?a < 30) } }", [":bob"]),
        ("SELECT ?x { ?x :age ?a FILTER(?a = 30 || EXISTS { ?x :name \"Bob\"@en }) }", [":ann", ":bob"]),
        ("SELECT ?x ?d { ?x :age ?a BIND(?a * 2 AS ?d) FILTER(?d > 50) }", [":ann 60"]),
        ("SELECT ?x { VALUES ?x { :ann :nobody } ?x :age ?a }", [":ann"]),
        (
            "SELECT ?x ?y { VALUES (?x ?y) { (:ann UNDEF) (UNDEF :cid) } ?x :knows ?y }",
            [":ann :bob", ":ann :cid", ":ann :cid", ":bob :cid"]
        ),
        ("SELECT ?a (COUNT(?x) AS ?n) { ?x :age ?a } GROUP BY ?a", ["25 2", "30 1"]),
        (
            "SELECT (COUNT(*) AS ?n) (SUM(?a) AS ?s) (AVG(?a) AS ?m) (MIN(?a) AS ?l) (MAX(?a) AS ?h) { ?x :age ?a }",
            ["3 80 \"26.666666666666666667\"^^xsd:decimal 25 30"]
        ),
        ("SELECT (COUNT(*) AS ?n) (SUM(?a) AS ?s) (MAX(?a) AS ?h) { ?x :nothing ?a }", ["0 0 -"]),
        ("SELECT ?x (COUNT(*) AS ?n) { ?x :nothing ?a } GROUP BY ?x", []),
        ("SELECT (COUNT(DISTINCT ?a) AS ?n) { ?x :age ?a }", ["2"]),
        ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", ["13"]),
        ("SELECT (SUM(?n) AS ?s) { ?x :name ?n }", ["-"]),
        (
            "SELECT ?a (GROUP_CONCAT(?n; SEPARATOR=\"|\") AS ?s) { { SELECT ?a ?n { ?x :age ?a ; :name ?n } ORDER BY ?n } } "
                + "GROUP BY ?a HAVING (COUNT(*) > 1)", ["30 \"Ann|Anne\""]
        ),
        ("SELECT DISTINCT ?a { ?x :age ?a }", ["25", "30"]),
        (
            "SELECT ?x ?n { ?x :knows :cid { SELECT ?x (COUNT(?y) AS ?n) { ?x :knows ?y } GROUP BY ?x } }",
            [":ann 2", ":bob 1"]
        ),
        ("SELECT ?x { ?x :age ?a { SELECT (MAX(?b) AS ?a) { ?y :age ?b } } }", [":ann"]),
        // Paths
        (":one", []), ("SELECT ?x { :one :next+ ?x }", [":one", ":three", ":two"]),
        ("SELECT ?x { :one :next* ?x }", [":one", ":three", ":two"]),
        ("SELECT ?x { ?x :next* :two }", [":one", ":three", ":two"]),
        ("SELECT ?x { :one :next? ?x }", [":one", ":two"]),
        ("SELECT ?x { :absent :next* ?x }", [":absent"]),
        ("SELECT ?x { :absent :next+ ?x }", []),
        ("SELECT ?x { :ann (:knows/:knows) ?x }", [":cid"]),
        ("SELECT ?x { :cid ^:knows ?x }", [":ann", ":bob"]),
        ("SELECT ?x { :bob (:knows|^:knows) ?x }", [":ann", ":cid"]),
        ("SELECT ?x { :ann !(:knows|:name) ?x }", ["30"]),
        ("SELECT ?x { ?x :next+ ?x }", [":loop", ":one", ":three", ":two"]),
        ("SELECT (COUNT(*) AS ?n) { ?x (:next|^:next)+ ?y }", ["10"]),
        // Graphs
        ("SELECT ?g ?x { GRAPH ?g { ?x :likes ?y } }", [":g1 :ann", ":g1 :bob", ":g2 :ann"]),
        ("SELECT ?x { GRAPH :g1 { ?x :likes ?y } }", [":ann", ":bob"]),
        ("SELECT ?g { GRAPH ?g { :ann :likes ?y } FILTER(?g = :g2) }", [":g2"]),
        ("SELECT ?g { GRAPH ?g {} }", [":g1", ":g2"]),
        ("SELECT ?g ?n { GRAPH ?g { { SELECT (COUNT(*) AS ?n) { ?x :likes ?y } } } }", [":g1 2", ":g2 1"]),
        ("SELECT ?x { ?x :likes ?y }", []),
        ("SELECT ?x FROM :g1 FROM :g2 { ?x :likes ?y }", [":ann", ":ann", ":bob"]),
        ("SELECT ?g FROM NAMED :g2 { GRAPH ?g { ?x :likes ?y } }", [":g2"]),
        ("SELECT ?x { ?x :name ?n FILTER(lang(?n) = \"fr\") }", [":ann"]),
        ("SELECT ?x { ?x :name ?n FILTER(lys:matches(?n, \"bob\")) }", [":bob"]),
    ].filter { $0.0.hasPrefix("SELECT") }

    @Test(arguments: queries) func answers(_ query: String, _ rows: [String]) throws {
        #expect(try Fixture(Self.people).sorted(query) == rows)
    }

    /// Queries whose solutions stand in an order.
    static let sequences: [(String, [String])] = [
        ("SELECT ?x { ?x :age ?a } ORDER BY DESC(?a) ?x", [":ann", ":bob", ":cid"]),
        ("SELECT ?x { ?x :age ?a } ORDER BY ?a DESC(?x) LIMIT 2", [":cid", ":bob"]),
        ("SELECT ?x { ?x :age ?a } ORDER BY ?x OFFSET 1 LIMIT 1", [":bob"]),
        ("SELECT ?x { ?x :age ?a } ORDER BY ?x LIMIT 0", []),
        // What clients send for “all”, and what overflows when it is added or multiplied.
        ("SELECT ?x { ?x :age ?a } ORDER BY ?x LIMIT 9223372036854775807", [":ann", ":bob", ":cid"]),
        ("SELECT ?x { ?x :age ?a } ORDER BY ?x LIMIT 2305843009213693952", [":ann", ":bob", ":cid"]),
        ("SELECT ?x { ?x :age ?a } ORDER BY ?x LIMIT 99999999999999999999999 OFFSET 2", [":cid"]),
        ("SELECT ?x { ?x :age ?a } ORDER BY ?x OFFSET 9223372036854775807 LIMIT 9223372036854775807", []),
        ("SELECT ?x { ?x :age ?a } ORDER BY ?x OFFSET 99999999999999999999999", []),
        (
            "SELECT ?v { VALUES ?v { \"b\" 2 :i 10 1.5 UNDEF \"a\" true } } ORDER BY ?v",
            ["-", ":i", "\"1.5\"^^xsd:decimal", "2", "10", "true", "\"a\"", "\"b\""]
        ),
        (
            "SELECT ?v ?w { VALUES (?v ?w) { (1 2) (1.0 1) (0 3) } } ORDER BY ?v ?w",
            ["0 3", "\"1.0\"^^xsd:decimal 1", "1 2"]
        ),
    ]

    @Test(arguments: sequences) func sorts(_ query: String, _ rows: [String]) throws {
        #expect(try Fixture(Self.people).rows(query) == rows)
    }

    @Test func constructsEachTripleOnce() throws {
        let query = "CONSTRUCT { ?y :knownBy _:b . ?y :isKnown true . ?x ?unbound ?y . 1 :p 2 } { ?x :knows ?y }"
        guard case .triples(let result) = try Fixture(Self.people).result(query) else { return }
        #expect(result.triples.filter { $0.predicate.string.hasSuffix("isKnown") }.count == 2)
        #expect(Set(result.triples.filter { $0.predicate.string.hasSuffix("knownBy") }.map(\.object)).count == 3)
        #expect(result.triples.count == 5)
    }

    @Test func describesThroughBlankNodes() throws {
        let fixture = try Fixture(":a :address [ :city \"Q\" ; :in [ :p :b ] ] . :b :p 1 .")
        guard case .triples(let result) = try fixture.result("DESCRIBE :a") else { return }
        #expect(result.triples.count == 4)
    }

    @Test func asks() throws {
        #expect(try Fixture(Self.people).ask("ASK { ?x :knows :bob }") == true)
        #expect(try Fixture(Self.people).ask("ASK { :bob :knows :ann }") == false)
    }

    @Test func bindingsRestrictVariables() throws {
        let options = QueryOptions(bindings: [(Variable("x"), .iri(IRI(unchecked: "http://example.org/bob")))])
        #expect(try Fixture(Self.people).rows("SELECT ?x ?y { ?x :knows ?y }", options: options) == [":bob :cid"])
    }

    @Test func batchesJoinAcrossTheirBorders() throws {
        let text = (0..<10_000).map { ":s\($0) :p \($0 % 7) ; :q :o\($0 % 100) .\n" }.joined()
        let fixture = try Fixture(text)
        #expect(try fixture.rows("SELECT (COUNT(*) AS ?n) { ?s :p 3 ; :q ?o }") == ["1429"])
        #expect(try fixture.rows("SELECT (COUNT(*) AS ?n) { ?a :q ?o . ?b :q ?o }") == ["1000000"])
        #expect(
            try fixture.rows("SELECT (COUNT(*) AS ?n) { ?a :p ?x OPTIONAL { ?a :q :o5 ; :p ?y } FILTER(bound(?y)) }")
                == ["100"])
        #expect(try fixture.rows("SELECT (COUNT(*) AS ?n) { ?a :p ?x MINUS { ?a :q :o5 } }") == ["9900"])
        #expect(try fixture.rows("SELECT ?s { ?s :p ?x } ORDER BY ?x ?s LIMIT 1") == [":s0"])
        #expect(
            try fixture.rows("SELECT (COUNT(*) AS ?n) { { SELECT DISTINCT ?o { ?s :q ?o } } ?t :q ?o }") == ["10000"])
    }
}
