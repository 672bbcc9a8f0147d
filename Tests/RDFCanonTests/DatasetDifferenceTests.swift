import RDFCanon
import RDFModel
import RDFSyntax
import TestSupport
import Testing

@Suite struct DatasetDifferenceTests {
    private func quads(_ text: String, _ format: RDFFormat = .trig) throws -> [Quad] {
        try RDFDocument(Array(("PREFIX : <http://e/>\n" + text).utf8), format: format).quads
    }

    private func difference(_ old: [Quad], _ new: [Quad], workLimit: Int? = nil) throws -> DatasetDifference {
        try DatasetPair(old: old, new: new).difference(workLimit: workLimit)
    }

    /// The old dataset without what was removed and with what was added.
    private func patched(_ old: [Quad], _ difference: DatasetDifference) -> [Quad] {
        Array(Set(old).subtracting(difference.removed).union(difference.added))
    }

    // MARK: Small differences

    /// Old, new, how many statements go and come.
    static let small: [(old: String, new: String, removed: Int, added: Int)] = [
        ("", "", 0, 0), (":a :p 1 .", ":a :p 1 , 1 .", 0, 0), (":a :p 1 .", ":a :p 2 .", 1, 1),
        (":a :p 1 .", ":g { :a :p 1 }", 1, 1), (":a :p 1 .", ":a :p 01 .", 1, 1),
        (":a :p \"x\"@en .", ":a :p \"x\"@en--ltr .", 1, 1),
        (":a :p \"x\"@EN .", ":a :p \"x\"@en .", 0, 0),
        ("_:x :p _:y . _:y :p _:x .", "_:b :p _:a . _:a :p _:b .", 0, 0),
        ("_:x :p _:x .", "_:x :p _:y .", 1, 1),
        // One property of a node changes; the others and what leads to it stay.
        (":a :adr [ :street \"1\" ; :code \"H\" ] .", ":a :adr [ :street \"2\" ; :code \"H\" ] .", 1, 1),
        // All of a node's own statements change: it is known by what leads to it.
        (":a :adr [ :street \"1\" ] .", ":a :adr [ :street \"2\" ] .", 1, 1),
        // An item comes into a list: one link is cut, two are made.
        (":a :list ( 1 2 3 4 ) .", ":a :list ( 1 2 9 3 4 ) .", 1, 3),
        (":a :list ( 1 1 1 1 ) .", ":a :list ( 1 1 1 1 1 ) .", 1, 3),
        (":a :list ( 1 2 3 4 ) .", ":a :list ( 1 2 4 ) .", 3, 1),
        // A node more of the same kind.
        (":a :p [ :q 1 ] .", ":a :p [ :q 1 ] , [ :q 1 ] .", 0, 2),
        // Names of graphs, and nodes inside triple terms.
        ("_:g { :a :p 1 . :b :p 2 }", "_:h { :a :p 1 . :b :p 3 }", 1, 1),
        ("_:r :says <<( _:a :p 1 )>> . _:a :n 1 .", "_:s :says <<( _:b :p 1 )>> . _:b :n 2 .", 1, 1),
        ("_:r :says <<( _:a :p _:b )>> .", "_:r :says <<( _:b :p _:a )>> .", 0, 0),
        ("_:r :says <<( _:a :p _:a )>> .", "_:r :says <<( _:a :p _:b )>> .", 1, 1),
    ]

    @Test(arguments: small) func isAsSmallAsItCanBe(_ old: String, _ new: String, _ removed: Int, _ added: Int) throws {
        let (old, new) = (try quads(old), try quads(new))
        let difference = try difference(old, new)
        #expect(difference.removed.count == removed, "\(difference.removed)")
        #expect(difference.added.count == added, "\(difference.added)")
        #expect(try DatasetIsomorphism.areIsomorphic(patched(old, difference), new))
    }

    @Test func nodesKeepTheirOldNames() throws {
        let old = try quads(":a :adr _:home . _:home :street \"1\" ; :code \"H\" .")
        let new = try quads(":a :adr _:new0 . _:new0 :street \"2\" ; :code \"H\" ; :door _:home .")
        let difference = try difference(old, new)
        #expect(difference.removed.map(\.subject) == [.blankNode(BlankNode("home"))])
        #expect(Set(difference.added.map(\.subject)) == [.blankNode(BlankNode("home"))])
        #expect(difference.added.map(\.object).contains(.blankNode(BlankNode("new0"))))
    }

    @Test func countsAndStatementsAreThoseOfTheDatasets() throws {
        let old = try quads(":a :p 1 , 1 , 2 ; :q :b . :b :p 1 .")
        let difference = try difference(old, try quads(":a :p 1 ."))
        let subject = Term.iri(IRI(unchecked: "http://e/a"))
        #expect(difference.count(of: .old) == 4 && difference.count(of: .new) == 1)
        #expect(Set(difference.statements(of: .old, about: [subject])) == Set(old.filter { $0.subject == subject }))
        #expect(difference.statements(of: .old, to: [.iri(IRI(unchecked: "http://e/b"))]).map(\.subject) == [subject])
        #expect(difference.statements(of: .new, about: [.iri(IRI(unchecked: "http://e/b"))]).isEmpty)
    }

    @Test func entitiesSayWhatHappenedToThem() throws {
        let old = try quads(":gone :p 1 . :kept :p 1 ; :q 1 . :same :p 1 .")
        let entities = try difference(old, try quads(":kept a :T ; :p 2 ; :q 1 . :g { :come :p 1 } :same :p 1 ."))
            .entities()
        #expect(entities.map(\.change) == [.added, .removed, .changed])
        #expect(entities[0].properties.map(\.graph) == [.iri(IRI(unchecked: "http://e/g"))])
        #expect(entities[2].properties.map(\.predicate) == [RDF.type, IRI(unchecked: "http://e/p")])
        #expect(entities[2].properties[1].removed.count == 1 && entities[2].properties[1].added.count == 1)
    }

    // MARK: Hard ones

    @Test func symmetricGraphsAreCompared() throws {
        func cycle(_ count: Int, _ name: String) -> String {
            (0..<count).map { "_:\(name)\($0) :p _:\(name)\(($0 + 1) % count) . " }.joined()
        }
        let (hexagon, triangles) = (try quads(cycle(6, "a")), try quads(cycle(3, "a") + cycle(3, "b")))
        #expect(try difference(hexagon, try quads(cycle(6, "z"))).isEmpty)
        #expect(try difference(triangles, try quads(cycle(3, "y") + cycle(3, "z"))).isEmpty)
        let change = try difference(hexagon, triangles)
        #expect(!change.isEmpty)
        #expect(try DatasetIsomorphism.areIsomorphic(patched(hexagon, change), triangles))
    }

    @Test func aPairingThatFitsNeedsNoSteps() throws {
        // Canonicalization of ten nodes that all know each other takes millions of steps.
        func clique(_ name: String) -> String {
            (0..<10).flatMap { from in (0..<10).map { "_:\(name)\(from) :p _:\(name)\($0) . " } }.joined()
        }
        #expect(try difference(quads(clique("a")), quads(clique("b")), workLimit: 0).isEmpty)
    }

    /// Two graphs of 16 nodes that colors cannot tell apart, and that a pairing by chance does not bring together: the
    /// rook's graph and Shrikhande's.
    private func stronglyRegular(_ steps: [(Int, Int)], _ shift: Int) throws -> [Quad] {
        let text = (0..<16).flatMap { node in
            steps.map { step in
                let other = (node / 4 + step.0) % 4 * 4 + (node % 4 + step.1) % 4
                return "_:n\((node * 7 + shift) % 16) :p _:n\((other * 7 + shift) % 16) . "
            }
        }.joined()
        return try quads(text)
    }

    @Test func graphsThatLookAlikeEverywhereAreTold() throws {
        let rook = [(1, 0), (2, 0), (3, 0), (0, 1), (0, 2), (0, 3)]
        let shrikhande = [(1, 0), (3, 0), (0, 1), (0, 3), (1, 1), (3, 3)]
        let (one, other) = (try stronglyRegular(rook, 0), try stronglyRegular(shrikhande, 0))
        #expect(throws: CanonicalizationError.tooMuchWork(limit: 10)) { try difference(one, other, workLimit: 10) }
        // Another difference decides without a step.
        #expect(try !difference(one, other + quads(":a :p 1 ."), workLimit: 10).isEmpty)
        #expect(try !difference(one + quads("_:x :q 1 ."), other, workLimit: 10).isEmpty)
    }

    @Test func manyLikeNodesTakeLittleTime() throws {
        let star = (0..<3000).map { "_:hub :p _:n\($0) . " }.joined()
        let chain = (0..<1000).map { "_:c\($0) :next _:c\($0 + 1) . " }.joined()
        let (old, new) = (try quads(star + chain), try quads(star + chain + "_:n0 :q 1 ."))
        #expect(try difference(old, old.reversed(), workLimit: 0).isEmpty)
        let change = try difference(old, new, workLimit: 0)
        #expect(change.removed.isEmpty && change.added.count == 1)
    }

    // MARK: Random datasets

    /// A dataset that is another one but for some statements and all names of nodes.
    private func changed(_ old: [Quad], _ other: [Quad], by seed: UInt64, share: Int) -> [Quad] {
        var generator = SeededGenerator(seed: seed)
        var new = old.filter { _ in Int.random(in: 0..<100, using: &generator) >= share }
        new += other.filter { _ in Int.random(in: 0..<100, using: &generator) < share }
        let shift = Int.random(in: 1..<9, using: &generator)
        let renamed = new.map { quad in
            quad.renamingBlankNodes { BlankNode(String($0.label.reversed()) + "x\(shift)") }
        }
        return renamed.shuffled(using: &generator)
    }

    @Test(arguments: 0..<150 as Range<UInt64>) func aPatchMakesTheNewDataset(_ seed: UInt64) throws {
        var graphs = RandomGraphs(seed: seed)
        let old = graphs.quads(namedGraphs: true)
        let share = [0, 5, 30][Int(seed % 3)]
        let new = changed(old, graphs.quads(namedGraphs: true), by: seed, share: share)
        let (there, back) = (try difference(old, new), try difference(new, old))
        #expect(try DatasetIsomorphism.areIsomorphic(patched(old, there), new))
        #expect(try DatasetIsomorphism.areIsomorphic(patched(new, back), old))
        #expect(try there.isEmpty == DatasetIsomorphism.areIsomorphic(old, new))
        #expect(there.isEmpty == back.isEmpty)
        if share == 0 { #expect(there.isEmpty) }
        #expect(Set(there.removed).isDisjoint(with: there.added))
        #expect(Set(there.removed).isSubset(of: Set(old)))
    }

    @Test func valuesAndDocumentsCompareAlike() throws {
        let text = "PREFIX : <http://e/> :a :p [ :q ( 1 \"x\"@fr \"y\"@ar--rtl <<( :s :p [] )>> ) ] . _:b0 :p _:b0 ."
        var pair = DatasetPair(old: try quads(String(text.dropFirst(21))), new: [])
        try RDFReader.read(Array(text.utf8).span, format: .trig, into: &pair)
        #expect(try pair.difference().isEmpty)
    }
}
