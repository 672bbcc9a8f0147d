internal import TripleStore

/// Chooses how a pattern is joined with rows.
enum ScanSource {
    /// The join of rows with a pattern.
    ///
    /// - Parameters:
    ///   - bound: The slots that every row of the input binds.
    ///   - possible: The slots that some row of the input may bind.
    ///   - required: The slots that are needed above.
    ///   - isExistence: Whether a row that matches shall come once only.
    ///   - first: The position by which rows should be sorted where they are joined with nothing.
    static func make(
        _ scan: QuadScan, input: any BatchSource, bound: SlotSet, possible: SlotSet, required: SlotSet,
        isExistence: Bool, sortedBy first: QuadPosition? = nil, context: QueryContext
    ) -> any BatchSource {
        let kept = possible.intersection(required).slots
        let slots = GeneralLookupJoin.slots(of: scan)
        if scan.hasComputedTerm { return EmptySource() }
        let uncertain = possible.subtracting(bound)
        let repeats = Set(slots.map(\.1)).count < slots.count
        guard !repeats, slots.allSatisfy({ !uncertain.contains($0.1) }),
            let access = access(
                scan, scope: context.dataset.scope(scan.graph), bound: bound, sortedBy: first, context: context)
        else {
            return GeneralLookupJoin(
                input, scan: scan, kept: kept, required: required, isExistence: isExistence, context: context)
        }
        let added = slots.filter { required.contains($0.1) && !bound.contains($0.1) }
        return LookupJoin(
            input, access: access, kept: kept, added: added.map { (slot: $0.1, position: $0.0) },
            isExistence: isExistence, context: context)
    }

    /// The run and keys by which a pattern is searched; `nil` where the bound slots are no prefix of any order.
    private static func access(
        _ scan: QuadScan, scope: GraphScope, bound: SlotSet, sortedBy preferred: QuadPosition?, context: QueryContext
    ) -> RunAccess? {
        let pattern = scan.pattern
        let keys = GeneralLookupJoin.slots(of: scan).filter { bound.contains($0.1) }
        guard keys.count <= 2 else { return nil }
        let snapshot = context.dataset.snapshot
        func run(_ first: QuadPosition?) -> IDRun { snapshot.run(matching: pattern, in: scope, sortedBy: first) }
        guard let first = keys.first else { return RunAccess(run: run(preferred)) }
        for key in keys {
            let candidate = run(key.0)
            let order = candidate.sortOrder
            guard order.first == key.0, candidate.hasColumn(key.0) else { continue }
            if keys.count == 1 { return RunAccess(run: candidate, key: (slot: key.1, position: key.0)) }
            let other = keys[0].0 == key.0 ? keys[1] : first
            guard order.count > 1, order[1] == other.0, candidate.hasColumn(other.0) else { continue }
            // What is left after both keys must be one row, as is so without a graph column or free positions.
            guard order.count == 2 else { continue }
            return RunAccess(
                run: candidate, key: (slot: key.1, position: key.0), secondKey: (slot: other.1, position: other.0))
        }
        return nil
    }
}
