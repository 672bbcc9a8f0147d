internal import RDFModel
internal import SPARQLAlgebra

/// Looks for what is wrong with an expression over the solutions of a pattern.
struct FaultSearch {
    /// Runs a part of a query.
    let parts: QueryParts
    /// The solutions over which the expression is evaluated.
    let inner: Algebra
    /// The graph in which they are looked for.
    let graph: GraphSpecifier?

    /// Holds the value of the expression that is tried; no text can name it.
    private static let tried = Variable.internalVariable(999_999_999)

    /// Whether a variable is that of the GRAPH in whose braces the pattern stands, which binds it behind them.
    func isBoundByGraph(_ variable: Variable) -> Bool {
        graph?.variable == variable && !inner.inScopeVariables.contains(variable)
    }

    // MARK: Errors

    /// Whether a condition, or a value, is an error for every solution.
    func isAlwaysError(_ expression: Expression, asCondition: Bool) throws(QueryEvaluationError) -> Bool {
        try !parts.hasSolution(.filter(.bound(Self.tried), evaluated(expression, asCondition)), in: graph)
    }

    /// For how many of so many solutions a condition is an error.
    func errorCount(_ condition: Expression, among limit: Int) throws(QueryEvaluationError) -> Int {
        let some = Algebra.slice(inner, offset: 0, limit: limit)
        let value = Expression.conditional(condition, Self.yes, Self.no)
        return try parts.count(.filter(.not(.bound(Self.tried)), .extend(some, Self.tried, value)), in: graph)
    }

    private func evaluated(_ expression: Expression, _ asCondition: Bool) -> Algebra {
        .extend(inner, Self.tried, asCondition ? .conditional(expression, Self.yes, Self.no) : expression)
    }

    private static let yes = Expression.term(.literal(Literal("true", datatype: XSD.boolean)))
    static let no = Expression.term(.literal(Literal("false", datatype: XSD.boolean)))

    // MARK: Faults

    /// What is wrong with an expression that is an error for every solution.
    func fault(_ expression: Expression, asCondition: Bool) throws(QueryEvaluationError) -> ExpressionFault {
        var part = expression
        var isCondition = asCondition
        // Down to the smallest part that is an error by itself.
        descent: while true {
            for (child, isChildCondition) in part.evaluatedParts(asCondition: isCondition)
            where try isAlwaysError(child, asCondition: isChildCondition) {
                (part, isCondition) = (child, isChildCondition)
                continue descent
            }
            break
        }
        let reason = try reason(part)
        var isUnbound = false
        switch reason {
        case .unbound, .boundByGraph: isUnbound = true
        default: break
        }
        let cure = isUnbound ? nil : try cure(of: expression, part, asCondition: asCondition)
        return ExpressionFault(
            part: part, reason: reason, cure: cure?.expression, cureHasSolutions: cure?.hasSolutions ?? false)
    }

    /// What would make a condition true that is never true, if it is one of the usual slips.
    func neverTrue(_ condition: Expression) throws(QueryEvaluationError) -> ExpressionFault? {
        for candidate in FaultCures.forFalse(condition)
        where try parts.hasSolution(.filter(candidate, inner), in: graph) {
            return ExpressionFault(part: condition, reason: nil, cure: candidate, cureHasSolutions: true)
        }
        return nil
    }

    private func reason(_ part: Expression) throws(QueryEvaluationError) -> ExpressionFault.Reason {
        if case .variable(let variable) = part {
            if isBoundByGraph(variable) { return .boundByGraph(variable) }
            guard let value = try values([part])?[0] else { return .unbound(variable) }
            return .argument(operator: "FILTER", .condition, given: part, value)
        }
        let arguments = part.children
        guard let values = try values(arguments) else { return .other }
        switch part {
        case .comparison(let sign, _, _):
            guard values.count == 2 else { return .other }
            return .pair(operator: sign.rawValue, arguments[0], values[0], arguments[1], values[1])
        case .arithmetic(let sign, _, _):
            for (argument, value) in zip(arguments, values) where !value.isNumber {
                return .argument(operator: sign.rawValue, .number, given: argument, value)
            }
            return .other
        case .call(let function, _):
            for (place, (argument, value)) in zip(arguments, values).enumerated() {
                guard let want = function.want(place), !value.is(want) else { continue }
                return .argument(operator: function.rawValue, want, given: argument, value)
            }
            if function == .regex || function == .replace, values.count > 1 { return .pattern(values[1]) }
            guard values.count == 2 else { return .other }
            return .pair(operator: function.rawValue, arguments[0], values[0], arguments[1], values[1])
        case .function(let name, _):
            guard name.string.hasPrefix(XSD.namespace), let value = values.first else { return .other }
            return .cast(name, value)
        case .not, .and, .or, .conditional:
            for (argument, value) in zip(arguments, values) where !value.is(.condition) {
                return .argument(operator: part.sign, .condition, given: argument, value)
            }
            return .other
        case .unaryMinus, .unaryPlus:
            return values.first.map { .argument(operator: "-", .number, given: arguments[0], $0) } ?? .other
        default: return .other
        }
    }

    /// The values of some expressions in the first solution where all have one.
    func values(_ expressions: [Expression]) throws(QueryEvaluationError) -> [Term]? {
        guard !expressions.isEmpty else { return [] }
        var algebra = inner
        var variables: [Variable] = []
        for (place, expression) in expressions.enumerated() {
            let variable = Variable.internalVariable(999_999_000 + place)
            variables.append(variable)
            algebra = .extend(algebra, variable, expression)
        }
        for variable in variables { algebra = .filter(.bound(variable), algebra) }
        let rows = try parts.rows(variables, .slice(algebra, offset: 0, limit: 1), in: graph)
        guard let row = rows.first else { return nil }
        let values = row.compactMap(\.self)
        return values.count == expressions.count ? values : nil
    }

    // MARK: Cures

    private func cure(
        of whole: Expression, _ part: Expression, asCondition: Bool
    ) throws(QueryEvaluationError) -> (expression: Expression, hasSolutions: Bool)? {
        guard let values = try values(part.children) else { return nil }
        var second: Expression?
        for candidate in FaultCures.forError(part, values) {
            let cured = whole.replacing(part, by: candidate)
            guard try !isAlwaysError(cured, asCondition: asCondition) else { continue }
            guard asCondition else { return (cured, true) }
            if try parts.hasSolution(.filter(cured, inner), in: graph) { return (cured, true) }
            second = second ?? cured
        }
        return second.map { ($0, false) }
    }
}

extension Expression {
    /// The parts that are evaluated whenever the expression is, and whether as conditions.
    fileprivate func evaluatedParts(asCondition: Bool) -> [(Expression, Bool)] {
        switch self {
        case .and(let left, let right), .or(let left, let right): [(left, true), (right, true)]
        case .not(let inner): [(inner, true)]
        case .conditional(let condition, _, _): [(condition, true)]
        case .coalesce, .exists, .notExists, .bound, .term, .variable: []
        case .isIn(let value, _), .isNotIn(let value, _): [(value, false)]
        default: children.map { ($0, false) }
        }
    }

    /// The sign or keyword of a form that is no function.
    fileprivate var sign: String {
        switch self {
        case .not: "!"
        case .and: "&&"
        case .or: "||"
        default: "IF"
        }
    }

    /// The expression with each occurrence of a part exchanged.
    fileprivate func replacing(_ part: Expression, by other: Expression) -> Expression {
        self == part ? other : mapChildren { $0.replacing(part, by: other) }
    }
}
