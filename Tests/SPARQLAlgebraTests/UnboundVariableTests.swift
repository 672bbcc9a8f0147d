import SPARQLAlgebra
import Testing

/// Variables that a query uses and nothing binds there.
@Suite struct UnboundVariableTests {
    private static func findings(_ text: String) throws -> [UnboundVariable] {
        try QueryParser.parse("PREFIX : <urn:> " + text).unboundVariables
    }

    @Test(arguments: [
        ("SELECT ?nmae { ?s :name ?name }", "nmae", "name"), ("SELECT ?Name { ?s :name ?name }", "Name", "name"),
        ("SELECT ?s { ?s :age ?age FILTER(?aeg > 3) }", "aeg", "age"),
        ("SELECT ?s { ?s :age ?age } ORDER BY ?aeg", "aeg", "age"),
        ("SELECT ?n { ?s :age ?age BIND(?agee + 1 AS ?n) }", "agee", "age"),
        ("SELECT (COUNT(?agee) AS ?n) { ?s :age ?age }", "agee", "age"),
        ("SELECT ?s { ?s :age ?age OPTIONAL { ?s :name ?name FILTER(?nmae = 1) } }", "nmae", "name"),
        ("SELECT ?s { ?s :name ?name FILTER(BOUND(?nmae)) }", "nmae", "name"),
        ("SELECT ?s { ?s :name ?name FILTER EXISTS { ?s :p ?x FILTER(?nmae = ?x) } }", "nmae", "name"),
        ("SELECT (COUNT(*) AS ?n) { ?s :name ?name } GROUP BY ?nmae", "nmae", "name"),
        ("CONSTRUCT { ?s :p ?nmae } { ?s :name ?name }", "nmae", "name"),
        ("DESCRIBE ?nmae { ?s :name ?name }", "nmae", "name"),
        ("SELECT ?other { ?s :name ?name }", "other", nil),
        ("SELECT ?n\u{430}me { ?s :name ?name }", "n\u{430}me", "name"),
    ])
    func whatNothingBindsIsFound(_ text: String, _ variable: String, _ nearest: String?) throws {
        let findings = try Self.findings(text)
        let finding = try #require(findings.first)
        #expect(finding.variable == Variable(variable))
        #expect(finding.nearest == nearest.map { Variable($0) })
        #expect(!finding.isBoundElsewhere)
    }

    @Test(arguments: [
        "SELECT ?s { ?s :name ?name { FILTER(?name = 1) } }", "SELECT ?name { ?s :p ?o MINUS { ?s :name ?name } }",
        "SELECT ?name { ?s :p ?o { SELECT ?s { ?s :name ?name } } }",
        "SELECT * { GRAPH ?g { ?s :p ?o FILTER(?g = :a) } }",
    ])
    func whatIsBoundInOtherBracesIsToldApart(_ text: String) throws {
        #expect(try Self.findings(text).map(\.isBoundElsewhere) == [true])
    }

    @Test(arguments: [
        "SELECT * { ?s :p ?o }", "SELECT ?s (COUNT(?o) AS ?n) { ?s :p ?o } GROUP BY ?s ORDER BY ?n",
        "SELECT ?x { ?s :p ?o BIND(IF(?o = 1, ?s, ?none) AS ?x) }",
        "SELECT ?x { ?s :p ?o BIND(COALESCE(?a, ?o) AS ?x) }",
        "SELECT ?s { ?s :p ?o FILTER EXISTS { ?s :q ?o FILTER(?o > 1) } }", "ASK { _:b :p [] }",
        "SELECT ?v { VALUES ?v { UNDEF } }", "SELECT ?g { GRAPH ?g { ?s ?p ?o } }",
        "SELECT ?s { ?s :p*/:q ?o FILTER(?o) }",
        "SELECT ?o { { ?s :p ?o } UNION { ?s :q ?x } }", "SELECT ?s { ?s :p ?o } HAVING(COUNT(?o) > 1)",
    ])
    func whatIsBoundIsNot(_ text: String) throws {
        guard let findings = try? Self.findings(text) else { return }
        #expect(findings.isEmpty)
    }
}
