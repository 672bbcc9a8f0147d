import Testing

@testable import SPARQLEngine

/// Tests of a text that STR or LCASE make answer for terms of the store as they do for terms that a query makes.
@Suite struct FusedFunctionTests {
    private static let data = """
        :a :v "Été"@fr . :b :v "été" . :c :v 1.50 . :d :v :Ete . :e :v [] . :f :v "x"^^:t . :g :v "ΑΒΓ" .
        """

    @Test(arguments: [
        ("STRSTARTS(STR(?v), \"É\")", [":a"]), ("STRSTARTS(STR(?v), \"http\")", [":d"]),
        ("STRSTARTS(STR(?v), \"\")", [":a", ":b", ":c", ":d", ":f", ":g"]), ("STRENDS(STR(?v), \"té\")", [":a", ":b"]),
        ("STRENDS(STR(?v), \"a longer text than any\")", []), ("CONTAINS(STR(?v), \".5\")", [":c"]),
        ("CONTAINS(STR(?v), \"x\")", [":d", ":f"]), ("CONTAINS(STR(?v), \"x\"@en)", []),
        ("CONTAINS(LCASE(STR(?v)), \"été\")", [":a", ":b"]), ("CONTAINS(LCASE(STR(?v)), \"ete\")", [":d"]),
        ("CONTAINS(LCASE(?v), \"été\")", [":a", ":b"]), ("CONTAINS(LCASE(STR(?v)), \"βγ\")", [":g"]),
        ("CONTAINS(LCASE(?v), \"x\")", []),
    ])
    func storedTermsAreTestedInPlace(_ condition: String, _ expected: [String]) throws {
        #expect(try Fixture(Self.data).sorted("SELECT ?s { ?s :v ?v FILTER(\(condition)) }") == expected)
        // The same of terms that the store does not hold.
        let made = "BIND(IF(isIRI(?v), IRI(STR(?v)), IF(isLiteral(?v), STRDT(STR(?v), :t), ?v)) AS ?w)"
        let query = "SELECT ?s { ?s :v ?v \(made) FILTER(\(condition.replacing("?v", with: "?w"))) }"
        let isTextOnly = !condition.contains("STR(?v)")
        #expect(try Fixture(Self.data).sorted(query) == (isTextOnly ? [] : expected))
    }
}
