internal import RDFModel
internal import SPARQLAlgebra

/// Expressions, as §17 defines them; an error is thrown.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#expressions>
extension ReferenceEvaluator {
    /// Whether a filter keeps a solution: its effective boolean value is true.
    func holds(_ expression: Expression, _ solution: Solution, _ graph: [Triple]) throws -> Bool {
        do { return try isTrue(expression, solution, graph) } catch ReferenceError.type { return false }
    }

    /// The value of an expression as a term; `nil` is an error.
    func value(_ expression: Expression, _ solution: Solution, _ graph: [Triple]) throws -> Term? {
        do { return try evaluate(expression, solution, graph).term } catch ReferenceError.type { return nil }
    }

    private func isTrue(_ expression: Expression, _ solution: Solution, _ graph: [Triple]) throws -> Bool {
        try evaluate(expression, solution, graph).effectiveBooleanValue
    }

    /// The effective boolean value, `nil` for an error: for the connectives, which see both.
    private func truth(_ expression: Expression, _ solution: Solution, _ graph: [Triple]) throws -> Bool? {
        do { return try isTrue(expression, solution, graph) } catch ReferenceError.type { return nil }
    }

    func evaluate(_ expression: Expression, _ solution: Solution, _ graph: [Triple]) throws -> ReferenceValue {
        func value(_ expression: Expression) throws -> ReferenceValue { try evaluate(expression, solution, graph) }
        switch expression {
        case .term(let term): return ReferenceValue(term)
        case .variable(let variable):
            guard let term = solution[variable] else { throw ReferenceError.type }
            return ReferenceValue(term)
        case .bound(let variable): return .boolean(solution[variable] != nil)
        case .or(let left, let right):
            switch (try truth(left, solution, graph), try truth(right, solution, graph)) {
            case (true?, _), (_, true?): return .boolean(true)
            case (false?, false?): return .boolean(false)
            default: throw ReferenceError.type
            }
        case .and(let left, let right):
            switch (try truth(left, solution, graph), try truth(right, solution, graph)) {
            case (false?, _), (_, false?): return .boolean(false)
            case (true?, true?): return .boolean(true)
            default: throw ReferenceError.type
            }
        case .not(let inner): return .boolean(!(try isTrue(inner, solution, graph)))
        case .comparison(let sign, let left, let right):
            return .boolean(try Self.compare(sign, value(left), value(right)))
        case .arithmetic(let sign, let left, let right):
            return try ReferenceValue.arithmetic(sign, value(left), value(right))
        case .unaryPlus(let inner):
            let number = try value(inner)
            guard number.isNumber else { throw ReferenceError.type }
            return number
        case .unaryMinus(let inner):
            switch try value(inner) {
            case .integer(let value): return .integer(-value)
            case .decimal(let value): return .decimal(value.negated)
            case .float(let value): return .float(-value)
            case .double(let value): return .double(-value)
            default: throw ReferenceError.type
            }
        case .isIn(let inner, let list):
            return .boolean(try isIn(try value(inner), list, value))
        case .isNotIn(let inner, let list):
            return .boolean(!(try isIn(try value(inner), list, value)))
        case .exists(let pattern): return .boolean(try exists(pattern, solution, graph))
        case .notExists(let pattern): return .boolean(!(try exists(pattern, solution, graph)))
        case .conditional(let condition, let yes, let no):
            return try isTrue(condition, solution, graph) ? value(yes) : value(no)
        case .coalesce(let list):
            for element in list {
                do { return try value(element) } catch ReferenceError.type { continue }
            }
            throw ReferenceError.type
        case .call(let function, let arguments):
            return try call(function, try arguments.map(value))
        case .function(let name, let arguments):
            guard arguments.count == 1 else { throw ReferenceError.unsupported(name.string) }
            return try Self.cast(try value(arguments[0]), to: name)
        }
    }

    /// `a = b || a = c || …`
    private func isIn(
        _ value: ReferenceValue, _ list: [Expression], _ evaluate: (Expression) throws -> ReferenceValue
    ) throws -> Bool {
        var hasError = false
        for element in list {
            do {
                if try value.isEqual(to: try evaluate(element)) { return true }
            } catch ReferenceError.type {
                hasError = true
            }
        }
        if hasError { throw ReferenceError.type }
        return false
    }

    private static func compare(
        _ sign: ComparisonOperator, _ left: ReferenceValue, _ right: ReferenceValue
    ) throws -> Bool {
        do {
            switch sign {
            case .equal: return try left.isEqual(to: right)
            case .notEqual: return !(try left.isEqual(to: right))
            case .less: return try left.order(to: right) < 0
            case .greater: return try left.order(to: right) > 0
            case .lessOrEqual: return try left.order(to: right) <= 0
            case .greaterOrEqual: return try left.order(to: right) >= 0
            }
        } catch is ReferenceValue.NotANumber {
            return false
        }
    }

    // MARK: EXISTS

    private func exists(_ pattern: Algebra, _ solution: Solution, _ graph: [Triple]) throws -> Bool {
        try !evaluate(try Self.substitute(pattern, solution), graph).isEmpty
    }

    /// substitute(pattern, μ): every occurrence of a variable becomes its value.
    private static func substitute(_ pattern: Algebra, _ solution: Solution) throws -> Algebra {
        switch pattern {
        case .bgp(let triples): return .bgp(triples.map { substitute($0, solution) })
        case .path(let subject, let path, let object):
            return .path(substitute(subject, solution), path, substitute(object, solution))
        case .join(let left, let right): return .join(try substitute(left, solution), try substitute(right, solution))
        case .leftJoin(let left, let right, let condition):
            return .leftJoin(
                try substitute(left, solution), try substitute(right, solution),
                try condition.map { try substitute($0, solution) })
        case .filter(let condition, let inner):
            return .filter(try substitute(condition, solution), try substitute(inner, solution))
        case .union(let left, let right): return .union(try substitute(left, solution), try substitute(right, solution))
        case .graph(.variable(let variable), let inner):
            let name: GraphSpecifier =
                if case .iri(let iri)? = solution[variable] { .iri(iri) } else { .variable(variable) }
            return .graph(name, try substitute(inner, solution))
        case .graph(let name, let inner): return .graph(name, try substitute(inner, solution))
        default: throw ReferenceError.unsupported("EXISTS over \(pattern)")
        }
    }

    private static func substitute(_ triple: TriplePattern, _ solution: Solution) -> TriplePattern {
        TriplePattern(
            substitute(triple.subject, solution), substitute(triple.predicate, solution),
            substitute(triple.object, solution))
    }

    private static func substitute(_ pattern: TermPattern, _ solution: Solution) -> TermPattern {
        switch pattern {
        case .term: pattern
        case .variable(let variable): solution[variable].map { .term($0) } ?? pattern
        case .triple(let triple): .triple(substitute(triple, solution))
        }
    }

    private static func substitute(_ expression: Expression, _ solution: Solution) throws -> Expression {
        func inner(_ expression: Expression) throws -> Expression { try substitute(expression, solution) }
        switch expression {
        case .term: return expression
        case .variable(let variable): return solution[variable].map { .term($0) } ?? expression
        case .bound(let variable):
            return solution[variable] == nil ? expression : .term(ReferenceValue.boolean(true).term)
        case .or(let left, let right): return .or(try inner(left), try inner(right))
        case .and(let left, let right): return .and(try inner(left), try inner(right))
        case .not(let value): return .not(try inner(value))
        case .comparison(let sign, let left, let right): return .comparison(sign, try inner(left), try inner(right))
        case .arithmetic(let sign, let left, let right): return .arithmetic(sign, try inner(left), try inner(right))
        case .unaryPlus(let value): return .unaryPlus(try inner(value))
        case .unaryMinus(let value): return .unaryMinus(try inner(value))
        case .isIn(let value, let list): return .isIn(try inner(value), try list.map(inner))
        case .isNotIn(let value, let list): return .isNotIn(try inner(value), try list.map(inner))
        case .exists(let pattern): return .exists(try substitute(pattern, solution))
        case .notExists(let pattern): return .notExists(try substitute(pattern, solution))
        case .conditional(let condition, let yes, let no):
            return .conditional(try inner(condition), try inner(yes), try inner(no))
        case .coalesce(let list): return .coalesce(try list.map(inner))
        case .call(let function, let list): return .call(function, try list.map(inner))
        case .function(let name, let list): return .function(name, try list.map(inner))
        }
    }
}
