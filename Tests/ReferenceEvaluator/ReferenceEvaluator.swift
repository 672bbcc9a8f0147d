public import RDFModel
public import SPARQLAlgebra

/// A solution mapping: what some variables stand for.
public typealias Solution = [Variable: Term]

/// Why an expression has no value (`type`), or why this evaluator does not answer (`unsupported`).
enum ReferenceError: Error {
    /// A type error of §17.2.
    case type
    /// Something that is not written down here, such as SERVICE, or numbers beyond what is counted with here.
    case unsupported(String)
}

/// The graphs that queries are asked of.
public struct ReferenceDataset: Sendable {
    /// The default graph.
    public var defaultGraph: [Triple] = []
    /// The named graphs.
    public var named: [Term: [Triple]] = [:]

    /// A dataset of statements, each once.
    public init(_ quads: [Quad]) {
        for quad in Set(quads) {
            if let name = quad.graph.term {
                named[name, default: []].append(quad.triple)
            } else {
                defaultGraph.append(quad.triple)
            }
        }
    }
}

/// Evaluates the algebra of SPARQL as §18.5 defines it, one definition after another, on arrays of solution mappings.
///
/// It is as slow as the definitions and shares nothing with the engine but the text's translation to the algebra, which
/// the W3C's tests and other engines check.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#sparqlAlgebraEval>
public struct ReferenceEvaluator {
    let dataset: ReferenceDataset
    let base: IRI?

    /// An evaluator of queries over a dataset.
    public init(_ dataset: ReferenceDataset, base: IRI? = nil) {
        self.dataset = dataset
        self.base = base
    }

    /// The solutions of a pattern over the dataset.
    public func evaluate(_ pattern: Algebra) throws -> [Solution] { try evaluate(pattern, dataset.defaultGraph) }

    /// eval(D(G), pattern)
    func evaluate(_ pattern: Algebra, _ graph: [Triple]) throws -> [Solution] {
        switch pattern {
        case .bgp(let triples):
            return triples.reduce([Solution()]) { solutions, triple in
                solutions.flatMap { solution in graph.compactMap { Self.match(triple, $0, solution) } }
            }
        case .path(let subject, let path, let object):
            return try evaluate(subject, path, object, graph)
        case .join(let left, let right):
            return Self.join(try evaluate(left, graph), try evaluate(right, graph))
        case .leftJoin(let left, let right, let condition):
            return try leftJoin(try evaluate(left, graph), try evaluate(right, graph), condition, graph)
        case .filter(let condition, let inner):
            return try evaluate(inner, graph).filter { try holds(condition, $0, graph) }
        case .union(let left, let right): return try evaluate(left, graph) + evaluate(right, graph)
        case .minus(let left, let right):
            let (left, right) = (try evaluate(left, graph), try evaluate(right, graph))
            return left.filter { solution in
                right.allSatisfy { other in
                    !Self.areCompatible(solution, other) || Set(solution.keys).isDisjoint(with: other.keys)
                }
            }
        case .graph(.iri(let name), let inner):
            return try dataset.named[.iri(name)].map { try evaluate(inner, $0) } ?? []
        case .graph(.variable(let variable), let inner):
            return try dataset.named.flatMap { name, triples in
                Self.join(try evaluate(inner, triples), [[variable: name]])
            }
        case .extend(let inner, let variable, let expression):
            return try evaluate(inner, graph).map { solution in
                var extended = solution
                if let value = try value(expression, solution, graph) { extended[variable] = value }
                return extended
            }
        case .values(let variables, let rows):
            return rows.map { row in
                var solution = Solution()
                for (variable, term) in zip(variables, row) { solution[variable] = term }
                return solution
            }
        case .group(let keys, let aggregates, let inner):
            return try group(try evaluate(inner, graph), by: keys, aggregates, graph)
        case .orderBy(let inner, let conditions): return try sort(try evaluate(inner, graph), conditions, graph)
        case .project(let inner, let variables):
            return try evaluate(inner, graph).map { $0.filter { variables.contains($0.key) } }
        case .distinct(let inner), .reduced(let inner):
            var seen: Set<Solution> = []
            return try evaluate(inner, graph).filter { seen.insert($0).inserted }
        case .slice(let inner, let offset, let limit):
            let rest = try evaluate(inner, graph).dropFirst(offset)
            return Array(limit.map { rest.prefix($0) } ?? rest)
        case .toMultiset(let inner): return try evaluate(inner, graph)
        case .service: throw ReferenceError.unsupported("SERVICE")
        }
    }

    // MARK: Basic graph patterns

    /// What a solution shows: blank nodes of patterns, and the steps of paths, are variables without being seen.
    static func visible(_ solution: Solution) -> Solution { solution.filter { $0.key.isVisible } }

    /// The solution extended so that the pattern becomes the triple.
    static func match(_ pattern: TriplePattern, _ triple: Triple, _ solution: Solution) -> Solution? {
        var solution = solution
        guard match(pattern.subject, triple.subject, &solution),
            match(pattern.predicate, .iri(triple.predicate), &solution),
            match(pattern.object, triple.object, &solution)
        else { return nil }
        return solution
    }

    static func match(_ pattern: TermPattern, _ term: Term, _ solution: inout Solution) -> Bool {
        switch pattern {
        case .term(let constant): return constant == term
        case .variable(let variable):
            if let known = solution[variable] { return known == term }
            solution[variable] = term
            return true
        case .triple(let inner):
            guard case .tripleTerm(let triple) = term, let extended = match(inner, triple, solution) else {
                return false
            }
            solution = extended
            return true
        }
    }

    // MARK: Joins

    /// Two solutions agree on every variable that both bind.
    static func areCompatible(_ left: Solution, _ right: Solution) -> Bool {
        left.allSatisfy { right[$0.key] == nil || right[$0.key] == $0.value }
    }

    static func join(_ left: [Solution], _ right: [Solution]) -> [Solution] {
        left.flatMap { solution in
            right.filter { areCompatible(solution, $0) }.map { solution.merging($0) { first, _ in first } }
        }
    }

    private func leftJoin(
        _ left: [Solution], _ right: [Solution], _ condition: Expression?, _ graph: [Triple]
    ) throws -> [Solution] {
        try left.flatMap { solution in
            let joined = try Self.join([solution], right).filter { merged in
                try condition.map { try holds($0, merged, graph) } ?? true
            }
            return joined.isEmpty ? [solution] : joined
        }
    }

    // MARK: Sequences

    private func sort(
        _ solutions: [Solution], _ conditions: [OrderCondition], _ graph: [Triple]
    ) throws -> [Solution] {
        let keys = try solutions.map { solution in
            try conditions.map { try value($0.expression, solution, graph) }
        }
        let order = solutions.indices.sorted { left, right in
            for (place, condition) in conditions.enumerated() {
                let order = ReferenceOrder.compare(keys[left][place], keys[right][place])
                if order != 0 { return condition.isAscending ? order < 0 : order > 0 }
            }
            return left < right
        }
        return order.map { solutions[$0] }
    }

    /// Whether a sequence is in an order: no row is known to belong before the one above it.
    public func isSorted(_ solutions: [Solution], by conditions: [OrderCondition]) throws -> Bool {
        let keys = try solutions.map { solution in
            try conditions.map { try value($0.expression, solution, dataset.defaultGraph) }
        }
        for (above, below) in zip(keys, keys.dropFirst()) {
            for (place, condition) in conditions.enumerated() {
                let order = ReferenceOrder.compare(above[place], below[place])
                if order == 0 {
                    // The same value, or two that the specification does not order: then the rest is free.
                    if above[place] != below[place] { break }
                    continue
                }
                if condition.isAscending ? order > 0 : order < 0 { return false }
                break
            }
        }
        return true
    }
}
