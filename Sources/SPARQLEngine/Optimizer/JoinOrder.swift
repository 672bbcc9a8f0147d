internal import TripleStore

/// Orders the operands of joins by cost, and places the filters above a join behind the operand that binds their last
/// variable.
///
/// From each operand as a beginning the next one is always that which leaves the fewest rows, operands that share a
/// variable with those before coming first; of these orders the one with the fewest rows in all is taken.
enum JoinOrder: OptimizerPass {
    static let name = "join order"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        switch plan {
        case .filter(let conditions, .join(let nodes)):
            let nodes = nodes.map { apply($0, environment) }
            return order(nodes, conditions, environment)
        case .join(let nodes):
            return order(nodes.map { apply($0, environment) }, [], environment)
        case .leftJoin(let left, let right, let conditions):
            // The right side is looked up for rows of the left.
            let left = apply(left, environment)
            let inner = OptimizerEnvironment(
                context: environment.context, slots: environment.slots,
                ambient: environment.ambient.union(left.certainSlots))
            return .leftJoin(left, apply(right, inner), condition: conditions)
        default: return plan.mapChildren { apply($0, environment) }
        }
    }

    private static func order(
        _ nodes: [PlanNode], _ conditions: [PlanExpression], _ environment: OptimizerEnvironment
    ) -> PlanNode {
        let search = JoinOrderSearch(nodes, conditions, environment)
        return place(conditions, among: search.best().map { nodes[$0] }, environment)
    }

    /// The join with each filter as early as its variables allow.
    private static func place(
        _ conditions: [PlanExpression], among nodes: [PlanNode], _ environment: OptimizerEnvironment
    ) -> PlanNode {
        var operands: [PlanNode] = []
        var waiting = conditions
        for (index, node) in nodes.enumerated() {
            operands.append(node)
            let later = nodes[(index + 1)...].reduce(into: SlotSet()) { $0.formUnion($1.possibleSlots) }
            let certain = operands.reduce(into: SlotSet()) { $0.formUnion($1.certainSlots) }
            let isLast = index == nodes.count - 1
            let (ready, rest) = waiting.partitioned { condition in
                isLast
                    || !condition.isVolatile && condition.slots.intersection(later).isSubset(of: certain)
                        && condition.slots.isSubset(of: certain)
            }
            waiting = rest
            if !ready.isEmpty { operands = [.filter(ready, PlanBuilder.joined(operands))] }
        }
        return PlanBuilder.joined(operands)
    }
}

/// The search for an order of one join.
private struct JoinOrderSearch {
    private let nodes: [PlanNode]
    private let conditions: [PlanExpression]
    private let estimator: CardinalityEstimator
    private let ambient: SlotSet
    private let certain: [SlotSet]
    private let possible: [SlotSet]
    /// Whether an operand can be looked up row by row, wherever it stands.
    private let isChainable: [Bool]

    init(_ nodes: [PlanNode], _ conditions: [PlanExpression], _ environment: OptimizerEnvironment) {
        self.nodes = nodes
        self.conditions = conditions
        estimator = CardinalityEstimator(context: environment.context)
        ambient = environment.ambient
        certain = nodes.map(\.certainSlots)
        possible = nodes.map(\.possibleSlots)
        isChainable = nodes.map(\.isChainable)
    }

    /// The operands in the best order found.
    func best() -> [Int] {
        guard nodes.count > 1 else { return Array(nodes.indices) }
        var beginnings = Array(nodes.indices)
        if beginnings.count > 12 {
            let rows = nodes.map { estimator.rows($0, bound: ambient) }
            beginnings = Array(beginnings.sorted { rows[$0] < rows[$1] }.prefix(4))
        }
        var best: (order: [Int], cost: Double)?
        for beginning in beginnings {
            guard let (order, cost) = greedy(from: beginning, below: best?.cost ?? .infinity) else { continue }
            if best.map({ cost < $0.cost }) ?? true { best = (order, cost) }
        }
        return best?.order ?? Array(nodes.indices)
    }

    /// The order that always takes the cheapest next operand; `nil` once it costs too much.
    private func greedy(from first: Int, below limit: Double) -> (order: [Int], cost: Double)? {
        var order = [first]
        var rest = nodes.indices.filter { $0 != first }
        var bound = ambient.union(certain[first])
        var seen = ambient.union(possible[first])
        var (rows, cost) = step(1, first, bound: ambient)
        while !rest.isEmpty {
            var choice: (place: Int, rows: Double, cost: Double, isConnected: Bool)?
            for (place, index) in rest.enumerated() {
                let isConnected = !possible[index].isDisjoint(with: seen)
                let (result, work) = step(rows, index, bound: bound)
                // A hash join reads its operand once, a lookup costs each row something.
                let reading = isChainable[index] ? rows : estimator.rows(nodes[index], bound: ambient)
                let isBetter = choice.map { best in
                    best.isConnected != isConnected ? isConnected : reading + work + result < best.cost + best.rows
                }
                if isBetter ?? true { choice = (place, result, reading + work, isConnected) }
            }
            guard let choice else { break }
            let index = rest.remove(at: choice.place)
            order.append(index)
            bound.formUnion(certain[index])
            seen.formUnion(possible[index])
            rows = choice.rows
            cost += choice.cost
            if cost > limit { return nil }
        }
        return (order, cost)
    }

    /// The rows after joining with an operand and applying the filters that then can be, and the work of both.
    private func step(_ rows: Double, _ index: Int, bound: SlotSet) -> (rows: Double, work: Double) {
        var result = rows * estimator.rows(nodes[index], bound: bound)
        var work = result
        let now = bound.union(certain[index])
        for condition in conditions {
            let slots = condition.slots
            if slots.isSubset(of: now), !slots.isSubset(of: bound) {
                // To evaluate an expression takes about as long as some lookups.
                work += 4 * result
                result *= CardinalityEstimator.selectivity(condition)
            }
        }
        return (result, work)
    }
}
