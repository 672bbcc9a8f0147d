/// What can be told of blank nodes from ever wider surroundings: nodes of one color look alike.
///
/// In round 0 all nodes are alike; in round *r* those are that have the same color in round *r* − 1 and stand in the
/// same statements with nodes of the same colors. Colors are numbers given to what was seen, not hashes: equal colors
/// are equal surroundings, in both datasets.
struct ColorRefinement {
    /// For each round the color of each node.
    let rounds: [[Int]]

    /// The colors of the last round.
    var final: [Int] { rounds[rounds.count - 1] }

    /// Refines until nothing is gained, or for so many rounds.
    /// - Complexity: O(*r* · *m* log *m*) for *r* rounds and *m* mentions of nodes.
    init(_ graph: BlankGraph, maximumRounds: Int = 64) {
        var rounds = [[Int](repeating: 0, count: graph.nodes.count)]
        var count = 0
        while !graph.nodes.isEmpty, rounds.count <= maximumRounds {
            let (colors, newCount) = Self.refined(rounds[rounds.count - 1], graph)
            // As many colors as before are the same colors.
            if newCount == count { break }
            count = newCount
            rounds.append(colors)
        }
        self.rounds = rounds
    }

    private static func refined(_ colors: [Int], _ graph: BlankGraph) -> (colors: [Int], count: Int) {
        var views: [[Int]: Int] = [:]
        var signatures: [[Int]: Int] = [:]
        let refined = graph.nodes.indices.map { node in
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
            let color = signatures[signature] ?? signatures.count
            signatures[signature] = color
            return color
        }
        return (refined, signatures.count)
    }
}
