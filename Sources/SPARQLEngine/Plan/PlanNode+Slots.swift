internal import TripleStore

extension PlanNode {
    /// The slots that some row may bind.
    var possibleSlots: SlotSet {
        switch self {
        case .unit, .empty: return SlotSet()
        case .scan(let scan): return scan.slots
        case .path(let path): return path.slots
        case .join(let nodes), .union(let nodes): return Self.unionOf(nodes.map(\.possibleSlots))
        case .leftJoin(let left, let right, _): return left.possibleSlots.union(right.possibleSlots)
        case .minus(let left, _): return left.possibleSlots
        case .strategy(_, let inner), .filter(_, let inner), .semiJoin(let inner, _, _), .orderBy(_, _, let inner),
            .slice(_, _, let inner):
            return inner.possibleSlots
        case .keyed(let inner, let key, _): return inner.possibleSlots.union(SlotSet([key.slot]))
        case .extend(let inner, let slot, _), .eachGraph(let slot, let inner):
            return inner.possibleSlots.union(SlotSet([slot]))
        case .values(let slots, _): return SlotSet(slots)
        case .group(let keys, let aggregates, let inner):
            return inner.possibleSlots.intersection(SlotSet(keys)).union(SlotSet(aggregates.map(\.slot)))
        case .project(let slots, let inner), .distinct(let slots, let inner), .reduced(let slots, let inner):
            return inner.possibleSlots.intersection(SlotSet(slots))
        case .tripleTerm(_, let subject, let predicate, let object, let inner):
            return inner.possibleSlots.union(SlotSet([subject, predicate, object].compactMap(\.slot)))
        case .service(let service):
            return SlotSet(service.columns.map(\.slot) + [service.endpoint.slot].compactMap { $0 })
        case .scanCount(_, let slot): return SlotSet([slot])
        }
    }

    /// The slots that every row binds.
    var certainSlots: SlotSet {
        switch self {
        case .unit, .empty, .service: return SlotSet()
        case .scan(let scan): return scan.slots
        case .path(let path): return path.slots
        case .join(let nodes): return Self.unionOf(nodes.map(\.certainSlots))
        case .union(let nodes):
            guard let first = nodes.first else { return SlotSet() }
            return nodes.dropFirst().reduce(first.certainSlots) { $0.intersection($1.certainSlots) }
        case .leftJoin(let left, _, _), .minus(let left, _): return left.certainSlots
        case .strategy(_, let inner), .filter(_, let inner), .semiJoin(let inner, _, _), .orderBy(_, _, let inner),
            .slice(_, _, let inner), .extend(let inner, _, _), .keyed(let inner, _, _):
            return inner.certainSlots
        case .eachGraph(let slot, let inner): return inner.certainSlots.union(SlotSet([slot]))
        case .values(let slots, let rows):
            return SlotSet(
                slots.indices.filter { column in rows.allSatisfy { $0[column].isDefined } }.map { slots[$0] })
        case .group(let keys, _, let inner): return inner.certainSlots.intersection(SlotSet(keys))
        case .project(let slots, let inner), .distinct(let slots, let inner), .reduced(let slots, let inner):
            return inner.certainSlots.intersection(SlotSet(slots))
        case .tripleTerm(_, let subject, let predicate, let object, let inner):
            return inner.certainSlots.union(SlotSet([subject, predicate, object].compactMap(\.slot)))
        case .scanCount(_, let slot): return SlotSet([slot])
        }
    }

    private static func unionOf(_ sets: [SlotSet]) -> SlotSet {
        var result = SlotSet()
        for set in sets { result.formUnion(set) }
        return result
    }

    /// The slots that occur anywhere in the node, in patterns or expressions.
    var mentionedSlots: SlotSet {
        var result = SlotSet()
        for child in children { result.formUnion(child.mentionedSlots) }
        for expression in expressions { result.formUnion(expression.slots) }
        switch self {
        case .scan(let scan): result.formUnion(scan.slots)
        case .path(let path): result.formUnion(path.slots)
        case .values(let slots, _), .project(let slots, _), .distinct(let slots, _), .reduced(let slots, _):
            result.formUnion(SlotSet(slots))
        case .extend(_, let slot, _), .eachGraph(let slot, _), .scanCount(_, let slot): result.insert(slot)
        case .keyed(_, let key, _): result.insert(key.slot)
        case .group(let keys, let aggregates, _): result.formUnion(SlotSet(keys + aggregates.map(\.slot)))
        case .semiJoin(_, let patterns, _): for pattern in patterns { result.formUnion(pattern.outerSlots) }
        case .tripleTerm(let slot, let subject, let predicate, let object, _):
            result.formUnion(SlotSet([slot] + [subject, predicate, object].compactMap(\.slot)))
        case .service(let service):
            result.formUnion(SlotSet(service.columns.map(\.slot) + [service.endpoint.slot].compactMap { $0 }))
        default: break
        }
        return result
    }

    /// The expressions of the node itself.
    var expressions: [PlanExpression] {
        switch self {
        case .filter(let conditions, _), .leftJoin(_, _, let conditions): conditions
        case .extend(_, _, let value): [value]
        case .keyed(_, let key, _): [key.expression]
        case .group(_, let aggregates, _): aggregates.compactMap(\.argument)
        case .orderBy(let conditions, _, _): conditions.map(\.expression)
        default: []
        }
    }

    /// The node with its own expressions exchanged.
    func mapExpressions(_ transform: (PlanExpression) -> PlanExpression) -> PlanNode {
        switch self {
        case .filter(let conditions, let inner): .filter(conditions.map(transform), inner)
        case .leftJoin(let left, let right, let conditions):
            .leftJoin(left, right, condition: conditions.map(transform))
        case .extend(let inner, let slot, let value): .extend(inner, slot, transform(value))
        case .keyed(let inner, let key, let isOuter):
            .keyed(
                inner,
                EqualityKey(
                    slot: key.slot, expression: transform(key.expression), comparesTerms: key.comparesTerms),
                isOuter: isOuter)
        case .group(let keys, let aggregates, let inner):
            .group(
                keys: keys,
                aggregates: aggregates.map { aggregate in
                    var aggregate = aggregate
                    aggregate.argument = aggregate.argument.map(transform)
                    return aggregate
                }, inner)
        case .orderBy(let conditions, let limit, let inner):
            .orderBy(
                conditions.map { PlanOrder(expression: transform($0.expression), isAscending: $0.isAscending) },
                limit: limit, inner)
        default: self
        }
    }
}
