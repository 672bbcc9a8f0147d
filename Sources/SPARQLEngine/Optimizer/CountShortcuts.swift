internal import SPARQLAlgebra

/// Reads `COUNT(*)` over one pattern from the index.
enum CountShortcuts: OptimizerPass {
    static let name = "count shortcuts"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        let plan = plan.mapChildren { apply($0, environment) }
        guard case .group(let keys, let aggregates, .scan(let scan)) = plan, keys.isEmpty, aggregates.count == 1,
            environment.ambient.isDisjoint(with: scan.slots), countsRows(aggregates[0], scan),
            // Under GRAPH with a variable each graph counts for itself.
            scan.graph.slot == nil
        else { return plan }
        let slots = scan.terms.compactMap(\.slot)
        guard Set(slots).count == slots.count else { return plan }
        return .scanCount(scan, aggregates[0].slot)
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
