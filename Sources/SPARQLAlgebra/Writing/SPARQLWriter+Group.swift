// How the elements of a group are written beside one another.
//
// Triples that follow triples are one basic graph pattern, so that of two patterns side by side one needs braces. A blank
// node, on the other hand, may be named in one run of triples and paths only: a pattern that shares one with a path
// beside it has to stand there without braces.

extension SPARQLWriter {
    /// The elements of a group, one a line: what stands between its braces.
    func group(_ algebra: Algebra) -> [String] {
        if case .filter(let condition, let inner) = algebra {
            return elements(inner) + ["FILTER " + bracketted(condition)]
        }
        return elements(algebra)
    }

    /// The elements of a group that has no filter of its own.
    private func elements(_ algebra: Algebra) -> [String] {
        let parts = algebra.groupParts
        let shared = Self.sharedBlankNodes(parts)
        var written: [[String]] = []
        // The pattern that was written last and without braces, so that triples after it would become part of it.
        var open: Algebra?
        for part in parts {
            guard case .bgp(let triples) = part.last else {
                written.append(text(of: part))
                open = nil
                continue
            }
            if triples.isEmpty { continue }
            if let before = open {
                if shared.isDisjoint(with: part.last.blankNodesOfTriples) {
                    written.append([block(part.last)])
                    open = nil
                    continue
                }
                if shared.isDisjoint(with: before.blankNodesOfTriples) {
                    written[written.count - 1] = [block(before)]
                } else {
                    // Neither may have braces; a group of nothing parts them, and disappears from the algebra.
                    written.append(["{}"])
                }
            }
            written.append(element(part.last))
            open = part.last
        }
        return written.flatMap(\.self)
    }

    /// What is written for the last element of a part.
    private func text(of part: GroupPart) -> [String] {
        switch part.whole {
        case .leftJoin(_, let right, let condition) where !part.isFirst: ["OPTIONAL " + optional(right, condition)]
        case .minus(_, let right) where !part.isFirst: ["MINUS " + block(right)]
        case .extend(_, let variable, let value) where !part.isFirst:
            ["BIND(\(text(value)) AS \(terms.text(variable)))"]
        default: element(part.last)
        }
    }

    /// The group of OPTIONAL. A filter of its own would become the condition, and so gets braces of its own.
    private func optional(_ right: Algebra, _ condition: Expression?) -> String {
        guard let condition else {
            if case .filter = right { return braced([deeper.block(right)]) }
            return block(right)
        }
        let inner = deeper
        let lines: [String] = if case .filter = right { [inner.block(right)] } else { inner.elements(right) }
        return braced(lines + ["FILTER " + inner.bracketted(condition)])
    }

    /// The blank nodes of more than one pattern or path.
    private static func sharedBlankNodes(_ parts: [GroupPart]) -> Set<Variable> {
        var (seen, shared) = (Set<Variable>(), Set<Variable>())
        for part in parts {
            let nodes = part.last.blankNodesOfTriples
            shared.formUnion(nodes.intersection(seen))
            seen.formUnion(nodes)
        }
        return shared
    }
}

/// An element of a group, and the algebra of the group up to it.
private struct GroupPart {
    /// The group up to this element.
    let whole: Algebra
    /// The element: the right operand of a join.
    let last: Algebra
    /// Whether nothing comes before, so that the whole is the element.
    let isFirst: Bool
}

extension Algebra {
    /// The elements of the group that is translated to this, from the first.
    ///
    /// The left operands are followed in a loop: there may be very many.
    fileprivate var groupParts: [GroupPart] {
        var parts: [GroupPart] = []
        var rest = self
        while true {
            let next: Algebra
            switch rest {
            case .join(let left, let right):
                parts.append(GroupPart(whole: rest, last: right, isFirst: false))
                next = left
            case .leftJoin(let left, _, _), .minus(let left, _), .extend(let left, _, _):
                parts.append(GroupPart(whole: rest, last: rest, isFirst: false))
                next = left
            default:
                parts.append(GroupPart(whole: rest, last: rest, isFirst: true))
                return parts.reversed()
            }
            rest = next
        }
    }

    /// The blank nodes of triples or of a path; none of anything else.
    fileprivate var blankNodesOfTriples: Set<Variable> {
        switch self {
        case .bgp(let triples): Set(triples.flatMap(\.variables).filter(\.isBlankNode))
        case .path(let subject, _, let object): Set((subject.variables + object.variables).filter(\.isBlankNode))
        default: []
        }
    }
}
