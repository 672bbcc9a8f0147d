extension Algebra {
    /// The variables that the author can see and that a solution may bind, in order of first appearance.
    /// - Complexity: O(*n*) in the size of the algebra.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#variableScope>
    public var inScopeVariables: [Variable] {
        var scope = VariableScope()
        insertVariables(into: &scope)
        return scope.variables
    }

    private func insertVariables(into scope: inout VariableScope) {
        switch self {
        case .bgp(let triples):
            for triple in triples { scope.insert(.triple(triple)) }
        case .path(let subject, _, let object):
            scope.insert(subject)
            scope.insert(object)
        case .minus(let left, _): left.insertVariables(into: &scope)
        case .graph(let name, let inner), .service(let name, let inner, _):
            inner.insertVariables(into: &scope)
            if let variable = name.variable { scope.insert(variable) }
        case .extend(let inner, let variable, _):
            inner.insertVariables(into: &scope)
            scope.insert(variable)
        case .values(let variables, _), .project(_, let variables):
            for variable in variables { scope.insert(variable) }
        case .group(let keys, let aggregates, _):
            for variable in keys { scope.insert(variable) }
            for binding in aggregates { scope.insert(binding.variable) }
        case .join, .leftJoin, .union, .filter, .orderBy, .distinct, .reduced, .slice, .toMultiset:
            for child in children { child.insertVariables(into: &scope) }
        }
    }
}
