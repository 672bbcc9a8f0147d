import EmbeddedResources
import JSONText
import OrganizationDirectory
import RDFModel
import RDFSyntax
import RaptorSyntax
import Testing

@testable import Publishing

/// A large graph is written, and read back, piece by piece: the bytes are those of the whole.
@Suite struct PiecesTests {
    private let table: StatementTable
    private let quads: [Quad]

    init() throws {
        let loading = Directory.load(files: KeeperFields.files.mapValues { Array($0.utf8) })
        let directory = try #require(loading.directory)
        let quads = DirectoryMapping(directory).quads()
        self.quads = quads
        table = ExportedDataset(quads).statements
    }

    private func written(_ file: JSONLDFile) throws -> [UInt8] {
        let bytes = Box()
        try file.write(table.union()) { bytes.value += $0 }
        return bytes.value
    }

    private final class Box { var value: [UInt8] = [] }

    @Test func treesAreThoseOfTheWhole() throws {
        let resources = ResourceFiles()
        func json(_ name: String) throws -> JSONValue {
            let bytes = try #require(resources.bytes(of: "vocab/" + name))
            return try JSONValue(json: bytes.span)
        }
        let context = try json("context.jsonld")
        let (frame, sharedFrame) = (try json("frame.jsonld"), try json("concept-frame.jsonld"))
        var file = JSONLDFile(context: context, frame: frame, sharedFrame: sharedFrame)
        file.batch = .max / 2
        let whole = try written(file)
        for batch in [1, 2, 7] {
            file.batch = batch
            #expect(try written(file) == whole, "\(batch)")
        }
    }

    @Test func raptorWritesTheSamePieceByPiece() throws {
        let graph = table.union()
        let triples = Set(quads.map(\.triple)).sorted()
        for (syntax, reader) in [
            (RaptorPieces.Syntax.turtle, StatementTable.PrefixReader.raptorTurtle), (.rdfxml, .raptorXML),
        ] {
            let whole: [UInt8]
            switch syntax {
            case .turtle: whole = try TurtleSerialization.write(triples, prefixes: GraphPrefixes.map).bytes
            case .rdfxml: whole = try RDFXMLSerialization.write(triples, prefixes: GraphPrefixes.map)
            }
            var pieces = RaptorPieces(
                syntax, prefixes: graph.prefixes(GraphPrefixes.map, for: reader), types: graph.classes())
            var bytes: [UInt8] = []
            try graph.forEachPart(of: 20) { part in
                let written = try pieces.write(graph.numbered(part))
                bytes += written
            }
            bytes += pieces.finish()
            #expect(bytes == whole)
        }
    }

    @Test func oursIsTheSamePieceByPiece() throws {
        var pieces = TurtleWriter.Pieces(prefixes: table.prefixes(GraphPrefixes.map, for: .turtle))
        var bytes: [UInt8] = []
        try table.forEachPiece(of: 10) { piece in
            let written = try pieces.write(piece)
            bytes += written
        }
        let whole = try TurtleWriter.trig(quads, prefixes: GraphPrefixes.map)
        #expect(bytes == whole)
    }

    @Test func canonicalLinesAreSortedByTheirBytes() throws {
        let like = ["http://e/a", "http://e/a-1", "http://e/a/b", "http://e/a#b"].map { Term.iri(IRI(unchecked: $0)) }
        let literals = [
            Literal("a"), Literal("a", language: "fr"), Literal("a\n"), Literal("a b"),
            Literal("a", datatype: XSD.date),
            Literal("é"), Literal(""),
        ]
        let some = like.flatMap { subject in
            (like + literals.map { .literal($0) }).flatMap { object in
                [Quad(Triple(subject, RDF.type, object)), Quad(Triple(subject, RDF.first, object))]
            }
        }
        let named = some.map { Quad($0.triple, in: .iri(IRI(unchecked: "http://e/g"))) } + some
        for quads in [some, named] {
            var bytes: [UInt8] = []
            ExportedDataset(quads.shuffled()).statements.writeCanonical { bytes += $0 }
            let lines = quads.map(CanonicalNQuads.line).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            #expect(String(decoding: bytes, as: UTF8.self) == lines.joined(separator: "\n") + "\n")
        }
    }

    @Test func aProofSaysWhatIsLostAndWhatIsAdded() throws {
        let other = Quad(Triple(.iri(IRI(unchecked: "http://e/new")), RDF.type, .literal(Literal("x", language: "fr"))))
        let cases: [(read: [Quad], lost: Int, added: Int)] = [
            (quads, 0, 0), (quads + quads, 0, 0), (Array(quads.dropFirst()), 1, 0), (quads + [other], 0, 1),
            (Array(quads.dropLast(2)) + [other], 2, 1),
        ]
        for one in cases { try check(one.read, lost: one.lost, added: one.added) }
    }

    private func check(_ read: [Quad], lost: Int, added: Int) throws {
        var sink = ProofSink(table)
        let bytes = try LineWriter.nquads(read)
        try RDFReader.read(bytes.span, format: .nquads, into: &sink)
        #expect(sink.lost == lost)
        #expect(sink.added == added)
        let hasExample = sink.example != nil
        #expect(hasExample == (lost + added > 0))
    }
}
