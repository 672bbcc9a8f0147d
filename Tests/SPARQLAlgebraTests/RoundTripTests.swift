import RDFModel
import SPARQLAlgebra
import Testing

/// What is read, written and read again is the same.
@Suite struct RoundTripTests {
    @Test(arguments: SampleTexts.queries)
    func queriesSurvive(_ text: String) throws {
        let query = try QueryParser.parse(text)
        let written = query.sparqlText
        #expect(try QueryParser.parse(written) == query, "\(written)")
        #expect(try QueryParser.parse(written).sparqlText == written)
    }

    @Test(arguments: SampleTexts.updates)
    func updatesSurvive(_ text: String) throws {
        let update = try QueryParser.parseUpdate(text)
        #expect(try QueryParser.parseUpdate(update.sparqlText) == update, "\(update.sparqlText)")
        #expect(update.operations.count == 15)
    }

    @Test func theTextIsLaidOutAsPeopleWriteIt() throws {
        let text = """
            PREFIX ex: <http://example.org/>
            SELECT ?s (COUNT(?o) AS ?n)
            WHERE {
              ?s a ex:C .
              ?s ex:p* ?o .
              OPTIONAL {
                ?s ex:q ?x .
                FILTER (?x > 1 && !BOUND(?o))
              }
              FILTER (?x IN (1, "a\\n", ex:b))
            }
            GROUP BY ?s
            HAVING (COUNT(?o) > 2)
            ORDER BY DESC(COUNT(?o))
            LIMIT 3

            """
        #expect(try QueryParser.parse(text).sparqlText == text)
    }

    /// Patterns side by side, some of which share a blank node with a path: it decides which of them gets braces.
    @Test(arguments: [
        "{ { ?s :p ?x } ?s :p ?o . _:a :q ?o ; :r? _:b . _:b :p1|:p2 1 }",
        "{ { ?s :p ?x } { ?s :p ?o } _:a :q ?o . _:a :r? ?b . { ?b :p ?c } }",
        "{ { _:c :r* ?x . _:c :p ?x } _:a :q ?o . _:a :r? ?b }",
        "{ { _:c :r* ?x . _:c :p ?x } _:a :q ?o . _:a :r? ?b . { _:d :p ?b } OPTIONAL { _:e :p ?s } _:f :p _:g }",
        "{ BIND(1 AS ?x) { _:c :p ?x } { _:d :p ?x } _:e :p ?x . ?x :q+ _:e MINUS { _:f :p 1 . _:f :q* 2 } }",
        "{ ?s :p/:q ?x {} ?s :p/:q? ?y {} ?y :p+/:q ?z {} ?z :q [ :r* 1 ] }",
        "{ ?s :p ?o {| :r? [ :p1|:p2 3 ] |} . { ?s :p ?y } }",
    ])
    func patternsStayApart(_ group: String) throws {
        let query = try QueryParser.parse("PREFIX : <http://example.org/> SELECT * \(group)")
        let written = query.sparqlText
        #expect(try QueryParser.parse(written) == query, "\(written)")
    }

    @Test func algebraWithoutAProjectionBecomesASubquery() throws {
        let triples = Algebra.bgp([
            TriplePattern(.variable(Variable("s")), .variable(Variable("p")), .term(.literal(Literal("x"))))
        ])
        let query = Query(
            form: .select([Variable("s")]), algebra: .project(.join(.distinct(triples), triples), [Variable("s")]))
        let again = try QueryParser.parse(query.sparqlText)
        #expect(
            again.algebra
                == .project(
                    .join(.toMultiset(.distinct(.project(triples, [Variable("s"), Variable("p")]))), triples),
                    [Variable("s")]))
    }
}
