internal import RDFModel
internal import SPARQLAlgebra

/// Looks through a whole query for conditions and computed values that are an error for every solution.
struct ComputedFaultSearch {
    let parts: QueryParts

    func faults() throws(QueryEvaluationError) -> [ComputedFault] {
        var found: [ComputedFault] = []
        try search(parts.query.algebra, in: nil, [:], &found)
        return found
    }

    private func search(
        _ algebra: Algebra, in graph: GraphSpecifier?, _ names: [Variable: Variable], _ found: inout [ComputedFault]
    ) throws(QueryEvaluationError) {
        var names = names
        switch algebra {
        case .filter(let condition, let inner):
            for part in condition.conjuncts { try test(part, nil, inner, graph, &found) }
        case .leftJoin(let left, let right, let condition?):
            for part in condition.conjuncts { try test(part, nil, .join(left, right), graph, &found) }
        case .extend(let inner, let variable, let value):
            // What the translation computes is a name for something: a key or an aggregate.
            if case .variable(let computed) = value {
                names[computed] = variable
                break
            }
            try test(value, variable, inner, graph, &found)
        case .group(_, let aggregates, let inner):
            for binding in aggregates {
                let name = names[binding.variable] ?? binding.variable
                try testNumbers(of: binding, name, algebra, inner, graph, &found)
            }
        default: break
        }
        let inside: GraphSpecifier? = if case .graph(let name, _) = algebra { name } else { graph }
        if case .service = algebra { return }
        for child in algebra.children { try search(child, in: inside, names, &found) }
    }

    private func test(
        _ expression: Expression, _ variable: Variable?, _ inner: Algebra, _ graph: GraphSpecifier?,
        _ found: inout [ComputedFault]
    ) throws(QueryEvaluationError) {
        let search = FaultSearch(parts: parts, inner: inner, graph: graph)
        guard try search.isAlwaysError(expression, asCondition: variable == nil),
            try parts.hasSolution(inner, in: graph)
        else { return }
        let fault = try search.fault(expression, asCondition: variable == nil)
        // A variable that nothing binds is found in the text already.
        switch fault.reason {
        case .unbound, .boundByGraph: return
        default: break
        }
        found.append(ComputedFault(variable: variable, expression: expression, aggregate: nil, fault: fault))
    }

    /// Whether SUM and AVG are an error for every group, since each has a value that is no number.
    private func testNumbers(
        of binding: AggregateBinding, _ name: Variable, _ group: Algebra, _ inner: Algebra, _ graph: GraphSpecifier?,
        _ found: inout [ComputedFault]
    ) throws(QueryEvaluationError) {
        guard case .group(let keys, _, _) = group, let argument = binding.aggregate.argument,
            [.sum, .average].contains(binding.aggregate.function)
        else { return }
        let isValue = Algebra.filter(.bound(binding.variable), group)
        guard try parts.hasSolution(group, in: graph), try !parts.hasSolution(isValue, in: graph) else { return }
        let isNumber = Expression.coalesce([.call(.isNumeric, [argument]), FaultSearch.no])
        let others = Algebra.filter(.not(isNumber), inner)
        guard try parts.hasSolution(others, in: graph) else { return }
        let search = FaultSearch(parts: parts, inner: others, graph: graph)
        func works(_ argument: Expression) throws(QueryEvaluationError) -> Bool {
            var cured = binding
            cured.aggregate.argument = argument
            return try parts.hasSolution(
                .filter(.bound(cured.variable), .group(keys: keys, aggregates: [cured], inner)), in: graph)
        }
        let keyword = binding.aggregate.function.keyword
        var cure: Expression?
        let reason: ExpressionFault.Reason
        if let value = try search.values([argument])?.first {
            reason = .argument(operator: keyword, .number, given: argument, value)
            let text = Expression.call(.str, [argument])
            for type in [XSD.integer, XSD.decimal] where cure == nil {
                let cast = Expression.function(type, [text])
                if try works(cast) { cure = cast }
            }
        } else if case .variable(let variable) = argument,
            try parts.hasSolution(.filter(.bound(variable), inner), in: graph)
        {
            reason = .sometimesUnbound(variable)
            let zero = Expression.coalesce([argument, .term(.literal(Literal("0", datatype: XSD.integer)))])
            if try works(zero) { cure = zero }
        } else {
            return
        }
        found.append(
            ComputedFault(
                variable: name, expression: argument, aggregate: binding.aggregate,
                fault: ExpressionFault(part: argument, reason: reason, cure: cure, cureHasSolutions: cure != nil)))
    }
}
