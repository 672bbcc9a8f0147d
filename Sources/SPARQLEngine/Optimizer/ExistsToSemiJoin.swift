/// Turns conditions that are an EXISTS or its negation into semi-joins and anti-joins, above the other filters.
enum ExistsToSemiJoin: OptimizerPass {
    static let name = "EXISTS to semi-join"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        let plan = environment.mapChildren(of: plan) { apply($0, environment) }
        guard case .filter(let conditions, let inner) = plan else { return plan }
        var kept: [PlanExpression] = []
        var patterns: [ExistsPattern] = []
        var antiPatterns: [ExistsPattern] = []
        for condition in conditions {
            switch condition {
            case .exists(let pattern, isNegated: false), .not(.exists(let pattern, isNegated: true)):
                patterns.append(pattern)
            case .exists(let pattern, isNegated: true), .not(.exists(let pattern, isNegated: false)):
                antiPatterns.append(pattern)
            default: kept.append(condition)
            }
        }
        var result = kept.isEmpty ? inner : PlanNode.filter(kept, inner)
        // Side by side, however many: one in another would be as deep as there are conditions.
        if !patterns.isEmpty { result = .semiJoin(result, patterns, isAnti: false) }
        if !antiPatterns.isEmpty { result = .semiJoin(result, antiPatterns, isAnti: true) }
        return result
    }
}
