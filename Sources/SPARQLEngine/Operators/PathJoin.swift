internal import TripleStore

/// Joins rows with the pairs of nodes that a repeated path connects.
///
/// The search begins at the end that is bound; where both are, at the constant one, whose reach is found once and kept,
/// or else at the subject. Where none is, it begins at every node of the graph.
final class PathJoin: BatchSource {
    private let input: any BatchSource
    private let scan: PathScan
    private let kept: [Slot]
    private let required: SlotSet
    private let context: QueryContext
    private let search: PathSearch
    private let areBothSlots: Bool

    private var batch: Batch?
    private var row = 0
    /// The graphs that the present row still has to look into; `nil` before it has begun.
    private var graphs: [TermID]?
    /// Nodes from which the present row still has to search, where neither end is bound.
    private var starts: [TermID] = []
    /// What searches from a node have found, for the nodes that come again.
    private var reaches: [ReachKey: Reach] = [:]
    /// How many nodes these hold together.
    private var reachedCount = 0

    private struct ReachKey: Hashable {
        let node: TermID
        let graph: TermID
        let isForward: Bool
        /// Whether other nodes are looked for in it.
        let isMembership: Bool
    }

    private struct Reach {
        let ids: [TermID]
        let set: Set<TermID>
    }

    /// How many nodes are remembered.
    private static let maximumReached = 4_000_000

    init(_ input: any BatchSource, scan: PathScan, kept: [Slot], required: SlotSet, context: QueryContext) {
        self.input = input
        self.scan = scan
        self.kept = kept
        self.required = required
        self.context = context
        search = PathSearch(context)
        areBothSlots = scan.subject.slot != nil && scan.object.slot != nil
    }

    func reset() {
        batch = nil
        graphs = nil
        starts = []
        input.reset()
    }

    /// Rows found, before they become a batch.
    private struct Found {
        var rows: [Int32] = []
        var subjects: [TermID] = []
        var objects: [TermID] = []
        var graphs: [TermID] = []

        mutating func append(_ row: Int, _ subject: TermID, _ object: TermID, _ graph: TermID) {
            rows.append(Int32(truncatingIfNeeded: row))
            subjects.append(subject)
            objects.append(object)
            graphs.append(graph)
        }
    }

    func next() throws(QueryEvaluationError) -> Batch? {
        while true {
            if batch == nil {
                guard let next = try input.next() else { return nil }
                (batch, row, graphs) = (next, 0, nil)
            }
            guard let batch else { return nil }
            try context.limits.check()
            var found = Found()
            while row < batch.count, found.rows.count < context.batchCount { try advance(batch, &found) }
            if row >= batch.count { self.batch = nil }
            if !found.rows.isEmpty {
                // One search may find more than a batch.
                let bytes = found.rows.count * 16
                try context.limits.hold(bytes)
                defer { context.limits.release(bytes) }
                return output(batch, found)
            }
        }
    }

    private func output(_ batch: Batch, _ found: Found) -> Batch {
        var result = batch.gathering(found.rows, slots: kept)
        if let slot = scan.subject.slot, required.contains(slot) { result.setColumn(slot, found.subjects) }
        if let slot = scan.object.slot, required.contains(slot) { result.setColumn(slot, found.objects) }
        if let slot = scan.graph.slot, required.contains(slot) { result.setColumn(slot, found.graphs) }
        return result
    }

    /// One search for the present row; goes to the next row when there is none left.
    private func advance(_ batch: Batch, _ found: inout Found) throws(QueryEvaluationError) {
        if graphs == nil { graphs = graphNames(batch).reversed() }
        guard let graph = graphs?.last else {
            graphs = nil
            row += 1
            return
        }
        let scope: GraphScope = graph.isDefined ? .named(graph) : .defaultGraph
        func value(_ term: PlanTerm) -> TermID {
            switch term {
            case .constant(let id): id
            case .slot(let slot): batch[slot, row]
            }
        }
        let (subject, object) = (value(scan.subject), value(scan.object))
        let known = subject.isDefined ? subject : object
        if areBothSlots, scan.path.matchesEmpty, known.isDefined, !search.isNode(known, in: scope) {
            // Between variables a path of no step joins nodes of the graph only, and no step leads from what is none.
            graphs?.removeLast()
            return
        }
        switch (subject.isDefined, object.isDefined) {
        case (true, true):
            let isForward = scan.object.constant == nil
            let reach = try reach(
                isForward ? subject : object, graph, scope, isForward: isForward, isMembership: true)
            if reach.set.contains(isForward ? object : subject) { found.append(row, subject, object, graph) }
        case (true, false):
            for end in try reach(subject, graph, scope, isForward: true).ids { found.append(row, subject, end, graph) }
        case (false, true):
            for end in try reach(object, graph, scope, isForward: false).ids { found.append(row, end, object, graph) }
        case (false, false):
            if starts.isEmpty {
                starts = try search.starts(of: scan.path, in: scope).reversed()
                // A graph without nodes.
                if starts.isEmpty { break }
            }
            let start = starts.removeLast()
            for end in try search.ends(from: start, scan.path, in: scope) {
                if scan.subject == scan.object, end != start { continue }
                found.append(row, start, end, graph)
            }
            if !starts.isEmpty { return }
        }
        graphs?.removeLast()
    }

    /// The graphs to look into; `undefined` is the default graph.
    private func graphNames(_ batch: Batch) -> [TermID] {
        switch scan.graph {
        case .defaultGraph: return [.undefined]
        case .named(let id): return [id]
        case .variable(let slot):
            let bound = batch[slot, row]
            guard bound.isDefined else { return context.dataset.graphNames }
            return context.dataset.hasNamedGraph(bound) ? [bound] : []
        }
    }

    private func reach(
        _ node: TermID, _ graph: TermID, _ scope: GraphScope, isForward: Bool, isMembership: Bool = false
    ) throws(QueryEvaluationError) -> Reach {
        let key = ReachKey(node: node, graph: graph, isForward: isForward, isMembership: isMembership)
        if let known = reaches[key] { return known }
        let ids = try search.ends(from: node, isForward ? scan.path : scan.path.reversed, in: scope)
        let reach = Reach(ids: ids, set: isMembership ? Set(ids) : [])
        if reachedCount < Self.maximumReached {
            reaches[key] = reach
            reachedCount += ids.count
            try context.limits.hold(ids.count * 16)
        }
        return reach
    }
}
