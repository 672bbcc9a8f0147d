internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// How the next operand of a join meets the rows that are there already.
enum JoinStrategy: String {
    /// Each row is looked up in an index.
    case lookup
    /// The operand is run once, and its rows are found by a hash of the shared columns.
    case hash
    /// The operands are scans that share one new slot: its values are those that all of their runs have.
    case intersect
}

/// An aggregate and the slot that takes its value.
struct PlanAggregate {
    var slot: Slot
    var function: AggregateFunction
    var isDistinct: Bool
    var argument: PlanExpression?
    /// The slots that make a solution, for COUNT(DISTINCT *): blank nodes of patterns are no part of one.
    var solution: [Slot] = []
}

extension PlanAggregate {
    /// Whether its value is the same for rows that come once as for rows that come again.
    var ignoresDuplicates: Bool {
        switch function {
        case .min, .max, .sample: !(argument?.isVolatile ?? true)
        case .count, .sum, .average, .groupConcat: isDistinct && !(argument?.isVolatile ?? false)
        }
    }
}

/// A condition to sort by.
struct PlanOrder {
    var expression: PlanExpression
    var isAscending: Bool
}

/// The engine's own algebra: that of the query with slots for variables and ids for terms, GRAPH pushed into the
/// patterns, joins flat, and what the passes of the optimizer add.
///
/// Rows are solutions; a slot that no operator binds is undefined. Where nothing else is said an operator has the
/// meaning of its namesake in SPARQL §18.5.
indirect enum PlanNode {
    /// One row that binds nothing, or the row of the surroundings inside EXISTS and GRAPH.
    case unit
    /// No row.
    case empty
    case scan(QuadScan)
    case path(PathScan)
    /// All operands joined, in this order.
    case join([PlanNode])
    /// The join of an operand with the rows before it by another strategy than lookup.
    case strategy(JoinStrategy, PlanNode)
    case leftJoin(PlanNode, PlanNode, condition: [PlanExpression])
    /// Rows for which all conditions are true.
    case filter([PlanExpression], PlanNode)
    case union([PlanNode])
    case minus(PlanNode, PlanNode)
    /// Rows of the left for which each of the patterns, with the values of the row in place of its slots, has a row, or
    /// for which none of them has one.
    case semiJoin(PlanNode, [ExistsPattern], isAnti: Bool)
    case extend(PlanNode, Slot, PlanExpression)
    /// Rows with the class of an expression's value in a slot, for joins by `=`; rows whose value is equal to none go, or
    /// stay and match none.
    case keyed(PlanNode, EqualityKey, isOuter: Bool)
    case values([Slot], [[TermID]])
    /// The operand for each named graph, whose name the slot takes; for patterns into which GRAPH cannot be pushed.
    case eachGraph(Slot, PlanNode)
    case group(keys: [Slot], aggregates: [PlanAggregate], PlanNode)
    case orderBy([PlanOrder], limit: Int?, PlanNode)
    case project([Slot], PlanNode)
    case distinct([Slot], PlanNode)
    case reduced([Slot], PlanNode)
    case slice(offset: Int, limit: Int?, PlanNode)
    /// A triple term taken apart: the slot's value must be one, and its parts match.
    case tripleTerm(Slot, subject: PlanTerm, predicate: PlanTerm, object: PlanTerm, PlanNode)
    case service(ServicePlan)
    /// The number of rows of a scan, from the index alone.
    case scanCount(QuadScan, Slot)
}

/// A call to an endpoint.
struct ServicePlan {
    /// The endpoint: an IRI, or the value of a slot.
    var endpoint: PlanTerm
    var pattern: Algebra
    /// The variables of the pattern and their slots.
    var columns: [(variable: Variable, slot: Slot)]
    var isSilent: Bool
}

extension PlanNode {
    /// The direct operands, in order.
    var children: [PlanNode] {
        switch self {
        case .unit, .empty, .scan, .path, .values, .service, .scanCount: []
        case .join(let nodes), .union(let nodes): nodes
        case .leftJoin(let left, let right, _), .minus(let left, let right): [left, right]
        case .strategy(_, let inner), .filter(_, let inner), .semiJoin(let inner, _, _), .extend(let inner, _, _),
            .keyed(let inner, _, _), .eachGraph(_, let inner), .group(_, _, let inner), .orderBy(_, _, let inner),
            .project(_, let inner),
            .distinct(_, let inner), .reduced(_, let inner), .slice(_, _, let inner),
            .tripleTerm(_, _, _, _, let inner):
            [inner]
        }
    }

    /// The node with its direct operands exchanged.
    func mapChildren(_ transform: (PlanNode) -> PlanNode) -> PlanNode {
        switch self {
        case .unit, .empty, .scan, .path, .values, .service, .scanCount: self
        case .join(let nodes): .join(nodes.map(transform))
        case .strategy(let strategy, let inner): .strategy(strategy, transform(inner))
        case .leftJoin(let left, let right, let condition):
            .leftJoin(transform(left), transform(right), condition: condition)
        case .filter(let conditions, let inner): .filter(conditions, transform(inner))
        case .union(let nodes): .union(nodes.map(transform))
        case .minus(let left, let right): .minus(transform(left), transform(right))
        case .semiJoin(let inner, let patterns, let isAnti): .semiJoin(transform(inner), patterns, isAnti: isAnti)
        case .extend(let inner, let slot, let value): .extend(transform(inner), slot, value)
        case .keyed(let inner, let key, let isOuter): .keyed(transform(inner), key, isOuter: isOuter)
        case .eachGraph(let slot, let inner): .eachGraph(slot, transform(inner))
        case .group(let keys, let aggregates, let inner): .group(keys: keys, aggregates: aggregates, transform(inner))
        case .orderBy(let conditions, let limit, let inner): .orderBy(conditions, limit: limit, transform(inner))
        case .project(let slots, let inner): .project(slots, transform(inner))
        case .distinct(let slots, let inner): .distinct(slots, transform(inner))
        case .reduced(let slots, let inner): .reduced(slots, transform(inner))
        case .slice(let offset, let limit, let inner): .slice(offset: offset, limit: limit, transform(inner))
        case .tripleTerm(let slot, let subject, let predicate, let object, let inner):
            .tripleTerm(slot, subject: subject, predicate: predicate, object: object, transform(inner))
        }
    }
}
