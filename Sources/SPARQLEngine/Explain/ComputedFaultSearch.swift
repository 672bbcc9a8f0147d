internal import SPARQLAlgebra

/// Looks through a whole query for conditions and computed values that are an error for every solution.
struct ComputedFaultSearch {
    let parts: QueryParts

    func faults() throws(QueryEvaluationError) -> [ComputedFault] {
        var found: [ComputedFault] = []
        try search(parts.query.algebra, in: nil, &found)
        return found
    }

    private func search(
        _ algebra: Algebra, in graph: GraphSpecifier?, _ found: inout [ComputedFault]
    ) throws(QueryEvaluationError) {
        switch algebra {
        case .filter(let condition, let inner):
            for part in condition.conjuncts { try test(part, nil, inner, graph, &found) }
        case .leftJoin(let left, let right, let condition?):
            for part in condition.conjuncts { try test(part, nil, .join(left, right), graph, &found) }
        case .extend(let inner, let variable, let value):
            // What the translation computes is a name for something: a key or an aggregate.
            if case .variable = value { break }
            try test(value, variable, inner, graph, &found)
        default: break
        }
        let inside: GraphSpecifier? = if case .graph(let name, _) = algebra { name } else { graph }
        if case .service = algebra { return }
        for child in algebra.children { try search(child, in: inside, &found) }
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
        found.append(ComputedFault(variable: variable, expression: expression, fault: fault))
    }
}
