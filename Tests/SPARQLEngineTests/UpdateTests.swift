import RDFModel
import SPARQLAlgebra
import SPARQLEngine
import Testing
import TripleStore

/// What updates do to a small dataset, seen by the statements that are there afterwards.
@Suite struct UpdateTests {
    private static let data = ":a :p 1 . :b :p 2 . _:n :p 3 . :g { :x :q :y } :h { :z :q :y }"

    /// Updates, and what is there after them: the default graph, then named graphs; `[]` is a blank node.
    static let updates: [(String, [String])] = [
        ("INSERT DATA { :c :p 4 . GRAPH :g { :x :q :z } }", ["+ :c :p 4", "+ :x :q :z :g"]),
        ("INSERT DATA { :a :p 1 }", []),
        ("INSERT DATA { _:n :p 3 . _:n :p 4 }", ["+ [] :p 3", "+ [] :p 4"]),
        ("DELETE DATA { :a :p 1 . :a :p 9 . GRAPH :g { :x :q :y } }", ["- :a :p 1", "- :x :q :y :g"]),
        ("DELETE WHERE { ?s :p ?o }", ["- :a :p 1", "- :b :p 2", "- [] :p 3"]),
        ("DELETE WHERE { GRAPH ?g { ?s :q :y } }", ["- :x :q :y :g", "- :z :q :y :h"]),
        (
            "DELETE { ?s :p ?o } INSERT { ?s :r ?o } WHERE { ?s :p ?o FILTER(?o > 1) }",
            ["- :b :p 2", "- [] :p 3", "+ :b :r 2", "+ [] :r 3"]
        ),
        // All deletions come before all insertions.
        (
            "DELETE { ?s :p ?o } INSERT { ?s :p 1 } WHERE { ?s :p ?o }",
            ["- :b :p 2", "- [] :p 3", "+ :b :p 1", "+ [] :p 1"]
        ),
        ("INSERT { ?s :knows [] } WHERE { VALUES ?s { :a :b } }", ["+ :a :knows []", "+ :b :knows []"]),
        ("INSERT { :c :p 5 } WHERE { ?x ?y ?z . ?u ?v ?w }", ["+ :c :p 5"]),
        // Statements that RDF does not have, and those without a value, are passed over.
        ("INSERT { ?o :r ?s . ?s ?o :c . ?s :r ?none . ?s :t 1 } WHERE { ?s :p ?o FILTER(?o = 1) }", ["+ :a :t 1"]),
        ("WITH :g DELETE { ?s :q ?o } INSERT { ?s :r ?o } WHERE { ?s :q ?o }", ["- :x :q :y :g", "+ :x :r :y :g"]),
        ("WITH :none INSERT { :c :p 5 } WHERE {}", ["+ :c :p 5 :none"]),
        ("WITH :g INSERT { ?s :seen ?t } WHERE { ?s :q ?o . GRAPH :h { ?t :q ?o } }", ["+ :x :seen :z :g"]),
        ("INSERT { ?s :r ?o } USING :g USING :h WHERE { ?s :q ?o }", ["+ :x :r :y", "+ :z :r :y"]),
        ("INSERT { ?s :r ?g } USING NAMED :h WHERE { GRAPH ?g { ?s :q ?o } }", ["+ :z :r :h"]),
        ("INSERT { ?s :name ?n } WHERE { ?s :p 1 BIND(BNODE() AS ?n) }", ["+ :a :name []"]),
        ("INSERT { ?s :name ?n } WHERE { ?s :p 1 BIND(CONCAT(\"é\", STR(2)) AS ?n) }", ["+ :a :name \"é2\""]),
        ("CLEAR DEFAULT", ["- :a :p 1", "- :b :p 2", "- [] :p 3"]),
        ("CLEAR GRAPH :g", ["- :x :q :y :g"]),
        ("CLEAR GRAPH :none ; DROP GRAPH :none ; CREATE GRAPH :none", []),
        ("DROP NAMED", ["- :x :q :y :g", "- :z :q :y :h"]),
        ("ADD :g TO :h", ["+ :x :q :y :h"]),
        ("COPY :g TO :h", ["- :z :q :y :h", "+ :x :q :y :h"]),
        ("MOVE :g TO DEFAULT", ["- :a :p 1", "- :b :p 2", "- [] :p 3", "- :x :q :y :g", "+ :x :q :y"]),
        ("COPY :g TO :g ; MOVE DEFAULT TO DEFAULT", []),
        ("MOVE SILENT :none TO :g ; LOAD SILENT <urn:x> ; CREATE SILENT GRAPH :g", []),
        // Later operations see what earlier ones did.
        (
            "INSERT DATA { :c :p 7 } ; DELETE { ?s :p ?o } INSERT { ?s :r ?o } WHERE { ?s :p ?o FILTER(?o > 3) }",
            ["+ :c :r 7"]
        ),
        ("DROP ALL ; INSERT DATA { :a :p 1 }", ["- :b :p 2", "- [] :p 3", "- :x :q :y :g", "- :z :q :y :h"]),
        ("INSERT DATA { GRAPH :n { :a :p 1 } } ; MOVE :n TO :m ; DELETE DATA { GRAPH :m { :a :p 1 } }", []),
        (
            "INSERT { :c :p <<( ?s :p ?o )>> } WHERE { ?s :p ?o FILTER(?o = 1) }",
            ["+ :c :p <<:a <http://example.org/p> 1>>"]
        ),
    ]

    @Test(arguments: updates) func changes(_ text: String, _ expected: [String]) throws {
        let store = TripleStore(try Fixture(Self.data).snapshot)
        let before = lines(store.snapshot)
        let result = try UpdateEngine(store).execute(QueryParser.parseUpdate(Fixture.prefixes + text))
        let after = lines(store.snapshot)
        var difference: [String] = []
        for change in after.difference(from: before) {
            switch change {
            case .insert(_, let line, _): difference.append("+ " + line)
            case .remove(_, let line, _): difference.append("- " + line)
            }
        }
        #expect(sorted(difference) == sorted(expected))
        #expect(result.changes.inserted == expected.count { $0.hasPrefix("+") })
        #expect(result.changes.deleted == expected.count { $0.hasPrefix("-") })
    }

    @Test func blankNodesAreNewForEachSolutionAndSharedWithinOne() throws {
        let store = TripleStore(try Fixture(":a :p 1 . :b :p 2 .").snapshot)
        try update(store, "INSERT { ?s :has _:n . _:n :value ?o } WHERE { ?s :p ?o }")
        try update(store, "INSERT DATA { _:n :value 9 } ; INSERT DATA { _:m :value 9 }")
        let nodes = try Fixture.rows(store, "SELECT (COUNT(DISTINCT ?n) AS ?c) { ?n :value ?v }")
        #expect(nodes == ["4"])
        #expect(try Fixture.rows(store, "SELECT ?s ?v { ?s :has ?n . ?n :value ?v }").count == 2)
    }

    @Test func anErrorHalfWayChangesNothing() throws {
        let store = TripleStore(try Fixture(Self.data).snapshot)
        let before = store.snapshot
        for end in [
            "LOAD <urn:x>", "CREATE GRAPH :g", "MOVE :none TO :g",
            "INSERT { ?s :r ?x } WHERE { SERVICE <urn:e> { ?s ?p ?x } }",
            "INSERT { ?s :r ?x } WHERE { ?s :p ?o BIND(:unknown(?o) AS ?x) }",
        ] {
            #expect(throws: (any Error).self, "\(end)") {
                try update(store, "INSERT DATA { :new :p 1 } ; \(end) ; CLEAR NAMED ; INSERT DATA { :new :p 2 }")
            }
            #expect(store.snapshot === before)
        }
    }

    @Test func loadAsksTheSourceOfDocuments() throws {
        let store = TripleStore(try Fixture("_:n :p 3 .").snapshot)
        let options = UpdateOptions(documents: OneDocument())
        let text = "LOAD <urn:doc> ; LOAD <urn:doc> INTO GRAPH <urn:g> ; LOAD SILENT <urn:other>"
        try UpdateEngine(store).execute(QueryParser.parseUpdate(text), options: options)
        // Blank nodes of a document are none of another's.
        #expect(
            try Fixture.rows(
                store, "SELECT (COUNT(DISTINCT ?n) AS ?c) { { ?n ?p ?o } UNION { GRAPH ?g { ?n ?p ?o } } }") == ["3"])
        #expect(throws: UpdateError.self) {
            try UpdateEngine(store).execute(QueryParser.parseUpdate("LOAD <urn:other>"), options: options)
        }
    }

    private func update(_ store: TripleStore, _ text: String) throws {
        try UpdateEngine(store).execute(QueryParser.parseUpdate(Fixture.prefixes + text))
    }

    private func lines(_ snapshot: StoreSnapshot) -> [String] {
        sorted(
            snapshot.quads().map { quad in
                ([quad.subject, .iri(quad.predicate), quad.object] + [quad.graph.term].compactMap { $0 })
                    .map { Fixture.text($0) }.joined(separator: " ")
            })
    }

    private func sorted(_ lines: [String]) -> [String] { lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}

/// A source that has one document.
private struct OneDocument: DocumentSource {
    struct Missing: Error {}

    func statements(of document: IRI) throws -> [Quad] {
        guard document.string == "urn:doc" else { throw Missing() }
        let node = Term.blankNode(BlankNode("n"))
        return [Quad(Triple(node, IRI(unchecked: "urn:p"), node))]
    }
}

extension Fixture {
    /// The solutions of a query over a store, as ``rows(_:options:)`` writes them.
    static func rows(_ store: TripleStore, _ text: String) throws -> [String] {
        let result = try QueryEngine(store.snapshot).execute(QueryParser.parse(prefixes + text))
        guard case .solutions(let solutions) = result else { return ["no solutions"] }
        return try solutions.rows().map { $0.map(Self.text).joined(separator: " ") }
    }
}
