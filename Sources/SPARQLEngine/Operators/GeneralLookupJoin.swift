internal import TripleStore

/// Joins rows with a pattern in all the cases that ``LookupJoin`` does not cover, one index lookup a row: slots that
/// some rows bind and others do not, slots that occur twice, predicates or graphs that the input binds.
final class GeneralLookupJoin: RowByRowJoin {
    let input: any BatchSource
    let context: QueryContext
    private let scan: QuadScan
    private let kept: [Slot]
    /// The positions whose columns are written, and the slots of these columns.
    private let written: [(position: QuadPosition, slot: Slot)]
    /// Positions that hold the same slot.
    private let equalPositions: [(QuadPosition, QuadPosition)]
    private let isExistence: Bool

    var batch: Batch?
    var row = 0
    /// The run of the present row, and how far it is used.
    private var run: IDRun?
    private var runRow = 0

    init(
        _ input: any BatchSource, scan: QuadScan, kept: [Slot], required: SlotSet, isExistence: Bool,
        context: QueryContext
    ) {
        self.input = input
        self.scan = scan
        self.kept = kept
        self.isExistence = isExistence
        self.context = context
        let slots = Self.slots(of: scan)
        var written: [(position: QuadPosition, slot: Slot)] = []
        var equalPositions: [(QuadPosition, QuadPosition)] = []
        for (index, (position, slot)) in slots.enumerated() {
            if let same = slots[..<index].first(where: { $0.1 == slot }) {
                equalPositions.append((same.0, position))
            } else if required.contains(slot) {
                written.append((position, slot))
            }
        }
        self.written = written
        self.equalPositions = equalPositions
    }

    func reset() {
        batch = nil
        run = nil
        input.reset()
    }

    func join(_ batch: Batch) throws(QueryEvaluationError) -> Batch {
        var rows: [Int32] = []
        var columns = [[TermID]](repeating: [], count: written.count)
        while row < batch.count, rows.count < context.batchCount {
            let run = self.run ?? openRun(batch)
            self.run = run
            try context.limits.work(1)
            try takeRows(of: run, &rows, &columns)
            guard runRow >= run.count else { break }
            self.run = nil
            row += 1
        }
        var result = batch.gathering(rows, slots: kept)
        for (index, (_, slot)) in written.enumerated() { result.setColumn(slot, columns[index]) }
        return result
    }

    /// The statements that match the present row.
    private func openRun(_ batch: Batch) -> IDRun {
        func value(_ term: PlanTerm) -> TermID {
            switch term {
            case .constant(let id): id
            case .slot(let slot): batch[slot, row]
            }
        }
        runRow = 0
        let pattern = IDPattern(
            subject: value(scan.subject), predicate: value(scan.predicate), object: value(scan.object))
        let graph = scan.graph.slot.map { batch[$0, row] } ?? .undefined
        let scope = graph.isDefined ? .named(graph) : context.dataset.scope(scan.graph)
        return context.dataset.snapshot.run(matching: pattern, in: scope)
    }

    /// Adds what the present row matches, until the batch is full.
    private func takeRows(
        of run: IDRun, _ rows: inout [Int32], _ columns: inout [[TermID]]
    ) throws(QueryEvaluationError) {
        if equalPositions.isEmpty {
            var end = min(run.count, runRow + max(context.batchCount - rows.count, 1))
            if isExistence { end = min(end, 1) }
            guard end > runRow else { return }
            rows.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: end - runRow))
            for (index, (position, _)) in written.enumerated() {
                run.copy(position, rows: runRow..<end, into: &columns[index])
            }
            runRow = isExistence ? run.count : end
            return
        }
        while runRow < run.count, rows.count < context.batchCount {
            let place = runRow
            runRow += 1
            try context.limits.work(1)
            let agrees = equalPositions.allSatisfy { run.id($0, row: place) == run.id($1, row: place) }
            guard agrees else { continue }
            rows.append(Int32(truncatingIfNeeded: row))
            for (index, (position, _)) in written.enumerated() { columns[index].append(run.id(position, row: place)) }
            if isExistence { runRow = run.count }
        }
    }

    /// The positions of a pattern that hold slots.
    static func slots(of scan: QuadScan) -> [(QuadPosition, Slot)] {
        let terms: [(QuadPosition, PlanTerm)] = [
            (.subject, scan.subject), (.predicate, scan.predicate), (.object, scan.object),
        ]
        var result = terms.compactMap { position, term in term.slot.map { (position, $0) } }
        if let slot = scan.graph.slot { result.append((.graph, slot)) }
        return result
    }
}
