internal import SPARQLAlgebra
internal import TripleStore
internal import XSDValues

/// Evaluates expressions for rows of batches.
///
/// Errors are values (``ExpressionResult/error``) and follow the three-valued logic of §17.2; what is thrown are
/// limits, met while an EXISTS runs.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#expressions>
struct ExpressionEvaluator {
    let context: QueryContext

    /// The result of an expression for a row.
    func evaluate(
        _ expression: PlanExpression, _ batch: Batch, _ row: Int
    ) throws(QueryEvaluationError) -> ExpressionResult {
        // Each part counts: an expression may be as long as its text.
        try context.limits.work(1)
        switch expression {
        case .constant(let id): return .term(id)
        case .slot(let slot):
            let id = batch[slot, row]
            return id.isDefined ? .term(id) : .error
        case .bound(let slot): return .boolean(batch[slot, row].isDefined)
        case .or(let left, let right):
            let first = try condition(left, batch, row)
            if first == true { return .true }
            let second = try condition(right, batch, row)
            if second == true { return .true }
            return first == nil || second == nil ? .error : .false
        case .and(let left, let right):
            let first = try condition(left, batch, row)
            if first == false { return .false }
            let second = try condition(right, batch, row)
            if second == false { return .false }
            return first == nil || second == nil ? .error : .true
        case .not(let inner): return .boolean(try condition(inner, batch, row).map { !$0 })
        case .comparison(let name, let left, let right):
            return compare(name, try evaluate(left, batch, row), try evaluate(right, batch, row))
        case .arithmetic(let name, let left, let right):
            let (first, second) = (
                context.terms.value(try evaluate(left, batch, row)),
                context.terms.value(try evaluate(right, batch, row))
            )
            context.limits.hasWorked(ExpressionValue.cost(first, second))
            return Arithmetic.evaluate(name, first, second)
        case .unaryPlus(let inner):
            let value = try evaluate(inner, batch, row)
            return context.terms.value(value)?.asNumber == nil ? .error : value
        case .unaryMinus(let inner):
            switch context.terms.value(try evaluate(inner, batch, row)) {
            case .number(let value)?: return .value(.number(value.negated))
            case .duration(let value)?: return .value(.duration(value.negated))
            default: return .error
            }
        case .isIn(let value, let list, let isNegated):
            let found = try isIn(try evaluate(value, batch, row), list, batch, row)
            return .boolean(found.map { $0 != isNegated })
        case .isInSet(let value, let set, let ids, let isNegated):
            let result = try evaluate(value, batch, row)
            let candidates = set.candidates(for: result, context.terms)
            let found = try isIn(result, (candidates ?? ids).map { .constant($0) }, batch, row)
            return .boolean(found.map { $0 != isNegated })
        case .exists(let pattern, let isNegated):
            return .boolean(try pattern.hasSolution(batch, row, context) != isNegated)
        case .conditional(let condition, let yes, let no):
            guard let isTrue = try self.condition(condition, batch, row) else { return .error }
            return try evaluate(isTrue ? yes : no, batch, row)
        case .coalesce(let list):
            for element in list {
                let result = try evaluate(element, batch, row)
                if case .error = result { continue }
                return result
            }
            return .error
        case .call(let function, let list): return function.body(context, try arguments(list, batch, row))
        case .extensionCall(let function, let list):
            return function.body(context, try arguments(list, batch, row))
        case .cast(let target, let inner): return target.cast(try evaluate(inner, batch, row), in: context)
        case .failure: return .error
        }
    }

    /// The effective boolean value of an expression for a row; `nil` is an error.
    func condition(
        _ expression: PlanExpression, _ batch: Batch, _ row: Int
    ) throws(QueryEvaluationError) -> Bool? {
        let result = try evaluate(expression, batch, row)
        if case .value(.boolean(let value)) = result { return value }
        return context.terms.value(result)?.effectiveBooleanValue
    }

    private func arguments(
        _ list: [PlanExpression], _ batch: Batch, _ row: Int
    ) throws(QueryEvaluationError) -> [ExpressionResult] {
        var result: [ExpressionResult] = []
        result.reserveCapacity(list.count)
        for element in list { result.append(try evaluate(element, batch, row)) }
        return result
    }

    /// `IN`: true if one element is equal, else an error if comparing one was, else false.
    private func isIn(
        _ value: ExpressionResult, _ list: [PlanExpression], _ batch: Batch, _ row: Int
    ) throws(QueryEvaluationError) -> Bool? {
        if case .error = value { return nil }
        var hasError = false
        for element in list {
            switch equal(value, try evaluate(element, batch, row)) {
            case true?: return true
            case false?: continue
            case nil: hasError = true
            }
        }
        return hasError ? nil : false
    }

    private func compare(
        _ name: ComparisonOperator, _ left: ExpressionResult, _ right: ExpressionResult
    ) -> ExpressionResult {
        switch name {
        case .equal: return .boolean(equal(left, right))
        case .notEqual: return .boolean(equal(left, right).map { !$0 })
        case .less, .greater, .lessOrEqual, .greaterOrEqual:
            guard let left = context.terms.value(left), let right = context.terms.value(right),
                let order = order(left, right)
            else { return .error }
            switch name {
            case .less: return .boolean(order == .less)
            case .greater: return .boolean(order == .greater)
            case .lessOrEqual: return .boolean(order == .less || order == .equal)
            default: return .boolean(order == .greater || order == .equal)
            }
        }
    }

    /// `=`; `nil` is an error.
    func equal(_ left: ExpressionResult, _ right: ExpressionResult) -> Bool? {
        if case .term(let left) = left, case .term(let right) = right {
            // The same term is equal to itself, but for NaN; terms of which one is no literal are equal only then.
            if left == right { return !isNaN(left) }
            if left.kind != right.kind || left.isIRI || left.isBlankNode { return false }
        }
        guard let left = context.terms.value(left), let right = context.terms.value(right) else { return nil }
        // Computed texts are not counted where they are read.
        context.limits.hasWorked(left.cost)
        return left.isEqual(to: right)
    }

    private func order(_ left: ExpressionValue, _ right: ExpressionValue) -> ValueOrder? {
        context.limits.hasWorked(left.cost)
        return left.order(to: right)
    }

    private func isNaN(_ id: TermID) -> Bool {
        guard id.isLiteral, case .number(let value) = context.terms.value(id) else { return false }
        return value.isNaN
    }
}
