internal import ByteText
public import RDFModel

/// What was taken away from a dataset and what was added, to make another of it.
///
/// Blank nodes that both datasets have bear the names that they have in the old one; the others of the new one bear
/// names that the old one has not. So `added` and `removed` are a patch: the old dataset without the one and with the
/// other is isomorphic to the new one.
public struct DatasetDifference: Sendable {
    /// The statements of the old dataset that are not in the new one, in the order of quads.
    public let removed: [Quad]
    /// The statements of the new dataset that are not in the old one, in the order of quads.
    public let added: [Quad]

    private let pair: DatasetPair
    private let names: [UInt32: BlankNode]

    init(pair: DatasetPair, names: [UInt32: BlankNode], removed: [Row], added: [Row]) {
        self.pair = pair
        self.names = names
        self.removed = removed.compactMap { pair.terms.quad($0, names) }.sorted()
        self.added = added.compactMap { pair.terms.quad($0, names) }.sorted()
    }

    /// Whether the datasets are isomorphic.
    public var isEmpty: Bool { removed.isEmpty && added.isEmpty }

    /// How many different statements a dataset has.
    public func count(of side: DatasetSide) -> Int { pair.count(of: side) }

    /// The statements of a dataset about some subjects, with blank nodes named as in the difference.
    /// - Complexity: O(*n*) in the statements of the dataset.
    public func statements(of side: DatasetSide, about subjects: Set<Term>) -> [Quad] {
        select(side) {
            $0.subject
        } among: {
            subjects.contains($0)
        }
    }

    /// The statements of a dataset whose objects are among some terms.
    /// - Complexity: O(*n*) in the statements of the dataset.
    public func statements(of side: DatasetSide, to objects: Set<Term>) -> [Quad] {
        select(side) {
            $0.object
        } among: {
            objects.contains($0)
        }
    }

    private func select(_ side: DatasetSide, _ place: (Row) -> UInt32, among isMeant: (Term) -> Bool) -> [Quad] {
        // Each term is asked about once, however many statements have it.
        var known = [Bool?](repeating: nil, count: pair.terms.count)
        return pair.rows(of: side).compactMap { row in
            let number = place(row)
            let answer = known[Int(number)] ?? isMeant(pair.terms.term(number, naming: name))
            known[Int(number)] = answer
            return answer ? pair.terms.quad(row, names) : nil
        }
    }

    private func name(_ term: UInt32) -> BlankNode { names[term] ?? BlankNode("") }
}

extension TermArena {
    /// A statement as a value; `nil` for what no reader gives a sink.
    fileprivate func quad(_ row: Row, _ names: [UInt32: BlankNode]) -> Quad? {
        func value(_ number: UInt32) -> Term { term(number) { names[$0] ?? BlankNode("") } }
        let subject = value(row.subject)
        guard subject.isResource, case .iri(let predicate) = value(row.predicate) else { return nil }
        let triple = Triple(subject, predicate, value(row.object))
        guard row.graph != Row.defaultGraph else { return Quad(triple) }
        return GraphName(value(row.graph)).map { Quad(triple, in: $0) }
    }
}

extension DatasetPair {
    /// Compares the two datasets.
    ///
    /// - Parameter workLimit: how many steps may be spent on blank nodes that look alike, see
    ///   ``CanonicalizationOptions/workLimit``.
    /// - Throws: ``CanonicalizationError`` where the datasets differ in nothing but blank nodes that could not be told
    ///   apart in these steps.
    /// - Complexity: O(*n*) without blank nodes; with them O(*n* log *n*) for each round of refinement.
    public func difference(workLimit: Int? = nil) throws(CanonicalizationError) -> DatasetDifference {
        let graph = BlankGraph(self)
        var matching = BlankNodeMatching(graph)
        let exactness = matchComponents(of: &matching, in: graph, workLimit)
        matching.matchByLikeness()

        // Without blank nodes: what the other table has not. With them: what has no counterpart.
        let blank = Set(graph.statements.map(\.row))
        var removed = rows(of: .old).filter { !new.contains($0) && !blank.contains($0) }
        var added = rows(of: .new).filter { !old.contains($0) && !blank.contains($0) }
        let isGroundEqual = removed.isEmpty && added.isEmpty
        var kept: Set<[Int]> = []
        for statement in graph.statements[..<graph.oldStatementCount] {
            if matching.isKept(statement) {
                kept.insert([statement.skeleton] + statement.holes)
            } else {
                removed.append(statement.row)
            }
        }
        for statement in graph.statements[graph.oldStatementCount...] {
            let holes = statement.holes.compactMap { matching.partner[$0] }
            let isKept = holes.count == statement.holes.count && kept.contains([statement.skeleton] + holes)
            if !isKept { added.append(statement.row) }
        }
        if case .undecided(let limit) = exactness, isGroundEqual, !(removed.isEmpty && added.isEmpty) {
            throw .tooMuchWork(limit: limit)
        }
        return DatasetDifference(pair: self, names: names(matching), removed: removed, added: added)
    }

    /// Whether the two datasets are isomorphic: the pairing of ``difference(workLimit:)`` without what makes a
    /// difference small.
    /// - Throws: ``CanonicalizationError`` where blank nodes could not be told apart in the steps allowed, and nothing
    ///   else differs.
    /// - Complexity: O(*n* log *n*) where blank nodes form trees, lists or chains, or differ in what stands around them.
    public func areSame(workLimit: Int? = nil) throws(CanonicalizationError) -> Bool {
        guard count(of: .old) == count(of: .new) else { return false }
        let graph = BlankGraph(self)
        guard graph.oldNodeCount * 2 == graph.nodes.count else { return false }
        let blank = Set(graph.statements.map(\.row))
        guard rows(of: .old).allSatisfy({ blank.contains($0) || new.contains($0) }) else { return false }
        var matching = BlankNodeMatching(graph)
        let exactness = matchComponents(of: &matching, in: graph, workLimit)
        if graph.statements[..<graph.oldStatementCount].allSatisfy(matching.isKept) { return true }
        if case .undecided(let limit) = exactness { throw .tooMuchWork(limit: limit) }
        return false
    }

    private func matchComponents(
        of matching: inout BlankNodeMatching, in graph: BlankGraph, _ workLimit: Int?
    ) -> BlankNodeMatching.Exactness {
        let limit = workLimit ?? 1_000_000 + 100 * max(count(of: .old), count(of: .new))
        return matching.matchComponents(workLimit: limit) { nodes, limit throws(CanonicalizationError) in
            try canonicalForm(of: nodes, in: graph, workLimit: limit)
        }
    }

    /// A component in canonical form, by the quads that mention its nodes.
    private func canonicalForm(
        of nodes: [Int], in graph: BlankGraph, workLimit: Int
    ) throws(CanonicalizationError) -> CanonicalComponent {
        let indices = Set(nodes.flatMap { graph.statementsOfNode[$0] }).sorted()
        let names = Dictionary(
            uniqueKeysWithValues: nodes.map { (graph.nodes[$0], BlankNode(String($0))) })
        let quads = indices.compactMap { terms.quad(graph.statements[$0].row, names) }
        let form = try canonicalize(quads, options: CanonicalizationOptions(workLimit: workLimit))
        return CanonicalComponent(bytes: form.bytes, nodes: form.blankNodes.compactMap { Int($0.label) })
    }

    /// Names for all blank nodes: those of the old dataset keep their labels.
    private func names(_ matching: BlankNodeMatching) -> [UInt32: BlankNode] {
        let graph = matching.graph
        let labels = graph.nodes[..<graph.oldNodeCount].map { terms.label(of: $0) }
        let taken = Set(labels.compactMap { $0.isFresh ? nil : ByteKey($0.text) })
        func stem(_ word: String) -> String {
            var stem = word
            while taken.contains(where: { $0.string.hasPrefix(stem) }) { stem = "_" + stem }
            return stem
        }
        // As `QuadCollector` calls nodes without a label.
        let (unlabelled, fresh) = (stem("b"), stem("new"))
        var names: [UInt32: BlankNode] = [:]
        for (node, label) in labels.enumerated() {
            names[graph.nodes[node]] = BlankNode(label.isFresh ? unlabelled + label.text : label.text)
        }
        var freshCount = 0
        for node in graph.oldNodeCount..<graph.nodes.count {
            if let partner = matching.partner[node] {
                names[graph.nodes[node]] = names[graph.nodes[partner]]
            } else {
                names[graph.nodes[node]] = BlankNode(fresh + String(freshCount))
                freshCount += 1
            }
        }
        return names
    }
}
