import Testing

@testable import SPARQLEngine

/// The different values of one variable of a pattern are read from an index without its other rows.
@Suite struct DistinctScanTests {
    private static let data = """
        :a a :C . :b a :C . :c a :D . :a :p 1 , 2 . :b :p 1 . :c :q :a .
        :g1 { :x :p 1 . :y :p 2 . } :g2 { :x :q 1 . }
        """

    @Test(arguments: [
        ("SELECT DISTINCT ?p { ?s ?p ?o }", [":p", ":q", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"]),
        ("SELECT DISTINCT ?s { ?s ?p ?o }", [":a", ":b", ":c"]),
        ("SELECT DISTINCT ?o { ?s ?p ?o }", [":C", ":D", ":a", "1", "2"]),
        ("SELECT DISTINCT ?c { ?s a ?c }", [":C", ":D"]),
        ("SELECT DISTINCT ?s { ?s :p ?o }", [":a", ":b"]),
        ("SELECT DISTINCT ?p { :a ?p ?o }", [":p", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"]),
        ("SELECT DISTINCT ?p { ?s ?p :C }", ["<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"]),
        ("SELECT DISTINCT ?s { ?s ?p 1 }", [":a", ":b"]),
        ("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", [":g1", ":g2"]),
        ("SELECT DISTINCT ?g { GRAPH ?g { ?s :q ?o } }", [":g2"]),
        ("SELECT DISTINCT ?p { GRAPH ?g { ?s ?p ?o } }", [":p", ":q"]),
        ("SELECT DISTINCT ?s { GRAPH :g1 { ?s ?p ?o } }", [":x", ":y"]),
        (
            "SELECT DISTINCT ?p { ?s ?p ?o FILTER(?p != :q) }",
            [
                ":p", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
            ]
        ),
        ("SELECT DISTINCT ?s { ?s ?p ?s }", []),
        ("SELECT DISTINCT ?s ?x { ?s :p ?o . ?x :q ?s }", [":a :c"]),
        ("SELECT DISTINCT ?s { { ?s :p ?o } UNION { ?s :q ?o } }", [":a", ":b", ":c"]),
        ("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }", ["3"]),
        ("SELECT (COUNT(?p) AS ?n) { ?s ?p ?o }", ["7"]),
        ("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }", ["2"]),
        ("SELECT ?s { { SELECT DISTINCT ?s { ?s ?p ?o } } ?s :q ?x }", [":c"]),
        ("SELECT ?c { :a :p 1 FILTER EXISTS { SELECT DISTINCT ?c { ?s a ?c } } }", ["-"]),
    ])
    func valuesComeOnce(_ query: String, _ expected: [String]) throws {
        let rows = try Fixture(Self.data).sorted(query)
        #expect(rows == expected.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    /// More values than one batch holds, with gaps between their numbers.
    @Test func allValuesCome() throws {
        let data = (0..<5000).map { ":s\($0) :p \($0 % 3000) , :o\($0 % 10) .\n" }.joined()
        let fixture = try Fixture(data)
        #expect(try fixture.rows("SELECT DISTINCT ?s { ?s ?p ?o }").count == 5000)
        #expect(try fixture.rows("SELECT DISTINCT ?o { ?s ?p ?o }").count == 3010)
        #expect(try fixture.rows("SELECT DISTINCT ?o { ?s :p ?o }").count == 3010)
        #expect(try fixture.rows("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }") == ["5000"])
    }
}
