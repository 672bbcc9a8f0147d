import RDFModel
import SPARQLAlgebra
import SPARQLEngine
import Testing
import TripleStore

/// Updates that ask for too much, and updates while others read.
@Suite struct UpdateLimitTests {
    private static let numbers = (0..<2000).map { ":s\($0) :p \($0) .\n" }.joined()
    private static let explosion = "INSERT { ?a :q ?y } WHERE { ?a :p ?x . ?b :p ?y . ?c :p ?z }"

    private func execute(_ text: String, _ store: TripleStore, _ limits: QueryLimits) throws {
        let options = UpdateOptions(query: QueryOptions(limits: limits))
        try UpdateEngine(store).execute(QueryParser.parseUpdate(Fixture.prefixes + text), options: options)
    }

    @Test(arguments: [explosion, "DELETE { ?a :p ?x } " + explosion])
    func timeIsLimited(_ text: String) throws {
        let store = TripleStore(try Fixture(Self.numbers).snapshot)
        let before = store.snapshot
        #expect(throws: QueryEvaluationError.timeLimit) {
            try execute(text, store, QueryLimits(timeout: .milliseconds(50)))
        }
        #expect(store.snapshot === before)
    }

    @Test(arguments: [explosion, "DELETE { ?a :p ?x } " + explosion])
    func memoryIsLimited(_ text: String) throws {
        let store = TripleStore(try Fixture(Self.numbers).snapshot)
        let before = store.snapshot
        #expect(throws: QueryEvaluationError.memoryLimit(1 << 20)) {
            try execute(text, store, QueryLimits(memory: 1 << 20))
        }
        #expect(store.snapshot === before)
    }

    @Test func theTimeIsThatOfTheWholeRequest() throws {
        let store = TripleStore(try Fixture(Self.numbers).snapshot)
        let one = "INSERT { ?a :q 1 } WHERE { { SELECT ?a { ?a :p ?x . ?b :p ?y FILTER(?x + ?y = -1) } } }"
        let text = Array(repeating: one, count: 10_000).joined(separator: " ;\n")
        #expect(throws: QueryEvaluationError.timeLimit) {
            try execute(text, store, QueryLimits(timeout: .milliseconds(300)))
        }
    }

    @Test func rowsAreLimited() throws {
        let store = TripleStore(try Fixture(Self.numbers).snapshot)
        #expect(throws: QueryEvaluationError.rowLimit(100)) {
            try execute("DELETE WHERE { ?s :p ?o }", store, QueryLimits(rows: 100))
        }
    }

    @Test func cancellationStops() throws {
        let cancellation = QueryCancellation()
        cancellation.cancel()
        let store = TripleStore()
        #expect(throws: QueryEvaluationError.cancelled) {
            try UpdateEngine(store).execute(
                QueryParser.parseUpdate("INSERT DATA { <urn:a> <urn:b> 1 }"),
                options: UpdateOptions(query: QueryOptions(cancellation: cancellation)))
        }
        #expect(store.snapshot.tripleCount == 0)
    }

    @Test func manyStatementsAndManyOperationsAreDone() throws {
        let store = TripleStore()
        let triples = (0..<100_000).map { ":s\($0) :p \($0)" }.joined(separator: " .\n")
        try execute("INSERT DATA { \(triples) }", store, QueryLimits())
        #expect(store.snapshot.tripleCount == 100_000)
        let operations = (0..<20_000).map { "DELETE DATA { :s\($0) :p \($0) }" }.joined(separator: " ; ")
        try execute(operations, store, QueryLimits())
        #expect(store.snapshot.tripleCount == 80_000)
    }

    @Test func templatesThatNestTooDeepAreRefused() throws {
        var pattern = TermPattern.variable(Variable("o"))
        let predicate = TermPattern.term(.iri(IRI(unchecked: "urn:p")))
        for _ in 0..<10_000 { pattern = .triple(TriplePattern(.variable(Variable("s")), predicate, pattern)) }
        let template = QuadPattern(TriplePattern(.variable(Variable("s")), predicate, pattern))
        let modification = Modification(
            delete: [], insert: [template],
            pattern: .bgp([TriplePattern(.variable(Variable("s")), predicate, .variable(Variable("o")))]))
        let store = TripleStore()
        #expect(throws: StoreError.tooDeep) {
            try UpdateEngine(store).execute(Update(operations: [.modify(modification)]))
        }
    }

    /// Every request moves one statement from the default graph to a named one: a reader that counts both must always
    /// find as many.
    @Test func readersSeeTheOldSnapshotOrTheNewOne() async throws {
        let store = TripleStore(try Fixture((0..<50).map { ":s\($0) :p \($0) .\n" }.joined()).snapshot)
        let end = QueryCancellation()
        let query = try QueryParser.parse(
            Fixture.prefixes + "SELECT (COUNT(*) AS ?n) { { ?s :p ?o } UNION { GRAPH :g { ?s :p ?o } } }")
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<2 {
                group.addTask { try Self.countReads(of: store, query, until: end) }
            }
            for number in 0..<50 {
                try execute(
                    "DELETE { ?s :p ?o } INSERT { GRAPH :g { ?s :p ?o } } WHERE { ?s :p ?o FILTER(?o = \(number)) }",
                    store, QueryLimits())
            }
            end.cancel()
            for try await reads in group { #expect(reads > 0) }
        }
        #expect(store.snapshot.tripleCount == 0 && store.snapshot.namedQuadCount == 50)
    }

    private static func countReads(of store: TripleStore, _ query: Query, until end: QueryCancellation) throws -> Int {
        var reads = 0
        repeat {
            guard case .solutions(let solutions) = try QueryEngine(store.snapshot).execute(query) else { break }
            #expect(try solutions.rows() == [[.literal(Literal("50", datatype: XSD.integer))]])
            reads += 1
        } while !end.isCancelled
        return reads
    }
}
