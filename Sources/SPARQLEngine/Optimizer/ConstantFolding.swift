internal import SPARQLAlgebra
internal import TripleStore

/// Evaluates what depends on no variable, splits conjunctions, and removes filters that are always true and patterns
/// that have no solution.
enum ConstantFolding: OptimizerPass {
    static let name = "constant folding"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        let plan = environment.mapChildren(of: plan) { apply($0, environment) }
        func folded(_ expression: PlanExpression) -> PlanExpression { fold(expression, environment.context) }
        switch plan {
        case .filter(let conditions, let inner):
            return filter(conditions.map(folded), inner, environment.context)
        case .leftJoin(let left, let right, let conditions):
            if case .unit = right { return left }
            return .leftJoin(left, right, condition: conditions.map(folded).flatMap(\.conjuncts))
        case .extend(let inner, let slot, let value): return .extend(inner, slot, folded(value))
        case .join(let nodes):
            if nodes.contains(where: { if case .empty = $0 { true } else { false } }) { return .empty }
            return PlanBuilder.joined(nodes)
        case .union(let nodes): return PlanBuilder.united(nodes)
        case .minus(let left, .empty): return left
        case .orderBy(let conditions, let limit, let inner):
            let useful = conditions.map { PlanOrder(expression: folded($0.expression), isAscending: $0.isAscending) }
            return .orderBy(useful, limit: limit, inner)
        default: return plan
        }
    }

    private static func filter(
        _ conditions: [PlanExpression], _ inner: PlanNode, _ context: QueryContext
    ) -> PlanNode {
        var kept: [PlanExpression] = []
        for condition in conditions.flatMap(\.conjuncts) {
            switch condition {
            case .failure: return .empty
            case .constant(let id):
                guard context.terms.value(id).effectiveBooleanValue == true else { return .empty }
            default: kept.append(condition)
            }
        }
        if kept.isEmpty { return inner }
        if case .filter(let others, let inner) = inner { return .filter(others + kept, inner) }
        return .filter(kept, inner)
    }

    /// IN with many constants as a set of them.
    private static func set(_ expression: PlanExpression, _ context: QueryContext) -> PlanExpression {
        guard case .isIn(let value, let list, let isNegated) = expression, list.count >= ConstantSet.minimumCount else {
            return expression
        }
        var ids: [TermID] = []
        ids.reserveCapacity(list.count)
        for element in list {
            guard case .constant(let id) = element else { return expression }
            ids.append(id)
        }
        return .isInSet(value, ConstantSet(ids, context.terms), ids, isNegated: isNegated)
    }

    /// The expression with its constant parts evaluated.
    private static func fold(_ expression: PlanExpression, _ context: QueryContext) -> PlanExpression {
        let expression = set(expression.mapChildren { fold($0, context) }, context)
        switch expression {
        case .constant, .slot, .bound, .exists, .failure: return expression
        default: break
        }
        guard expression.slots.isEmpty, !expression.isVolatile, !expression.containsExists else { return expression }
        let evaluator = ExpressionEvaluator(context: context)
        // Without EXISTS no limit is met; if one were, the expression stays as it is.
        guard let result = try? evaluator.evaluate(expression, Batch(width: 0, count: 1), 0) else { return expression }
        let id = context.terms.id(of: result)
        return id.isDefined ? .constant(id) : .failure
    }
}
