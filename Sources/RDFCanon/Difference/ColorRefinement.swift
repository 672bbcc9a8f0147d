/// What can be told of blank nodes from ever wider surroundings: nodes of one color look alike.
///
/// In round 0 all nodes are alike; in round *r* those are that have the same color in round *r* − 1 and stand in the
/// same statements with nodes of the same colors. Colors are numbers given to what was seen, not hashes: equal colors
/// are equal surroundings, in both datasets.
///
/// A round looks at the nodes beside those whose color is new, and at no others; where a color is divided, the largest
/// part keeps it. So a long chain, to the middle of which news from its ends takes as many rounds as it has nodes, costs
/// no more than a short one for each node.
struct ColorRefinement {
    /// That a part of a color got one of its own.
    struct Split {
        /// The round in which it did.
        let round: Int
        let parent: Int
        let child: Int
    }

    /// That a node had another color before a round.
    private struct Change {
        let round: Int
        let before: Int
        /// The change before this one, or -1.
        let previous: Int
    }

    /// The colors of the last round.
    private(set) var final: [Int]
    /// How many rounds there were.
    private(set) var rounds = 0
    /// The divisions, in the order of rounds.
    private(set) var splits: [Split] = []
    private var changes: [Change] = []
    /// The last change of each node, or -1.
    private var lastChange: [Int]

    /// Refines until nothing is gained, or, where that would take more than a multiple of what there is, to the round
    /// in which it is that much.
    /// - Complexity: O(*m* log *m*) in the mentions of nodes for chains, trees and whatever has few mentions of each
    ///   node; never more than 64 looks at each mention, and a million.
    init(_ graph: BlankGraph) {
        final = [Int](repeating: 0, count: graph.nodes.count)
        lastChange = [Int](repeating: -1, count: graph.nodes.count)
        var members = Members(Array(graph.nodes.indices))
        var dirty = Array(graph.nodes.indices)
        var budget = 1_000_000 + 64 * graph.statementsOfNode.reduce(0) { $0 + $1.count }
        var isDirty = [Bool](repeating: false, count: graph.nodes.count)
        while !dirty.isEmpty, budget > 0 {
            rounds += 1
            var signatures = Signatures()
            var groups: [(color: Int, parts: [[Int]])] = []
            var place: [Int: Int] = [:]
            var part: [[Int]: Int] = [:]
            for node in dirty {
                budget -= graph.statementsOfNode[node].count
                let color = final[node]
                let group = place[color] ?? groups.count
                if group == groups.count {
                    place[color] = group
                    groups.append((color, []))
                }
                let signature = signatures.signature(of: node, final, graph)
                let number = part[signature] ?? groups[group].parts.count
                if number == groups[group].parts.count {
                    part[signature] = number
                    groups[group].parts.append([])
                }
                groups[group].parts[number].append(node)
            }
            var changed: [Int] = []
            for (color, parts) in groups { divide(color, parts, &members, &changed) }
            dirty.removeAll(keepingCapacity: true)
            for node in changed {
                for index in graph.statementsOfNode[node] {
                    for other in graph.statements[index].holes where !isDirty[other] {
                        isDirty[other] = true
                        dirty.append(other)
                    }
                }
            }
            for node in dirty { isDirty[node] = false }
        }
    }

    /// Divides the nodes of a color into parts, and those that were not looked at: these look as they did before, and
    /// the others do not.
    private mutating func divide(_ color: Int, _ parts: [[Int]], _ members: inout Members, _ changed: inout [Int]) {
        let seen = parts.reduce(0) { $0 + $1.count }
        let rest = members.count(of: color) - seen
        guard parts.count > 1 || rest > 0 else { return }
        let largest = parts.indices.max { (parts[$0].count, $1) < (parts[$1].count, $0) } ?? 0
        let keepsRest = rest >= parts[largest].count
        // What was not looked at is gone through only where it is the less.
        let isSeen = keepsRest || rest == 0 ? [] : Set(parts.joined())
        let unseen = isSeen.isEmpty ? [] : members.nodes(of: color, final).filter { !isSeen.contains($0) }
        for (number, part) in parts.enumerated() where keepsRest || number != largest {
            recolor(part, from: color, &members, &changed)
        }
        if !unseen.isEmpty { recolor(unseen, from: color, &members, &changed) }
        members.remove(keepsRest ? seen : seen + rest - parts[largest].count, from: color, final)
    }

    private mutating func recolor(
        _ nodes: [Int], from color: Int, _ members: inout Members, _ changed: inout [Int]
    ) {
        let child = members.append(nodes)
        splits.append(Split(round: rounds, parent: color, child: child))
        for node in nodes {
            changes.append(Change(round: rounds, before: color, previous: lastChange[node]))
            lastChange[node] = changes.count - 1
            final[node] = child
        }
        changed += nodes
    }

    /// The color of a node in a round.
    /// - Complexity: O(*c*) in the changes since.
    func color(of node: Int, in round: Int) -> Int {
        var color = final[node]
        var change = lastChange[node]
        while change >= 0, changes[change].round > round {
            color = changes[change].before
            change = changes[change].previous
        }
        return color
    }
}

/// The nodes of each color. Those that have left one stand there until they are more than half.
private struct Members {
    private var nodes: [[Int]]
    private var counts: [Int]

    init(_ all: [Int]) { (nodes, counts) = ([all], [all.count]) }

    func count(of color: Int) -> Int { counts[color] }

    /// The nodes of a color, by the colors that nodes have.
    func nodes(of color: Int, _ colors: [Int]) -> [Int] { nodes[color].filter { colors[$0] == color } }

    /// Takes nodes for a new color.
    mutating func append(_ part: [Int]) -> Int {
        nodes.append(part)
        counts.append(part.count)
        return nodes.count - 1
    }

    /// Notes that so many nodes have left a color.
    mutating func remove(_ count: Int, from color: Int, _ colors: [Int]) {
        counts[color] -= count
        if nodes[color].count > 2 * counts[color] { nodes[color].removeAll { colors[$0] != color } }
    }
}

/// Gives numbers to what is seen of nodes in a round.
private struct Signatures {
    private var views: [[Int]: Int] = [:]

    /// What is seen of a node: its color, and its statements with the colors of the nodes in them.
    mutating func signature(of node: Int, _ colors: [Int], _ graph: BlankGraph) -> [Int] {
        var signature = graph.statementsOfNode[node].map { index in
            let statement = graph.statements[index]
            // The node itself is 0, others are their colors: `_:a ex:p _:a` is not `_:a ex:p _:b`.
            let view = [statement.skeleton] + statement.holes.map { $0 == node ? 0 : colors[$0] + 1 }
            let number = views[view] ?? views.count
            views[view] = number
            return number
        }
        signature.sort()
        signature.append(colors[node])
        return signature
    }
}
