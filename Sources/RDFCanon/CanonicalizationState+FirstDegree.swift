extension CanonicalizationState {
    /// Hash First Degree Quads: what can be told of a node from the quads that it stands in.
    /// - Spec: <https://www.w3.org/TR/rdf-canon/#hash-1d-quads>
    func firstDegreeHash(of node: Int) -> Digest {
        // 1–3: each quad of the node, the node itself called `a` and every other `z`.
        let lines = quadsOfNode[node].map { index in
            var line: [UInt8] = []
            quads[index].append(to: &line) { other, bytes in
                bytes += [UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: other == node ? "a" : "z")]
            }
            return line
        }
        // 4, 5: sorted, joined, hashed.
        return algorithm.digest(of: Array(lines.sorted { $0.lexicographicallyPrecedes($1) }.joined()))
    }
}
