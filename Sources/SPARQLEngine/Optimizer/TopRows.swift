/// Tells a sort how many rows are wanted of it.
enum TopRows: OptimizerPass {
    static let name = "top rows"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        let plan = environment.mapChildren(of: plan) { apply($0, environment) }
        guard case .slice(let offset, let limit?, let inner) = plan else { return plan }
        let (count, isOver) = offset.addingReportingOverflow(limit)
        guard !isOver else { return plan }
        return .slice(offset: offset, limit: limit, limited(inner, to: count))
    }

    private static func limited(_ node: PlanNode, to count: Int) -> PlanNode {
        switch node {
        case .project(let slots, let inner): .project(slots, limited(inner, to: count))
        case .orderBy(let conditions, let limit, let inner):
            .orderBy(conditions, limit: min(limit ?? count, count), inner)
        default: node
        }
    }
}
