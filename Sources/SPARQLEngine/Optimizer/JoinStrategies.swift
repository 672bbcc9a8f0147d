/// Keeps apart what must not see the values of the rows that it is joined with, and what is only made as a whole: such
/// operands are run on their own and joined by hash.
enum JoinStrategies: OptimizerPass {
    static let name = "join strategies"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        let plan = environment.mapChildren(of: plan) { apply($0, environment) }
        switch plan {
        case .join(let nodes):
            var operands: [PlanNode] = []
            var before = SlotSet()
            for node in nodes {
                let isFirst = operands.isEmpty
                let mayChain = node.isChainable && node.isTransparent(to: before) && !isLongTable(node)
                operands.append(isFirst || mayChain ? node : .strategy(.hash, node))
                before.formUnion(node.possibleSlots)
            }
            return .join(operands)
        case .leftJoin(let left, let right, let conditions):
            if right.isChainable, right.isTransparent(to: left.possibleSlots) { return plan }
            return .leftJoin(left, .strategy(.hash, right), condition: conditions)
        default: return plan
        }
    }

    /// Whether a node is a table too long to be gone through for each row.
    private static func isLongTable(_ node: PlanNode) -> Bool {
        if case .values(_, let rows) = node { rows.count > 256 } else { false }
    }
}
