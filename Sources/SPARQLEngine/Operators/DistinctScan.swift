internal import TripleStore

/// The different ids of one position of a pattern, leaping from each to the next in the order that is sorted by it.
///
/// For a pattern of which one slot only is needed, where rows may come once: `SELECT DISTINCT ?p { ?s ?p ?o }` reads as
/// many rows as there are properties.
final class DistinctScan: BatchSource {
    private let input: any BatchSource
    private let context: QueryContext
    private let slot: Slot
    private let ids: IDs

    private enum IDs {
        case position(QuadPosition, IDRun)
        case known([TermID])

        var count: Int {
            switch self {
            case .position(_, let run): run.count
            case .known(let ids): ids.count
            }
        }
    }

    /// The row without slots that the input gave, and the place from which the next ids are read.
    private var batch: Batch?
    private var row = 0

    private init(_ input: any BatchSource, slot: Slot, ids: IDs, context: QueryContext) {
        self.input = input
        self.slot = slot
        self.ids = ids
        self.context = context
    }

    /// The scan of a pattern that no row before binds; `nil` where not exactly one of its slots is needed, or where no
    /// order is sorted by it.
    ///
    /// - Parameter input: A source of one row without slots.
    static func make(
        _ scan: QuadScan, input: any BatchSource, required: SlotSet, context: QueryContext
    ) -> DistinctScan? {
        let slots = GeneralLookupJoin.slots(of: scan)
        let needed = slots.filter { required.contains($0.1) }
        guard needed.count == 1, Set(slots.map(\.1)).count == slots.count,
            !scan.hasComputedTerm
        else { return nil }
        let (position, slot) = needed[0]
        if position == .graph, scan.terms.allSatisfy({ $0.slot != nil }) {
            return DistinctScan(input, slot: slot, ids: .known(context.dataset.graphNames), context: context)
        }
        let run = context.dataset.snapshot.run(
            matching: scan.pattern, in: context.dataset.scope(scan.graph), sortedBy: position)
        guard run.sortOrder.first == position else { return nil }
        return DistinctScan(input, slot: slot, ids: .position(position, run), context: context)
    }

    func reset() {
        batch = nil
        input.reset()
    }

    func next() throws(QueryEvaluationError) -> Batch? {
        if batch == nil {
            batch = try input.next()
            row = 0
        }
        guard let batch, row < ids.count else {
            self.batch = nil
            return nil
        }
        try context.limits.check()
        var column: [TermID] = []
        switch ids {
        case .position(let position, let run):
            row = run.copyDistinct(position, from: row, atMost: Batch.preferredCount, into: &column)
        case .known(let ids):
            column = ids
            row = ids.count
        }
        try context.limits.work(column.count)
        var result = batch.gathering([Int32](repeating: 0, count: column.count), slots: [])
        result.setColumn(slot, column)
        return result
    }
}
