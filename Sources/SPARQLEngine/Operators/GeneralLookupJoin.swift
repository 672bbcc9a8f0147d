internal import TripleStore

/// Joins rows with a pattern in all the cases that ``LookupJoin`` does not cover, one index lookup a row: slots that
/// some rows bind and others do not, slots that occur twice, predicates or graphs that the input binds, several default
/// graphs, a dataset of chosen named graphs.
final class GeneralLookupJoin: BatchSource {
    private let input: any BatchSource
    private let context: QueryContext
    private let scan: QuadScan
    private let kept: [Slot]
    private let required: SlotSet
    private let scopes: [GraphScope]

    private var batch: Batch?
    private var row = 0
    /// Where the present row goes on: the place in its list of scopes, and the row of the run there.
    private var scopePlace = 0
    private var runRow = 0
    /// What the present row has matched, where several scopes could give the same again.
    private var seen: Set<[TermID]> = []

    init(
        _ input: any BatchSource, scan: QuadScan, kept: [Slot], required: SlotSet, context: QueryContext
    ) {
        self.input = input
        self.scan = scan
        self.kept = kept
        self.required = required
        self.context = context
        scopes = context.dataset.scopes(scan.graph)
    }

    func reset() {
        batch = nil
        scopePlace = 0
        runRow = 0
        seen = []
        input.reset()
    }

    func next() throws(QueryEvaluationError) -> Batch? {
        while true {
            if batch == nil {
                guard let next = try input.next() else { return nil }
                batch = next
                row = 0
            }
            guard let batch else { return nil }
            let result = try join(batch)
            if row >= batch.count { self.batch = nil }
            if result.count > 0 { return result }
        }
    }

    private func join(_ batch: Batch) throws(QueryEvaluationError) -> Batch {
        var rows: [Int32] = []
        // One place for each position, whether or not its slot is new.
        var columns = [[TermID]](repeating: [], count: 4)
        while row < batch.count, rows.count < Batch.preferredCount {
            try matchRow(batch, &rows, &columns)
        }
        var result = batch.gathering(rows, slots: kept)
        for (position, slot) in Self.slots(of: scan) where required.contains(slot) {
            result.setColumn(slot, columns[position.rawValue])
        }
        return result
    }

    /// Adds what the present row matches, until the batch is full.
    private func matchRow(
        _ batch: Batch, _ rows: inout [Int32], _ columns: inout [[TermID]]
    ) throws(QueryEvaluationError) {
        func value(_ term: PlanTerm) -> TermID {
            switch term {
            case .constant(let id): id
            case .slot(let slot): batch[slot, row]
            }
        }
        let pattern = IDPattern(
            subject: value(scan.subject), predicate: value(scan.predicate), object: value(scan.object))
        let bound = scan.graph.slot.map { batch[$0, row] } ?? .undefined
        let rowScopes = bound.isDefined ? (context.dataset.hasNamedGraph(bound) ? [.named(bound)] : []) : scopes
        let mayRepeat = rowScopes.count > 1 && scan.graph == .defaultGraph
        while scopePlace < rowScopes.count {
            let run = context.dataset.snapshot.run(matching: pattern, in: rowScopes[scopePlace])
            let graph: TermID = if case .named(let id) = rowScopes[scopePlace] { id } else { .undefined }
            while runRow < run.count {
                try context.limits.work(1)
                let place = runRow
                runRow += 1
                let match = [
                    run.id(.subject, row: place), run.id(.predicate, row: place), run.id(.object, row: place),
                    graph.isDefined ? graph : run.id(.graph, row: place),
                ]
                guard agrees(match) else { continue }
                if mayRepeat, !seen.insert(Array(match[..<3])).inserted { continue }
                rows.append(Int32(truncatingIfNeeded: row))
                for position in 0..<4 { columns[position].append(match[position]) }
                if rows.count >= Batch.preferredCount { return }
            }
            scopePlace += 1
            runRow = 0
        }
        row += 1
        scopePlace = 0
        if mayRepeat { seen.removeAll(keepingCapacity: true) }
    }

    /// Whether a slot that occurs twice has the same value in both places.
    private func agrees(_ match: [TermID]) -> Bool {
        let slots = Self.slots(of: scan)
        for (index, (position, slot)) in slots.enumerated() {
            for (other, otherSlot) in slots[..<index] where otherSlot == slot {
                if match[position.rawValue] != match[other.rawValue] { return false }
            }
        }
        return true
    }

    static func slots(of scan: QuadScan) -> [(QuadPosition, Slot)] {
        let terms: [(QuadPosition, PlanTerm)] = [
            (.subject, scan.subject), (.predicate, scan.predicate), (.object, scan.object),
        ]
        var result = terms.compactMap { position, term in term.slot.map { (position, $0) } }
        if let slot = scan.graph.slot { result.append((.graph, slot)) }
        return result
    }
}
