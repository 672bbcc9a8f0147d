internal import TripleStore

/// What a pass may ask.
struct OptimizerEnvironment {
    let context: QueryContext
    let slots: SlotTable
    /// Slots that the surroundings of the plan bind, inside EXISTS.
    let ambient: SlotSet
    /// How many EXISTS the plan is in.
    var existsDepth = 0

    /// What a pass may ask of an operand of a join, before which others bind some slots.
    func inJoin(ambient: SlotSet) -> OptimizerEnvironment {
        OptimizerEnvironment(context: context, slots: slots, ambient: ambient, existsDepth: existsDepth)
    }

    /// What passes may ask inside an EXISTS.
    func inExists(ambient: SlotSet) -> OptimizerEnvironment {
        OptimizerEnvironment(context: context, slots: slots, ambient: ambient, existsDepth: existsDepth + 1)
    }
}

extension OptimizerEnvironment {
    /// The node with its direct operands rewritten; as it is where the query is over, which the end of the pass says.
    func mapChildren(of plan: PlanNode, _ transform: (PlanNode) -> PlanNode) -> PlanNode {
        context.limits.allowsPlanning() ? plan.mapChildren(transform) : plan
    }
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
            // When it is known which patterns share nothing.
            EqualityJoins.self,
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
    ///
    /// Where a limit is met the plan is whatever has been made of it; ``LimitGuard/check()`` then throws.
    static func optimize(
        _ plan: PlanNode, _ environment: OptimizerEnvironment, report: ((String, PlanNode) -> Void)? = nil
    ) -> PlanNode {
        var plan = plan
        for pass in passes where environment.context.limits.allowsPlanning() {
            plan = pass.apply(plan, environment)
            report?(pass.name, plan)
        }
        optimizePatterns(in: plan, environment)
        return plan
    }

    /// Optimizes the patterns of EXISTS, which are not operands of the plan.
    private static func optimizePatterns(in plan: PlanNode, _ environment: OptimizerEnvironment) {
        guard environment.context.limits.allowsPlanning() else { return }
        for child in plan.children { optimizePatterns(in: child, environment) }
        // What the rows bind for which a pattern is run.
        let outside = plan.children.reduce(into: environment.ambient) { $0.formUnion($1.possibleSlots) }
        func visit(_ expression: PlanExpression) {
            if case .exists(let pattern, _) = expression { optimize(pattern, outside: outside, environment) }
            for child in expression.children { visit(child) }
        }
        if case .semiJoin(_, let patterns, _) = plan {
            for pattern in patterns {
                let outside = outside.intersection(pattern.outerSlots)
                if environment.existsDepth < maximumWholeDepth {
                    pattern.whole = whole(pattern, outside: outside, environment)
                }
                optimize(pattern, outside: outside, environment)
            }
        }
        for expression in plan.expressions { visit(expression) }
    }

    private static func optimize(
        _ pattern: ExistsPattern, outside: SlotSet, _ environment: OptimizerEnvironment
    ) {
        pattern.plan = optimize(
            pattern.plan, environment.inExists(ambient: outside.intersection(pattern.outerSlots)))
    }

    /// The pattern as it is run once for all rows, optimized without what the outside binds.
    private static func whole(
        _ pattern: ExistsPattern, outside: SlotSet, _ environment: OptimizerEnvironment
    ) -> WholePattern? {
        guard
            var whole = WholePattern(pattern.plan.copyingPatterns(), outside: outside, slots: environment.slots)
        else { return nil }
        whole.plan = optimize(whole.plan, environment.inExists(ambient: SlotSet()))
        let work = CardinalityEstimator(context: environment.context).work(whole.plan, bound: SlotSet())
        whole.cost = Int(exactly: work.rounded()) ?? .max
        return whole
    }

    /// How deep EXISTS may stand in one another and be planned in both ways: twice a level is exponential.
    private static let maximumWholeDepth = 4
}
