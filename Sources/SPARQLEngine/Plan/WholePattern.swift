internal import SPARQLAlgebra
internal import TripleStore

/// The pattern of an EXISTS as a plan that is run once, without the values of a row, and what then has to be true of a
/// row of the outside and one of the pattern.
struct WholePattern {
    /// The pattern without the conditions that look at the outside.
    var plan: PlanNode
    /// The same before it was optimized, of which it can be told what it would see of the outside.
    let original: PlanNode
    /// Equalities between the outside and the pattern; the pattern has the class of its side in their slots.
    let equalities: [EqualityKey]
    /// The conditions that look at the outside, the equalities among them.
    let conditions: [PlanExpression]
    /// The comparison with the outside, if that is the only condition besides equalities: of the pattern's rows only the
    /// extremes matter.
    let extremes: ExtremeRows?
    /// What running the plan is thought to cost, in rows and steps.
    var cost = Int.max

    /// The pattern of an EXISTS taken apart; `nil` where it cannot be run without the outside whatever that binds.
    ///
    /// - Parameter outside: The slots that the outside is known to bind.
    init?(_ pattern: PlanNode, outside: SlotSet, slots: SlotTable) {
        var inner = pattern
        var own: [PlanExpression] = []
        var conditions: [PlanExpression] = []
        if case .filter(let all, let filtered) = pattern {
            inner = filtered
            let bound = inner.certainSlots
            (own, conditions) = all.partitioned { $0.slots.intersection(outside).isSubset(of: bound) }
        }
        guard inner.isChainable, !inner.asksEndpoints,
            !own.contains(where: \.isVolatile),
            !conditions.contains(where: { $0.isVolatile || $0.containsExists })
        else { return nil }
        if !own.isEmpty { inner = .filter(own, inner) }
        original = inner
        let possible = inner.possibleSlots
        var equalities: [EqualityKey] = []
        for condition in conditions {
            guard let (left, right, comparesTerms) = condition.equatedSides else { continue }
            for (outer, own) in [(left, right), (right, left)]
            where outer.slots.isDisjoint(with: possible) && !own.slots.isEmpty && own.slots.isSubset(of: possible)
                && own.slots.isDisjoint(with: outside)
            {
                let slot = slots.fresh(Variable.internalVariable(slots.count))
                equalities.append(EqualityKey(slot: slot, expression: outer, comparesTerms: comparesTerms))
                inner = .keyed(
                    inner, EqualityKey(slot: slot, expression: own, comparesTerms: comparesTerms), isOuter: false)
                break
            }
        }
        plan = inner
        self.equalities = equalities
        self.conditions = conditions
        let compared = conditions.filter { $0.equatedSides == nil }
        extremes =
            compared.count == 1
            ? ExtremeRows(compared[0], conditions: conditions, of: original, outside: outside, equalities) : nil
        // Without anything to look rows up by, each would go through all that the pattern finds.
        if !conditions.isEmpty, equalities.isEmpty, extremes == nil, possible.isDisjoint(with: outside) { return nil }
        guard isSound(outside: outside) else { return nil }
    }

    /// Whether looking rows up in what the plan finds is the same as putting their values in place of its slots.
    func isSound(outside: SlotSet) -> Bool {
        original.isTransparent(to: outside)
            && original.mentionedSlots.intersection(outside).isSubset(of: original.possibleSlots)
    }
}

extension ExtremeRows {
    /// - Parameters:
    ///   - comparison: The condition that is no equality.
    ///   - conditions: All conditions that look at the outside.
    ///   - pattern: The pattern without them.
    fileprivate init?(
        _ comparison: PlanExpression, conditions: [PlanExpression], of pattern: PlanNode, outside: SlotSet,
        _ equalities: [EqualityKey]
    ) {
        guard case .comparison(let name, let left, let right) = comparison else { return nil }
        let (possible, certain) = (pattern.possibleSlots, pattern.certainSlots)
        func isOwn(_ side: PlanExpression, _ other: PlanExpression) -> Bool {
            side.slots.isSubset(of: possible) && side.slots.intersection(outside).isSubset(of: certain)
                && other.slots.subtracting(outside).isDisjoint(with: possible)
                && other.slots.intersection(possible).isSubset(of: certain)
        }
        let isLeft = isOwn(left, right)
        guard isLeft || isOwn(right, left) else { return nil }
        switch name {
        case .greater, .greaterOrEqual: keepsGreatest = isLeft
        case .less, .lessOrEqual: keepsGreatest = !isLeft
        case .equal, .notEqual: return nil
        }
        expression = isLeft ? left : right
        // Rows that agree in what the other conditions read of the pattern are the same to the outside.
        let others = PlanNode.slots(of: conditions.filter { $0.equatedSides != nil }).intersection(possible)
        slots = outside.intersection(possible).union(others).union(SlotSet(equalities.map(\.slot))).slots
    }
}

extension PlanExpression {
    /// The sides of an equality, and whether it compares terms rather than values; `nil` for other expressions.
    var equatedSides: (left: PlanExpression, right: PlanExpression, comparesTerms: Bool)? {
        switch self {
        case .comparison(.equal, let left, let right): (left, right, false)
        case .call(let call, let sides) where call.function == .sameTerm && sides.count == 2: (sides[0], sides[1], true)
        default: nil
        }
    }
}

extension PlanNode {
    /// Whether a SERVICE is in it.
    var asksEndpoints: Bool {
        if case .service = self { return true }
        return children.contains(where: \.asksEndpoints)
    }

    /// The plan with patterns of EXISTS that are its own, so that optimizing it leaves those of the other alone.
    func copyingPatterns() -> PlanNode {
        let plan = mapChildren { $0.copyingPatterns() }
        if case .semiJoin(let inner, let patterns, let isAnti) = plan {
            return .semiJoin(inner, patterns.map { $0.copy() }, isAnti: isAnti)
        }
        return plan.mapExpressions { $0.copyingPatterns() }
    }
}

extension PlanExpression {
    fileprivate func copyingPatterns() -> PlanExpression {
        guard containsExists else { return self }
        if case .exists(let pattern, let isNegated) = self { return .exists(pattern.copy(), isNegated: isNegated) }
        return mapChildren { $0.copyingPatterns() }
    }
}

extension ExistsPattern {
    fileprivate func copy() -> ExistsPattern {
        ExistsPattern(plan: plan.copyingPatterns(), outerSlots: outerSlots)
    }
}
