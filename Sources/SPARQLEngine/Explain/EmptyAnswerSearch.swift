internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// Looks for the smallest parts of a query without solutions.
struct EmptyAnswerSearch {
    let snapshot: StoreSnapshot
    let query: Query
    let vocabularies: KnownVocabularies
    private let parts: QueryParts

    init(snapshot: StoreSnapshot, query: Query, options: QueryOptions, vocabularies: KnownVocabularies) {
        self.snapshot = snapshot
        self.query = query
        self.vocabularies = vocabularies
        parts = QueryParts(snapshot: snapshot, query: query, options: options)
    }

    /// How many solutions a filter is counted against.
    private static let countedSolutions = 100_000

    func reasons() throws(QueryEvaluationError) -> [EmptyAnswerReason] {
        guard try !hasSolution(query.algebra, in: nil) else { return [] }
        return try reasons(query.algebra, in: nil)
    }

    // MARK: Trying parts

    private func hasSolution(_ algebra: Algebra, in graph: GraphSpecifier?) throws(QueryEvaluationError) -> Bool {
        try parts.hasSolution(algebra, in: graph)
    }

    // MARK: Parts of algebra

    /// - Precondition: the algebra has no solution.
    private func reasons(
        _ algebra: Algebra, in graph: GraphSpecifier?
    ) throws(QueryEvaluationError) -> [EmptyAnswerReason] {
        switch algebra {
        case .bgp(let triples): return try reasons(triples, in: graph)
        case .path(let subject, let path, let object):
            var reason = EmptyAnswerReason(.path(subject, path, object))
            reason.nearMisses = near(graph).misses(subject, path, object)
            return [reason]
        case .join(let left, let right):
            let parts = try empty([left, right], in: graph)
            if !parts.isEmpty { return parts }
            // Triple patterns that stand apart in the text are one pattern to those who read it.
            if let triples = Self.triples(of: algebra) { return try reasons(triples, in: graph) }
            return [EmptyAnswerReason(.join)]
        case .union(let left, let right): return try empty([left, right], in: graph)
        case .leftJoin(let inner, _, _), .extend(let inner, _, _), .project(let inner, _), .distinct(let inner),
            .reduced(let inner), .orderBy(let inner, _), .toMultiset(let inner), .group(_, _, let inner):
            return try reasons(inner, in: graph)
        case .filter(let condition, let inner):
            guard try hasSolution(inner, in: graph) else { return try reasons(inner, in: graph) }
            return [try reason(condition, inner, in: graph)]
        case .minus(let left, _):
            guard try hasSolution(left, in: graph) else { return try reasons(left, in: graph) }
            return [EmptyAnswerReason(.minus)]
        case .slice(let inner, _, _):
            guard try hasSolution(inner, in: graph) else { return try reasons(inner, in: graph) }
            return [EmptyAnswerReason(.slice)]
        case .graph(let name, let inner):
            let graphs = snapshot.graphs.map { snapshot.dictionary.term($0) }
            if case .iri(let iri) = name, !graphs.contains(.iri(iri)) {
                return [EmptyAnswerReason(.graph(name), nearMisses: [.graphs(Array(graphs.prefix(5)))])]
            }
            guard !graphs.isEmpty else { return [EmptyAnswerReason(.graph(name), nearMisses: [.graphs([])])] }
            return try reasons(inner, in: name)
        case .values: return [EmptyAnswerReason(.values)]
        case .service: return []
        }
    }

    /// The reasons of those parts that have no solution.
    private func empty(
        _ parts: [Algebra], in graph: GraphSpecifier?
    ) throws(QueryEvaluationError) -> [EmptyAnswerReason] {
        var result: [EmptyAnswerReason] = []
        for part in parts where try !hasSolution(part, in: graph) { result += try reasons(part, in: graph) }
        return result
    }

    /// The triples of a join that has nothing but triples.
    private static func triples(of algebra: Algebra) -> [TriplePattern]? {
        switch algebra {
        case .bgp(let triples): return triples
        case .join(let left, let right):
            guard let left = triples(of: left), let right = triples(of: right) else { return nil }
            return left + right
        default: return nil
        }
    }

    // MARK: Triples

    private func reasons(
        _ triples: [TriplePattern], in graph: GraphSpecifier?
    ) throws(QueryEvaluationError) -> [EmptyAnswerReason] {
        var alone: [EmptyAnswerReason] = []
        for triple in triples where try !hasSolution(.bgp([triple]), in: graph) {
            alone.append(EmptyAnswerReason(.triple(triple), nearMisses: near(graph).misses(triple)))
        }
        if !alone.isEmpty { return alone }
        // Each matches by itself: the first that matches nothing together with those before it, neighbours first.
        var before: [TriplePattern] = []
        var rest = triples
        while !rest.isEmpty {
            let seen = Set(before.flatMap(\.variables))
            let place = rest.firstIndex { !seen.isDisjoint(with: $0.variables) } ?? 0
            let next = rest.remove(at: place)
            guard try hasSolution(.bgp(before + [next]), in: graph) else {
                return [
                    EmptyAnswerReason(.together(next, after: before), nearMisses: try examples(next, before, in: graph))
                ]
            }
            before.append(next)
        }
        return [EmptyAnswerReason(.join)]
    }

    private func near(_ graph: GraphSpecifier?) -> NearMissSearch {
        NearMissSearch(snapshot: snapshot, graph: graph, vocabularies: vocabularies)
    }

    /// What the variables that a pattern shares with others stand for in these.
    private func examples(
        _ triple: TriplePattern, _ others: [TriplePattern], in graph: GraphSpecifier?
    ) throws(QueryEvaluationError) -> [EmptyAnswerReason.NearMiss] {
        let known = Set(others.flatMap(\.variables))
        var result: [EmptyAnswerReason.NearMiss] = []
        for variable in Set(triple.variables).intersection(known).sorted() where variable.isVisible {
            let terms = try values(of: variable, in: .bgp(others), graph)
            if !terms.isEmpty { result.append(.examples(variable, terms)) }
        }
        return result
    }

    /// Some values of a variable.
    private func values(
        of variable: Variable, in algebra: Algebra, _ graph: GraphSpecifier?
    ) throws(QueryEvaluationError) -> [Term] {
        let few = Algebra.slice(.distinct(.project(algebra, [variable])), offset: 0, limit: 3)
        return try parts.rows([variable], few, in: graph).compactMap { $0[0] }
    }

    // MARK: Filters

    /// The first of the conditions joined by `&&` that leaves nothing by itself, or all of them.
    private func reason(
        _ condition: Expression, _ inner: Algebra, in graph: GraphSpecifier?
    ) throws(QueryEvaluationError) -> EmptyAnswerReason {
        var culprit = condition
        for part in Self.conjuncts(condition) where try !hasSolution(.filter(part, inner), in: graph) {
            culprit = part
            break
        }
        let some = Algebra.slice(inner, offset: 0, limit: Self.countedSolutions)
        let count = try parts.count(some, in: graph)
        let search = FaultSearch(parts: parts, inner: inner, graph: graph)
        let errors = try search.errorCount(culprit, among: Self.countedSolutions)
        var reason = EmptyAnswerReason(
            errors > 0 ? .error(culprit, count: errors, of: count) : .filter(culprit, count: count))
        if errors == count {
            reason.nearMisses.append(.fault(try search.fault(culprit, asCondition: true)))
        } else if let fault = try search.neverTrue(culprit) {
            reason.nearMisses.append(.fault(fault))
        }
        for variable in Self.variables(of: culprit).prefix(2) where !search.isBoundByGraph(variable) {
            let terms = try values(of: variable, in: inner, graph)
            if !terms.isEmpty { reason.nearMisses.append(.examples(variable, terms)) }
        }
        return reason
    }

    private static func conjuncts(_ expression: Expression) -> [Expression] {
        guard case .and(let left, let right) = expression else { return [expression] }
        return conjuncts(left) + conjuncts(right)
    }

    private static func variables(of expression: Expression) -> [Variable] {
        var result: [Variable] = []
        func visit(_ expression: Expression) {
            if case .variable(let variable) = expression, variable.isVisible, !result.contains(variable) {
                result.append(variable)
            }
            for child in expression.children { visit(child) }
        }
        visit(expression)
        return result
    }
}
