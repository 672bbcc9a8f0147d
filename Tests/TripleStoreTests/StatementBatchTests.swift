import RDFModel
import Testing

@testable import TripleStore

/// Statements that come in batches, on two cores, are those that come one by one.
@Suite struct StatementBatchTests {
    /// Pushes statements into a sink as a reader does.
    private struct Source: StatementSource {
        var batches: [[Quad]]
        var failure: StoreError?

        mutating func read(into batch: inout StatementBatch) throws -> Bool {
            guard !batches.isEmpty else {
                if let failure { throw failure }
                return false
            }
            for quad in batches.removeFirst() {
                let subject = try handle(quad.subject, &batch)
                let predicate = try handle(.iri(quad.predicate), &batch)
                let object = try handle(quad.object, &batch)
                let graph = try quad.graph.term.map { try handle($0, &batch) }
                batch.quad(subject, predicate, object, graph: graph)
            }
            return true
        }

        private func handle(_ term: Term, _ batch: inout StatementBatch) throws -> TermHandle {
            switch term {
            case .iri(let iri): return try batch.iri(iri.string.utf8.span)
            case .blankNode(let node): return try batch.blankNode(node.label.utf8.span)
            case .tripleTerm(let triple):
                let subject = try handle(triple.subject, &batch)
                let predicate = try handle(.iri(triple.predicate), &batch)
                return try batch.tripleTerm(subject, predicate, handle(triple.object, &batch))
            case .literal(let literal):
                let text = literal.lexicalForm
                if let language = literal.language {
                    return try batch.literal(
                        text.utf8.span, language: language.utf8.span, direction: literal.baseDirection)
                }
                let isString = literal.datatype == XSD.string
                let datatype = isString ? nil : try batch.iri(literal.datatype.string.utf8.span)
                return try batch.literal(text.utf8.span, datatype: datatype)
            }
        }
    }

    private static func iri(_ name: String) -> IRI { IRI(unchecked: "http://example.org/" + name) }

    private static func object(_ random: inout SplitMix, depth: Int = 0) -> Term {
        let number = random.next(200)
        switch random.next(depth < 2 ? 9 : 8) {
        case 0: return .iri(iri("o\(number)"))
        case 1: return .blankNode(BlankNode("b\(number)"))
        case 2: return .literal(Literal("\(number)"))
        case 3: return .literal(Literal("\(number)", datatype: XSD.integer))
        case 4: return .literal(Literal("\(number)", datatype: iri("type\(number % 20)")))
        case 5: return .literal(Literal("\(number)", language: ["fr", "en", "fr-ca", "de-latn-1996"][number % 4]))
        case 6: return .literal(Literal("\(number)", language: "ar", direction: .rightToLeft))
        case 7: return .iri(iri("p\(number % 7)"))
        default: return .tripleTerm(Triple(.iri(iri("s")), iri("p"), object(&random, depth: depth + 1)))
        }
    }

    private static func quads(_ count: Int) -> [Quad] {
        var random = SplitMix(state: 11)
        return (0..<count).map { _ in
            let number = random.next(300)
            let subject: Term = number < 50 ? .blankNode(BlankNode("b\(number)")) : .iri(iri("s\(number)"))
            let triple = Triple(subject, iri("p\(random.next(7))"), object(&random))
            return random.next(4) == 0 ? Quad(triple, in: .iri(iri("g\(random.next(5))"))) : Quad(triple)
        }
    }

    @Test(arguments: [1, 7, 500, 10_000])
    func batchesHoldWhatStatementsHold(_ size: Int) throws {
        let quads = Self.quads(3000)
        var plain = BulkLoader()
        try plain.beginDocument(into: .iri(Self.iri("named")))
        try plain.insert(quads)
        let expected = try plain.finish()

        var loader = BulkLoader()
        loader.reserve(bytes: 100_000)
        try loader.beginDocument(into: .iri(Self.iri("named")))
        let batches = stride(from: 0, to: quads.count, by: size).map {
            Array(quads[$0..<min($0 + size, quads.count)])
        }
        try loader.load(from: Source(batches: batches))
        let snapshot = try loader.finish()
        #expect(snapshot.tripleCount == 0)
        #expect(snapshot.namedQuadCount == expected.namedQuadCount)
        #expect(snapshot.dictionary.count == expected.dictionary.count)
        #expect(Set(snapshot.quads()) == Set(expected.quads()))
    }

    @Test func batchesAreAddedToWhatIsThere() throws {
        let quads = Self.quads(600)
        var loader = BulkLoader()
        try loader.insert(quads[..<300])
        try loader.load(from: Source(batches: [Array(quads[300...])]))
        var plain = BulkLoader()
        try plain.insert(quads)
        #expect(try Set(loader.finish().quads()) == Set(plain.finish().quads()))
    }

    @Test func nodesWithoutLabelsAreNew() throws {
        var loader = BulkLoader()
        var batch = StatementBatch(seed: loader.dictionary.seed)
        let predicate = try batch.iri("urn:p".utf8.span)
        for _ in 0..<5 { batch.quad(try batch.freshBlankNode(), predicate, try batch.freshBlankNode(), graph: nil) }
        try loader.take(batch)
        #expect(try loader.finish().dictionary.count(of: .blankNode) == 10)
    }

    @Test func whatTheSourceThrowsIsThrown() {
        var loader = BulkLoader()
        #expect(throws: StoreError.tooDeep) {
            try loader.load(from: Source(batches: [Self.quads(10), Self.quads(20)], failure: .tooDeep))
        }
    }

    @Test func whatDoesNotFitIsThrownAndReadingEnds() {
        var loader = BulkLoader()
        var nested = Term.iri(Self.iri("o"))
        for _ in 0...TermDictionary.maximumDepth {
            nested = .tripleTerm(Triple(.iri(Self.iri("s")), Self.iri("p"), nested))
        }
        let deep = Quad(Triple(.iri(Self.iri("s")), Self.iri("p"), nested))
        let batches = [Self.quads(10), [deep]] + (0..<50).map { _ in Self.quads(10) }
        #expect(throws: StoreError.tooDeep) { try loader.load(from: Source(batches: batches)) }
        #expect(loader.count >= 10)
    }
}
