internal import RDFModel

/// Blank nodes of one dataset that hang together by statements.
private struct Component {
    /// The nodes by their final colors.
    var nodes: [Int]
    /// The final colors, sorted: equal for components that can be the same.
    var key: [Int]

    /// Whether all nodes have different colors, so that only one pairing can be.
    var isDiscrete: Bool { zip(key, key.dropFirst()).allSatisfy { $0 != $1 } }
}

extension BlankNodeMatching {
    /// How exact the pairing of whole components was.
    enum Exactness {
        /// Every component that has a counterpart has been given one.
        case exact
        /// All components look alike, but some could not be compared in the steps allowed.
        case undecided(limit: Int)
    }

    /// Pairs the components that are the same as a whole.
    ///
    /// - Parameter canonicalForm: canonicalizes a component, for those that only a search can compare.
    mutating func matchComponents(
        workLimit: Int, canonicalForm: ([Int], Int) throws(CanonicalizationError) -> CanonicalComponent
    ) -> Exactness {
        var groups: [[Int]: (old: [Component], new: [Component])] = [:]
        var order: [[Int]] = []
        for component in components() {
            let isOld = component.nodes.first.map(graph.isOld) ?? true
            if groups[component.key] == nil { order.append(component.key) }
            if isOld {
                groups[component.key, default: ([], [])].old.append(component)
            } else {
                groups[component.key, default: ([], [])].new.append(component)
            }
        }
        var differs = false
        var isUndecided = false
        for key in order {
            guard let (old, new) = groups[key] else { continue }
            differs = differs || old.count != new.count
            guard !old.isEmpty, !new.isEmpty else { continue }
            var openOld: [Component] = []
            var openNew: [Component] = []
            for (index, component) in old.enumerated() {
                guard index < new.count else {
                    openOld.append(component)
                    continue
                }
                if !match(component, new[index]) {
                    openOld.append(component)
                    openNew.append(new[index])
                }
            }
            if new.count > old.count { openNew += new[old.count...] }
            guard !openOld.isEmpty, !openNew.isEmpty else { continue }
            do {
                let matched = try matchByCanonicalForm(openOld, openNew, workLimit, canonicalForm)
                differs = differs || matched < max(openOld.count, openNew.count)
            } catch {
                isUndecided = true
            }
        }
        return isUndecided && !differs ? .undecided(limit: workLimit) : .exact
    }

    /// Pairs the nodes of two components of one key, if that can be done without search.
    private mutating func match(_ old: Component, _ new: Component) -> Bool {
        if old.isDiscrete {
            for (node, other) in zip(old.nodes, new.nodes) { match(node, other) }
        } else {
            // Nodes of one color: choose a pair, see what follows, choose again where something is left. Both lists
            // have the same colors in the same order, so that a color begins at one place in both.
            var next: [Int: Int] = [:]
            for (index, node) in old.nodes.enumerated() {
                let color = colors.final[node]
                var place = next[color] ?? index
                if partner[node] == nil {
                    while place < new.nodes.count, partner[new.nodes[place]] != nil { place += 1 }
                    guard place < new.nodes.count, colors.final[new.nodes[place]] == color else { break }
                    match(node, new.nodes[place])
                    follow(from: node)
                }
                next[color] = place
            }
        }
        // Both have as many nodes and, by their colors, as many statements: none left over here is none left there.
        if holds(for: old.nodes) { return true }
        unmatch(old.nodes)
        return false
    }

    /// Pairs what stands beside a pair, and what stands beside that: where several nodes look the same from there, the
    /// first of the one side with the first of the other. In a tree that is never wrong, since what hangs from nodes of
    /// one color is the same; one way is gone to its end before the next is begun.
    private mutating func follow(from start: Int) {
        var waiting = beside(start)
        while let last = waiting.indices.last {
            guard let node = waiting[last].old.popFirst() else {
                waiting.removeLast()
                continue
            }
            guard partner[node] == nil else { continue }
            while let other = waiting[last].new.first, partner[other] != nil { waiting[last].new.removeFirst() }
            guard let other = waiting[last].new.popFirst() else { continue }
            match(node, other)
            waiting += beside(node)
        }
    }

    /// The open nodes in the statements about a pair, those together that look the same from there; the fewest last.
    private func beside(_ node: Int) -> [(old: ArraySlice<Int>, new: ArraySlice<Int>)] {
        guard let other = partner[node] else { return [] }
        var groups: [[Int]: (old: [Int], new: [Int])] = [:]
        var order: [[Int]] = []
        for (key, open) in openHoles(of: node) {
            if groups[key] == nil { order.append(key) }
            groups[key, default: ([], [])].old.append(open)
        }
        for (key, open) in openHoles(of: other) where groups[key] != nil { groups[key]?.new.append(open) }
        return order.compactMap { key in groups[key].map { (old: $0.old[...], new: $0.new[...]) } }
            .sorted { $0.old.count > $1.old.count }
    }

    /// The nodes without a counterpart in statements about a node that have no other such node, with all else that is
    /// known of the statement.
    private func openHoles(of node: Int) -> [(key: [Int], node: Int)] {
        graph.statementsOfNode[node].compactMap { index in
            let statement = graph.statements[index]
            guard statement.holes.count > 1 else { return nil }
            var open: Int?
            var key = [statement.skeleton]
            for hole in statement.holes {
                if let known = pairNumber(of: hole) {
                    key.append(known)
                } else {
                    guard open == nil || open == hole else { return nil }
                    open = hole
                    key.append(-1 - colors.final[hole])
                }
            }
            return open.map { (key, $0) }
        }
    }

    /// Pairs components by RDFC-1.0.
    /// - Returns: how many were paired.
    private mutating func matchByCanonicalForm(
        _ old: [Component], _ new: [Component], _ workLimit: Int,
        _ canonicalForm: ([Int], Int) throws(CanonicalizationError) -> CanonicalComponent
    ) throws(CanonicalizationError) -> Int {
        var open: [[UInt8]: [[Int]]] = [:]
        for component in new.reversed() {
            let form = try canonicalForm(component.nodes, workLimit)
            open[form.bytes, default: []].append(form.nodes)
        }
        var count = 0
        for component in old {
            let form = try canonicalForm(component.nodes, workLimit)
            guard let nodes = open[form.bytes]?.popLast() else { continue }
            for (node, other) in zip(form.nodes, nodes) { match(node, other) }
            count += 1
        }
        return count
    }

    /// The components of both datasets, in the order of their first nodes.
    private func components() -> [Component] {
        var root = Array(graph.nodes.indices)
        func find(_ node: Int) -> Int {
            var node = node
            while root[node] != node {
                root[node] = root[root[node]]
                node = root[node]
            }
            return node
        }
        for statement in graph.statements {
            guard let first = statement.holes.first else { continue }
            for other in statement.holes.dropFirst() {
                let (one, two) = (find(first), find(other))
                // The lower number is the root, so that a component is known by its first node.
                if one != two { root[max(one, two)] = min(one, two) }
            }
        }
        var members: [[Int]] = []
        var place: [Int: Int] = [:]
        for node in graph.nodes.indices {
            let top = find(node)
            if let index = place[top] {
                members[index].append(node)
            } else {
                place[top] = members.count
                members.append([node])
            }
        }
        return members.map { nodes in
            let sorted = nodes.sorted { (colors.final[$0], $0) < (colors.final[$1], $1) }
            return Component(nodes: sorted, key: sorted.map { colors.final[$0] })
        }
    }
}

/// A component in canonical form.
struct CanonicalComponent {
    /// Its statements as canonical N-Quads.
    let bytes: [UInt8]
    /// Its nodes in the order of their canonical identifiers.
    let nodes: [Int]
}
