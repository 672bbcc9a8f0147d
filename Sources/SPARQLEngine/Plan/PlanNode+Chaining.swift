extension PlanNode {
    /// Whether every operator of the node works row by row on an input, so that it can be run for one batch of rows
    /// after another.
    var isChainable: Bool {
        switch self {
        case .unit, .empty, .scan, .path, .values, .service: true
        case .join, .leftJoin, .filter, .union, .semiJoin, .extend, .project, .tripleTerm:
            children.allSatisfy(\.isChainable)
        case .strategy(let strategy, _): strategy == .intersect
        // Joined by hash, which is what the slot is for.
        case .keyed: false
        case .minus, .eachGraph, .group, .orderBy, .distinct, .reduced, .slice, .scanCount: false
        }
    }

    /// Whether joining the node row by row with rows that bind some slots gives what joining the two results gives.
    ///
    /// It does unless an expression would see a value that it must not see, since its own pattern does not bind the
    /// slot; or an optional part would be extended by a value from outside before its own side has bound it.
    func isTransparent(to outside: SlotSet) -> Bool {
        // Each child is asked once: twice a level would be exponential. What is transparent to more slots is to fewer.
        if case .join(let nodes) = self {
            // An operand sees what the operands before it bind, too.
            var before = outside
            for node in nodes {
                guard node.isTransparent(to: before) else { return false }
                before.formUnion(node.possibleSlots)
            }
            return true
        }
        guard children.allSatisfy({ $0.isTransparent(to: outside) }) else { return false }
        switch self {
        case .filter(let conditions, let inner):
            return Self.slots(of: conditions).intersection(outside).isSubset(of: inner.certainSlots)
        case .semiJoin(let inner, let patterns, _):
            let certain = inner.certainSlots
            return patterns.allSatisfy { $0.outerSlots.intersection(outside).isSubset(of: certain) }
        case .extend(let inner, let slot, let value):
            return !outside.contains(slot) && value.slots.intersection(outside).isSubset(of: inner.certainSlots)
        case .leftJoin(let left, let right, let conditions):
            let seen = right.possibleSlots.union(Self.slots(of: conditions))
            let own = left.certainSlots.union(right.certainSlots.subtracting(outside))
            return seen.intersection(outside).isSubset(of: own)
        default: return true
        }
    }

    static func slots(of expressions: [PlanExpression]) -> SlotSet {
        expressions.reduce(into: SlotSet()) { $0.formUnion($1.slots) }
    }

    /// How deep the right sides of left joins and semi-joins stand in one another, the patterns of EXISTS included: so
    /// many slots are needed for the numbers of rows.
    var nesting: Int {
        // Each child is visited once: twice a level would be exponential in a chain of left joins.
        var result: Int
        switch self {
        case .leftJoin(let left, let right, _): result = max(left.nesting, right.nesting + 1)
        case .semiJoin(let inner, let patterns, _):
            result = patterns.reduce(inner.nesting) { max($0, $1.nesting + 1) }
        default: result = children.reduce(0) { max($0, $1.nesting) }
        }
        for expression in expressions { result = max(result, expression.nesting) }
        return result
    }
}

extension PlanExpression {
    fileprivate var nesting: Int {
        if case .exists(let pattern, _) = self { return pattern.nesting }
        return children.reduce(0) { max($0, $1.nesting) }
    }
}
