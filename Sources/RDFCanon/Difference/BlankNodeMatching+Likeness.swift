extension BlankNodeMatching {
    /// Pairs what is left over: nodes whose surroundings are the same as far as possible, then nodes that have most in
    /// common.
    mutating func matchByLikeness() {
        matchByColors()
        // A bound on the passes: each pairs all that stand out, so that a few are enough.
        for _ in 0..<16 {
            propagate(from: paired(beside: openOld), round: 0)
            guard matchMostInCommon() else { return }
        }
    }

    private var openOld: [Int] { (0..<graph.oldNodeCount).filter { partner[$0] == nil } }
    private var openNew: [Int] { (graph.oldNodeCount..<graph.nodes.count).filter { partner[$0] == nil } }

    /// The nodes of the old dataset of pairs of which one stands in a statement with one of some others.
    private func paired(beside nodes: [Int]) -> [Int] {
        var seen: Set<Int> = []
        var paired: [Int] = []
        for node in nodes {
            for index in graph.statementsOfNode[node] {
                for other in graph.statements[index].holes {
                    guard let pair = pairNumber(of: other), seen.insert(pair).inserted else { continue }
                    paired.append(pair)
                }
            }
        }
        return paired.sorted(by: >)
    }

    /// The open nodes of a color.
    private struct Pool {
        var old = NumberHeap()
        var new = NumberHeap()

        /// Forgets nodes at the beginning that have a counterpart by now, and of a few all.
        mutating func drop(where isPaired: (Int) -> Bool) {
            Self.drop(&old, isPaired)
            Self.drop(&new, isPaired)
        }

        private static func drop(_ nodes: inout NumberHeap, _ isPaired: (Int) -> Bool) {
            if nodes.count <= 16 { return nodes.removeAll(where: isPaired) }
            while let first = nodes.first, isPaired(first) { nodes.removeFirst() }
        }

        var isUnique: Bool { old.count == 1 && new.count == 1 }
    }

    /// Pairs open nodes that had one color in a round, from the last round to the second: first where there is one in
    /// each dataset, then in their order.
    ///
    /// Going back, a color falls to the one of which it was a part. Only what fells together is looked at again, and of
    /// two pools of which one has old nodes only and the other too, nothing.
    private mutating func matchByColors() {
        var pools: [Int: Pool] = [:]
        var touched: [Int] = []
        for node in openOld {
            if pools[colors.final[node]] == nil { touched.append(colors.final[node]) }
            pools[colors.final[node], default: Pool()].old.insert(node)
        }
        for node in openNew {
            if pools[colors.final[node]] == nil { touched.append(colors.final[node]) }
            pools[colors.final[node], default: Pool()].new.insert(node)
        }
        propagate(from: paired(beside: openOld), round: colors.rounds)
        matchAlike(touched, &pools, round: colors.rounds)
        var splits = colors.splits[...]
        while let last = splits.last, last.round > 1 {
            let round = last.round - 1
            touched.removeAll()
            var fallen: [Int] = []
            while let split = splits.last, split.round == last.round {
                splits.removeLast()
                guard let pool = pools.removeValue(forKey: split.child) else { continue }
                let old = pool.old.numbers.filter { partner[$0] == nil }
                let new = pool.new.numbers.filter { partner[$0] == nil }
                guard !old.isEmpty || !new.isEmpty else { continue }
                fallen += old + new
                touched.append(split.parent)
                for node in old { pools[split.parent, default: Pool()].old.insert(node) }
                for node in new { pools[split.parent, default: Pool()].new.insert(node) }
            }
            propagate(from: paired(beside: fallen), round: round)
            matchAlike(touched, &pools, round: round)
        }
    }

    private mutating func matchAlike(_ touched: [Int], _ pools: inout [Int: Pool], round: Int) {
        for isUnique in [true, false] {
            for color in touched {
                guard var pool = pools.removeValue(forKey: color) else { continue }
                pool.drop { partner[$0] != nil }
                while pool.isUnique == isUnique || !isUnique, let node = pool.old.first, let other = pool.new.first {
                    match(node, other)
                    propagate(from: [node], round: round)
                    pool.drop { partner[$0] != nil }
                }
                if !pool.old.isEmpty || !pool.new.isEmpty { pools[color] = pool }
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
