internal import SPARQLAlgebra
internal import TripleStore

/// Joins by `=` and `sameTerm`: where a filter equates an expression over some patterns with one over others that share
/// nothing with them, or the condition of an optional does, both sides get the class of their value in a slot that they
/// then share, so that they are joined by its hash. The condition stays, and is asked of what the hash finds.
enum EqualityJoins: OptimizerPass {
    static let name = "equality joins"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        let plan = environment.mapChildren(of: plan) { apply($0, environment) }
        switch plan {
        case .filter(let conditions, .join(let nodes)): return join(nodes, conditions, environment) ?? plan
        case .leftJoin(let left, let right, let conditions): return leftJoin(left, right, conditions, environment)
        default: return plan
        }
    }

    /// Parts of a join that share no slot with one another, each with its operands in their order.
    static func parts(of nodes: [PlanNode]) -> [[PlanNode]] {
        var parts: [(nodes: [(index: Int, node: PlanNode)], slots: SlotSet)] = []
        for (index, node) in nodes.enumerated() {
            var merged = (nodes: [(index: index, node: node)], slots: node.possibleSlots)
            parts.removeAll { part in
                guard !part.slots.isDisjoint(with: merged.slots) else { return false }
                merged.nodes += part.nodes
                merged.slots.formUnion(part.slots)
                return true
            }
            parts.append(merged)
        }
        return parts.map { part in part.nodes.sorted { $0.index < $1.index }.map(\.node) }
    }

    private static func join(
        _ nodes: [PlanNode], _ conditions: [PlanExpression], _ environment: OptimizerEnvironment
    ) -> PlanNode? {
        guard conditions.contains(where: { isUseful($0) }) else { return nil }
        var parts = parts(of: nodes).map { PlanBuilder.joined($0) }
        guard parts.count > 1 else { return nil }
        let slots = parts.map(\.possibleSlots)
        var rest: [PlanExpression] = []
        var isKeyed = false
        for condition in conditions {
            rest.append(condition)
            guard isUseful(condition), let (left, right, comparesTerms) = condition.equatedSides,
                let first = slots.firstIndex(where: { left.slots.isSubset(of: $0) }),
                let second = slots.firstIndex(where: { right.slots.isSubset(of: $0) }), first != second
            else { continue }
            let slot = freshSlot(environment)
            parts[first] = .keyed(
                parts[first], EqualityKey(slot: slot, expression: left, comparesTerms: comparesTerms), isOuter: false)
            parts[second] = .keyed(
                parts[second], EqualityKey(slot: slot, expression: right, comparesTerms: comparesTerms),
                isOuter: false)
            isKeyed = true
        }
        guard isKeyed else { return nil }
        // Filters of one part go into it: its rows are hashed.
        var outer: [PlanExpression] = []
        for condition in rest {
            guard !condition.isVolatile, !condition.slots.isEmpty,
                let place = slots.firstIndex(where: { condition.slots.isSubset(of: $0) }),
                condition.slots.isSubset(of: parts[place].certainSlots)
            else {
                outer.append(condition)
                continue
            }
            parts[place] = filtered(parts[place], by: condition)
        }
        let joined = PlanNode.join(parts)
        return outer.isEmpty ? joined : .filter(outer, joined)
    }

    /// A node with a filter below its keys.
    static func filtered(_ node: PlanNode, by condition: PlanExpression) -> PlanNode {
        switch node {
        case .keyed(let inner, let key, let isOuter): .keyed(filtered(inner, by: condition), key, isOuter: isOuter)
        case .filter(let others, let inner): .filter(others + [condition], inner)
        default: .filter([condition], node)
        }
    }

    private static func leftJoin(
        _ left: PlanNode, _ right: PlanNode, _ conditions: [PlanExpression], _ environment: OptimizerEnvironment
    ) -> PlanNode {
        let (outer, inner) = (left.possibleSlots, right.possibleSlots)
        guard outer.isDisjoint(with: inner), !outer.isEmpty else {
            return .leftJoin(left, right, condition: conditions)
        }
        var (left, right) = (left, right)
        for condition in conditions where isUseful(condition) {
            guard let (first, second, comparesTerms) = condition.equatedSides else { continue }
            for (mine, other) in [(first, second), (second, first)]
            where mine.slots.isSubset(of: outer) && other.slots.isSubset(of: inner) {
                let slot = freshSlot(environment)
                left = .keyed(
                    left, EqualityKey(slot: slot, expression: mine, comparesTerms: comparesTerms), isOuter: true)
                right = .keyed(
                    right, EqualityKey(slot: slot, expression: other, comparesTerms: comparesTerms), isOuter: false)
                break
            }
        }
        return .leftJoin(left, right, condition: conditions)
    }

    private static func isUseful(_ condition: PlanExpression) -> Bool {
        guard let (left, right, _) = condition.equatedSides else { return false }
        return !left.slots.isEmpty && !right.slots.isEmpty && !condition.isVolatile && !condition.containsExists
    }

    private static func freshSlot(_ environment: OptimizerEnvironment) -> Slot {
        environment.slots.fresh(Variable.internalVariable(environment.slots.count))
    }
}
