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
