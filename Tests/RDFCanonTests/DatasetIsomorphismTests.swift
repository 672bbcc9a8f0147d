import RDFCanon
import RDFModel
import RDFSyntax
import Testing

@Suite struct DatasetIsomorphismTests {
    private func quads(_ text: String) throws -> [Quad] { try RDFDocument(Array(text.utf8), format: .nquads).quads }

    @Test(arguments: [
        ("<urn:a> <urn:p> <urn:b> .", "<urn:a> <urn:p> <urn:b> .\n<urn:a> <urn:p> <urn:b> .", true),
        ("<urn:a> <urn:p> <urn:b> .", "<urn:a> <urn:p> <urn:b> <urn:g> .", false),
        ("_:a <urn:p> _:a .", "_:b <urn:p> _:b .", true), ("_:a <urn:p> _:a .", "_:a <urn:p> _:b .", false),
        ("<urn:a> <urn:p> <urn:b> _:g .", "<urn:a> <urn:p> <urn:b> _:h .", true),
        ("_:a <urn:p> \"1\" .\n_:b <urn:p> \"2\" .", "_:b <urn:p> \"1\" .\n_:a <urn:p> \"2\" .", true),
        ("_:a <urn:p> \"\u{E9}\" .", "_:a <urn:p> \"e\u{301}\" .", false), ("", "", true),
        ("", "_:a <urn:p> _:a .", false),
        // Two triangles are not a hexagon, though every node sees the same.
        (
            "_:a <urn:p> _:b .\n_:b <urn:p> _:c .\n_:c <urn:p> _:a .\n_:d <urn:p> _:e .\n_:e <urn:p> _:f .\n_:f <urn:p> _:d .",
            "_:a <urn:p> _:b .\n_:b <urn:p> _:c .\n_:c <urn:p> _:d .\n_:d <urn:p> _:e .\n_:e <urn:p> _:f .\n_:f <urn:p> _:a .",
            false
        ),
    ])
    func compares(_ left: String, _ right: String, _ expected: Bool) throws {
        #expect(try DatasetIsomorphism.areIsomorphic(quads(left), quads(right)) == expected)
        #expect(try DatasetIsomorphism.areIsomorphic(quads(right), quads(left)) == expected)
    }

    @Test func shuffledAndRenamedDatasetsAreTheSame() throws {
        // A random graph of a fixed seed: eight nodes, edges of two properties.
        var seed: UInt64 = 42
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for _ in 0..<40 {
            let edges = (0..<12).map { _ in (random(8), random(2), random(8)) }
            func text(_ offset: Int) -> String {
                edges.map { "_:n\(($0 + offset) % 8) <urn:p\($1)> _:n\(($2 + offset) % 8) .\n" }.joined()
            }
            let (one, other) = (try quads(text(0)), Array(try quads(text(3)).reversed()))
            #expect(try DatasetIsomorphism.areIsomorphic(one, other))
            let changed =
                Array(one.dropLast()) + [Quad(Triple(one[0].subject, IRI(unchecked: "urn:p2"), one[0].object))]
            #expect(try !DatasetIsomorphism.areIsomorphic(one, changed))
        }
    }
}
