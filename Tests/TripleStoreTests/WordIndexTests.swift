import ByteText
import RDFModel
import Testing
import TripleStore

/// The index of words: when there is one, and what it does not know. What it finds is compared with the texts
/// themselves in the tests of the engine.
@Suite struct WordIndexTests {
    private func snapshot(_ labels: [String]) throws -> StoreSnapshot {
        var loader = BulkLoader()
        try loader.insert(
            labels.enumerated().map { number, text in
                Quad(Triple(.iri(IRI(unchecked: "urn:\(number)")), IRI(unchecked: "urn:p"), .literal(Literal(text))))
            })
        return try loader.finish()
    }

    private func found(_ words: String..., in snapshot: StoreSnapshot, by index: WordIndex) -> Set<String> {
        let texts = index.texts(withWordsBeginning: words.map { Array($0.utf8) })
        let ids = snapshot.dictionary.orderedLiterals(.texts)
        return Set(
            (ids.lowerBound.index..<ids.upperBound.index).map { TermID(.literal, index: $0) }
                .filter { texts.contains($0) == true }.map(snapshot.dictionary.text))
    }

    @Test func theSecondSearchHasOne() throws {
        let snapshot = try snapshot(["Ataxie de Friedreich", "ataxia", "taxi", "Ataxie de Charlevoix-Saguenay", ""])
        #expect(snapshot.words() == nil)
        #expect(snapshot.memory.labels == 0)
        #expect(snapshot.words(maximumMemory: 10) == nil)
        #expect(snapshot.words(isOver: { true }) == nil)
        let index = try #require(snapshot.words())
        #expect(snapshot.memory.labels == index.memory)
        // Datasets of the same terms have the same index.
        let other = snapshot.dataset(defaultGraphs: [], namedGraphs: nil)
        #expect(other.memory.labels == index.memory)
        #expect(found("atax", in: snapshot, by: index).count == 3)
        #expect(found("saguenay", "ataxi", in: snapshot, by: index) == ["Ataxie de Charlevoix-Saguenay"])
        #expect(found("ataxiea", in: snapshot, by: index).isEmpty)
        #expect(found(in: snapshot, by: index).isEmpty)
        #expect(found("", in: snapshot, by: index).count == 4)
    }

    /// A text that came after the load is not in the index, which says that it does not know.
    @Test func laterTextsAreUnknown() throws {
        let store = TripleStore(try snapshot(["ataxie", "taxi"]))
        try store.write { transaction in
            try transaction.insert(
                Quad(Triple(.iri(IRI(unchecked: "urn:9")), IRI(unchecked: "urn:p"), .literal(Literal("ataxie 9")))))
        }
        let snapshot = store.snapshot
        _ = snapshot.words()
        let texts = try #require(snapshot.words()).texts(withWordsBeginning: [Array("ataxie".utf8)])
        let ids = try ["ataxie", "taxi", "ataxie 9"].map {
            try #require(snapshot.dictionary.id(of: .literal(Literal($0))))
        }
        #expect(ids.map(texts.contains) == [true, false, nil])
        #expect(texts.count == 1)
    }
}
