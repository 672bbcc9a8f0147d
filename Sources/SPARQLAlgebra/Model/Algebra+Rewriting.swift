extension Algebra {
    /// The operator with its direct operands exchanged; patterns inside EXISTS are not operands, see
    /// ``mapExpressions(_:)``.
    public func mapChildren<E: Error>(_ transform: (Algebra) throws(E) -> Algebra) throws(E) -> Algebra {
        switch self {
        case .bgp, .path, .values: self
        case .join(let left, let right): .join(try transform(left), try transform(right))
        case .leftJoin(let left, let right, let condition):
            .leftJoin(try transform(left), try transform(right), condition)
        case .filter(let condition, let inner): .filter(condition, try transform(inner))
        case .union(let left, let right): .union(try transform(left), try transform(right))
        case .minus(let left, let right): .minus(try transform(left), try transform(right))
        case .graph(let name, let inner): .graph(name, try transform(inner))
        case .extend(let inner, let variable, let value): .extend(try transform(inner), variable, value)
        case .group(let keys, let aggregates, let inner):
            .group(keys: keys, aggregates: aggregates, try transform(inner))
        case .orderBy(let inner, let conditions): .orderBy(try transform(inner), conditions)
        case .project(let inner, let variables): .project(try transform(inner), variables)
        case .distinct(let inner): .distinct(try transform(inner))
        case .reduced(let inner): .reduced(try transform(inner))
        case .slice(let inner, let offset, let limit): .slice(try transform(inner), offset: offset, limit: limit)
        case .toMultiset(let inner): .toMultiset(try transform(inner))
        case .service(let name, let inner, let silent): .service(name, try transform(inner), silent: silent)
        }
    }

    /// The direct operands, in order.
    public var children: [Algebra] {
        switch self {
        case .bgp, .path, .values: []
        case .join(let left, let right), .leftJoin(let left, let right, _), .union(let left, let right),
            .minus(let left, let right):
            [left, right]
        case .filter(_, let inner), .graph(_, let inner), .extend(let inner, _, _), .group(_, _, let inner),
            .orderBy(let inner, _), .project(let inner, _), .distinct(let inner), .reduced(let inner),
            .slice(let inner, _, _), .toMultiset(let inner), .service(_, let inner, _):
            [inner]
        }
    }

    /// The operator with its own expressions exchanged; those of its operands stay.
    public func mapExpressions<E: Error>(_ transform: (Expression) throws(E) -> Expression) throws(E) -> Algebra {
        switch self {
        case .leftJoin(let left, let right, let condition?): return .leftJoin(left, right, try transform(condition))
        case .filter(let condition, let inner): return .filter(try transform(condition), inner)
        case .extend(let inner, let variable, let value): return .extend(inner, variable, try transform(value))
        case .group(let keys, var aggregates, let inner):
            for index in aggregates.indices {
                guard let argument = aggregates[index].aggregate.argument else { continue }
                aggregates[index].aggregate.argument = try transform(argument)
            }
            return .group(keys: keys, aggregates: aggregates, inner)
        case .orderBy(let inner, var conditions):
            for index in conditions.indices {
                conditions[index].expression = try transform(conditions[index].expression)
            }
            return .orderBy(inner, conditions)
        default: return self
        }
    }
}

extension Expression {
    /// The expression with its direct parts exchanged; the pattern of EXISTS is not a part.
    public func mapChildren<E: Error>(_ transform: (Expression) throws(E) -> Expression) throws(E) -> Expression {
        func all(_ expressions: [Expression]) throws(E) -> [Expression] {
            var result: [Expression] = []
            result.reserveCapacity(expressions.count)
            for expression in expressions { result.append(try transform(expression)) }
            return result
        }
        switch self {
        case .term, .variable, .bound, .exists, .notExists: return self
        case .or(let left, let right): return .or(try transform(left), try transform(right))
        case .and(let left, let right): return .and(try transform(left), try transform(right))
        case .not(let inner): return .not(try transform(inner))
        case .comparison(let name, let left, let right):
            return .comparison(name, try transform(left), try transform(right))
        case .arithmetic(let name, let left, let right):
            return .arithmetic(name, try transform(left), try transform(right))
        case .unaryPlus(let inner): return .unaryPlus(try transform(inner))
        case .unaryMinus(let inner): return .unaryMinus(try transform(inner))
        case .isIn(let value, let list): return .isIn(try transform(value), try all(list))
        case .isNotIn(let value, let list): return .isNotIn(try transform(value), try all(list))
        case .conditional(let condition, let yes, let no):
            return .conditional(try transform(condition), try transform(yes), try transform(no))
        case .coalesce(let list): return .coalesce(try all(list))
        case .call(let function, let arguments): return .call(function, try all(arguments))
        case .function(let name, let arguments): return .function(name, try all(arguments))
        }
    }

    /// The direct parts, in order; the pattern of EXISTS is not a part.
    public var children: [Expression] {
        switch self {
        case .term, .variable, .bound, .exists, .notExists: []
        case .or(let left, let right), .and(let left, let right), .comparison(_, let left, let right),
            .arithmetic(_, let left, let right):
            [left, right]
        case .not(let inner), .unaryPlus(let inner), .unaryMinus(let inner): [inner]
        case .isIn(let value, let list), .isNotIn(let value, let list): [value] + list
        case .conditional(let condition, let yes, let no): [condition, yes, no]
        case .coalesce(let list), .call(_, let list), .function(_, let list): list
        }
    }
}
