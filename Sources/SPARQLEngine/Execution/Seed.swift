internal import TripleStore

/// The row that every leaf of a plan begins with: the empty one for a query, the values of the outer solution inside
/// EXISTS, the name of the graph inside GRAPH.
///
/// As each leaf has it, its values stand in place of their slots everywhere in the pattern, which is what EXISTS and
/// GRAPH mean by substitution.
struct Seed {
    /// One row.
    let batch: Batch
    /// The slots that the row binds.
    let slots: SlotSet

    /// The empty row.
    static func empty(width: Int) -> Seed { Seed(batch: .unit(width: width), slots: SlotSet()) }

    /// The row with another value.
    func binding(_ slot: Slot, to id: TermID) -> Seed {
        var batch = batch
        batch.setColumn(slot, [id])
        return Seed(batch: batch, slots: slots.union(SlotSet([slot])))
    }
}
