/// A variable that a query uses and that nothing binds where it is used: a slip that no grammar finds, and the reason of
/// many a blank column.
public struct UnboundVariable: Hashable, Sendable {
    /// What the query does with it.
    public enum Use: Hashable, Sendable {
        /// SELECT shows it.
        case select
        /// A FILTER, or the condition of an OPTIONAL, asks for it.
        case filter(Expression)
        /// BIND or SELECT compute with it.
        case bind(Variable, Expression)
        /// An aggregate such as COUNT takes it.
        case aggregate
        /// GROUP BY groups by it.
        case groupBy
        /// ORDER BY sorts by it.
        case orderBy
        /// The template of CONSTRUCT has it.
        case construct
        /// DESCRIBE asks for it.
        case describe
    }

    /// The variable.
    public let variable: Variable
    /// What the query does with it.
    public let use: Use
    /// The variable that was probably meant: the one bound there that is spelled most alike.
    public let nearest: Variable?
    /// Whether the query binds it, but elsewhere: outside of the braces, or inside of others.
    public let isBoundElsewhere: Bool
    /// Whether it is used inside of the braces of GRAPH, which gives it its value only behind them (§18.6).
    public let isGraphOfBraces: Bool
}

extension Query {
    /// The variables that are used where nothing binds them, each once for each kind of use, in the order of the text.
    ///
    /// A variable that only stands in a branch of IF or in COALESCE is left alone: there it is the usual way to say
    /// that there is no value.
    /// - Complexity: O(*n*) in the size of the algebra, but for the names of those that are found.
    public var unboundVariables: [UnboundVariable] {
        var check = UnboundVariableCheck()
        let scope = check.scope(of: algebra, outer: [])
        switch form {
        case .select, .ask: break
        case .construct(let template):
            for variable in template.flatMap(\.variables) where variable.isVisible {
                check.use(variable, .construct, scope)
            }
        case .describe(let targets):
            for variable in targets.flatMap(\.variables) { check.use(variable, .describe, scope) }
        }
        return check.findings
    }
}

/// The walk over algebra that knows what is bound at each place.
private struct UnboundVariableCheck {
    private var found: [Finding] = []
    private var bound: Set<Variable> = []
    /// The variables of GRAPH in whose braces the walk is.
    private var graphs: [Variable] = []

    private struct Finding {
        let variable: Variable
        let use: UnboundVariable.Use
        let scope: Set<Variable>
        let isGraphOfBraces: Bool
    }

    var findings: [UnboundVariable] {
        found.map { finding in
            let variable = finding.variable
            let names = finding.scope.filter { $0.isVisible && $0 != variable }.map(\.name).sorted()
            return UnboundVariable(
                variable: variable, use: finding.use,
                nearest: NearestName.of(variable.name, among: names).map { Variable($0) },
                isBoundElsewhere: bound.contains(variable), isGraphOfBraces: finding.isGraphOfBraces)
        }
    }

    mutating func use(_ variable: Variable, _ use: UnboundVariable.Use, _ scope: Set<Variable>) {
        guard variable.isVisible, !scope.contains(variable),
            !found.contains(where: { $0.variable == variable && $0.use == use })
        else { return }
        found.append(
            Finding(variable: variable, use: use, scope: scope, isGraphOfBraces: graphs.contains(variable)))
    }

    private mutating func bind(_ variables: some Sequence<Variable>, to scope: inout Set<Variable>) {
        for variable in variables {
            scope.insert(variable)
            bound.insert(variable)
        }
    }

    /// The variables that solutions may have; what uses others is noted.
    ///
    /// - Parameter outer: What the row of a filter has in which this is the pattern of EXISTS.
    mutating func scope(of algebra: Algebra, outer: Set<Variable>) -> Set<Variable> {
        switch algebra {
        case .bgp(let triples):
            var scope: Set<Variable> = []
            for triple in triples { bind(triple.variables, to: &scope) }
            return scope
        case .path(let subject, _, let object):
            var scope: Set<Variable> = []
            bind(subject.variables + object.variables, to: &scope)
            return scope
        case .values(let variables, _):
            var scope: Set<Variable> = []
            bind(variables, to: &scope)
            return scope
        case .join(let left, let right), .union(let left, let right):
            var scope = scope(of: left, outer: outer)
            scope.formUnion(self.scope(of: right, outer: outer))
            return scope
        case .leftJoin(let left, let right, let condition):
            var scope = scope(of: left, outer: outer)
            scope.formUnion(self.scope(of: right, outer: outer))
            if let condition { check(condition, .filter(condition), scope, outer) }
            return scope
        case .minus(let left, let right):
            let scope = scope(of: left, outer: outer)
            _ = self.scope(of: right, outer: outer)
            return scope
        case .filter(let condition, let inner):
            let scope = scope(of: inner, outer: outer)
            check(condition, .filter(condition), scope, outer)
            return scope
        case .extend(let inner, let variable, let value):
            var scope = scope(of: inner, outer: outer)
            check(value, .bind(variable, value), scope, outer)
            bind([variable], to: &scope)
            return scope
        case .graph(let name, let inner):
            graphs += [name.variable].compactMap { $0 }
            var scope = scope(of: inner, outer: outer)
            if let variable = name.variable {
                graphs.removeLast()
                bind([variable], to: &scope)
            }
            return scope
        case .service(let name, let inner, _):
            var scope = scope(of: inner, outer: outer)
            if let variable = name.variable { bind([variable], to: &scope) }
            return scope
        case .group(let keys, let aggregates, let inner):
            let inside = scope(of: inner, outer: outer)
            for key in keys { use(key, .groupBy, inside.union(outer)) }
            for case let argument? in aggregates.map(\.aggregate.argument) {
                check(argument, .aggregate, inside, outer)
            }
            // A key is bound inside, if at all.
            var scope = Set(keys)
            bind(aggregates.map(\.variable), to: &scope)
            return scope
        case .orderBy(let inner, let conditions):
            let scope = scope(of: inner, outer: outer)
            for condition in conditions { check(condition.expression, .orderBy, scope, outer) }
            return scope
        case .project(let inner, let variables):
            let scope = scope(of: inner, outer: outer)
            for variable in variables { use(variable, .select, scope.union(outer)) }
            return Set(variables)
        case .distinct(let inner), .reduced(let inner), .slice(let inner, _, _), .toMultiset(let inner):
            return scope(of: inner, outer: outer)
        }
    }

    private mutating func check(
        _ expression: Expression, _ use: UnboundVariable.Use, _ scope: Set<Variable>, _ outer: Set<Variable>,
        mayBeUnbound: Bool = false
    ) {
        switch expression {
        case .variable(let variable): if !mayBeUnbound { self.use(variable, use, scope.union(outer)) }
        case .bound(let variable): self.use(variable, use, scope.union(outer))
        case .exists(let pattern), .notExists(let pattern):
            _ = self.scope(of: pattern, outer: scope.union(outer))
        case .conditional(let condition, let yes, let no):
            check(condition, use, scope, outer)
            for branch in [yes, no] { check(branch, use, scope, outer, mayBeUnbound: true) }
        case .coalesce(let items): for item in items { check(item, use, scope, outer, mayBeUnbound: true) }
        default: for child in expression.children { check(child, use, scope, outer) }
        }
    }
}
