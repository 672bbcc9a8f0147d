import RDFModel
import SPARQLAlgebra
import Testing

/// Queries written in Swift are the queries that the text says.
@Suite struct SelectQueryTests {
    private enum LYS {
        static let representsCondition = IRI(unchecked: "https://w3id.org/lys/ns#representsCondition")
        static let playsRole = IRI(unchecked: "https://w3id.org/lys/ns#playsRole")
    }

    private enum SKOS {
        static let prefLabel = IRI(unchecked: "http://www.w3.org/2004/02/skos/core#prefLabel")
        static let broader = IRI(unchecked: "http://www.w3.org/2004/02/skos/core#broader")
    }

    private let org = Variable("org"), condition = Variable("condition"), name = Variable("name")

    private func read(_ text: String) throws -> Query {
        let options = QueryParser.Options(predeclaredPrefixes: CommonPrefixes.map)
        return try QueryParser.parse(text, options: options)
    }

    /// The example of the documentation.
    @Test func theExampleOfTheDocumentation() throws {
        let query = try SelectQuery {
            org.has(LYS.representsCondition, condition)
            Optionally { condition.has(SKOS.prefLabel, name) }
            Filter(name.language .== "fr")
        }
        .select(org, name)
        .orderBy(name)
        .limit(10)
        .query
        let text = """
            SELECT ?org ?name {
              ?org lys:representsCondition ?condition
              OPTIONAL { ?condition skos:prefLabel ?name }
              FILTER(LANG(?name) = "fr")
            } ORDER BY ?name LIMIT 10
            """
        #expect(try query == read(text))
    }

    @Test func everyElementHasItsText() throws {
        let graph = Variable("graph"), other = Variable("other"), kind = Variable("kind")
        let query = try SelectQuery {
            org.isA(IRI(unchecked: "urn:C")).and(LYS.playsRole, "a", 1, true).and(kind, other)
            Union {
                org.has(LYS.representsCondition, condition)
                Group {
                    condition.has(SKOS.broader.oneOrMore.or(SKOS.prefLabel.inverse), other)
                    Filter(other .!= condition .& other.isOne(of: "x", 2))
                }
            }
            Minus { org.has(SKOS.prefLabel, name) }
            InGraph(graph) { org.has(SKOS.prefLabel, name) }
            Filter.notExists { org.has(SKOS.broader, org) }
            Bind(name.text.lowercased, as: Variable("small"))
            Values(kind, [.iri(LYS.playsRole), nil])
        }
        .distinct()
        .offset(3)
        .query
        let text = """
            SELECT DISTINCT * {
              ?org a <urn:C> ; lys:playsRole "a", 1, true ; ?kind ?other
              { ?org lys:representsCondition ?condition }
              UNION { ?condition skos:broader+|^skos:prefLabel ?other
                      FILTER(?other != ?condition && ?other IN ("x", 2)) }
              MINUS { ?org skos:prefLabel ?name }
              GRAPH ?graph { ?org skos:prefLabel ?name }
              FILTER NOT EXISTS { ?org skos:broader ?org }
              BIND(LCASE(STR(?name)) AS ?small)
              VALUES ?kind { lys:playsRole UNDEF }
            } OFFSET 3
            """
        #expect(try query == read(text))
    }

    @Test func aggregatesAreExtractedAsFromText() throws {
        let count = Variable("n")
        let query = try SelectQuery { org.has(LYS.representsCondition, condition) }
            .select(org)
            .select(.count(condition, distinct: true), as: count)
            .grouped(by: org)
            .having(count .> 2)
            .orderBy(descending: .count(condition, distinct: true))
            .query
        let text = """
            SELECT ?org (COUNT(DISTINCT ?condition) AS ?n) { ?org lys:representsCondition ?condition }
            GROUP BY ?org HAVING(?n > 2) ORDER BY DESC(COUNT(DISTINCT ?condition))
            """
        #expect(try query == read(text))
    }

    @Test func patternsAreChosenAndRepeatedInSwift() throws {
        let wantsNames = true
        let query = try Query.ask {
            for role in ["a", "b"] { org.has(LYS.playsRole, role) }
            if wantsNames { org.has(SKOS.prefLabel, name) }
        }
        #expect(try query.algebra == read("ASK { ?org lys:playsRole 'a', 'b' ; skos:prefLabel ?name }").algebra)
        let copy = try Query.construct(org.has(SKOS.prefLabel, name)) { org.has(SKOS.broader.inverse, name) }
        #expect(try copy == read("CONSTRUCT { ?org skos:prefLabel ?name } { ?org ^skos:broader ?name }"))
    }

    @Test func whatNoTextMaySayIsAnError() {
        #expect(throws: SPARQLSyntaxError.self) {
            try SelectQuery { org.has(SKOS.prefLabel, name) }.select(name).grouped(by: org).query
        }
        #expect(throws: SPARQLSyntaxError.self) {
            try SelectQuery {
                org.has(SKOS.prefLabel, name)
                Bind(1, as: name)
            }.query
        }
        #expect(throws: SPARQLSyntaxError.self) {
            try SelectQuery { for _ in 0..<100_000 { Optionally { org.has(SKOS.prefLabel, name) } } }.query
        }
    }
}
