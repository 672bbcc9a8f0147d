internal import SPARQLAlgebra
internal import TripleStore

/// Turns `?x = <iri>`, `sameTerm(?x, constant)` and `?x IN (<iri>, …)` into rows to join with, so that an index is asked
/// for the constant.
///
/// `=` compares values: it is sound for IRIs and plain strings, of which each is one term, and not for numbers.
enum EqualityFilters: OptimizerPass {
    static let name = "equality filters"

    /// Longer lists stay filters.
    private static let maximumListLength = 1000

    static func apply(_ plan: PlanNode, _ environment: OptimizerEnvironment) -> PlanNode {
        let plan = environment.mapChildren(of: plan) { apply($0, environment) }
        guard case .filter(let conditions, let inner) = plan else { return plan }
        let certain = inner.certainSlots
        var rows: [PlanNode] = []
        var kept: [PlanExpression] = []
        for condition in conditions {
            if let (slot, ids) = equality(condition, environment.context), certain.contains(slot), canTake(inner, slot)
            {
                rows.append(.values([slot], ids.map { [$0] }))
            } else {
                kept.append(condition)
            }
        }
        guard !rows.isEmpty else { return plan }
        let join = PlanBuilder.joined(rows + [inner])
        return kept.isEmpty ? join : .filter(kept, join)
    }

    /// Whether joining with rows reaches the patterns inside.
    private static func canTake(_ node: PlanNode, _ slot: Slot) -> Bool {
        switch node {
        case .scan, .path: true
        case .join(let nodes): nodes.contains { $0.certainSlots.contains(slot) && canTake($0, slot) }
        case .leftJoin(let left, let right, let conditions):
            left.certainSlots.contains(slot) && canTake(left, slot) && node.isTransparent(to: SlotSet([slot]))
                && (right.isChainable || conditions.isEmpty)
        case .union(let nodes): nodes.allSatisfy { $0.certainSlots.contains(slot) && canTake($0, slot) }
        case .filter(_, let inner): canTake(inner, slot)
        default: false
        }
    }

    private static func equality(_ condition: PlanExpression, _ context: QueryContext) -> (Slot, [TermID])? {
        func isOneTerm(_ id: TermID) -> Bool {
            if id.isIRI { return true }
            guard id.isLiteral, case .string = context.terms.value(id) else { return false }
            return true
        }
        switch condition {
        case .comparison(.equal, .slot(let slot), .constant(let id)) where isOneTerm(id),
            .comparison(.equal, .constant(let id), .slot(let slot)) where isOneTerm(id):
            return (slot, [id])
        case .call(let call, let arguments) where call.function == .sameTerm:
            switch (arguments[0], arguments[1]) {
            case (.slot(let slot), .constant(let id)), (.constant(let id), .slot(let slot)): return (slot, [id])
            default: return nil
            }
        case .isIn(.slot(let slot), let list, isNegated: false) where list.count <= maximumListLength:
            var ids: [TermID] = []
            for element in list {
                guard case .constant(let id) = element, isOneTerm(id) else { return nil }
                if !ids.contains(id) { ids.append(id) }
            }
            return (slot, ids)
        case .isInSet(.slot(let slot), _, let list, isNegated: false) where list.count <= maximumListLength:
            guard list.allSatisfy(isOneTerm) else { return nil }
            var seen: Set<TermID> = []
            return (slot, list.filter { seen.insert($0).inserted })
        default: return nil
        }
    }
}
