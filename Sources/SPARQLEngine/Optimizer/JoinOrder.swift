internal import TripleStore

/// Orders the operands of joins by cost, and places the filters above a join behind the operand that binds their last
/// variable.
///
/// In joins of hundreds of operands each step looks at a few neighbours only, so that planning does not take longer
/// than the query.
///
/// From each operand as a beginning the next one is always that which leaves the fewest rows, operands that share a
/// variable with those before coming first; of these orders the one with the fewest rows in all is taken.
enum JoinOrder: OptimizerPass {
    static let name = "join order"

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        switch plan {
        case .filter(let conditions, .join(let nodes)): return order(nodes, conditions, environment)
        case .join(let nodes): return order(nodes, [], environment)
        case .leftJoin(let left, let right, let conditions):
            // The right side is looked up for rows of the left.
            let left = apply(left, environment)
            let inner = OptimizerEnvironment(
                context: environment.context, slots: environment.slots,
                ambient: environment.ambient.union(left.certainSlots))
            return .leftJoin(left, apply(right, inner), condition: conditions)
        default: return environment.mapChildren(of: plan) { apply($0, environment) }
        }
    }

    private static func order(
        _ nodes: [PlanNode], _ conditions: [PlanExpression], _ environment: OptimizerEnvironment
    ) -> PlanNode {
        let order = JoinOrderSearch(nodes, conditions, environment).best()
        guard environment.context.limits.allowsPlanning() else {
            return conditions.isEmpty ? .join(nodes) : .filter(conditions, .join(nodes))
        }
        var bound = environment.ambient
        var result: [PlanNode] = []
        for index in order {
            // What is nested in an operand is ordered when it is known what the operands before it bind, and once: twice
            // a level would be exponential.
            let node = nodes[index]
            let outside = bound.subtracting(environment.ambient)
            let isAlone =
                result.isEmpty || node.children.isEmpty || !node.isChainable || !node.isTransparent(to: outside)
            result.append(apply(node, isAlone ? environment : environment.inJoin(ambient: bound)))
            bound.formUnion(node.certainSlots)
        }
        return place(conditions, among: result, environment)
    }

    /// How many filters may stand between the operands of one join; more wait for its end.
    private static let maximumLevels = 64

    /// The join with each filter as early as its variables allow.
    private static func place(
        _ conditions: [PlanExpression], among nodes: [PlanNode], _ environment: OptimizerEnvironment
    ) -> PlanNode {
        guard !conditions.isEmpty else { return PlanBuilder.joined(nodes) }
        var operands: [PlanNode] = []
        var waiting = conditions
        // The slots of the operands after each.
        var following = [SlotSet()]
        for node in nodes.dropFirst().reversed() {
            following.append(node.possibleSlots.union(following.last ?? SlotSet()))
        }
        following.reverse()
        var certain = SlotSet()
        var levels = 0
        for (index, node) in nodes.enumerated() {
            operands.append(node)
            certain.formUnion(node.certainSlots)
            let isLast = index == nodes.count - 1
            // Those that wait for the end are looked at when it has come.
            guard levels < maximumLevels || isLast else { continue }
            let later = following[index]
            let (ready, rest) = waiting.partitioned { condition in
                isLast
                    || !condition.isVolatile && condition.slots.intersection(later).isSubset(of: certain)
                        && condition.slots.isSubset(of: certain)
            }
            waiting = rest
            guard !ready.isEmpty else { continue }
            // Each filter in the midst is a level of the plan.
            operands = [.filter(ready, PlanBuilder.joined(operands))]
            levels += 1
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
        guard nodes.count <= Self.maximumSearched else { return neighbours() }
        var beginnings = Array(nodes.indices)
        if beginnings.count > 12 {
            let rows = nodes.map { estimator.rows($0, bound: ambient) }
            beginnings = Array(beginnings.sorted { rows[$0] < rows[$1] }.prefix(4))
        }
        var best: (order: [Int], cost: Double)?
        for beginning in beginnings where estimator.context.limits.allowsPlanning() {
            guard let (order, cost) = greedy(from: beginning, below: best?.cost ?? .infinity) else { continue }
            if best.map({ cost < $0.cost }) ?? true { best = (order, cost) }
        }
        return best?.order ?? Array(nodes.indices)
    }

    /// How many operands are compared with one another.
    private static let maximumSearched = 100
    /// How many neighbours are compared in larger joins.
    private static let comparedNeighbours = 16
    /// How many neighbours are looked at for these, those that are placed among them.
    private static let lookedAt = 64

    /// An order from the smallest operand on, where the next is always one of the first few that share a variable with
    /// those before.
    private func neighbours() -> [Int] {
        let rows = nodes.map { estimator.rows($0, bound: ambient) }
        let bySize = nodes.indices.sorted { rows[$0] < rows[$1] }
        var users: [Slot: [Int]] = [:]
        for index in nodes.indices { for slot in possible[index].slots { users[slot, default: []].append(index) } }
        var order: [Int] = []
        var isWaiting = [Bool](repeating: true, count: nodes.count)
        var frontier: [Int] = []
        var taken = 0
        var bound = ambient
        func take(_ index: Int) {
            isWaiting[index] = false
            order.append(index)
            bound.formUnion(certain[index])
            for slot in possible[index].slots {
                frontier += (users.removeValue(forKey: slot) ?? []).filter { isWaiting[$0] }
            }
        }
        for beginning in bySize where isWaiting[beginning] {
            guard estimator.context.limits.allowsPlanning() else { return Array(nodes.indices) }
            take(beginning)
            while estimator.context.limits.allowsPlanning() {
                // Those before `taken` are all placed; of the others a few that wait are compared.
                while taken < frontier.count, !isWaiting[frontier[taken]] { taken += 1 }
                var best: (index: Int, rows: Double)?
                var compared = 0
                var place = taken
                while place < frontier.count, compared < Self.comparedNeighbours, place < taken + Self.lookedAt {
                    let index = frontier[place]
                    place += 1
                    guard isWaiting[index] else { continue }
                    compared += 1
                    let rows = estimator.rows(nodes[index], bound: bound)
                    if best.map({ rows < $0.rows }) ?? true { best = (index, rows) }
                }
                guard let best else { break }
                take(best.index)
            }
        }
        return order
    }

    /// The order that always takes the cheapest next operand; `nil` once it costs too much.
    private func greedy(from first: Int, below limit: Double) -> (order: [Int], cost: Double)? {
        var order = [first]
        var rest = nodes.indices.filter { $0 != first }
        var bound = ambient.union(certain[first])
        var seen = ambient.union(possible[first])
        var (rows, cost) = step(1, first, bound: ambient)
        while !rest.isEmpty, estimator.context.limits.allowsPlanning() {
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
