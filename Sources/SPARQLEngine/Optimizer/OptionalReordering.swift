/// Joins patterns that stand after an OPTIONAL with those before it: `(A ⟕ B) ⋈ C` is `(A ⋈ C) ⟕ B` where C shares with
/// B, and with the condition, only what A binds.
enum OptionalReordering: OptimizerPass {
    static let name = "optional reordering"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        let plan = environment.mapChildren(of: plan) { apply($0, environment) }
        guard case .join(let nodes) = plan else { return plan }
        for (index, node) in nodes.enumerated() {
            guard case .leftJoin(let left, let right, let conditions) = node else { continue }
            var others = nodes
            others.remove(at: index)
            let shared = others.reduce(into: SlotSet()) { $0.formUnion($1.possibleSlots) }
            let seen = right.possibleSlots.union(PlanNode.slots(of: conditions))
            guard shared.intersection(seen).isSubset(of: left.certainSlots) else { continue }
            let inner = JoinFlattening.apply(PlanBuilder.joined([left] + others), environment)
            return .leftJoin(apply(inner, environment), right, condition: conditions)
        }
        return plan
    }
}
