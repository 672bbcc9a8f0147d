import Dispatch
import RDFModel
import Synchronization
import Testing
import TripleStore

@Suite struct SnapshotTests {
    private func quad(_ subject: Int, _ object: Int, in graph: GraphName = .defaultGraph) -> Quad {
        Quad(
            Triple(
                .iri(IRI(unchecked: "urn:s\(subject)")), IRI(unchecked: "urn:p"),
                .literal(Literal(String(object), datatype: XSD.integer))),
            in: graph)
    }

    /// Each commit exchanges all statements for others that agree with one another: a reader that saw half of one
    /// would see them disagree.
    @Test func readersSeeAllOfACommitOrNothingOfIt() throws {
        let store = TripleStore()
        let rounds = 60
        try store.write { transaction in for subject in 0..<20 { try transaction.insert(quad(subject, 0)) } }
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: 3) { worker in
            if worker == 0 {
                for round in 1...rounds {
                    do {
                        try store.write { transaction in
                            transaction.clear(.defaultGraph)
                            for subject in 0..<20 { try transaction.insert(quad(subject, round)) }
                        }
                    } catch {
                        failures.add("\(error)")
                    }
                }
                return
            }
            var last = 0
            while last < rounds {
                let quads = store.snapshot.quads()
                let values = Set(quads.map(\.object))
                guard quads.count == 20, values.count == 1, case .literal(let literal)? = values.first,
                    let round = Int(literal.lexicalForm), round >= last
                else {
                    failures.add("\(quads.count) statements of \(values.count) values")
                    return
                }
                last = round
            }
        }
        #expect(failures.all == [])
    }

    @Test func aTransactionThatThrowsLeavesNothing() throws {
        struct Refusal: Error {}
        let store = TripleStore()
        #expect(throws: Refusal.self) {
            try store.write { transaction in
                try transaction.insert(quad(1, 1))
                throw Refusal()
            }
        }
        #expect(store.snapshot.quads() == [])
    }

    @Test func whatDoesNotChangeKeepsItsSnapshot() throws {
        let store = TripleStore()
        try store.write { try $0.insert(quad(1, 1)) }
        let before = store.snapshot
        try store.write { _ in }
        #expect(store.snapshot === before)
    }

    @Test func aDatasetIsChosenFromGraphs() throws {
        let (first, second) = (
            GraphName.iri(IRI(unchecked: "urn:g1")), GraphName.blankNode(BlankNode("g2"))
        )
        var loader = BulkLoader()
        try loader.insert([
            quad(1, 1), quad(2, 2, in: first), quad(1, 1, in: first), quad(3, 3, in: second), quad(2, 2, in: second),
        ])
        let snapshot = try loader.finish()
        let ids = try [first, second].compactMap(\.term).map { try #require(snapshot.dictionary.id(of: $0)) }
        let merged = snapshot.dataset(defaultGraphs: ids, namedGraphs: [])
        #expect(Set(merged.quads()) == [quad(1, 1), quad(2, 2), quad(3, 3)])
        let union = snapshot.unionDefaultGraph()
        #expect(union.tripleCount == 3)
        #expect(union.namedQuadCount == 4)
        let some = snapshot.dataset(defaultGraphs: [.undefined], namedGraphs: [ids[0]])
        #expect(Set(some.quads()) == [quad(1, 1), quad(2, 2, in: first), quad(1, 1, in: first)])
        #expect(snapshot.dataset(defaultGraphs: [], namedGraphs: nil).tripleCount == 0)
    }

    @Test func aDocumentInsertedTwiceHasNodesOfItsOwnEachTime() throws {
        let store = TripleStore()
        let node = Term.blankNode(BlankNode("n"))
        let document = [
            Quad(Triple(node, IRI(unchecked: "urn:p"), .literal(Literal("1")))),
            Quad(Triple(node, IRI(unchecked: "urn:q"), node)),
        ]
        for _ in 0..<2 { try store.write { try $0.insertDocument(document, into: .iri(IRI(unchecked: "urn:g"))) } }
        let quads = store.snapshot.quads()
        #expect(quads.count == 4)
        #expect(Set(quads.map(\.subject)).count == 2)
        // What was read can be deleted as it was read.
        try store.write { transaction in for quad in quads { transaction.delete(quad) } }
        #expect(store.snapshot.quads() == [])
        #expect(store.snapshot.graphs == [])
    }
}

private final class Failures: Sendable {
    private let messages = Mutex<[String]>([])
    var all: [String] { messages.withLock { $0 } }
    func add(_ message: String) { messages.withLock { $0.append(message) } }
}
