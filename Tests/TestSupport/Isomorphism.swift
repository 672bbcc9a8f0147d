public import RDFModel

/// Whether two datasets say the same, up to the names of blank nodes.
///
/// A plain search for the small documents of test suites: nodes are told apart by what stands around them, then pairs
/// are tried. Module `RDFCanon` has the algorithm for everything else.
public func areIsomorphic(_ left: [Quad], _ right: [Quad]) -> Bool {
    let (left, right) = (Set(left), Set(right))
    guard left.count == right.count else { return false }
    let (leftColors, rightColors) = (colors(of: left), colors(of: right))
    guard leftColors.values.sorted() == rightColors.values.sorted() else { return false }
    // Rare colours first, so that wrong pairs show early.
    let sizes = Dictionary(grouping: rightColors.keys) { rightColors[$0, default: 0] }
    let nodes = leftColors.keys.sorted { one, other in
        let (oneSize, otherSize) = (
            sizes[leftColors[one, default: 0]]?.count ?? 0, sizes[leftColors[other, default: 0]]?.count ?? 0
        )
        return oneSize != otherSize ? oneSize < otherSize : one < other
    }
    var tries = 0
    func search(_ index: Int, _ mapping: [BlankNode: BlankNode]) -> Bool {
        tries += 1
        guard tries < 100_000 else { return false }
        guard index < nodes.count else {
            return Set(left.map { $0.renamingBlankNodes { mapping[$0] ?? $0 } }) == right
        }
        let used = Set(mapping.values)
        for candidate in sizes[leftColors[nodes[index], default: 0], default: []].sorted()
        where !used.contains(candidate) {
            var extended = mapping
            extended[nodes[index]] = candidate
            if search(index + 1, extended) { return true }
        }
        return false
    }
    return search(0, [:])
}

/// A number for each blank node that depends on what surrounds it, and not on its label.
private func colors(of quads: Set<Quad>) -> [BlankNode: Int] {
    var colors: [BlankNode: Int] = [:]
    for quad in quads {
        _ = quad.renamingBlankNodes {
            colors[$0] = 0; return $0
        }
    }
    for _ in 0..<8 {
        var signatures: [BlankNode: [Int]] = [:]
        for quad in quads {
            var own: [BlankNode] = []
            _ = quad.renamingBlankNodes {
                own.append($0); return $0
            }
            for node in Set(own) {
                let seen = quad.renamingBlankNodes {
                    BlankNode($0 == node ? "self" : String(colors[$0, default: 0]))
                }
                signatures[node, default: []].append(seen.hashValue)
            }
        }
        for (node, signature) in signatures {
            colors[node] = [colors[node, default: 0]].appending(signature.sorted()).hashValue
        }
    }
    return colors
}

extension [Int] {
    fileprivate func appending(_ other: [Int]) -> [Int] { self + other }
}
