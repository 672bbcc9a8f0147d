internal import TripleStore

/// Joins rows with several patterns at once that share one slot which the rows do not bind.
///
/// For each row every pattern is one sorted run of ids; those that are in all runs are found by going through the
/// shortest and leaping forward in the others, in steps that double. So a row costs about as much as its shortest run,
/// which is what makes cyclic patterns over graphs with hubs affordable.
final class IntersectJoin: RowByRowJoin {
    let input: any BatchSource
    let context: QueryContext
    private let slot: Slot
    private let patterns: [(scan: QuadScan, position: QuadPosition)]
    private let kept: [Slot]
    private let isNeeded: Bool
    private let isExistence: Bool

    var batch: Batch?
    var row = 0
    /// What the present row has found, and how much of it is given; `nil` before it has looked.
    private var found: [TermID] = []
    private var given: Int?
    /// The run of each pattern, which neighbouring rows often share.
    private var runs: [(pattern: IDPattern, run: IDRun)?]

    /// - Parameters:
    ///   - slot: The slot that all scans share, and that no row of the input binds.
    ///   - kept: The slots of the input whose columns are wanted.
    ///   - isNeeded: Whether the column of the slot is wanted.
    ///   - isExistence: Whether a row that matches shall come once only.
    init(
        _ input: any BatchSource, slot: Slot, scans: [QuadScan], kept: [Slot], isNeeded: Bool, isExistence: Bool,
        context: QueryContext
    ) {
        self.input = input
        self.slot = slot
        patterns = scans.map { ($0, $0.subject.slot == slot ? .subject : .object) }
        self.kept = kept
        self.isNeeded = isNeeded
        self.isExistence = isExistence
        self.context = context
        runs = scans.map { _ in nil }
    }

    /// The slot that a scan of the default graph would add to rows that bind some slots, as its subject or its object;
    /// `nil` where it would add none or several, or where a constant is none of the store's.
    static func newSlot(of scan: QuadScan, bound: SlotSet) -> Slot? {
        guard case .defaultGraph = scan.graph, !scan.hasComputedTerm else {
            return nil
        }
        let free = scan.terms.compactMap(\.slot).filter { !bound.contains($0) }
        guard free.count == 1, let slot = free.first, scan.predicate.slot != slot else { return nil }
        return slot
    }

    func reset() {
        batch = nil
        given = nil
        input.reset()
    }

    func join(_ batch: Batch) throws(QueryEvaluationError) -> Batch {
        var rows: [Int32] = []
        var column: [TermID] = []
        while row < batch.count, rows.count < context.batchCount {
            var start = given ?? 0
            if given == nil { try find(batch) }
            let end = min(found.count, start + context.batchCount)
            rows.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: end - start))
            if isNeeded { column.append(contentsOf: found[start..<end]) }
            start = end
            guard start >= found.count else {
                given = start
                break
            }
            given = nil
            row += 1
        }
        var result = batch.gathering(rows, slots: kept)
        if isNeeded { result.setColumn(slot, column) }
        return result
    }

    /// Finds the values of the slot for the present row.
    private func find(_ batch: Batch) throws(QueryEvaluationError) {
        found.removeAll(keepingCapacity: true)
        var shortest = 0
        var length = Int.max
        for place in patterns.indices {
            let count = run(place, batch).count
            if count < length { (shortest, length) = (place, count) }
        }
        try context.limits.work(patterns.count + length)
        guard length > 0, let run = runs[shortest]?.run else { return }
        run.copy(patterns[shortest].position, rows: 0..<length, into: &found)
        for place in patterns.indices where place != shortest {
            guard let run = runs[place]?.run else { return }
            let position = patterns[place].position
            if run.hasColumn(position) {
                run.withColumn(position) { Self.intersect(&found, $0) }
            } else {
                var column: [TermID] = []
                run.copy(position, rows: 0..<run.count, into: &column)
                Self.intersect(&found, column.span)
            }
        }
        if isExistence, found.count > 1 { found.removeLast(found.count - 1) }
    }

    /// Keeps the ids that a sorted column has, too.
    private static func intersect(_ ids: inout [TermID], _ column: borrowing Span<TermID>) {
        var (kept, place) = (0, 0)
        for index in ids.indices {
            let id = ids[index]
            place = LookupJoin.gallop(column, id, from: place)
            guard place < column.count else { break }
            if column[place] == id {
                ids[kept] = id
                kept += 1
            }
        }
        ids.removeLast(ids.count - kept)
    }

    /// The statements of a pattern for the present row, all of its terms but the slot's being known.
    private func run(_ place: Int, _ batch: Batch) -> IDRun {
        let scan = patterns[place].scan
        func value(_ term: PlanTerm) -> TermID {
            switch term {
            case .constant(let id): id
            case .slot(slot): .undefined
            case .slot(let other): batch[other, row]
            }
        }
        let pattern = IDPattern(
            subject: value(scan.subject), predicate: value(scan.predicate), object: value(scan.object))
        if let known = runs[place], known.pattern == pattern { return known.run }
        let run = context.dataset.snapshot.run(
            matching: pattern, in: context.dataset.scope(scan.graph), sortedBy: patterns[place].position)
        runs[place] = (pattern, run)
        return run
    }
}
