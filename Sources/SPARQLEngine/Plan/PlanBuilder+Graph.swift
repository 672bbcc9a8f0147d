internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

extension PlanBuilder {
    /// GRAPH: the pattern with the graph pushed into its scans where that means the same, and else run graph by graph.
    ///
    /// The variable of GRAPH is bound after the pattern (§18.6): a filter inside sees no value. So where the pattern
    /// mentions it, the graph has a slot of its own that the variable must then agree with.
    mutating func graph(_ name: GraphSpecifier, _ inner: Algebra) throws(QueryEvaluationError) -> PlanNode {
        switch name {
        case .iri(let iri):
            let id = context.terms.id(of: .iri(iri))
            guard context.dataset.hasNamedGraph(id) else { return .empty }
            return try build(inner, in: .named(id))
        case .variable(let variable):
            let slot = slots.slot(of: variable)
            if inner.mentions(variable) {
                let own = slots.fresh(Variable.internalVariable(slots.count))
                var plan = try build(inner, in: .variable(own))
                if inner.graphUse != .bindsGraph { plan = .eachGraph(own, plan) }
                return .project(
                    plan.possibleSlots.subtracting(SlotSet([own])).union(SlotSet([slot])).slots,
                    .extend(plan, slot, .slot(own)))
            }
            let plan = try build(inner, in: .variable(slot))
            return inner.graphUse == .bindsGraph ? plan : .eachGraph(slot, plan)
        }
    }
}

/// What a pattern has to do with the graph it is matched against.
private enum GraphUse {
    /// Every solution comes from a triple of the graph, so that its scans bind the graph's variable by themselves.
    case bindsGraph
    /// Nothing.
    case none
    /// Something that only a run for each graph gets right.
    case perGraph
}

extension Algebra {
    /// Whether a variable occurs anywhere, in patterns or in expressions.
    fileprivate func mentions(_ variable: Variable) -> Bool {
        let isOwn =
            switch self {
            case .bgp(let patterns): patterns.contains { $0.variables.contains(variable) }
            case .path(let subject, _, let object): (subject.variables + object.variables).contains(variable)
            case .values(let variables, _), .project(_, let variables): variables.contains(variable)
            case .graph(let name, _), .service(let name, _, _): name.variable == variable
            case .extend(_, let target, let value): target == variable || value.mentions(variable)
            case .filter(let condition, _): condition.mentions(variable)
            case .leftJoin(_, _, let condition?): condition.mentions(variable)
            case .group(let keys, let aggregates, _):
                keys.contains(variable)
                    || aggregates.contains { $0.aggregate.argument?.mentions(variable) ?? false }
            case .orderBy(_, let conditions): conditions.contains { $0.expression.mentions(variable) }
            default: false
            }
        return isOwn || children.contains { $0.mentions(variable) }
    }

    fileprivate var graphUse: GraphUse {
        switch self {
        case .bgp(let patterns): return patterns.isEmpty ? .none : .bindsGraph
        case .path: return .bindsGraph
        case .values, .graph: return .none
        case .join(let left, let right):
            switch (left.graphUse, right.graphUse) {
            case (.perGraph, _), (_, .perGraph): return .perGraph
            case (.none, .none): return .none
            default: return .bindsGraph
            }
        case .leftJoin(let left, let right, _):
            switch (left.graphUse, right.graphUse) {
            case (.bindsGraph, .bindsGraph), (.bindsGraph, .none): return .bindsGraph
            default: return .perGraph
            }
        case .filter(let condition, let inner):
            let use = inner.graphUse
            return use == .none && condition.containsExists ? .perGraph : use
        case .extend(let inner, _, let value):
            let use = inner.graphUse
            return use == .none && value.containsExists ? .perGraph : use
        case .union(let left, let right):
            let (left, right) = (left.graphUse, right.graphUse)
            return left == right ? left : .perGraph
        case .minus, .group, .orderBy, .project, .distinct, .reduced, .slice, .toMultiset, .service: return .perGraph
        }
    }

    /// The variables in scope that a text can name, in order of first appearance.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#variableScope>
    var visibleVariables: [Variable] {
        var seen: Set<Variable> = []
        var result: [Variable] = []
        func add(_ variables: [Variable]) {
            for variable in variables where variable.isVisible && seen.insert(variable).inserted {
                result.append(variable)
            }
        }
        func visit(_ algebra: Algebra) {
            switch algebra {
            case .bgp(let patterns): for pattern in patterns { add(pattern.variables) }
            case .path(let subject, _, let object): add(subject.variables + object.variables)
            case .values(let variables, _): add(variables)
            case .project(_, let variables): add(variables)
            case .minus(let left, _): visit(left)
            case .graph(let name, let inner), .service(let name, let inner, _):
                add([name.variable].compactMap { $0 })
                visit(inner)
            case .extend(let inner, let variable, _):
                visit(inner)
                add([variable])
            case .group(let keys, let aggregates, _):
                add(keys)
                add(aggregates.map(\.variable))
            default: for child in algebra.children { visit(child) }
            }
        }
        visit(self)
        return result
    }
}

extension Expression {
    fileprivate func mentions(_ variable: Variable) -> Bool {
        switch self {
        case .variable(let own), .bound(let own): own == variable
        case .exists(let pattern), .notExists(let pattern): pattern.mentions(variable)
        default: children.contains { $0.mentions(variable) }
        }
    }

    /// Whether an EXISTS occurs.
    fileprivate var containsExists: Bool {
        switch self {
        case .exists, .notExists: true
        default: children.contains { $0.containsExists }
        }
    }
}
