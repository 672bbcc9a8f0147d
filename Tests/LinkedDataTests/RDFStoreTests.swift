import Foundation
import LinkedData
import TestSupport
import Testing

struct RDFStoreTests {
    private let turtle = """
        PREFIX : <http://e/>
        :a :name "un"@fr, "one"@en ; :size 1 ; :next :b .
        :b :name "deux"@fr ; :size 2.5 ; :next _:c .
        _:c :size true .
        """

    private func store() async throws -> RDFStore {
        let store = RDFStore()
        #expect(try await store.load(Array(turtle.utf8), format: .turtle) == 8)
        return store
    }

    // MARK: Loading

    @Test func aFileIsReadByItsName() async throws {
        let scratch = try Scratch()
        let path = scratch.url.appending(path: "data.ttl").path
        try turtle.write(toFile: path, atomically: true, encoding: .utf8)
        let store = RDFStore()
        #expect(try await store.load(file: path) == 8)
        #expect(try await store.load(file: path, into: .iri(try IRI("http://e/graph"))) == 8)
        // A document again says the same, but for its blank nodes.
        #expect(try await store.load(file: path) == 2)
        #expect(store.count == 18)
        await #expect(throws: UnknownFormatError.self) { try await store.load(file: "data.txt") }
        await #expect(throws: (any Error).self) { try await store.load(file: path + ".ttl") }
    }

    @Test func aDocumentWithAMistakeChangesNothing() async throws {
        let store = try await store()
        let before = try await store.snapshot.canonicalHash()
        await #expect(throws: (any Error).self) {
            try await store.load(Array("<http://e/x> <http://e/p> 1 .\n<http://e/x> <".utf8), format: .turtle)
        }
        #expect(try await store.snapshot.canonicalHash() == before)
        #expect(store.count == 8)
    }

    @Test func everyFormatComesBackAsItWas() async throws {
        let store = try await store()
        let hash = try await store.snapshot.canonicalHash()
        for format in RDFFormat.allCases where format != .rdfxml {
            let bytes = try await store.snapshot.document(in: format)
            let again = RDFStore()
            try await again.load(bytes, format: format)
            #expect(try await again.snapshot.canonicalHash() == hash, "\(format)")
        }
        await #expect(throws: UnwrittenFormatError.self) { try await store.snapshot.document(in: .rdfxml) }
    }

    // MARK: Queries

    @Test func rowsComeAsSwiftValues() async throws {
        let store = try await store()
        let rows = try await store.select(
            """
            PREFIX : <http://e/>
            SELECT ?s ?n ?next { ?s :size ?n OPTIONAL { ?s :next ?next } } ORDER BY ?n
            """)
        #expect(rows.variables == ["s", "n", "next"])
        let all = try await rows.all()
        #expect(all.map { $0["n", as: Double.self] } == [1, 2.5, nil])
        #expect(all.map { $0["n", as: Bool.self] } == [nil, nil, true])
        #expect(all.map { $0["s", as: IRI.self]?.string } == ["http://e/a", "http://e/b", nil])
        #expect(all.map { $0["next"] == nil } == [false, false, true])
        #expect(all[0]["other"] == nil)
        // Another iteration runs it again.
        #expect(try await rows.all().count == 3)
    }

    @Test func aPatternAloneIsAQuery() async throws {
        let store = try await store()
        let rows = try await store.select("?s <http://e/name> ?name", binding: ["s": .iri(try IRI("http://e/a"))]).all()
        #expect(Set(rows.map { $0["name", as: String.self] }) == ["un", "one"])
    }

    @Test func formsHaveTheirMethods() async throws {
        let store = try await store()
        #expect(try await store.ask("ASK { ?s <http://e/size> 1 }"))
        #expect(try await !store.ask("ASK { ?s <http://e/size> 7 }"))
        #expect(try await store.construct("CONSTRUCT WHERE { ?s <http://e/next> ?o }").count == 2)
        await #expect(throws: QueryFormError.self) { try await store.ask("SELECT * { ?s ?p ?o }") }
        await #expect(throws: QueryFormError.self) { try await store.select("ASK { ?s ?p ?o }") }
        await #expect(throws: QueryFormError.self) { try await store.construct("ASK { ?s ?p ?o }") }
        await #expect(throws: (any Error).self) { try await store.select("SELECT {") }
    }

    @Test(arguments: [
        (AnswerFormat.csv, "n\r\n1\r\n2.5\r\n"),
        (.tsv, "?n\n1\n2.5\n"),
        (
            .json,
            """
            {"head":{"vars":["n"]},"results":{"bindings":[
            {"n":{"type":"literal","value":"1","datatype":"http://www.w3.org/2001/XMLSchema#integer"}},
            {"n":{"type":"literal","value":"2.5","datatype":"http://www.w3.org/2001/XMLSchema#decimal"}}
            ]}}

            """
        ),
    ])
    func anAnswerIsBytes(_ format: AnswerFormat, _ expected: String) async throws {
        let query = "SELECT ?n { ?s <http://e/size> ?n FILTER(isNumeric(?n)) } ORDER BY ?n"
        let bytes = try await store().snapshot.answer(query, as: format).bytes()
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test func aGraphIsAnsweredInTurtle() async throws {
        let snapshot = try await store().snapshot
        let answer = try await snapshot.answer("CONSTRUCT WHERE { ?s <http://e/size> 1 }", as: .turtle).bytes()
        #expect(String(decoding: answer, as: UTF8.self).hasSuffix("<http://e/a> <http://e/size> 1 .\n"))
        await #expect(throws: AnswerFormatError.self) { try await snapshot.answer("ASK {}", as: .turtle) }
        await #expect(throws: AnswerFormatError.self) {
            try await snapshot.answer("CONSTRUCT WHERE { ?s ?p ?o }", as: .csv)
        }
        let yes = try await snapshot.answer("ASK {}", as: .csv).bytes()
        #expect(String(decoding: yes, as: UTF8.self) == "true\r\n")
    }

    /// A long answer comes in pieces, which together are the same as the rows.
    @Test func aLongAnswerComesInPieces() async throws {
        let lines = (0..<20_000).map { "<http://e/\($0)> <http://e/p> \"text \($0)\" .\n" }.joined()
        let store = RDFStore()
        try await store.load(Array(lines.utf8), format: .ntriples)
        var pieces: [Int] = []
        var text: [UInt8] = []
        for try await piece in try await store.snapshot.answer("SELECT ?o { ?s ?p ?o }", as: .csv) {
            pieces.append(piece.count)
            text += piece
        }
        #expect(pieces.count > 2 && pieces.dropLast().allSatisfy { $0 >= 1 << 16 })
        #expect(text.count(where: { $0 == UInt8(ascii: "\n") }) == 20_001)
        #expect(try await store.select("?s ?p ?o").all().count == 20_000)
    }

    // MARK: Changes

    @Test func updatesAreAllOrNothing() async throws {
        let store = try await store()
        let before = store.snapshot
        let changes = try await store.update(
            "DELETE WHERE { ?s <http://e/name> ?n } ; INSERT DATA { <http://e/x> <http://e/p> 1 }")
        #expect(changes == (1, 3))
        #expect(before.count == 8 && store.count == 6)
        let (removed, added) = try await store.snapshot.changes(since: before)
        #expect(removed.count == 3 && added.count == 1)
        await #expect(throws: (any Error).self) {
            try await store.update("DELETE WHERE { ?s ?p ?o } ; LOAD <file:///x>")
        }
        #expect(store.count == 6)
    }

    @Test func readersAndWritersGoOnTogether() async throws {
        let store = try await store()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask { try await store.update("INSERT DATA { <http://e/n\(number)> <http://e/p> \(number) }") }
                group.addTask {
                    let snapshot = store.snapshot
                    let rows = try await snapshot.select("?s ?p ?o").all().count
                    #expect(rows == snapshot.count)
                }
            }
            try await group.waitForAll()
        }
        #expect(store.count == 16)
    }

    // MARK: Ends

    private let endless =
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c < ?f && ?i > ?l) }"

    private func large() async throws -> RDFStore {
        let lines = (0..<300).map { "<http://e/\($0)> <http://e/p> \"\($0)\" .\n" }.joined()
        let store = RDFStore()
        try await store.load(Array(lines.utf8), format: .ntriples)
        return store
    }

    @Test func aQueryEndsAtItsLimit() async throws {
        let rows = try await large().select(endless, limits: QueryLimits(timeout: .milliseconds(50)))
        await #expect(throws: (any Error).self) { try await rows.all() }
    }

    @Test func aQueryEndsWithItsTask() async throws {
        let store = try await large()
        let task = Task { try await store.select(endless).all() }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func anUpdateEndsWithItsTaskAndChangesNothing() async throws {
        let store = try await large()
        // No row is long enough, so that all of the product is looked at and not the first one of it.
        let pattern = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STRLEN(CONCAT(?c, ?f, ?i, ?l)) > 1000)"
        let task = Task { try await store.update("INSERT { <http://e/x> <http://e/y> 1 } WHERE { \(pattern) }") }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(store.count == 300)
    }

    /// Queries that last do not keep Swift's own threads.
    @Test(.timeLimit(.minutes(2))) func tasksGoOnBesideLongQueries() async throws {
        let store = try await large()
        let tasks = (0..<16).map { _ in Task { try await store.select(endless).all() } }
        var count = 0
        for _ in 0..<1000 {
            await Task.yield()
            count += 1
        }
        #expect(count == 1000)
        for task in tasks { task.cancel() }
        for task in tasks { await #expect(throws: CancellationError.self) { try await task.value } }
    }
}
