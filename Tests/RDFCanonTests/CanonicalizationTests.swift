import RDFCanon
import RDFModel
import RDFSyntax
import Testing

@Suite struct CanonicalizationTests {
    private func quads(_ text: String) throws -> [Quad] { try RDFDocument(Array(text.utf8), format: .nquads).quads }

    @Test func linesAreSortedByBytesWithoutDuplicates() throws {
        let result = try canonicalize(
            quads(
                """
                <urn:b> <urn:p> "2" .
                <urn:a> <urn:p> "é" <urn:g> .
                <urn:b> <urn:p> "2" .
                <urn:a> <urn:p> "z" .

                """))
        #expect(
            result.text == """
                <urn:a> <urn:p> "z" .
                <urn:a> <urn:p> "é" <urn:g> .
                <urn:b> <urn:p> "2" .

                """)
        #expect(result.quads.map(CanonicalNQuads.line) == result.text.split(separator: "\n").map(String.init))
        #expect(result.blankNodes.isEmpty)
    }

    @Test func theEmptyDatasetHasTheHashOfNothing() throws {
        #expect(try canonicalize([]).hash() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            try canonicalize([]).hash(by: .sha384)
                == "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b")
    }

    @Test func theNamesOfBlankNodesDoNotMatter() throws {
        let one = try canonicalize(
            quads(
                "_:x <urn:knows> _:y .\n_:y <urn:knows> _:z .\n_:z <urn:knows> _:x .\n_:x <urn:name> \"x\" <urn:g> .\n")
        )
        let other = try canonicalize(
            quads(
                "_:c <urn:name> \"x\" <urn:g> .\n_:a <urn:knows> _:b .\n_:c <urn:knows> _:a .\n_:b <urn:knows> _:c .\n")
        )
        #expect(one.bytes == other.bytes)
        #expect(one.issuedIdentifiers[BlankNode("x")] == other.issuedIdentifiers[BlankNode("c")])
        #expect(one.blankNodes.count == 3)
    }

    @Test func nodesThatNothingTellsApartKeepTheirNumber() throws {
        let alike = try canonicalize(quads("_:a <urn:p> <urn:o> .\n_:b <urn:p> <urn:o> .\n"))
        #expect(alike.text == "_:c14n0 <urn:p> <urn:o> .\n_:c14n1 <urn:p> <urn:o> .\n")
    }

    @Test(arguments: HashAlgorithm.allCases)
    func bothAlgorithmsNameEveryNode(_ algorithm: HashAlgorithm) throws {
        let ring = (0..<6).map { "_:n\($0) <urn:p> _:n\(($0 + 1) % 6) .\n" }.joined()
        let result = try canonicalize(quads(ring), options: CanonicalizationOptions(algorithm: algorithm))
        #expect(Set(result.blankNodes).count == 6)
    }

    @Test func blankNodesInsideTripleTermsAreNamed() throws {
        let text = "_:r <urn:reifies> <<( _:a <urn:p> <<( _:b <urn:q> _:a )>> )>> .\n_:b <urn:name> \"b\" .\n"
        let other = text.replacing("_:a", with: "_:z9").replacing("_:b", with: "_:y").replacing("_:r", with: "_:b")
        #expect(try canonicalize(quads(text)).bytes == canonicalize(quads(other)).bytes)
        let turned = text.replacing("_:b <urn:q> _:a", with: "_:a <urn:q> _:b")
        #expect(try canonicalize(quads(text)).bytes != canonicalize(quads(turned)).bytes)
    }

    @Test func aPoisonedDatasetIsRefusedInBoundedTime() throws {
        let clique = (0..<10).flatMap { from in (0..<10).map { "_:e\(from) <urn:p> _:e\($0) .\n" } }.joined()
        #expect(throws: CanonicalizationError.tooMuchWork(limit: 20_000)) {
            try canonicalize(quads(clique), options: CanonicalizationOptions(workLimit: 20_000))
        }
    }

    @Test func aLongChainOfLikeNodesDoesNotExhaustTheStack() throws {
        // Every node but those at the ends has the same first degree hash, so that each leads to the next.
        let chain = (0..<20_000).map { "_:n\($0) <urn:next> _:n\($0 + 1) .\n" }.joined()
        #expect(throws: CanonicalizationError.self) {
            try canonicalize(quads(chain), options: CanonicalizationOptions(workLimit: 100_000))
        }
        let short = (0..<200).map { "_:n\($0) <urn:next> _:n\($0 + 1) .\n" }.joined()
        #expect(try canonicalize(quads(short)).blankNodes.count == 201)
    }
}
