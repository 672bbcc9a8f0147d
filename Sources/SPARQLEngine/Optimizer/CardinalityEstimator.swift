internal import SPARQLAlgebra
internal import TripleStore

/// Guesses how many rows operators make, from exact counts of patterns and from what the store knows of predicates.
struct CardinalityEstimator {
    let context: QueryContext

    /// The rows that joining a node makes of one row that binds some slots.
    func rows(_ node: PlanNode, bound: SlotSet) -> Double {
        switch node {
        case .unit: return 1
        case .empty: return 0
        case .scan(let scan): return rows(scan, bound: bound)
        case .path(let path): return rows(path, bound: bound)
        case .join(let nodes):
            var (result, known) = (1.0, bound)
            for node in nodes {
                result *= rows(node, bound: known)
                known.formUnion(node.certainSlots)
            }
            return result
        case .strategy(_, let inner), .extend(let inner, _, _), .project(_, let inner), .orderBy(_, _, let inner),
            .distinct(_, let inner), .reduced(_, let inner), .tripleTerm(_, _, _, _, let inner):
            return rows(inner, bound: bound)
        case .leftJoin(let left, let right, _):
            let rowsOfLeft = rows(left, bound: bound)
            return rowsOfLeft * max(1, rows(right, bound: bound.union(left.certainSlots)))
        case .filter(let conditions, let inner):
            return conditions.reduce(rows(inner, bound: bound)) { $0 * Self.selectivity($1) }
        case .union(let nodes): return nodes.reduce(0) { $0 + rows($1, bound: bound) }
        case .minus(let left, _): return rows(left, bound: bound)
        case .semiJoin(let inner, let patterns, _):
            return rows(inner, bound: bound) * Self.half(toThe: patterns.count)
        case .keyed(let inner, let key, _):
            let all = rows(inner, bound: bound)
            return bound.contains(key.slot) ? min(all, 1) : all
        case .values(let slots, let values):
            let isBound = slots.contains { bound.contains($0) }
            return isBound ? min(1, Double(values.count)) * 0.5 : Double(values.count)
        case .eachGraph(_, let inner):
            return rows(inner, bound: bound) * Double(max(context.dataset.graphNames.count, 1))
        case .group(let keys, _, let inner):
            return keys.isEmpty ? 1 : rows(inner, bound: bound).squareRoot()
        case .slice(_, let limit, let inner): return min(rows(inner, bound: bound), limit.map(Double.init) ?? .infinity)
        case .service: return 100
        case .scanCount: return 1
        }
    }

    /// The work of making a node's rows, from none or from one row that binds some slots: its rows, and those of all
    /// operators below.
    func work(_ node: PlanNode, bound: SlotSet) -> Double {
        switch node {
        case .join(let nodes):
            var (result, rows, known) = (0.0, 1.0, bound)
            for node in nodes {
                if node.isChainable {
                    result += rows * max(work(node, bound: known), 1)
                } else {
                    result += rows + work(node, bound: bound)
                }
                rows *= self.rows(node, bound: known)
                known.formUnion(node.certainSlots)
            }
            return result
        case .leftJoin(let left, let right, _):
            let inner = work(right, bound: right.isChainable ? bound.union(left.certainSlots) : bound)
            return work(left, bound: bound) + (right.isChainable ? rows(left, bound: bound) * max(inner, 1) : inner)
        default: return node.children.reduce(rows(node, bound: bound)) { $0 + work($1, bound: bound) }
        }
    }

    private static func half(toThe power: Int) -> Double { (0..<min(power, 60)).reduce(1) { half, _ in half * 0.5 } }

    /// The part of rows that a filter leaves.
    static func selectivity(_ condition: PlanExpression) -> Double {
        switch condition {
        case .comparison(.equal, _, _): 0.1
        case .call, .exists, .or, .not: 0.5
        case .bound, .comparison(.notEqual, _, _): 0.8
        default: 0.4
        }
    }

    /// How many statements a pattern matches with its constants alone.
    func count(_ scan: QuadScan) -> Double {
        if scan.hasComputedTerm { return 0 }
        return Double(context.dataset.snapshot.count(matching: scan.pattern, in: context.dataset.scope(scan.graph)))
    }

    private func rows(_ scan: QuadScan, bound: SlotSet) -> Double {
        var result = count(scan)
        guard result > 0 else { return 0 }
        func isBound(_ term: PlanTerm) -> Bool { term.slot.map { bound.contains($0) } ?? false }
        let statistics = context.dataset.snapshot.statistics
        var distinct = (
            subjects: Double(max(statistics.distinctSubjects, 1)), objects: Double(max(statistics.distinctObjects, 1))
        )
        if let predicate = scan.predicate.constant {
            let known = statistics.predicate(predicate)
            if known.triples > 0 {
                distinct = (Double(known.distinctSubjects), Double(known.distinctObjects))
            }
        }
        if scan.graph != .defaultGraph { distinct = (max(result.squareRoot(), 1), max(result.squareRoot(), 1)) }
        if isBound(scan.subject) { result /= distinct.subjects }
        if isBound(scan.object) { result /= distinct.objects }
        if isBound(scan.predicate) { result /= Double(max(statistics.predicates.count, 1)) }
        if let graph = scan.graph.slot, bound.contains(graph) {
            result /= Double(max(context.dataset.graphNames.count, 1))
        }
        return result
    }

    private func rows(_ path: PathScan, bound: SlotSet) -> Double {
        func isKnown(_ term: PlanTerm) -> Bool { term.slot.map { bound.contains($0) } ?? true }
        let nodes = Double(context.dataset.snapshot.statistics.distinctSubjects)
        switch (isKnown(path.subject), isKnown(path.object)) {
        case (true, true): return 0.5
        case (true, false): return 10
        // A step back reaches more: hierarchies are trees that grow downward.
        case (false, true): return 50
        case (false, false): return 10 * nodes + 10
        }
    }
}
