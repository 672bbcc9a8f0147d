/// Makes one join of joins in joins, and lifts filters of the operands above the join, where the join's order can
/// place them.
enum JoinFlattening: OptimizerPass {
    static let name = "join flattening"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        let plan = environment.mapChildren(of: plan) { apply($0, environment) }
        guard case .join(let nodes) = plan else { return plan }
        var operands: [PlanNode] = []
        var conditions: [PlanExpression] = []
        guard nodes.contains(where: { if case .filter = $0 { true } else { false } }) else {
            return PlanBuilder.joined(nodes)
        }
        for (index, node) in nodes.enumerated() {
            guard case .filter(let own, let inner) = node else {
                operands.append(node)
                continue
            }
            var others = SlotSet()
            for (other, node) in nodes.enumerated() where other != index { others.formUnion(node.possibleSlots) }
            let certain = inner.certainSlots
            // A filter may leave its operand if the join changes none of the values it looks at.
            let (free, fixed) = own.partitioned { $0.slots.intersection(others).isSubset(of: certain) }
            conditions += free
            operands.append(fixed.isEmpty ? inner : .filter(fixed, inner))
        }
        let join = PlanBuilder.joined(operands)
        return conditions.isEmpty ? join : .filter(conditions, join)
    }
}

extension Array {
    /// The elements that satisfy a condition, and those that do not.
    func partitioned(by condition: (Element) -> Bool) -> (matching: [Element], others: [Element]) {
        var (matching, others) = ([Element](), [Element]())
        for element in self {
            if condition(element) { matching.append(element) } else { others.append(element) }
        }
        return (matching, others)
    }
}
