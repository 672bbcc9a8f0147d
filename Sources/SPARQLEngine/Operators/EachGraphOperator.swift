internal import TripleStore

/// The rows of an operand for each named graph in turn, the name of the graph being in a slot.
final class EachGraphOperator: BatchSource {
    private let context: QueryContext
    private let seed: Seed
    private let slot: Slot
    private let plan: PlanNode
    private let required: SlotSet
    private var graphs: [TermID]
    private var current: (any BatchSource)?

    init(seed: Seed, slot: Slot, plan: PlanNode, required: SlotSet, context: QueryContext) {
        self.seed = seed
        self.slot = slot
        self.plan = plan
        self.required = required
        self.context = context
        let bound = seed.batch[slot, 0]
        graphs =
            bound.isDefined
            ? (context.dataset.hasNamedGraph(bound) ? [bound] : []) : context.dataset.graphNames.reversed()
    }

    func reset() {}

    func next() throws(QueryEvaluationError) -> Batch? {
        while true {
            if let batch = try current?.next() { return batch }
            guard let graph = graphs.popLast() else { return nil }
            try context.limits.check()
            let builder = OperatorBuilder(context: context, seed: seed.binding(slot, to: graph))
            current = try builder.build(plan, required: required.union(SlotSet([slot])))
        }
    }
}
