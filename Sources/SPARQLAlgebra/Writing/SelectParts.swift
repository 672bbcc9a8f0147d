internal import RDFModel

/// Algebra taken apart into the clauses of a SELECT: the way back of §18.2.4 and §18.2.5.
struct SelectParts {
    /// `nil` where there is no slice at all.
    var offset: Int?
    var limit: Int?
    var duplicates = SelectClause.Duplicates.kept
    /// What is projected; `nil` of forms without a projection.
    var variables: [Variable]?
    var order: [OrderCondition] = []
    /// Assignments of SELECT, in order; only where there is a group, since otherwise BIND says the same.
    var assignments: [(variable: Variable, value: Expression)] = []
    var having: Expression?
    var values: ([Variable], [[Term?]])?
    var grouping: Grouping?
    /// What stands between the braces.
    var pattern: Algebra

    struct Grouping {
        var keys: [(variable: Variable, value: Expression?)]
        var aggregates: [AggregateBinding]
    }

    /// - Parameter projects: whether the form is SELECT; algebra without a projection then gets one.
    init(_ algebra: Algebra, projects: Bool) {
        var rest = algebra
        if case .slice(let inner, let offset, let limit) = rest {
            self.offset = offset
            self.limit = limit
            rest = inner
        }
        if projects {
            if case .distinct(let inner) = rest {
                duplicates = .removed
                rest = inner
            } else if case .reduced(let inner) = rest {
                duplicates = .mayBeRemoved
                rest = inner
            }
            if case .project(let inner, let variables) = rest {
                self.variables = variables
                rest = inner
            } else {
                variables = rest.inScopeVariables
            }
        }
        if case .orderBy(let inner, let conditions) = rest {
            order = conditions
            rest = inner
        }
        pattern = rest
        takeGroup(projects: projects)
    }

    /// Takes the group and what stands above it, if it is all that there is.
    private mutating func takeGroup(projects: Bool) {
        var rest = pattern
        var lateHaving: Expression?
        if case .filter(let condition, let inner) = rest, case .extend = inner {
            lateHaving = condition
            rest = inner
        }
        var assigned: [(variable: Variable, value: Expression)] = []
        while case .extend(let inner, let variable, let value) = rest {
            assigned.append((variable, value))
            rest = inner
        }
        var table: ([Variable], [[Term?]])?
        if case .join(let inner, .values(let variables, let rows)) = rest {
            table = (variables, rows)
            rest = inner
        }
        var earlyHaving: Expression?
        if case .filter(let condition, let inner) = rest {
            earlyHaving = condition
            rest = inner
        }
        guard case .group(let keys, let bindings, let inner) = rest, earlyHaving == nil || lateHaving == nil,
            assigned.isEmpty || projects,
            assigned.allSatisfy({ variables?.contains($0.variable) ?? false })
        else { return }
        assignments = assigned.reversed()
        values = table
        having = earlyHaving ?? lateHaving
        pattern = inner
        grouping = Grouping(keys: takeKeys(keys), aggregates: bindings)
    }

    /// The keys, with the expressions that are bound just below the group for them.
    private mutating func takeKeys(_ keys: [Variable]) -> [(variable: Variable, value: Expression?)] {
        var result: [(variable: Variable, value: Expression?)] = keys.map { ($0, nil) }
        var limit = keys.count
        // Only as long as writing the keys in their order binds them in their order.
        while case .extend(let inner, let variable, let value) = pattern,
            let index = keys.firstIndex(of: variable), index < limit
        {
            result[index].value = value
            limit = index
            pattern = inner
        }
        return result
    }
}
