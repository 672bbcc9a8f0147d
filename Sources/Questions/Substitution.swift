internal import Localization
internal import RDFModel
internal import SPARQLAlgebra

/// The rewriting of algebra under which variables become terms; see ``Query/binding(_:)`` for the rule.
struct Substitution {
    /// The terms, by variable.
    let values: [Variable: Term]
    /// The variables that were met so far.
    private(set) var met: Set<Variable> = []

    init(_ values: [Variable: Term]) { self.values = values }

    // MARK: Operators

    mutating func rewrite(_ algebra: Algebra) throws(QuestionError) -> Algebra {
        switch algebra {
        case .bgp(let patterns): return rewriteBasicGraphPattern(patterns)
        case .path(let subject, let path, let object): return .path(rewrite(subject), path, rewrite(object))
        case .values(let variables, let rows): return rewriteValues(variables, rows)
        case .graph(let name, let inner):
            let inner = try rewrite(inner)
            guard let name = rewrite(name) else { return .empty }
            return .graph(name, inner)
        case .service(let name, let inner, let silent):
            let inner = try rewrite(inner)
            guard let name = rewrite(name) else { return .empty }
            return .service(name, inner, silent: silent)
        case .join(let left, let right): return Self.joining(try rewrite(left), try rewrite(right))
        case .extend(_, let variable, _) where values[variable] != nil:
            throw QuestionError(.computedVariable, variable.name)
        case .group(let keys, var aggregates, let inner):
            for index in aggregates.indices {
                guard let argument = aggregates[index].aggregate.argument else { continue }
                aggregates[index].aggregate.argument = try rewrite(argument)
            }
            // Without its key, a grouping of nothing would have one group instead of none.
            return .group(keys: keys, aggregates: aggregates, supplying(keys, to: try rewrite(inner)))
        case .project(let inner, let variables):
            return .project(supplying(variables, to: try rewrite(inner)), variables)
        default:
            let rewritten = try algebra.mapChildren { inner throws(QuestionError) in try rewrite(inner) }
            return try rewritten.mapExpressions { value throws(QuestionError) in try rewrite(value) }
        }
    }

    /// A join without what a default leaves behind: the unit, and triple patterns that it kept apart.
    private static func joining(_ left: Algebra, _ right: Algebra) -> Algebra {
        if left.isUnit { return right }
        if right.isUnit { return left }
        if case .bgp(let first) = left, case .bgp(let second) = right { return .bgp(first + second) }
        return .join(left, right)
    }

    /// A predicate that is no IRI matches nothing.
    private mutating func rewriteBasicGraphPattern(_ patterns: [TriplePattern]) -> Algebra {
        let rewritten = patterns.map { rewrite($0) }
        return rewritten.allSatisfy(\.hasPredicate) ? .bgp(rewritten) : .empty
    }

    /// A table of one variable is its default, and gives way; of a wider one, the rows with the value stay.
    private mutating func rewriteValues(_ variables: [Variable], _ rows: [[Term?]]) -> Algebra {
        let replaced = variables.indices.filter { values[variables[$0]] != nil }
        guard !replaced.isEmpty else { return .values(variables, rows) }
        for column in replaced { met.insert(variables[column]) }
        if variables.count == 1 { return .unit }
        let kept = variables.indices.filter { values[variables[$0]] == nil }
        let rows = rows.filter { row in
            replaced.allSatisfy { row[$0] == nil || row[$0] == values[variables[$0]] }
        }
        return .values(kept.map { variables[$0] }, rows.map { row in kept.map { row[$0] } })
    }

    /// The algebra with those of the variables bound that have a value; below a sort, so that the order stays.
    private mutating func supplying(_ variables: [Variable], to algebra: Algebra) -> Algebra {
        if case .orderBy(let inner, let conditions) = algebra {
            return .orderBy(supplying(variables, to: inner), conditions)
        }
        var result = algebra
        for variable in variables {
            guard let value = values[variable] else { continue }
            met.insert(variable)
            guard !result.alwaysBinds(variable) else { continue }
            // Where a subquery binds it in some solutions only, a join binds it in all.
            let isInScope = result.inScopeVariables.contains(variable)
            result =
                isInScope
                ? .join(result, .values([variable], [[value]])) : .extend(result, variable, .term(value))
        }
        return result
    }

    // MARK: Patterns

    mutating func rewrite(_ pattern: TriplePattern) -> TriplePattern {
        TriplePattern(rewrite(pattern.subject), rewrite(pattern.predicate), rewrite(pattern.object))
    }

    mutating func rewrite(_ pattern: TermPattern) -> TermPattern {
        switch pattern {
        case .variable(let variable): return value(of: variable).map(TermPattern.term) ?? pattern
        case .term: return pattern
        case .triple(let inner):
            let inner = rewrite(inner)
            guard case .term(let subject) = inner.subject, case .term(.iri(let predicate)) = inner.predicate,
                case .term(let object) = inner.object, subject.isResource
            else { return .triple(inner) }
            return .term(.tripleTerm(Triple(subject, predicate, object)))
        }
    }

    /// `nil` where the value can name no graph.
    private mutating func rewrite(_ name: GraphSpecifier) -> GraphSpecifier? {
        guard case .variable(let variable) = name, let value = value(of: variable) else { return name }
        if case .iri(let iri) = value { return .iri(iri) }
        return nil
    }

    private mutating func value(of variable: Variable) -> Term? {
        guard let value = values[variable] else { return nil }
        met.insert(variable)
        return value
    }

    // MARK: Expressions

    mutating func rewrite(_ expression: Expression) throws(QuestionError) -> Expression {
        switch expression {
        case .variable(let variable): return value(of: variable).map(Expression.term) ?? expression
        case .bound(let variable):
            return value(of: variable) == nil ? expression : .term(.literal(Literal("true", datatype: XSD.boolean)))
        case .exists(let pattern): return .exists(try rewrite(pattern))
        case .notExists(let pattern): return .notExists(try rewrite(pattern))
        default: return try expression.mapChildren { inner throws(QuestionError) in try rewrite(inner) }
        }
    }
}

extension Algebra {
    /// Whether every solution has the variable, in an algebra where only a substitution binds it.
    fileprivate func alwaysBinds(_ variable: Variable) -> Bool {
        switch self {
        case .extend(let inner, let assigned, _): assigned == variable || inner.alwaysBinds(variable)
        case .group(let keys, _, _): keys.contains(variable)
        case .project(_, let variables): variables.contains(variable)
        case .join(let left, let right): left.alwaysBinds(variable) || right.alwaysBinds(variable)
        case .leftJoin(let left, _, _), .minus(let left, _): left.alwaysBinds(variable)
        case .filter(_, let inner), .orderBy(let inner, _), .distinct(let inner), .reduced(let inner),
            .slice(let inner, _, _), .toMultiset(let inner):
            inner.alwaysBinds(variable)
        case .bgp, .path, .union, .graph, .values, .service: false
        }
    }
}

extension TriplePattern {
    /// Whether the predicate can be one.
    var hasPredicate: Bool {
        switch predicate {
        case .variable, .term(.iri): true
        case .term, .triple: false
        }
    }

    /// Whether a template may hold it: a literal is no subject.
    var canBeTemplate: Bool {
        if case .term(let term) = subject, !term.isResource { return false }
        return hasPredicate
    }
}
