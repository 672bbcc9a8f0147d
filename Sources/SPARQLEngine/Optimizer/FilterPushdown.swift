/// Moves filters toward the patterns that bind their variables.
///
/// Filters above a join stay there, for ``JoinOrder`` to place, unless one operand that is more than a pattern binds
/// all that they look at.
enum FilterPushdown: OptimizerPass {
    static let name = "filter pushdown"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        if case .filter(let conditions, let inner) = plan {
            var rest: [PlanExpression] = []
            var node = inner
            for condition in conditions {
                if condition.isVolatile {
                    rest.append(condition)
                } else if let pushed = push(condition, into: node) {
                    node = pushed
                } else {
                    rest.append(condition)
                }
            }
            let below = environment.mapChildren(of: node) { apply($0, environment) }
            return rest.isEmpty ? apply(node, environment) : .filter(rest, below)
        }
        return environment.mapChildren(of: plan) { apply($0, environment) }
    }

    /// The node with the filter inside it; `nil` if it must stay outside.
    private static func push(_ condition: PlanExpression, into node: PlanNode) -> PlanNode? {
        let slots = condition.slots
        func filtered(_ inner: PlanNode) -> PlanNode {
            if case .filter(let others, let innermost) = inner { return .filter(others + [condition], innermost) }
            return .filter([condition], inner)
        }
        switch node {
        case .join(let nodes):
            for (index, operand) in nodes.enumerated() {
                switch operand {
                case .scan, .path, .values, .unit: continue
                default: break
                }
                guard slots.isSubset(of: operand.certainSlots), !slots.isEmpty else { continue }
                var operands = nodes
                operands[index] = filtered(operand)
                return .join(operands)
            }
            return nil
        case .leftJoin(let left, let right, let conditions):
            guard slots.intersection(right.possibleSlots).isSubset(of: left.certainSlots) else { return nil }
            return .leftJoin(filtered(left), right, condition: conditions)
        case .minus(let left, let right): return .minus(filtered(left), right)
        case .union(let nodes):
            guard !condition.containsExists else { return nil }
            return .union(nodes.map(filtered))
        case .extend(let inner, let slot, let value):
            return slots.contains(slot) ? nil : .extend(filtered(inner), slot, value)
        case .project(let shown, let inner):
            // A slot that the subquery binds and does not show would be seen.
            guard slots.intersection(inner.possibleSlots).isSubset(of: SlotSet(shown)) else { return nil }
            return .project(shown, filtered(inner))
        case .distinct(let shown, let inner): return .distinct(shown, filtered(inner))
        default: return nil
        }
    }
}
