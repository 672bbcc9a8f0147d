/// Joins scans that close a cycle at once: `?a p ?b . ?b p ?c . ?a p ?c` looks for the values of `?c` in two sorted runs,
/// and takes as long as the shorter one, where a lookup would try all of the longer.
enum Intersections: OptimizerPass {
    static let name = "intersections"

    /// How many rows a scan must be thought to make of one row: below, lookups in order are faster.
    private static let minimumFanOut = 4.0

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        apply(plan, bound: environment.ambient, CardinalityEstimator(context: environment.context))
    }

    private static func apply(_ plan: PlanNode, bound: SlotSet, _ estimator: CardinalityEstimator) -> PlanNode {
        switch plan {
        case .join(let nodes):
            var (operands, bound) = ([PlanNode](), bound)
            var place = 0
            while place < nodes.count {
                if !operands.isEmpty, let end = intersection(in: nodes, from: place, bound: bound, estimator) {
                    operands.append(.strategy(.intersect, .join(Array(nodes[place..<end]))))
                    for node in nodes[place..<end] { bound.formUnion(node.certainSlots) }
                    place = end
                } else {
                    operands.append(apply(nodes[place], bound: bound, estimator))
                    bound.formUnion(nodes[place].certainSlots)
                    place += 1
                }
            }
            return operands.count == 1 ? operands[0] : .join(operands)
        case .leftJoin(let left, let right, let conditions):
            return .leftJoin(
                apply(left, bound: bound, estimator),
                apply(right, bound: bound.union(left.certainSlots), estimator), condition: conditions)
        default: return plan.mapChildren { apply($0, bound: bound, estimator) }
        }
    }

    /// Where the scans end that all find the one slot that the first would add; `nil` where there is nothing to gain.
    private static func intersection(
        in nodes: [PlanNode], from start: Int, bound: SlotSet, _ estimator: CardinalityEstimator
    ) -> Int? {
        guard case .scan(let first) = nodes[start], let slot = IntersectJoin.newSlot(of: first, bound: bound),
            estimator.rows(nodes[start], bound: bound) >= minimumFanOut
        else { return nil }
        var end = start + 1
        while end < nodes.count, case .scan(let scan) = nodes[end],
            IntersectJoin.newSlot(of: scan, bound: bound) == slot
        {
            end += 1
        }
        return end > start + 1 ? end : nil
    }
}
