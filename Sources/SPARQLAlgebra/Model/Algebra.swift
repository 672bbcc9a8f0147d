public import RDFModel

/// The algebra of SPARQL: what a query means, before anything is said of how to find it.
///
/// A value is made by translating a text (§18.2), by the result builder, or by rewriting another value with
/// ``mapChildren(_:)``. Trees from a text are at most ``QueryParser/Options/maximumDepth`` deep, so that plain recursion
/// over them is safe.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#sparqlAlgebra>
public indirect enum Algebra: Hashable, Sendable {
    /// All these triple patterns at once; none of them is the unit, one empty solution (§18.3).
    case bgp([TriplePattern])
    /// Two nodes that a path connects (§18.4); a path that a triple pattern can say is in a ``bgp(_:)``.
    case path(TermPattern, PropertyPath, TermPattern)
    /// Solutions of both sides that are compatible.
    case join(Algebra, Algebra)
    /// Solutions of the left, extended by those of the right under which the condition holds. `nil` is `true`.
    case leftJoin(Algebra, Algebra, Expression?)
    /// Solutions for which the expression's effective boolean value is true.
    case filter(Expression, Algebra)
    /// Solutions of one side, then of the other; long chains are balanced trees.
    case union(Algebra, Algebra)
    /// Solutions of the left that share no variable with, or are incompatible with, every one of the right.
    case minus(Algebra, Algebra)
    /// The pattern in a named graph, or in each of them.
    case graph(GraphSpecifier, Algebra)
    /// Solutions with one more variable; it stays without a value where the expression is an error.
    case extend(Algebra, Variable, Expression)
    /// Solutions written down; `nil` is `UNDEF`. Each row has as many places as there are variables.
    case values([Variable], [[Term?]])
    /// One solution for each distinct binding of the keys, holding them and the aggregates. With no keys there is
    /// exactly one group, even over no solutions.
    ///
    /// A key that is an expression is bound by ``extend(_:_:_:)`` below. A variable that HAVING or ORDER BY names
    /// outside an aggregate, and that is no key, is sampled (§18.2.4.1).
    case group(keys: [Variable], aggregates: [AggregateBinding], Algebra)
    /// Solutions as a sequence, sorted; stable between conditions that compare equal.
    case orderBy(Algebra, [OrderCondition])
    /// Solutions with these variables only.
    case project(Algebra, [Variable])
    /// Each solution once.
    case distinct(Algebra)
    /// Each solution at least once.
    case reduced(Algebra)
    /// A part of the sequence.
    case slice(Algebra, offset: Int, limit: Int?)
    /// A sequence as a multiset: the boundary of a subquery. The order may be forgotten.
    case toMultiset(Algebra)
    /// What a remote endpoint answers; with `silent`, a failure is one empty solution.
    case service(GraphSpecifier, Algebra, silent: Bool)

    /// One solution that binds nothing: the unit of join.
    public static let unit = Algebra.bgp([])
    /// No solution at all: the unit of union.
    public static let empty = Algebra.values([], [])

    /// Whether it is the empty group's pattern.
    public var isUnit: Bool {
        if case .bgp(let patterns) = self { patterns.isEmpty } else { false }
    }
}
