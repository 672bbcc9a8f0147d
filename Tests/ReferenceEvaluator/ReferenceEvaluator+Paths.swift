internal import RDFModel
internal import SPARQLAlgebra

/// Property paths, as §18.5 and §18.4 define them.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#PropertyPathPatterns>
extension ReferenceEvaluator {
    /// eval(D(G), Path(X, P, Y))
    func evaluate(
        _ subject: TermPattern, _ path: PropertyPath, _ object: TermPattern, _ graph: [Triple]
    ) throws -> [Solution] {
        switch path {
        case .iri(let predicate):
            let pattern = TriplePattern(subject, .term(.iri(predicate)), object)
            return graph.compactMap { Self.match(pattern, $0, [:]) }
        case .inverse(let inner): return try evaluate(object, inner, subject, graph)
        case .sequence(let first, let second):
            let middle = Variable("." + "path" + String(depth(of: first)) + "-" + String(depth(of: second)))
            let joined = Self.join(
                try evaluate(subject, first, .variable(middle), graph),
                try evaluate(.variable(middle), second, object, graph))
            return joined.map { $0.filter { $0.key != middle } }
        case .alternative(let first, let second):
            return try evaluate(subject, first, object, graph) + evaluate(subject, second, object, graph)
        case .negatedPropertySet(let forward, let inverse):
            // §18.5: the forward part takes part where it lists something, or where nothing is listed at all.
            var solutions: [Solution] = []
            if !forward.isEmpty || inverse.isEmpty {
                solutions += step(subject, object, except: forward, graph)
            }
            if !inverse.isEmpty { solutions += step(object, subject, except: inverse, graph) }
            return solutions
        case .zeroOrOne(let inner):
            return try arbitrary(subject, object, graph) { start in
                Set([start]).union(try ends(of: inner, from: start, graph))
            }
        case .zeroOrMore(let inner):
            return try arbitrary(subject, object, graph) { start in try closure(of: [start], inner, graph) }
        case .oneOrMore(let inner):
            return try arbitrary(subject, object, graph) { start in
                try closure(of: try ends(of: inner, from: start, graph), inner, graph)
            }
        }
    }

    private func depth(of path: PropertyPath) -> Int {
        switch path {
        case .iri, .negatedPropertySet: 1
        case .inverse(let inner), .zeroOrMore(let inner), .oneOrMore(let inner), .zeroOrOne(let inner):
            1 + depth(of: inner)
        case .sequence(let first, let second), .alternative(let first, let second):
            1 + 2 * depth(of: first) + 3 * depth(of: second)
        }
    }

    private func step(
        _ subject: TermPattern, _ object: TermPattern, except predicates: [IRI], _ graph: [Triple]
    ) -> [Solution] {
        graph.filter { !predicates.contains($0.predicate) }.compactMap { triple in
            Self.match(TriplePattern(subject, .term(.iri(triple.predicate)), object), triple, [:])
        }
    }

    /// nodes(G)
    private static func nodes(_ graph: [Triple]) -> Set<Term> { Set(graph.flatMap { [$0.subject, $0.object] }) }

    /// { t | Path(start, path, t) }
    private func ends(of path: PropertyPath, from start: Term, _ graph: [Triple]) throws -> Set<Term> {
        let end = Variable(".end")
        return Set(try evaluate(.term(start), path, .variable(end), graph).compactMap { $0[end] })
    }

    /// ALP: the terms and all that the path, repeated, leads to.
    private func closure(of starts: Set<Term>, _ path: PropertyPath, _ graph: [Triple]) throws -> Set<Term> {
        var visited = starts
        var waiting = Array(starts)
        while let term = waiting.popLast() {
            for end in try ends(of: path, from: term, graph) where visited.insert(end).inserted { waiting.append(end) }
        }
        return visited
    }

    /// The pairs of a path that is a set: from a term, or from each node of the graph; to a term, or to any.
    private func arbitrary(
        _ subject: TermPattern, _ object: TermPattern, _ graph: [Triple], _ ends: (Term) throws -> Set<Term>
    ) throws -> [Solution] {
        let starts: Set<Term>
        switch (subject, object) {
        case (.term(let term), _): starts = [term]
        // From the other end: a term is reached from itself even where it is no node of the graph.
        case (_, .term(let term)): starts = Self.nodes(graph).union([term])
        default: starts = Self.nodes(graph)
        }
        return try starts.flatMap { start in
            try ends(start).compactMap { end in
                var solution = Solution()
                guard Self.match(subject, start, &solution), Self.match(object, end, &solution) else { return nil }
                return solution
            }
        }
    }
}
