internal import TripleStore

extension ExistsPattern {
    /// Whether the pattern, with the values of a row in place of its slots, has a solution.
    ///
    /// The way of last resort, for an EXISTS in the midst of an expression: the pattern is run once for each distinct
    /// combination of values. EXISTS as a condition of its own becomes a ``SemiJoin``.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#func-filter-exists>
    func hasSolution(_ batch: Batch, _ row: Int, _ context: QueryContext) throws(QueryEvaluationError) -> Bool {
        let slots = outerSlots.slots
        let key = slots.map { batch[$0, row] }
        if let known = known[key] { return known }
        try context.limits.check()
        var seed = Batch.unit(width: batch.width)
        var bound = SlotSet()
        for (slot, id) in zip(slots, key) where id.isDefined {
            seed.setColumn(slot, [id])
            bound.insert(slot)
        }
        let builder = OperatorBuilder(context: context, seed: Seed(batch: seed, slots: bound))
        let result = try builder.build(plan, required: SlotSet(), ignoresDuplicates: true).next() != nil
        if known.count < Self.maximumKnown { known[key] = result }
        return result
    }
}
