internal import TripleStore

/// Walks along property paths, breadth first: cycles end where they began, and each node is visited once.
///
/// Nodes are sets, as ArbitraryLengthPath asks for; what must count duplicates has been rewritten into joins and
/// unions before.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#defn_evalALP_1>
final class PathSearch {
    private let snapshot: StoreSnapshot
    private let limits: LimitGuard

    init(_ context: QueryContext) {
        snapshot = context.dataset.snapshot
        limits = context.limits
    }

    /// The nodes that a path leads to from a node.
    func ends(
        from start: TermID, _ path: PathPlan, in scope: GraphScope
    ) throws(QueryEvaluationError) -> [TermID] {
        try ends(from: [start], path, in: scope)
    }

    /// The nodes that a path leads to from any of some nodes, each once.
    private func ends(
        from starts: [TermID], _ path: PathPlan, in scope: GraphScope
    ) throws(QueryEvaluationError) -> [TermID] {
        switch path {
        case .step(let predicate):
            var ends = IDSet(snapshot.dictionary)
            for start in starts {
                try step(IDPattern(subject: start, predicate: predicate), to: .object, scope, &ends)
            }
            return ends.ids
        case .inverse(.step(let predicate)):
            var ends = IDSet(snapshot.dictionary)
            for start in starts {
                try step(IDPattern(predicate: predicate, object: start), to: .subject, scope, &ends)
            }
            return ends.ids
        case .inverse(let inner): return try ends(from: starts, inner.reversed, in: scope)
        case .sequence(let first, let second):
            return try ends(from: ends(from: starts, first, in: scope), second, in: scope)
        case .alternative(let first, let second):
            var ends = IDSet(snapshot.dictionary)
            for end in try self.ends(from: starts, first, in: scope) { _ = ends.insert(end) }
            for end in try self.ends(from: starts, second, in: scope) { _ = ends.insert(end) }
            return ends.ids
        case .zeroOrOne(let inner):
            var ends = IDSet(snapshot.dictionary)
            for start in starts { _ = ends.insert(start) }
            for end in try self.ends(from: starts, inner, in: scope) { _ = ends.insert(end) }
            return ends.ids
        case .zeroOrMore(let inner):
            return try closure(of: starts, inner, in: scope)
        case .oneOrMore(let inner):
            return try closure(of: ends(from: starts, inner, in: scope), inner, in: scope)
        case .negatedSet(let forward, let inverse):
            var ends = IDSet(snapshot.dictionary)
            for start in starts {
                if let forward {
                    try step(IDPattern(subject: start), to: .object, scope, &ends, excluding: forward)
                }
                if let inverse {
                    try step(IDPattern(object: start), to: .subject, scope, &ends, excluding: inverse)
                }
            }
            return ends.ids
        }
    }

    /// The nodes themselves, and all that repeating the path leads to.
    private func closure(
        of starts: [TermID], _ path: PathPlan, in scope: GraphScope
    ) throws(QueryEvaluationError) -> [TermID] {
        var visited = IDSet(snapshot.dictionary)
        for start in starts { _ = visited.insert(start) }
        // The usual path is one step, which needs no set of its own for each node.
        var next = 0
        while next < visited.ids.count {
            switch path {
            case .step(let predicate):
                let pattern = IDPattern(subject: visited.ids[next], predicate: predicate)
                try step(pattern, to: .object, scope, &visited)
            case .inverse(.step(let predicate)):
                let pattern = IDPattern(predicate: predicate, object: visited.ids[next])
                try step(pattern, to: .subject, scope, &visited)
            default:
                for end in try ends(from: [visited.ids[next]], path, in: scope) { _ = visited.insert(end) }
            }
            next += 1
        }
        return visited.ids
    }

    private func step(
        _ pattern: IDPattern, to position: QuadPosition, _ scope: GraphScope, _ ends: inout IDSet,
        excluding predicates: [TermID] = []
    ) throws(QueryEvaluationError) {
        // A computed term is none of the store's, and no term is found by what is no term.
        let run = snapshot.run(matching: pattern, in: scope)
        try limits.work(run.count + 1)
        for row in 0..<run.count {
            if !predicates.isEmpty, predicates.contains(run.id(.predicate, row: row)) { continue }
            _ = ends.insert(run.id(position, row: row))
        }
    }

    /// Whether a term is a node of the graph: the subject or the object of a statement.
    func isNode(_ id: TermID, in scope: GraphScope) -> Bool {
        snapshot.count(matching: IDPattern(subject: id), in: scope) > 0
            || snapshot.count(matching: IDPattern(object: id), in: scope) > 0
    }

    /// The nodes from which a path may lead anywhere: all that a search without a beginning must start from.
    func starts(of path: PathPlan, in scope: GraphScope) throws(QueryEvaluationError) -> [TermID] {
        var starts = IDSet(snapshot.dictionary)
        switch path {
        case .oneOrMore(.step(let predicate)):
            try step(IDPattern(predicate: predicate), to: .subject, scope, &starts)
        case .oneOrMore(.inverse(.step(let predicate))):
            try step(IDPattern(predicate: predicate), to: .object, scope, &starts)
        default:
            try step(IDPattern(), to: .subject, scope, &starts)
            try step(IDPattern(), to: .object, scope, &starts)
        }
        return starts.ids
    }
}
