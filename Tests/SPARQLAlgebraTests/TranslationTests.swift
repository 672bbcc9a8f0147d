import RDFModel
import SPARQLAlgebra
import Testing

/// Texts and the trees they mean, as §18.2 of the specification translates them.
@Suite struct TranslationTests {
    private func tree(_ text: String) throws -> String {
        var options = QueryParser.Options(allowBarePattern: true)
        options.predeclaredPrefixes = ["": IRI(unchecked: "http://example.org/")]
        return try QueryParser.parse(text, options: options).algebra.tree(prefixes: options.predeclaredPrefixes)
    }

    /// The pattern under the projection.
    private func pattern(_ text: String) throws -> String {
        try tree(text).split(separator: "\n").dropFirst().map { String($0.dropFirst(2)) }.joined(separator: "\n")
            .dropLast().description
    }

    // The examples of §18.2.3.

    @Test func theEmptyGroupIsTheUnit() throws { #expect(try pattern("SELECT * {}") == "(unit)") }

    @Test func adjacentTriplesAreOneBasicGraphPattern() throws {
        let expected = """
            (bgp
              (triple ?s :p1 ?v1)
              (triple ?s :p2 ?v2))
            """
        #expect(try pattern("SELECT * { ?s :p1 ?v1 ; :p2 ?v2 }") == expected)
    }

    @Test func aFilterDoesNotPartTriplesAndAppliesToTheWholeGroup() throws {
        let expected = """
            (filter (&& (< ?v1 3) (> ?v2 4))
              (bgp
                (triple ?s :p1 ?v1)
                (triple ?s :p2 ?v2)))
            """
        #expect(try pattern("SELECT * { ?s :p1 ?v1 FILTER (?v1 < 3) ?s :p2 ?v2 FILTER(?v2>4) }") == expected)
    }

    @Test func theFilterOfAnOptionalIsItsCondition() throws {
        let expected = """
            (leftjoin (< ?v1 3)
              (bgp
                (triple ?s :p1 ?v1))
              (bgp
                (triple ?s :p2 ?v2)))
            """
        #expect(try pattern("SELECT * { ?s :p1 ?v1 OPTIONAL { ?s :p2 ?v2 FILTER (?v1<3) } }") == expected)
    }

    @Test func theFilterOfAGroupInAnOptionalIsNotItsCondition() throws {
        let expected = """
            (leftjoin
              (bgp
                (triple ?s :p1 ?v1))
              (filter (< ?v1 3)
                (bgp
                  (triple ?s :p2 ?v2))))
            """
        #expect(try pattern("SELECT * { ?s :p1 ?v1 OPTIONAL { { ?s :p2 ?v2 FILTER (?v1<3) } } }") == expected)
    }

    @Test func bindEndsTheBasicGraphPattern() throws {
        let expected = """
            (join
              (extend ?v3 (* 2 ?v1)
                (bgp
                  (triple ?s :p1 ?v1)))
              (bgp
                (triple ?s :p2 ?v3)))
            """
        #expect(try pattern("SELECT * { ?s :p1 ?v1 BIND (2*?v1 AS ?v3) ?s :p2 ?v3 }") == expected)
    }

    @Test func minusTakesTheGroup() throws {
        let expected = """
            (minus
              (bgp
                (triple ?s :p ?v))
              (bgp
                (triple ?s :p ?v2)))
            """
        #expect(try pattern("SELECT * { ?s :p ?v . MINUS { ?s :p ?v2 } }") == expected)
    }

    @Test func chainsOfUnionsAreBalanced() throws {
        let query = try QueryParser.parse("SELECT * { {} UNION { ?a ?b 1 } UNION { ?a ?b 2 } UNION { ?a ?b 3 } }")
        guard case .project(.union(let left, let right), _) = query.algebra else {
            Issue.record("\(query.algebra)")
            return
        }
        #expect(left.unionBranches.count == 2)
        #expect(right.unionBranches.count == 2)
        #expect(query.algebra.children[0].unionBranches.first == .unit)
    }

    @Test func pathsThatTriplesCanSayAreTriples() throws {
        let expected = """
            (bgp
              (triple ?s :p _:b0)
              (triple ?o :q _:b0))
            """
        #expect(try pattern("SELECT * { ?s :p/^:q ?o }") == expected)
        #expect(
            try pattern("SELECT * { ?s ^(:p*|!(^:q|a)) ?o }")
                == "(path ?o (:p*|!(a|^:q)) ?s)".replacing("(:p*|!(a|^:q))", with: ":p*|!(a|^:q)"))
    }

    @Test func blankNodesAreVariablesThatNobodySees() throws {
        let query = try QueryParser.parse("SELECT * { _:b0 <urn:p> [ <urn:q> (1) ] . ?x <urn:r> [] }")
        #expect(query.form == .select([Variable("x")]))
        let text = query.algebra.description
        // The anonymous ones take no label of the text.
        #expect(text.contains("(triple _:_b0 <urn:q> _:_b1)"))
        #expect(text.contains("(triple _:b0 <urn:p> _:_b0)"))
    }

    @Test func aggregatesAreExtracted() throws {
        let expected = """
            (project (?s ?n ?m)
              (filter (> ?n 1)
                (extend ?m (+ ?.1 ?.2)
                  (extend ?n ?.1
                    (group (?s ?.0) (?.1 (count distinct ?o)) (?.2 (max ?o))
                      (extend ?.0 (str ?o)
                        (bgp
                          (triple ?s :p ?o))))))))
            """
        let text = """
            SELECT ?s (COUNT(DISTINCT ?o) AS ?n) (COUNT(DISTINCT ?o) + MAX(?o) AS ?m) { ?s :p ?o }
            GROUP BY ?s STR(?o) HAVING(?n > 1)
            """
        #expect(try tree(text) == expected)
    }

    @Test func havingStandsBelowTheAssignmentsThatItDoesNotName() throws {
        let expected = """
            (project (?n)
              (extend ?n ?.0
                (filter (> ?.1 1)
                  (group () (?.0 (count *)) (?.1 (sample ?o))
                    (bgp
                      (triple ?s :p ?o))))))
            """
        #expect(try tree("SELECT (COUNT(*) AS ?n) { ?s :p ?o } HAVING(?o > 1)") == expected)
    }

    @Test func modifiersStandInTheirOrder() throws {
        let expected = """
            (slice 3 10
              (distinct
                (project (?a)
                  (order (desc ?a) (str ?b)
                    (join
                      (bgp
                        (triple ?a :p ?b))
                      (table (vars ?b)
                        (row 1)
                        (row UNDEF)))))))
            """
        let text = "SELECT DISTINCT ?a { ?a :p ?b } ORDER BY DESC(?a) STR(?b) OFFSET 3 LIMIT 10 VALUES ?b { 1 UNDEF }"
        #expect(try tree(text) == expected)
    }

    @Test func aSubqueryShowsWhatItProjects() throws {
        let query = try QueryParser.parse("SELECT * { ?x ?p 1 { SELECT (1 AS ?y) ?z { ?z ?q ?w } } }")
        #expect(query.form == .select(["x", "p", "y", "z"].map { Variable($0) }))
    }

    @Test func aNumberWithItsSignIsAnOperand() throws {
        #expect(try pattern("SELECT * { FILTER(?x -1*2 = 3+4) }") == "(filter (= (- ?x (* 1 2)) (+ 3 4))\n  (unit))")
    }

    @Test func annotationsReifyTheirTriple() throws {
        let expected = """
            (bgp
              (triple ?s :p ?o)
              (triple :r <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( ?s :p ?o )>>)
              (triple :r :q 1)
              (triple _:b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( ?s :p ?o )>>)
              (triple _:b0 :q 2))
            """
        #expect(try pattern("SELECT * { ?s :p ?o ~ :r {| :q 1 |} {| :q 2 |} }") == expected)
    }

    @Test func aBarePatternIsTheInsideOfSelectStar() throws {
        let plain = try tree("SELECT * WHERE { ?s :p ?o FILTER(?o > 1) } ORDER BY ?o LIMIT 3")
        #expect(try tree("# a comment\n ?s :p ?o FILTER(?o > 1) ORDER BY ?o LIMIT 3") == plain)
    }

    @Test func aBarePatternIsRefusedUnlessAskedFor() {
        #expect(throws: SPARQLSyntaxError.self) { try QueryParser.parse("?s ?p ?o") }
    }

    @Test func declaredPrefixesComeBeforeThePredeclared() throws {
        let options = QueryParser.Options(predeclaredPrefixes: CommonPrefixes.map, allowBarePattern: true)
        let plain = try QueryParser.parse("?c skos:prefLabel ?n", options: options)
        #expect(plain.algebra.description.contains("<http://www.w3.org/2004/02/skos/core#prefLabel>"))
        let other = try QueryParser.parse("PREFIX skos: <urn:x:> SELECT * { ?c skos:prefLabel ?n }", options: options)
        #expect(other.algebra.description.contains("<urn:x:prefLabel>"))
    }

    @Test func withFillsTheTemplatesAndIsOverruledByUsing() throws {
        let text = "WITH <urn:g> DELETE { ?s ?p 1 GRAPH <urn:h> { ?s ?p 2 } } USING <urn:u> WHERE { ?s ?p 3 }"
        guard case .modify(let change) = try QueryParser.parseUpdate(text).operations.first else {
            Issue.record("no modification")
            return
        }
        #expect(change.with == nil)
        #expect(change.using == DatasetClause(defaultGraphs: [IRI(unchecked: "urn:u")]))
        #expect(change.delete.map(\.graph) == [.iri(IRI(unchecked: "urn:g")), .iri(IRI(unchecked: "urn:h"))])
    }
}
