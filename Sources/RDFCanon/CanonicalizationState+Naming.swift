extension CanonicalizationState {
    /// Gives every blank node its canonical identifier.
    /// - Spec: <https://www.w3.org/TR/rdf-canon/#canon-algo-algo>, steps 3 to 5
    mutating func issueIdentifiers() throws(CanonicalizationError) {
        // 3: the hash to blank nodes map, as nodes sorted by their hashes.
        firstDegreeHashes = nodes.indices.map { firstDegreeHash(of: $0) }
        let sorted = nodes.indices.sorted { (firstDegreeHashes[$0], $0) < (firstDegreeHashes[$1], $1) }
        var shared: [Range<Int>] = []
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, firstDegreeHashes[sorted[end]] == firstDegreeHashes[sorted[start]] { end += 1 }
            // 4: a hash of one node only names it.
            if end == start + 1 { canonical.issue(to: sorted[start]) } else { shared.append(start..<end) }
            start = end
        }
        // 5: the others need to look further.
        for range in shared { try issueIdentifiers(to: sorted[range]) }
    }

    /// Names nodes that have one first degree hash.
    private mutating func issueIdentifiers(to alike: ArraySlice<Int>) throws(CanonicalizationError) {
        // 5.1, 5.2
        var paths: [(hash: Digest, issuer: IdentifierIssuer)] = []
        for node in alike where !canonical.hasIdentifier(node) {
            var issuer = IdentifierIssuer(prefix: "b")
            issuer.issue(to: node)
            paths.append(try nDegreeHash(of: node, issuer: issuer))
        }
        // 5.3: equal hashes are told apart by nothing, so their order does not matter.
        for path in paths.sorted(by: { $0.hash < $1.hash }) {
            for node in path.issuer.nodes { canonical.issue(to: node) }
        }
    }
}
