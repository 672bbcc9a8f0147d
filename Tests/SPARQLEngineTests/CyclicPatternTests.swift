import RDFModel
import SPARQLAlgebra
import TestSupport
import Testing

@testable import SPARQLEngine

/// Patterns that close cycles over a graph with hubs, counted by trying every combination.
@Suite struct CyclicPatternTests {
    private struct Edge: Hashable {
        let from: Int
        let to: Int
    }

    private static let count = 30
    private static let edges: Set<Edge> = {
        var generator = SeededGenerator(seed: 11)
        var edges: Set<Edge> = []
        // Products of two numbers are more often small: some nodes have many edges.
        while edges.count < 260 {
            func node() -> Int {
                Int.random(in: 0..<count, using: &generator) * Int.random(in: 0..<count, using: &generator) / count
            }
            edges.insert(Edge(from: node(), to: node()))
        }
        return edges
    }()
    private static let data = edges.map { ":n\($0.from) :e :n\($0.to) .\n" }.sorted().joined() + ":n1 :mark :n2 ."

    private func has(_ from: Int, _ to: Int) -> Bool { Self.edges.contains(Edge(from: from, to: to)) }

    private func count(_ pattern: String) throws -> Int {
        let rows = try Fixture(Self.data).rows("SELECT (COUNT(*) AS ?n) { \(pattern) }")
        return Int(rows.joined()) ?? -1
    }

    @Test func trianglesAreCounted() throws {
        var expected = (cyclic: 0, transitive: 0)
        for edge in Self.edges {
            for third in 0..<Self.count where has(edge.to, third) {
                if has(third, edge.from) { expected.cyclic += 1 }
                if has(edge.from, third) { expected.transitive += 1 }
            }
        }
        #expect(try count("?a :e ?b . ?b :e ?c . ?c :e ?a") == expected.cyclic)
        #expect(try count("?a :e ?b . ?b :e ?c . ?a :e ?c") == expected.transitive)
        #expect(try count("?a :e ?b OPTIONAL { ?b :e ?c . ?a :e ?c } FILTER(BOUND(?c))") == expected.transitive)
        #expect(try count("?a ?p ?b . ?b ?p ?c . ?a ?p ?c FILTER(?p = :e)") == expected.transitive)
    }

    @Test func squaresAndDiamondsAreCounted() throws {
        var expected = (squares: 0, diamonds: 0)
        for first in Self.edges {
            for second in Self.edges {
                if has(first.to, second.from), has(second.to, first.from) { expected.squares += 1 }
                if has(first.from, second.from), has(first.to, second.to) { expected.diamonds += 1 }
            }
        }
        #expect(try count("?a :e ?b . ?b :e ?c . ?c :e ?d . ?d :e ?a") == expected.squares)
        #expect(try count("?a :e ?b . ?a :e ?c . ?b :e ?d . ?c :e ?d") == expected.diamonds)
    }

    @Test func cyclesInConditionsAreFound() throws {
        let closed = Set(
            Self.edges.filter { edge in
                (0..<Self.count).contains { has(edge.to, $0) && has(edge.from, $0) }
            })
        #expect(try count("?a :e ?b FILTER EXISTS { ?b :e ?c . ?a :e ?c }") == closed.count)
        #expect(try count("?a :e ?b FILTER NOT EXISTS { ?b :e ?c . ?a :e ?c }") == Self.edges.count - closed.count)
        let distinct = try Fixture(Self.data).rows("SELECT DISTINCT ?a ?b { ?a :e ?b . ?b :e ?c . ?a :e ?c }")
        #expect(distinct.count == closed.count)
    }

    @Test func aPlanSaysThatItIntersects() throws {
        let query = try QueryParser.parse(Fixture.prefixes + "SELECT * { ?a :e ?b . ?b :e ?c . ?a :e ?c }")
        #expect(try QueryEngine(Fixture(Self.data).snapshot).explainPlan(query).contains("intersect"))
    }
}
