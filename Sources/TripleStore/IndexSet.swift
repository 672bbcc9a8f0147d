/// Four orders of the same statements, with which any combination of bound positions is one run.
struct IndexSet: Sendable {
    /// Sorted by subject, predicate, object.
    let spo: SortedIndex
    /// Sorted by predicate, subject, object.
    let pso: SortedIndex
    /// Sorted by predicate, object, subject.
    let pos: SortedIndex
    /// Sorted by object, subject, predicate.
    let osp: SortedIndex

    /// How many statements there are.
    var count: Int { spo.count }

    /// The bytes they take.
    var memory: Int { spo.memory + pso.memory + pos.memory + osp.memory }

    /// The run of a pattern among triples, or among quads with the graph last.
    ///
    /// A bound predicate alone is sorted by subject unless objects are wanted first; all else has one order.
    func run(_ pattern: IDPattern, sortedBy first: QuadPosition?) -> IDRun {
        let (index, rows) = match(pattern, sortedBy: first)
        return IDRun(index: index, rows: rows, pattern: pattern, graph: .undefined)
    }

    private func match(_ pattern: IDPattern, sortedBy first: QuadPosition?) -> (SortedIndex, Range<Int>) {
        let (subject, predicate, object) = (pattern.subject, pattern.predicate, pattern.object)
        switch (subject.isDefined, predicate.isDefined, object.isDefined) {
        case (true, true, _): return (spo, spo.rows(subject, predicate, object))
        case (true, false, false): return (spo, spo.rows(subject, .undefined, .undefined))
        case (true, false, true): return (osp, osp.rows(object, subject, .undefined))
        case (false, true, true): return (pos, pos.rows(predicate, object, .undefined))
        case (false, true, false):
            let index = first == .object ? pos : pso
            return (index, index.rows(predicate, .undefined, .undefined))
        case (false, false, true): return (osp, osp.rows(object, .undefined, .undefined))
        case (false, false, false):
            switch first {
            case .predicate: return (pso, 0..<pso.count)
            case .object: return (osp, 0..<osp.count)
            default: return (spo, 0..<spo.count)
            }
        }
    }

    /// The run of a pattern in one graph, where the graph leads.
    func run(_ pattern: IDPattern, in graph: TermID, sortedBy first: QuadPosition?) -> IDRun {
        let (index, rows) = match(pattern, in: graph, sortedBy: first)
        return IDRun(index: index, rows: rows, pattern: pattern, graph: graph)
    }

    private func match(
        _ pattern: IDPattern, in graph: TermID, sortedBy first: QuadPosition?
    ) -> (SortedIndex, Range<Int>) {
        let (subject, predicate, object) = (pattern.subject, pattern.predicate, pattern.object)
        switch (subject.isDefined, predicate.isDefined, object.isDefined) {
        case (true, true, _): return (spo, spo.rows(graph, subject, predicate, object))
        case (true, false, false): return (spo, spo.rows(graph, subject, .undefined))
        case (true, false, true): return (osp, osp.rows(graph, object, subject))
        case (false, true, true): return (pos, pos.rows(graph, predicate, object))
        case (false, true, false):
            let index = first == .object ? pos : pso
            return (index, index.rows(graph, predicate, .undefined))
        case (false, false, true): return (osp, osp.rows(graph, object, .undefined))
        case (false, false, false):
            let index = first == .predicate ? pso : first == .object ? osp : spo
            return (index, index.rows(graph, .undefined, .undefined))
        }
    }
}
