extension BlankNodeMatching {
    /// Pairs what is left over: nodes whose surroundings are the same as far as possible, then nodes that have most in
    /// common.
    mutating func matchByLikeness() {
        for round in (1..<max(colors.rounds.count, 1)).reversed() {
            propagate(from: pairedBesideOpen(), round: round)
            matchAlike(in: round)
        }
        // A bound on the passes: each pairs all that stand out, so that a few are enough.
        for _ in 0..<16 {
            propagate(from: pairedBesideOpen(), round: 0)
            guard matchMostInCommon() else { return }
        }
    }

    private var openOld: [Int] { (0..<graph.oldNodeCount).filter { partner[$0] == nil } }
    private var openNew: [Int] { (graph.oldNodeCount..<graph.nodes.count).filter { partner[$0] == nil } }

    /// The nodes of the old dataset that have a counterpart and stand in a statement with one that has none.
    private func pairedBesideOpen() -> [Int] {
        var seen: Set<Int> = []
        var paired: [Int] = []
        for node in openOld {
            for index in graph.statementsOfNode[node] {
                for other in graph.statements[index].holes where partner[other] != nil && seen.insert(other).inserted {
                    paired.append(other)
                }
            }
        }
        return paired.sorted(by: >)
    }

    /// Pairs open nodes of one color in a round: first where there is one in each dataset, then in their order.
    private mutating func matchAlike(in round: Int) {
        let color = colors.rounds[round]
        var open: [Int: (old: [Int], new: [Int])] = [:]
        var order: [Int] = []
        for node in openOld {
            if open[color[node]] == nil { order.append(color[node]) }
            open[color[node], default: ([], [])].old.append(node)
        }
        for node in openNew where open[color[node]] != nil { open[color[node], default: ([], [])].new.append(node) }
        for isUnique in [true, false] {
            for name in order {
                guard let (old, new) = open[name], (old.count == 1 && new.count == 1) == isUnique else { continue }
                var others = new[...]
                for node in old where partner[node] == nil {
                    while let other = others.first, partner[other] != nil { others.removeFirst() }
                    guard let other = others.popFirst() else { break }
                    match(node, other)
                    propagate(from: [node], round: round)
                }
            }
        }
    }

    /// Pairs the open nodes that share statements, those that share most first; what is rare counts more.
    /// - Returns: whether there were any.
    private mutating func matchMostInCommon() -> Bool {
        var holders: [[Int]: (old: [Int], new: [Int])] = [:]
        var order: [[Int]] = []
        for node in openOld {
            for fact in facts(of: node) {
                if holders[fact] == nil { order.append(fact) }
                holders[fact, default: ([], [])].old.append(node)
            }
        }
        for node in openNew {
            for fact in facts(of: node) where holders[fact] != nil { holders[fact, default: ([], [])].new.append(node) }
        }
        var scores: [Pair: Int] = [:]
        for fact in order {
            guard let (old, new) = holders[fact], !new.isEmpty else { continue }
            // A statement that very many make tells nothing, and would cost their product.
            guard old.count * new.count <= 4096 else { continue }
            for node in old {
                for other in new {
                    scores[Pair(old: node, new: other), default: 0] += 1_000_000 / (old.count * new.count)
                }
            }
        }
        var isAny = false
        let ranked = scores.sorted { ($1.value, $0.key.old, $0.key.new) < ($0.value, $1.key.old, $1.key.new) }
        for (pair, _) in ranked where partner[pair.old] == nil && partner[pair.new] == nil {
            match(pair.old, pair.new)
            isAny = true
        }
        return isAny
    }

    private struct Pair: Hashable {
        let old: Int
        let new: Int
    }

    /// What is said of a node, each once: the skeletons of its statements, with the pairs that stand in them.
    private func facts(of node: Int) -> Set<[Int]> {
        Set(
            graph.statementsOfNode[node].map { index in
                let statement = graph.statements[index]
                return [statement.skeleton] + statement.holes.map { $0 == node ? -1 : pairNumber(of: $0) ?? -2 }
            })
    }
}
