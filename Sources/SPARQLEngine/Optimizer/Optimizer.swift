internal import TripleStore

/// What a pass may ask.
struct OptimizerEnvironment {
    let context: QueryContext
    let slots: SlotTable
    /// Slots that the surroundings of the plan bind, inside EXISTS.
    let ambient: SlotSet
}

/// A rewriting of plans into plans that mean the same.
protocol OptimizerPass: Sendable {
    /// What the pass is called where plans are printed.
    static var name: String { get }

    /// The plan rewritten.
    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode
}

/// The passes, in the order in which they run.
enum Optimizer {
    /// Each with a word on why it stands where it stands.
    private static var passes: [any OptimizerPass.Type] {
        [
            // First, so that everything after sees plain scans, joins and unions.
            PathRewriting.self,
            // Before filters move: what is constant is no filter.
            ConstantFolding.self,
            // A BGP inside a group joins the one around it.
            JoinFlattening.self,
            // While equalities still stand above the patterns that they restrict.
            EqualityFilters.self,
            FilterPushdown.self,
            // After filters have moved to where their variables are bound.
            ExistsToSemiJoin.self,
            // Patterns that stood after an OPTIONAL join those before it.
            OptionalReordering.self,
            CountShortcuts.self,
            // The order of joins decides where the filters between them stand.
            JoinOrder.self,
            // Last: what must not see its neighbours' values is kept apart, whatever the order.
            JoinStrategies.self,
            // What is left of the joins are chains of scans, some of which close a cycle.
            Intersections.self,
            TopRows.self,
        ]
    }

    /// The plan after all passes; `report` is told of each pass that is done.
    static func optimize(
        _ plan: PlanNode, _ environment: OptimizerEnvironment, report: ((String, PlanNode) -> Void)? = nil
    ) -> PlanNode {
        var plan = plan
        for pass in passes {
            plan = pass.apply(plan, environment)
            report?(pass.name, plan)
        }
        optimizePatterns(in: plan, environment)
        return plan
    }

    /// Optimizes the patterns of EXISTS, which are not operands of the plan.
    private static func optimizePatterns(in plan: PlanNode, _ environment: OptimizerEnvironment) {
        for child in plan.children { optimizePatterns(in: child, environment) }
        func optimize(_ pattern: ExistsPattern) {
            pattern.plan = self.optimize(
                pattern.plan,
                OptimizerEnvironment(
                    context: environment.context, slots: environment.slots,
                    ambient: environment.ambient.union(pattern.outerSlots)))
        }
        func visit(_ expression: PlanExpression) {
            if case .exists(let pattern, _) = expression { optimize(pattern) }
            for child in expression.children { visit(child) }
        }
        if case .semiJoin(_, let pattern, _) = plan { optimize(pattern) }
        for expression in plan.expressions { visit(expression) }
    }
}
