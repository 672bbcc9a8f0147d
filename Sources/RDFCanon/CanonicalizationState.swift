internal import RDFModel

/// What the algorithm knows: the quads with blank nodes, which node stands in which, and the canonical identifiers.
/// - Spec: <https://www.w3.org/TR/rdf-canon/#canon-state>
struct CanonicalizationState {
    let algorithm: HashAlgorithm
    /// The quads that mention blank nodes, without duplicates.
    let quads: [QuadTemplate]
    /// The blank nodes by their numbers.
    let nodes: [BlankNode]
    /// The blank node to quads map: for each node, the numbers of the quads that mention it.
    let quadsOfNode: [[Int]]
    /// The canonical issuer.
    var canonical = IdentifierIssuer(prefix: "c14n")
    /// Each node's hash by its own quads, as far as computed.
    var firstDegreeHashes: [Digest] = []
    var meter: WorkMeter

    init(_ blankQuads: [Quad], algorithm: HashAlgorithm, workLimit: Int) {
        var numbers: [BlankNode: Int] = [:]
        var nodes: [BlankNode] = []
        let quads = blankQuads.map { quad in
            QuadTemplate(quad) { node in
                if let number = numbers[node] { return number }
                numbers[node] = nodes.count
                nodes.append(node)
                return nodes.count - 1
            }
        }
        var quadsOfNode = [[Int]](repeating: [], count: nodes.count)
        for (index, quad) in quads.enumerated() {
            // A node that stands twice in a quad has the quad once.
            for hole in quad.holes where quadsOfNode[hole.node].last != index { quadsOfNode[hole.node].append(index) }
        }
        self.algorithm = algorithm
        self.quads = quads
        self.nodes = nodes
        self.quadsOfNode = quadsOfNode
        meter = WorkMeter(limit: workLimit)
    }
}
