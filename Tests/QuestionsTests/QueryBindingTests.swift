import Localization
import Questions
import RDFModel
import SPARQLAlgebra
import Testing

/// Each case is a query, values, and the query that it must become; both are compared as algebra.
@Suite struct QueryBindingTests {
    private static func parse(_ text: String) throws -> Query {
        try QueryParser.parse(text, options: .init(predeclaredPrefixes: ["": IRI(unchecked: "urn:")]))
    }

    private static func values(_ text: String) throws -> [Variable: Term] {
        var values: [Variable: Term] = [:]
        for part in text.split(separator: " ") {
            let binding = try Binding(String(part))
            values[Variable(binding.name)] = try binding.term()
        }
        return values
    }

    @Test(arguments: [
        ("ASK { ?s ?p ?o }", "s=<urn:a> o=1", "ASK { :a ?p 1 }"),
        ("ASK { ?s :p+ ?o FILTER(?o > ?s) }", "s=<urn:a>", "ASK { :a :p+ ?o FILTER(?o > :a) }"),
        ("ASK { GRAPH ?g { ?s ?p ?o } }", "g=<urn:g>", "ASK { GRAPH :g { ?s ?p ?o } }"),
        ("ASK { ?s ?p ?o FILTER(BOUND(?o)) }", "o=1", "ASK { ?s ?p 1 FILTER(true) }"),
        (
            "ASK { ?s ?p ?o OPTIONAL { ?s :q ?o FILTER EXISTS { ?o :r ?s } } MINUS { ?o :t ?s } }", "s=<urn:a>",
            "ASK { :a ?p ?o OPTIONAL { :a :q ?o FILTER EXISTS { ?o :r :a } } MINUS { ?o :t :a } }"
        ),
        ("ASK { VALUES ?r { :a :b } ?s :p ?r }", "r=<urn:c>", "ASK { ?s :p :c }"),
        (
            "ASK { VALUES (?r ?t) { (:a 1) (:b 2) (UNDEF 3) } ?s :p ?r }", "r=<urn:b>",
            "ASK { VALUES ?t { 2 3 } ?s :p :b }"
        ),
        (
            "CONSTRUCT { ?s :p ?o . ?o :q ?s } WHERE { ?s :p ?o }", "o=1",
            "CONSTRUCT { ?s :p 1 } WHERE { ?s :p 1 }"
        ),
        ("DESCRIBE ?s WHERE { ?s :p ?o }", "s=<urn:a>", "DESCRIBE :a WHERE { :a :p ?o }"),
        ("ASK { ?s ?p ?o FILTER(?x IN (?o, 2)) }", "x=1", "ASK { ?s ?p ?o FILTER(1 IN (?o, 2)) }"),
    ])
    func termsTakeThePlaceOfVariables(_ text: String, _ values: String, _ expected: String) throws {
        let (bound, expected) = (try Self.parse(text).binding(Self.values(values)), try Self.parse(expected))
        #expect(bound.form == expected.form)
        #expect(bound.algebra == expected.algebra)
    }

    @Test(arguments: [
        ("SELECT ?s ?o { ?s :p ?o }", "SELECT ?s ?o { ?s :p 1 BIND(1 AS ?o) }"),
        ("SELECT * { ?s :p ?o }", "SELECT ?s ?o { ?s :p 1 BIND(1 AS ?o) }"),
        ("SELECT ?s { ?s :p ?o }", "SELECT ?s { ?s :p 1 }"),
        ("SELECT ?s ?o { ?s :p ?o } ORDER BY ?o ?s", "SELECT ?s ?o { ?s :p 1 BIND(1 AS ?o) } ORDER BY (1) ?s"),
        (
            "SELECT ?o (COUNT(?s) AS ?n) { ?s :p ?o } GROUP BY ?o",
            "SELECT ?o (COUNT(?s) AS ?n) { ?s :p 1 BIND(1 AS ?o) } GROUP BY ?o"
        ),
        (
            "SELECT ?s { ?s :q ?t { SELECT ?t { ?t :p ?o } } }", "SELECT ?s { ?s :q ?t { SELECT ?t { ?t :p 1 } } }"
        ),
    ])
    func aVariableThatIsShownIsThere(_ text: String, _ expected: String) throws {
        let bound = try Self.parse(text).binding(Self.values("o=1"))
        let wanted = try Self.parse(expected)
        #expect(bound.form == wanted.form)
        #expect(bound.algebra == wanted.algebra)
    }

    /// Without its OPTIONAL the variable would have no value; the query shows it, so it has.
    @Test func aSubqueryThatMayShowTheVariableIsJoined() throws {
        let bound = try Self.parse("SELECT ?o { ?a :q ?b OPTIONAL { SELECT ?a ?o { ?a :p ?o } } }")
            .binding(Self.values("o=1"))
        guard case .project(.join(_, .values(let variables, let rows)), _) = bound.algebra else {
            Issue.record("\(bound.algebra)")
            return
        }
        #expect(variables == [Variable("o")] && rows == [[.literal(Literal("1", datatype: XSD.integer))]])
        let always = try Self.parse("SELECT ?o { { SELECT ?o { ?s :p ?o } } }").binding(Self.values("o=1"))
        if case .project(.join, _) = always.algebra { Issue.record("\(always.algebra)") }
    }

    @Test func aGraphIsNoLiteralAndAPredicateIsAnIRI() throws {
        for text in ["ASK { GRAPH ?x { ?s ?p ?o } }", "ASK { ?s ?x ?o }"] {
            #expect(try Self.parse(text).binding(Self.values("x=1")).algebra == .empty)
        }
    }

    @Test(arguments: [
        ("ASK { ?s ?p ?o }", "nope=1", "noSuchVariable"), ("SELECT (1 AS ?x) {}", "x=1", "computedVariable"),
        ("ASK { BIND(1 AS ?x) }", "x=2", "computedVariable"),
    ])
    func whatCannotBeGivenAValueIsSaid(_ text: String, _ values: String, _ message: String) throws {
        let query = try Self.parse(text)
        let error = #expect(throws: QuestionError.self) { try query.binding(Self.values(values)) }
        #expect(error?.message.rawValue == message)
    }

    /// The deepest query that the parser lets through.
    @Test func depthIsThatOfTheParser() throws {
        let depth = QueryParser.Options.maximumNesting - 2
        let text =
            "ASK " + String(repeating: "{ ?a ?b ?x OPTIONAL ", count: depth) + "{ ?s ?p ?x }"
            + String(repeating: " }", count: depth)
        #expect(try Self.parse(text).binding(Self.values("x=1")).algebra.mentions(Variable("x")) == false)
    }
}

extension Algebra {
    fileprivate func mentions(_ variable: Variable) -> Bool {
        if case .bgp(let patterns) = self { return patterns.contains { $0.variables.contains(variable) } }
        return children.contains { $0.mentions(variable) }
    }
}
