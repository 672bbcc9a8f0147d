internal import Localization
internal import RDFModel

/// The translation of solution modifiers, and what it carries from one subquery to the next.
struct SelectTranslation {
    let maximumDepth: Int
    /// The aggregates of the query or subquery at hand.
    var aggregates = AggregateScope()
    /// The number of the next variable that the translation makes.
    private var nextInternalVariable = 0

    init(maximumDepth: Int) { self.maximumDepth = maximumDepth }

    /// Checks that a tree is not so deep that recursion over it would be unsafe.
    func checkDepth(_ depth: Int, at range: Range<Int>) throws(SyntaxFailure) {
        guard depth <= maximumDepth else {
            throw SyntaxFailure(.tooManyParts, [String(maximumDepth)], at: range)
        }
    }

    private mutating func makeInternalVariable() -> Variable {
        defer { nextInternalVariable += 1 }
        return .internalVariable(nextInternalVariable)
    }

    /// The variable of an aggregate until the whole query is read; the same aggregate has the same variable.
    mutating func extract(_ aggregate: AggregateExpression) -> Variable {
        if let known = aggregates.variables[aggregate] { return known }
        let variable = Variable(".aggregate\(aggregates.bindings.count)")
        aggregates.variables[aggregate] = variable
        aggregates.bindings.append(AggregateBinding(variable, aggregate))
        return variable
    }

    /// Translates solution modifiers in the specification's order: grouping and aggregates, HAVING, VALUES, SELECT
    /// expressions, ORDER BY, projection, DISTINCT, LIMIT.
    ///
    /// In one point this is kinder than the specification: HAVING may name a variable that SELECT assigns, as most
    /// engines allow; there it would always be unbound.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#sparqlGroupAggregate>, §18.2.4 and §18.2.5.
    mutating func translate(
        _ group: GroupTranslation, select: SelectClause?, _ modifiers: SolutionModifiers,
        _ values: ([Variable], [[Term?]])?, at place: Range<Int>
    ) throws(SyntaxFailure) -> Solutions {
        var select = select
        var pattern = group.algebra
        var scope = group.scope
        var depth = group.wholeDepth
        var having = Expression.conjunction(modifiers.having)
        var order = modifiers.order
        let aliases = VariableScope(select?.items?.compactMap { $0.expression == nil ? nil : $0.variable } ?? [])

        // §18.2.4.1
        let isGrouped = !modifiers.grouping.isEmpty || !aggregates.bindings.isEmpty
        if isGrouped {
            let keys = try bindKeys(modifiers.grouping, in: &pattern, &scope, &depth)
            let inner = scope
            scope = VariableScope(keys)
            let known = scope
            func sampled(_ expression: Expression) -> Expression {
                expression.mapVariables { variable in
                    let isFree = inner.contains(variable) && !known.contains(variable) && !aliases.contains(variable)
                    return isFree ? extract(AggregateExpression(.sample, .variable(variable))) : variable
                }
            }
            having = having.map(sampled)
            order = order.map { OrderCondition(sampled($0.expression), isAscending: $0.isAscending) }
            let bindings = numberAggregates(in: &select, &having, &order)
            pattern = .group(keys: keys, aggregates: bindings, pattern)
        }
        if let (variables, _) = values { scope.formUnion(VariableScope(variables)) }
        let projected = try checkSelect(select, isGrouped: isGrouped, hasKeys: !modifiers.grouping.isEmpty, scope)

        // §18.2.4.2
        let filtersAliases = having?.visibleVariables.contains { aliases.contains($0) } ?? false
        if let having, !filtersAliases { pattern = .filter(having, pattern) }
        // §18.2.4.3
        if let (variables, rows) = values { pattern = GroupTranslation.join(pattern, .values(variables, rows)) }
        // §18.2.4.4
        for item in select?.items ?? [] {
            depth = max(depth, item.depth)
            guard let expression = item.expression else { continue }
            pattern = .extend(pattern, item.variable, expression)
            depth += 1
            // Before the tree is so deep that to let go of it would be unsafe.
            try checkDepth(depth, at: item.range)
        }
        if let having, filtersAliases { pattern = .filter(having, pattern) }
        // §18.2.5
        if !order.isEmpty { pattern = .orderBy(pattern, order) }
        if let select {
            pattern = .project(pattern, projected)
            switch select.duplicates {
            case .kept: break
            case .removed: pattern = .distinct(pattern)
            case .mayBeRemoved: pattern = .reduced(pattern)
            }
        }
        if modifiers.offset != nil || modifiers.limit != nil {
            pattern = .slice(pattern, offset: modifiers.offset ?? 0, limit: modifiers.limit)
        }
        // Group, HAVING, VALUES, ORDER BY, projection, DISTINCT and slice are at most one operator each.
        let operators = [
            isGrouped, having != nil, values != nil, !order.isEmpty, select != nil,
            (select?.duplicates ?? .kept) != .kept,
            modifiers.offset != nil || modifiers.limit != nil,
        ]
        depth = max(depth, modifiers.depth) + operators.count { $0 }
        try checkDepth(depth, at: place)
        return Solutions(algebra: pattern, variables: projected, depth: depth)
    }

    /// Gives the aggregates their variables for good, in the order in which SELECT, HAVING and ORDER BY use them, so
    /// that the same query always has the same algebra, however its samples came to be.
    private mutating func numberAggregates(
        in select: inout SelectClause?, _ having: inout Expression?, _ order: inout [OrderCondition]
    ) -> [AggregateBinding] {
        let aggregatesOf = Dictionary(aggregates.bindings.map { ($0.variable, $0.aggregate) }) { first, _ in first }
        var finalVariables: [Variable: Variable] = [:]
        var bindings: [AggregateBinding] = []
        func final(_ expression: Expression) -> Expression {
            expression.mapVariables { variable in
                guard let aggregate = aggregatesOf[variable] else { return variable }
                if let known = finalVariables[variable] { return known }
                let final = makeInternalVariable()
                finalVariables[variable] = final
                bindings.append(AggregateBinding(final, aggregate))
                return final
            }
        }
        if var items = select?.items {
            for index in items.indices { items[index].expression = items[index].expression.map(final) }
            select?.items = items
        }
        having = having.map(final)
        for index in order.indices { order[index].expression = final(order[index].expression) }
        return bindings
    }

    /// Binds the keys that are expressions, and answers with the variables of all keys.
    private mutating func bindKeys(
        _ conditions: [SolutionModifiers.GroupCondition], in pattern: inout Algebra, _ scope: inout VariableScope,
        _ depth: inout Int
    ) throws(SyntaxFailure) -> [Variable] {
        var keys: [Variable] = []
        var seen: Set<Variable> = []
        for condition in conditions {
            let key: Variable
            if let variable = condition.variable {
                guard !scope.contains(variable) else {
                    throw SyntaxFailure(.variableAlreadyInScope, [variable.description], at: condition.range)
                }
                key = variable
            } else if case .variable(let variable) = condition.expression {
                key = variable
                if seen.insert(key).inserted { keys.append(key) }
                continue
            } else {
                key = makeInternalVariable()
            }
            pattern = .extend(pattern, key, condition.expression)
            depth = max(depth, condition.depth) + 1
            try checkDepth(depth, at: condition.range)
            scope.insert(key)
            seen.insert(key)
            keys.append(key)
        }
        return keys
    }

    /// Checks what SELECT lists, and answers with the variables to project.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#variableScope>, and §11.4 for grouping.
    private func checkSelect(
        _ select: SelectClause?, isGrouped: Bool, hasKeys: Bool, _ scope: VariableScope
    ) throws(SyntaxFailure) -> [Variable] {
        guard let select, let items = select.items else {
            if let select, isGrouped { throw SyntaxFailure(.starWithGrouping, at: select.starRange) }
            return scope.variables
        }
        var known = scope
        var projected = VariableScope()
        for item in items {
            if let expression = item.expression {
                guard !scope.contains(item.variable) else {
                    throw SyntaxFailure(.variableAlreadyInScope, [item.variable.description], at: item.range)
                }
                guard !projected.contains(item.variable) else {
                    throw SyntaxFailure(.variableTwice, [item.variable.description], at: item.range)
                }
                if isGrouped, let free = expression.visibleVariables.first(where: { !known.contains($0) }) {
                    throw SyntaxFailure(
                        hasKeys ? .variableNotGroupedInside : .variableBesideAggregate, [free.description],
                        at: item.expressionRange ?? item.range)
                }
                known.insert(item.variable)
            } else if isGrouped, !known.contains(item.variable) {
                let name = item.variable.description
                guard hasKeys else { throw SyntaxFailure(.variableBesideAggregate, [name], at: item.range) }
                let taken = Set(items.map(\.variable) + scope.variables)
                let fresh = (1...).lazy.map { Variable(item.variable.name + String($0)) }.first { !taken.contains($0) }
                throw SyntaxFailure(.variableNotGrouped, [name, fresh?.description ?? name], at: item.range)
            }
            projected.insert(item.variable)
        }
        return projected.variables
    }
}

extension Expression {
    /// The expression with its variables exchanged, but for those inside EXISTS.
    func mapVariables(_ transform: (Variable) -> Variable) -> Expression {
        switch self {
        case .variable(let variable): .variable(transform(variable))
        case .bound(let variable): .bound(transform(variable))
        default: mapChildren { $0.mapVariables(transform) }
        }
    }

    /// The variables that the author wrote, but for those inside EXISTS, in order and with repetition.
    var visibleVariables: [Variable] {
        switch self {
        case .variable(let variable), .bound(let variable): variable.isVisible ? [variable] : []
        default: children.flatMap(\.visibleVariables)
        }
    }
}
