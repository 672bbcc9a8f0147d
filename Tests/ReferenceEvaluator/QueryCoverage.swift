internal import RDFModel
public import SPARQLAlgebra

/// How often each operator and function has occurred in queries.
public struct QueryCoverage {
    /// The counts, by names of this file.
    public private(set) var counts: [String: Int] = [:]

    /// Nothing yet.
    public init() {}

    /// Every name that a random query may bring; functions of SPARQL 1.2 among them.
    public static let names: [String] = {
        let operators = [
            "bgp", "join", "leftJoin", "leftJoin with condition", "filter", "union", "minus", "graph", "graph ?g",
            "extend",
            "values", "group", "orderBy", "project", "distinct", "reduced", "slice", "subquery", "path", "inverse",
            "sequence",
            "alternative", "zeroOrMore", "oneOrMore", "zeroOrOne", "negatedPropertySet", "triple term",
        ]
        let expressions = [
            "BOUND", "||", "&&", "!", "unary +", "unary -", "IN", "NOT IN", "EXISTS", "NOT EXISTS", "IF", "COALESCE",
        ]
        let signs = ComparisonOperator.allCases.map(\.rawValue) + ArithmeticOperator.allCases.map(\.rawValue)
        let aggregates = [
            "COUNT", "COUNT(*)", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT", "DISTINCT in an aggregate",
        ]
        let casts = ["string", "boolean", "integer", "decimal", "float", "double", "dateTime"].map { "xsd:" + $0 }
        return operators + expressions + signs + aggregates + casts + BuiltInFunction.allCases.map(\.rawValue)
    }()

    /// The names that have occurred fewer times than a number.
    public func names(below minimum: Int) -> [String] { Self.names.filter { counts[$0, default: 0] < minimum } }

    private mutating func count(_ name: String) { counts[name, default: 0] += 1 }

    /// Counts what is in a query.
    public mutating func add(_ query: Query) { add(query.algebra) }

    private mutating func add(_ algebra: Algebra) {
        switch algebra {
        case .bgp(let triples):
            count("bgp")
            for triple in triples {
                if case .triple = triple.object { count("triple term") }
                if case .term(.tripleTerm) = triple.object { count("triple term") }
            }
        case .path(_, let path, _):
            count("path")
            add(path)
        case .join(let left, let right): add("join", left, right)
        case .leftJoin(let left, let right, let condition):
            add("leftJoin", left, right)
            if let condition {
                count("leftJoin with condition")
                add(condition)
            }
        case .filter(let condition, let inner):
            add("filter", inner)
            add(condition)
        case .union(let left, let right): add("union", left, right)
        case .minus(let left, let right): add("minus", left, right)
        case .graph(let name, let inner): add(name.variable == nil ? "graph" : "graph ?g", inner)
        case .extend(let inner, _, let value):
            add("extend", inner)
            add(value)
        case .values: count("values")
        case .group(_, let aggregates, let inner):
            add("group", inner)
            for binding in aggregates {
                if binding.aggregate.isDistinct { count("DISTINCT in an aggregate") }
                guard let argument = binding.aggregate.argument else {
                    count("COUNT(*)")
                    continue
                }
                count(binding.aggregate.function.keyword)
                add(argument)
            }
        case .orderBy(let inner, let conditions):
            add("orderBy", inner)
            for condition in conditions { add(condition.expression) }
        case .project(let inner, _): add("project", inner)
        case .distinct(let inner): add("distinct", inner)
        case .reduced(let inner): add("reduced", inner)
        case .slice(let inner, _, _): add("slice", inner)
        case .toMultiset(let inner): add("subquery", inner)
        case .service(_, let inner, _): add(inner)
        }
    }

    private mutating func add(_ name: String, _ children: Algebra...) {
        count(name)
        for child in children { add(child) }
    }

    private mutating func add(_ path: PropertyPath) {
        switch path {
        case .iri: break
        case .inverse(let inner): add("inverse", inner)
        case .sequence(let first, let second): add("sequence", first, second)
        case .alternative(let first, let second): add("alternative", first, second)
        case .zeroOrMore(let inner): add("zeroOrMore", inner)
        case .oneOrMore(let inner): add("oneOrMore", inner)
        case .zeroOrOne(let inner): add("zeroOrOne", inner)
        case .negatedPropertySet: count("negatedPropertySet")
        }
    }

    private mutating func add(_ name: String, _ children: PropertyPath...) {
        count(name)
        for child in children { add(child) }
    }

    private mutating func add(_ name: String, _ children: [Expression]) {
        count(name)
        for child in children { add(child) }
    }

    private mutating func add(_ expression: Expression) {
        switch expression {
        case .term, .variable: break
        case .bound: count("BOUND")
        case .or(let left, let right): add("||", [left, right])
        case .and(let left, let right): add("&&", [left, right])
        case .not(let inner): add("!", [inner])
        case .comparison(let sign, let left, let right): add(sign.rawValue, [left, right])
        case .arithmetic(let sign, let left, let right): add(sign.rawValue, [left, right])
        case .unaryPlus(let inner): add("unary +", [inner])
        case .unaryMinus(let inner): add("unary -", [inner])
        case .isIn(let value, let list): add("IN", [value] + list)
        case .isNotIn(let value, let list): add("NOT IN", [value] + list)
        case .exists(let pattern):
            count("EXISTS")
            add(pattern)
        case .notExists(let pattern):
            count("NOT EXISTS")
            add(pattern)
        case .conditional(let condition, let yes, let no): add("IF", [condition, yes, no])
        case .coalesce(let list): add("COALESCE", list)
        case .call(let function, let list): add(function.rawValue, list)
        case .function(let name, let list): add("xsd:" + name.string.dropFirst(XSD.namespace.count), list)
        }
    }
}
