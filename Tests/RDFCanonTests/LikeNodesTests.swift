import RDFCanon
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// Blank nodes that look alike for a long way: lists, chains and trees are paired without one step of search, and in
/// time that grows with them.
@Suite struct LikeNodesTests {
    private func quads(_ text: String) throws -> [Quad] {
        let prefixes = "PREFIX : <http://e/> PREFIX owl: <http://www.w3.org/2002/07/owl#>\n"
        return try RDFDocument(Array((prefixes + text).utf8), format: .turtle).quads
    }

    private func renamed(_ quads: [Quad], seed: UInt64) -> [Quad] {
        var generator = SeededGenerator(seed: seed)
        let renamed = quads.map { $0.renamingBlankNodes { BlankNode("z" + String($0.label.reversed())) } }
        return renamed.shuffled(using: &generator)
    }

    private func areSame(_ old: [Quad], _ new: [Quad]) throws -> Bool {
        try DatasetPair(old: old, new: new).areSame(workLimit: 0)
    }

    private static let alike: [(name: String, text: String)] = [
        (
            "union of restrictions",
            ":s owl:unionOf (" + (0..<200).map { "[ a owl:Restriction ; owl:someValuesFrom :C\($0 % 3) ] " }.joined()
                + ")."
        ),
        ("equal members", ":s :p (" + String(repeating: "\"x\" ", count: 600) + ") ."),
        ("chain", (0..<500).map { "_:a\($0) :p _:a\($0 + 1) . " }.joined()),
        ("ring", (0..<300).map { "_:a\($0) :p _:a\(($0 + 1) % 300) . " }.joined()),
        ("tree", (0..<255).map { "_:a\($0) :p _:a\(2 * $0 + 1) , _:a\(2 * $0 + 2) . " }.joined()),
        ("trees", (0..<40).map { ":s :q [ :p [] , [ :p [] , [] ] , [ :p [] ] ] . # \($0)\n" }.joined()),
        ("star", (0..<1000).map { "_:hub :p _:n\($0) . _:n\($0) :q [] . " }.joined()),
        ("chain to a hub", (0..<300).map { "_:a\($0) :p _:a\($0 + 1) ; :in _:hub . " }.joined()),
    ]

    @Test(arguments: alike) func theSameIsFoundWithoutSearch(_ name: String, _ text: String) throws {
        let old = try quads(text)
        let new = renamed(old, seed: 7)
        #expect(try areSame(old, new), "\(name)")
        #expect(try DatasetPair(old: old, new: new).difference(workLimit: 0).isEmpty, "\(name)")
        // One statement elsewhere, or of another node, is another dataset.
        #expect(try !areSame(old, Array(new.dropLast())), "\(name)")
    }

    @Test func aChangedItemIsAllThatChanges() throws {
        for (old, new) in [
            ((0..<2000).map { "\($0)" }, (0..<2000).map { $0 == 1000 ? "true" : "\($0)" }),
            (Array(repeating: "1", count: 2000), (0..<2000).map { $0 == 1990 ? "2" : "1" }),
        ] {
            let difference = try DatasetPair(
                old: quads(":s :p (\(old.joined(separator: " "))) ."),
                new: renamed(quads(":s :p (\(new.joined(separator: " "))) ."), seed: 1)
            ).difference(workLimit: 0)
            #expect(difference.removed.count == 1 && difference.added.count == 1)
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func whatIsSameIsSameInCanonicalForm(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
        let size = 3 + pick(5)
        let old = try quads(
            (0..<(size + pick(6))).map { _ in "_:a\(pick(size)) :p\(pick(2)) _:a\(pick(size)) . " }.joined())
        var new = renamed(old, seed: seed)
        // Often one end of a statement goes to another node: as many statements, and mostly another graph.
        if seed % 3 > 0, let last = new.popLast(), let other = new.first {
            new.append(Quad(Triple(last.subject, last.predicate, other.subject)))
        }
        let expected = try canonicalize(old).bytes == canonicalize(new).bytes
        #expect(try DatasetPair(old: old, new: new).areSame() == expected)
        #expect(try DatasetIsomorphism.areIsomorphic(new, old) == expected)
    }
}
