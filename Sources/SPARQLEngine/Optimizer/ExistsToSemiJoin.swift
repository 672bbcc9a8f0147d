/// Turns conditions that are an EXISTS or its negation into semi-joins and anti-joins, above the other filters.
enum ExistsToSemiJoin: OptimizerPass {
    static let name = "EXISTS to semi-join"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        let plan = plan.mapChildren { apply($0, environment) }
        guard case .filter(let conditions, let inner) = plan else { return plan }
        var kept: [PlanExpression] = []
        var patterns: [(pattern: ExistsPattern, isAnti: Bool)] = []
        for condition in conditions {
            switch condition {
            case .exists(let pattern, let isNegated): patterns.append((pattern, isNegated))
            case .not(.exists(let pattern, let isNegated)): patterns.append((pattern, !isNegated))
            default: kept.append(condition)
            }
        }
        var result = kept.isEmpty ? inner : PlanNode.filter(kept, inner)
        for (pattern, isAnti) in patterns { result = .semiJoin(result, pattern, isAnti: isAnti) }
        return result
    }
}
