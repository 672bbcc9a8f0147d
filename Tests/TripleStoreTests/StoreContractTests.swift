import RDFModel
import Testing
import TripleStore

/// Random transactions on a store and on a plain set, which must agree about every pattern after each of them.
@Suite struct StoreContractTests {
    @Test(arguments: 0..<8) func aStoreAgreesWithASet(seed: Int) throws {
        var model = QuadModel(seed: UInt64(seed))
        let store = TripleStore()
        for round in 0..<8 {
            if round % 4 == 3 {
                try bulkLoad(into: store, &model)
            } else {
                try store.write { transaction in try change(&transaction, &model) }
            }
            try check(store.snapshot, &model)
        }
    }

    private func bulkLoad(into store: TripleStore, _ model: inout QuadModel) throws {
        var loader = BulkLoader(adding: store.snapshot)
        for _ in 0..<30 {
            // Blank nodes of another document would be other nodes.
            let quad = model.quad()
            guard !mentionsBlankNode(quad) else { continue }
            try loader.insert([quad, quad])
            model.quads.insert(quad)
        }
        store.replace(with: try loader.finish())
    }

    private func mentionsBlankNode(_ quad: Quad) -> Bool {
        quad.renamingBlankNodes { BlankNode($0.label + "x") } != quad
    }

    private func change(_ transaction: inout WriteTransaction, _ model: inout QuadModel) throws {
        for _ in 0..<40 {
            switch model.random.next(10) {
            case 0...5:
                let quad = model.quad()
                try transaction.insert(quad)
                model.quads.insert(quad)
            case 6...8:
                let quad = model.quads.sorted().randomElement(&model.random) ?? model.quad()
                transaction.delete(quad)
                model.quads.remove(quad)
            default:
                guard model.random.next(4) == 0 else { continue }
                try clear(&transaction, &model)
            }
            if model.random.next(20) == 0 { try check(transaction.snapshot(), &model) }
        }
    }

    private func clear(_ transaction: inout WriteTransaction, _ model: inout QuadModel) throws {
        switch model.random.next(3) {
        case 0:
            transaction.clear(.defaultGraph)
            model.quads = model.quads.filter { $0.graph != .defaultGraph }
        case 1:
            transaction.clear(.anyNamed)
            model.quads = model.quads.filter { $0.graph == .defaultGraph }
        default:
            let graph = model.graph()
            guard let name = graph.term else { return }
            transaction.clear(.named(try transaction.id(of: name)))
            model.quads = model.quads.filter { $0.graph != graph }
        }
    }

    private func check(_ snapshot: StoreSnapshot, _ model: inout QuadModel) throws {
        #expect(Set(snapshot.quads()) == model.quads)
        #expect(snapshot.quads().count == model.quads.count)
        #expect(Set(snapshot.graphs.map(snapshot.dictionary.term)) == Set(model.quads.compactMap(\.graph.term)))
        for _ in 0..<10 {
            let quad = model.random.next(2) == 0 ? model.quads.sorted().randomElement(&model.random) : nil
            try check(snapshot, pattern: quad ?? model.quad(), &model)
        }
        checkStatistics(snapshot, model)
    }

    private func check(_ snapshot: StoreSnapshot, pattern quad: Quad, _ model: inout QuadModel) throws {
        #expect(snapshot.contains(quad) == model.quads.contains(quad))
        let dictionary = snapshot.dictionary
        var pattern = IDPattern()
        var (subject, predicate, object) = (Term?.none, IRI?.none, Term?.none)
        if model.random.next(2) == 0, let id = dictionary.id(of: quad.subject) {
            (pattern.subject, subject) = (id, quad.subject)
        }
        if model.random.next(2) == 0, let id = dictionary.id(of: .iri(quad.predicate)) {
            (pattern.predicate, predicate) = (id, quad.predicate)
        }
        if model.random.next(2) == 0, let id = dictionary.id(of: quad.object) {
            (pattern.object, object) = (id, quad.object)
        }
        for first in [nil, QuadPosition.subject, .predicate, .object] {
            let inDefault = snapshot.run(matching: pattern, sortedBy: first)
            check(inDefault, snapshot, model.matches(subject, predicate, object) { $0 == .defaultGraph }, .defaultGraph)
            let anywhere = snapshot.run(matching: pattern, in: .anyNamed, sortedBy: first)
            check(anywhere, snapshot, model.matches(subject, predicate, object) { $0 != .defaultGraph }, nil)
            guard let name = quad.graph.term, let graph = dictionary.id(of: name) else { continue }
            let inGraph = snapshot.run(matching: pattern, in: .named(graph), sortedBy: first)
            check(inGraph, snapshot, model.matches(subject, predicate, object) { $0 == quad.graph }, quad.graph)
        }
    }

    private func check(_ run: IDRun, _ snapshot: StoreSnapshot, _ expected: Set<Quad>, _ graph: GraphName?) {
        let found = quads(of: run, snapshot, in: graph)
        #expect(found.count == expected.count)
        #expect(Set(found) == expected)
        let order = run.sortOrder
        let rows = (0..<run.count).map { row in order.map { run.id($0, row: row) } }
        for (row, next) in zip(rows, rows.dropFirst()) { #expect(row.lexicographicallyPrecedes(next)) }
        for position in QuadPosition.allCases {
            var copied: [TermID] = []
            let some = run.count / 3..<run.count
            run.copy(position, rows: some, into: &copied)
            #expect(copied == some.map { run.id(position, row: $0) })
            guard run.hasColumn(position) else { continue }
            let column = run.withColumn(position) { span in span.indices.map { span[$0] } }
            #expect(column == (0..<run.count).map { run.id(position, row: $0) })
        }
        guard let first = order.first, run.hasColumn(first) else { return }
        for row in rows {
            let all = run.rows(of: row[0], in: first)
            #expect(all == bounds(rows.map { $0[0] }, row[0]))
        }
    }

    private func checkStatistics(_ snapshot: StoreSnapshot, _ model: QuadModel) {
        let triples = model.quads.filter { $0.graph == .defaultGraph }
        #expect(snapshot.statistics.triples == triples.count)
        #expect(snapshot.statistics.distinctSubjects == Set(triples.map(\.subject)).count)
        #expect(snapshot.statistics.distinctObjects == Set(triples.map(\.object)).count)
        for (predicate, some) in Dictionary(grouping: triples, by: \.predicate) {
            guard let id = snapshot.dictionary.id(of: .iri(predicate)) else {
                Issue.record("\(predicate) has no id")
                continue
            }
            let known = snapshot.statistics.predicate(id)
            #expect(known.triples == some.count)
            #expect(known.distinctSubjects == Set(some.map(\.subject)).count)
            #expect(known.distinctObjects == Set(some.map(\.object)).count)
        }
    }
}

extension Array {
    fileprivate func randomElement(_ random: inout SplitMix) -> Element? {
        isEmpty ? nil : self[random.next(count)]
    }
}

/// Where an id stands in a sorted column.
private func bounds(_ column: [TermID], _ id: TermID) -> Range<Int> {
    let before = column.prefix { $0 < id }.count
    return before..<before + column.count { $0 == id }
}
