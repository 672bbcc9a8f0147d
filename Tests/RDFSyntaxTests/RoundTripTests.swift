import RDFCanon
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// What is written is read back as the same dataset, whatever it is.
@Suite struct RoundTripTests {
    private func write(_ quads: [Quad], _ format: RDFFormat) throws -> [UInt8] {
        switch format {
        case .ntriples: try LineWriter.ntriples(quads.map(\.triple))
        case .nquads: try LineWriter.nquads(quads)
        default: try TurtleWriter.trig(quads, prefixes: RandomGraphs.prefixes)
        }
    }

    @Test(arguments: [RDFFormat.ntriples, .nquads, .turtle, .trig])
    func randomDatasetsComeBack(_ format: RDFFormat) throws {
        for seed in 0..<1500 as Range<UInt64> {
            var graphs = RandomGraphs(seed: seed)
            let quads = graphs.quads(namedGraphs: format.holdsDatasets)
            let bytes = try write(quads, format)
            let text = String(decoding: bytes, as: UTF8.self)
            let read = try RDFDocument(bytes, format: format).quads
            #expect(read.count == Set(quads).count, "seed \(seed): \(text)")
            #expect(try DatasetIsomorphism.areIsomorphic(read, quads), "seed \(seed): \(text)")
            #expect(try write(quads.reversed() + quads, format) == bytes, "seed \(seed): order and duplicates matter")
        }
    }

    @Test func whatIsUncheckedCannotEscapeItsDelimiters() throws {
        let wild = IRI(unchecked: "http://x/> <http://y/> <http://z> .\n#")
        let triple = Triple(.iri(wild), wild, .literal(Literal("a", datatype: wild)))
        for bytes in [try LineWriter.ntriples([triple]), try TurtleWriter.turtle([triple], prefixes: ["w": wild])] {
            #expect(throws: RDFSyntaxError.self) { try RDFDocument(bytes, format: .turtle) }
        }
        let tag = Triple(.iri(wild), wild, .literal(Literal("a", language: "en . <a:b>")))
        #expect(throws: RDFWritingError.self) { try LineWriter.ntriples([tag]) }
        #expect(throws: RDFWritingError.self) { try TurtleWriter.turtle([tag]) }
    }
}
