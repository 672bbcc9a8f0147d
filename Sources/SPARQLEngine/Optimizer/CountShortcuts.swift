internal import SPARQLAlgebra

/// Reads `COUNT(*)` over one pattern from the index, and over patterns that share nothing as the product of their counts.
enum CountShortcuts: OptimizerPass {
    static let name = "count shortcuts"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        let plan = environment.mapChildren(of: plan) { apply($0, environment) }
        if let product = product(plan, environment) { return product }
        guard case .group(let keys, let aggregates, .scan(let scan)) = plan, keys.isEmpty, aggregates.count == 1,
            environment.ambient.isDisjoint(with: scan.slots), countsRows(aggregates[0], scan),
            // Under GRAPH with a variable each graph counts for itself.
            scan.graph.slot == nil
        else { return plan }
        let slots = scan.terms.compactMap(\.slot)
        guard Set(slots).count == slots.count else { return plan }
        return .scanCount(scan, aggregates[0].slot)
    }

    /// A count of what patterns that share nothing make together, as the product of the counts of each.
    private static func product(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode? {
        guard case .group(let keys, let aggregates, let inner) = plan, keys.isEmpty, aggregates.count == 1,
            case .count = aggregates[0].function, !aggregates[0].isDistinct, counts(aggregates[0], rowsOf: inner),
            environment.ambient.isDisjoint(with: inner.mentionedSlots)
        else { return nil }
        var (conditions, node) = ([PlanExpression](), inner)
        if case .filter(let all, let filtered) = inner { (conditions, node) = (all, filtered) }
        guard case .join(let nodes) = node else { return nil }
        var parts = EqualityJoins.parts(of: nodes).map { PlanBuilder.joined($0) }
        guard parts.count > 1 else { return nil }
        let certain = parts.map(\.certainSlots)
        for condition in conditions {
            // Where a condition looks at several parts, they are not apart.
            guard !condition.isVolatile, !condition.slots.isEmpty,
                let place = certain.firstIndex(where: { condition.slots.isSubset(of: $0) })
            else { return nil }
            parts[place] = EqualityJoins.filtered(parts[place], by: condition)
        }
        var counted: [PlanNode] = []
        var total: PlanExpression?
        for part in parts {
            let slot = environment.slots.fresh(Variable.internalVariable(environment.slots.count))
            let count = PlanAggregate(slot: slot, function: aggregates[0].function, isDistinct: false, argument: nil)
            counted.append(apply(.group(keys: [], aggregates: [count], part), environment))
            total = total.map { .arithmetic(.multiply, $0, .slot(slot)) } ?? .slot(slot)
        }
        guard let total else { return nil }
        return .project([aggregates[0].slot], .extend(.join(counted), aggregates[0].slot, total))
    }

    /// Whether an aggregate counts each row once.
    private static func counts(_ aggregate: PlanAggregate, rowsOf node: PlanNode) -> Bool {
        switch aggregate.argument {
        case nil: true
        case .slot(let slot)?: node.certainSlots.contains(slot)
        default: false
        }
    }

    private static func countsRows(_ aggregate: PlanAggregate, _ scan: QuadScan) -> Bool {
        guard case .count = aggregate.function else { return false }
        switch aggregate.argument {
        // The rows of one pattern are distinct as they are.
        case nil: return true
        case .slot(let slot)?: return !aggregate.isDistinct && scan.slots.contains(slot)
        default: return false
        }
    }
}
