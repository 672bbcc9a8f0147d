internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// An expression whose variables are slots and whose constants are ids.
indirect enum PlanExpression {
    case constant(TermID)
    case slot(Slot)
    case bound(Slot)
    case or(PlanExpression, PlanExpression)
    case and(PlanExpression, PlanExpression)
    case not(PlanExpression)
    case comparison(ComparisonOperator, PlanExpression, PlanExpression)
    case arithmetic(ArithmeticOperator, PlanExpression, PlanExpression)
    case unaryPlus(PlanExpression)
    case unaryMinus(PlanExpression)
    case isIn(PlanExpression, [PlanExpression], isNegated: Bool)
    /// IN with many constants.
    case isInSet(PlanExpression, ConstantSet, [TermID], isNegated: Bool)
    case exists(ExistsPattern, isNegated: Bool)
    case conditional(PlanExpression, PlanExpression, PlanExpression)
    case coalesce([PlanExpression])
    case call(FunctionImplementation, [PlanExpression])
    case extensionCall(ExtensionFunction, [PlanExpression])
    case cast(CastTarget, PlanExpression)
    /// A call that is always an error.
    case failure
}

/// The pattern of an EXISTS and what it needs to be run for a solution.
final class ExistsPattern {
    /// The pattern.
    var plan: PlanNode
    /// The slots in the pattern that the outside can bind.
    let outerSlots: SlotSet
    /// The other way to run it, once for all rows; `nil` where there is none.
    var whole: WholePattern?
    /// What has been found for combinations of values.
    var known: [[TermID]: Bool] = [:]

    /// How many combinations are remembered.
    static let maximumKnown = 100_000

    init(plan: PlanNode, outerSlots: SlotSet) {
        self.plan = plan
        self.outerSlots = outerSlots
    }

    /// How deep lookups of rows stand in one another in it, either way.
    var nesting: Int { max(plan.nesting, whole?.plan.nesting ?? 0) }
}

extension PlanExpression {
    /// The direct parts, in order; the pattern of EXISTS is not a part.
    var children: [PlanExpression] {
        switch self {
        case .constant, .slot, .bound, .exists, .failure: []
        case .or(let left, let right), .and(let left, let right), .comparison(_, let left, let right),
            .arithmetic(_, let left, let right):
            [left, right]
        case .not(let inner), .unaryPlus(let inner), .unaryMinus(let inner), .cast(_, let inner),
            .isInSet(let inner, _, _, _):
            [inner]
        case .isIn(let value, let list, _): [value] + list
        case .conditional(let condition, let yes, let no): [condition, yes, no]
        case .coalesce(let list), .call(_, let list), .extensionCall(_, let list): list
        }
    }

    /// The expression with its direct parts exchanged.
    func mapChildren(_ transform: (PlanExpression) -> PlanExpression) -> PlanExpression {
        switch self {
        case .constant, .slot, .bound, .exists, .failure: self
        case .or(let left, let right): .or(transform(left), transform(right))
        case .and(let left, let right): .and(transform(left), transform(right))
        case .not(let inner): .not(transform(inner))
        case .comparison(let name, let left, let right): .comparison(name, transform(left), transform(right))
        case .arithmetic(let name, let left, let right): .arithmetic(name, transform(left), transform(right))
        case .unaryPlus(let inner): .unaryPlus(transform(inner))
        case .unaryMinus(let inner): .unaryMinus(transform(inner))
        case .isIn(let value, let list, let isNegated):
            .isIn(transform(value), list.map(transform), isNegated: isNegated)
        case .isInSet(let value, let set, let ids, let isNegated):
            .isInSet(transform(value), set, ids, isNegated: isNegated)
        case .conditional(let condition, let yes, let no):
            .conditional(transform(condition), transform(yes), transform(no))
        case .coalesce(let list): .coalesce(list.map(transform))
        case .call(let function, let list): .call(function, list.map(transform))
        case .extensionCall(let function, let list): .extensionCall(function, list.map(transform))
        case .cast(let target, let inner): .cast(target, transform(inner))
        }
    }

    /// The slots whose values the expression depends on, those that EXISTS takes from outside included.
    var slots: SlotSet {
        switch self {
        case .slot(let slot), .bound(let slot): return SlotSet([slot])
        case .exists(let pattern, _): return pattern.outerSlots
        default:
            var result = SlotSet()
            for child in children { result.formUnion(child.slots) }
            return result
        }
    }

    /// Whether an EXISTS occurs.
    var containsExists: Bool {
        if case .exists = self { return true }
        return children.contains { $0.containsExists }
    }

    /// Whether the same values may give another result: such an expression is evaluated for each row, where it stands.
    var isVolatile: Bool {
        if case .call(let call, _) = self, call.function.isVolatile { return true }
        return children.contains { $0.isVolatile }
    }

    /// The operands of a conjunction.
    var conjuncts: [PlanExpression] {
        if case .and(let left, let right) = self { return left.conjuncts + right.conjuncts }
        return [self]
    }
}

extension PlanExpression {
    /// Whether it looks at more of a text than its length, language or datatype.
    var readsTexts: Bool {
        if case .call(let call, _) = self {
            switch call.function {
            case .contains, .strStarts, .strEnds, .regex, .replace, .lcase, .ucase, .substr, .strBefore, .strAfter:
                return true
            default: break
            }
        }
        return children.contains(where: \.readsTexts)
    }
}
