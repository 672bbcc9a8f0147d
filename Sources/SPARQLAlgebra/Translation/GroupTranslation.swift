internal import RDFModel

/// A group graph pattern as it is translated, element by element.
///
/// Filters apply to the whole group, wherever they stand in it, and so are kept apart until its end: OPTIONAL takes
/// them as its condition.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#sparqlTranslateGraphPatterns>, §18.2.2.2 to §18.2.2.8.
struct GroupTranslation {
    /// The elements so far, but for triples that more triples may follow.
    private var joined = Algebra.unit
    private var triples: [TriplePattern] = []
    private var filters: [Expression] = []
    /// The variables that the elements so far may bind.
    private(set) var scope = VariableScope()
    /// How deep the algebra is, at most.
    private(set) var depth = 1
    private var filterDepth = 0

    /// The pattern without its filters.
    var unfiltered: Algebra { triples.isEmpty ? joined : Self.join(joined, .bgp(triples)) }

    /// The filters as one condition.
    var condition: Expression? { Expression.conjunction(filters) }

    /// The pattern of the whole group (§18.2.2.7).
    var algebra: Algebra { condition.map { .filter($0, unfiltered) } ?? unfiltered }

    /// The depth of ``algebra``.
    var wholeDepth: Int {
        let unfiltered = depth + (triples.isEmpty ? 0 : 1)
        return filters.isEmpty
            ? unfiltered : max(unfiltered, filterDepth + balancedDepth(leaves: filters.count)) + 1
    }

    /// §18.2.2.8: the unit disappears from joins.
    static func join(_ left: Algebra, _ right: Algebra) -> Algebra {
        if left.isUnit { return right }
        if right.isUnit { return left }
        return .join(left, right)
    }

    /// §18.2.2.5: adjacent triple patterns are one basic graph pattern; a filter between them does not part them.
    mutating func add(_ elements: [TripleOrPath]) {
        for element in elements {
            switch element {
            case .triple(let triple):
                triples.append(triple)
                scope.insert(triple.subject)
                scope.insert(triple.predicate)
                scope.insert(triple.object)
            case .path(let subject, let path, let object):
                join(.path(subject, path, object), depth: 1 + path.depth)
                scope.insert(subject)
                scope.insert(object)
            }
        }
    }

    mutating func add(filter: Expression, depth: Int) {
        filters.append(filter)
        filterDepth = max(filterDepth, depth)
    }

    /// A pattern that stands beside those before: a group, a union, GRAPH, SERVICE, VALUES, a subquery.
    mutating func join(_ pattern: Algebra, scope inner: VariableScope, depth: Int) {
        join(pattern, depth: depth)
        scope.formUnion(inner)
    }

    private mutating func join(_ pattern: Algebra, depth: Int) {
        close(with: depth)
        joined = Self.join(joined, pattern)
    }

    mutating func add(optional group: GroupTranslation) {
        close(with: group.wholeDepth)
        joined = .leftJoin(joined, group.unfiltered, group.condition)
        scope.formUnion(group.scope)
    }

    /// The variables of the right are not in scope.
    mutating func subtract(_ group: GroupTranslation) {
        close(with: group.wholeDepth)
        joined = .minus(joined, group.algebra)
    }

    mutating func bind(_ variable: Variable, to expression: Expression, depth: Int) {
        close(with: depth)
        joined = .extend(joined, variable, expression)
        scope.insert(variable)
    }

    /// Ends the triples that were being collected, and counts one more operator above what there is.
    private mutating func close(with depth: Int) {
        if !triples.isEmpty {
            joined = Self.join(joined, .bgp(triples))
            self.depth += 1
            triples = []
        }
        self.depth = max(self.depth, depth) + 1
    }
}

extension PropertyPath {
    /// How deep the path's own tree is.
    /// - Complexity: O(*n*).
    var depth: Int {
        switch self {
        case .iri, .negatedPropertySet: 1
        case .inverse(let path), .zeroOrMore(let path), .oneOrMore(let path), .zeroOrOne(let path): path.depth + 1
        case .sequence(let left, let right), .alternative(let left, let right): max(left.depth, right.depth) + 1
        }
    }
}
