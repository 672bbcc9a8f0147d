extension CanonicalizationState {
    /// Hash Related Blank Node: what can be told of a node from its place in a quad of another one.
    /// - Spec: <https://www.w3.org/TR/rdf-canon/#hash-related-blank-node>
    func relatedHash(of hole: QuadTemplate.Hole, in quad: QuadTemplate, issuer: IdentifierIssuer) -> Digest {
        // 1, 2: the position, and the predicate unless the position is that of the graph's name.
        var input = hole.position
        if hole.position != [UInt8(ascii: "g")] { input += quad.predicate }
        // 3, 4: the identifier if there is one, canonical or temporary, else the first degree hash.
        if !canonical.append(hole.node, to: &input), !issuer.append(hole.node, to: &input) {
            input += firstDegreeHashes[hole.node].hexadecimal
        }
        // 5
        return algorithm.digest(of: input)
    }

    /// The nodes that share a quad with a node, grouped by their related hashes in code point order.
    /// - Spec: <https://www.w3.org/TR/rdf-canon/#hash-nd-quads-algorithm>, steps 1 to 3
    mutating func relatedNodes(
        of node: Int, issuer: IdentifierIssuer
    ) throws(CanonicalizationError) -> [(hash: Digest, nodes: [Int])] {
        var related: [(hash: Digest, node: Int)] = []
        for index in quadsOfNode[node] {
            try meter.spend(quads[index].holes.count)
            for hole in quads[index].holes where hole.node != node {
                related.append((relatedHash(of: hole, in: quads[index], issuer: issuer), hole.node))
            }
        }
        var groups: [(hash: Digest, nodes: [Int])] = []
        for (hash, node) in related.sorted(by: { ($0.hash, $0.node) < ($1.hash, $1.node) }) {
            if groups.last?.hash == hash {
                groups[groups.count - 1].nodes.append(node)
            } else {
                groups.append((hash, [node]))
            }
        }
        return groups
    }
}
