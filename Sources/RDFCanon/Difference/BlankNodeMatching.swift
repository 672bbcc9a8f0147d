/// Pairs of blank nodes of two datasets that are taken for the same.
///
/// Any pairing gives a true difference; a good one gives a small difference. First come components, blank nodes that
/// hang together, which are the same as a whole; they are found exactly. What is left over is paired by likeness:
/// from wide surroundings to narrow ones, then by what two nodes have in common.
struct BlankNodeMatching {
    let graph: BlankGraph
    let colors: ColorRefinement
    /// For each node its counterpart in the other dataset.
    private(set) var partner: [Int?]
    /// The number of the statement that has a skeleton and holes, in the new dataset.
    private let newStatements: Set<[Int]>

    init(_ graph: BlankGraph) {
        self.graph = graph
        colors = ColorRefinement(graph)
        partner = [Int?](repeating: nil, count: graph.nodes.count)
        newStatements = Set(
            graph.statements[graph.oldStatementCount...].map { [$0.skeleton] + $0.holes })
    }

    /// Takes two nodes for the same.
    mutating func match(_ old: Int, _ new: Int) {
        partner[old] = new
        partner[new] = old
    }

    /// Takes back that nodes of the old dataset have counterparts.
    mutating func unmatch(_ nodes: [Int]) {
        for node in nodes {
            if let other = partner[node] { partner[other] = nil }
            partner[node] = nil
        }
    }

    /// Whether each statement about nodes of the old dataset is, with their counterparts, one of the new dataset.
    func holds(for nodes: [Int]) -> Bool {
        nodes.allSatisfy { node in
            graph.statementsOfNode[node].allSatisfy { isKept(graph.statements[$0]) }
        }
    }

    /// Whether a statement of the old dataset is, with the counterparts of its nodes, one of the new dataset.
    func isKept(_ statement: BlankGraph.Statement) -> Bool {
        var key = [statement.skeleton]
        for node in statement.holes {
            guard let other = partner[node] else { return false }
            key.append(other)
        }
        return newStatements.contains(key)
    }
}

extension BlankNodeMatching {
    /// Pairs nodes that follow from pairs: where a statement about one node of a pair has a single open node, and just
    /// one such statement about the other, the open nodes are a pair too if they had one color in a round.
    /// - Complexity: O(*m*) in the mentions of the nodes that are reached, and of what stands around them.
    mutating func propagate(from seeds: [Int], round: Int) {
        var queue = seeds
        while let old = queue.popLast() {
            guard let new = partner[old] else { continue }
            let (mine, theirs) = (openNeighbours(of: old), openNeighbours(of: new))
            // In the order of statements, so that the same input gives the same pairs.
            for (key, node) in mine.ordered {
                guard let node, partner[node] == nil, case let other?? = theirs.byKey[key], partner[other] == nil,
                    colors.color(of: node, in: round) == colors.color(of: other, in: round)
                else { continue }
                match(node, other)
                queue.append(node)
            }
        }
    }

    /// The single open nodes in the statements about a node, by what is known of the statement; `nil` where several
    /// statements are alike.
    private func openNeighbours(of node: Int) -> (ordered: [(key: [Int], node: Int?)], byKey: [[Int]: Int?]) {
        var byKey: [[Int]: Int?] = [:]
        var keys: [[Int]] = []
        for index in graph.statementsOfNode[node] {
            let statement = graph.statements[index]
            guard statement.holes.count > 1 else { continue }
            var open: Int?
            var isSingle = true
            var key = [statement.skeleton]
            for hole in statement.holes {
                if let known = pairNumber(of: hole) {
                    key.append(known)
                } else {
                    isSingle = isSingle && (open == nil || open == hole)
                    open = hole
                    key.append(-1)
                }
            }
            guard isSingle, let open else { continue }
            if let before = byKey[key] {
                if before != open { byKey[key] = .some(nil) }
            } else {
                byKey[key] = open
                keys.append(key)
            }
        }
        return (keys.map { ($0, byKey[$0] ?? nil) }, byKey)
    }

    /// The number by which both datasets know a node of a pair: that of the old one.
    func pairNumber(of node: Int) -> Int? {
        graph.isOld(node) ? partner[node].map { _ in node } : partner[node]
    }
}
