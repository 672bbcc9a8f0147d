internal import ByteText
internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// Turns the algebra of a query into the engine's own: variables into slots, terms into ids, GRAPH into the graph that
/// each pattern is matched against.
struct PlanBuilder {
    let context: QueryContext
    let slots: SlotTable
    private var depth = 0

    /// How deep operators may nest: as deep as a text may be, and what translating it adds.
    static let maximumDepth = 600

    init(context: QueryContext, slots: SlotTable) {
        self.context = context
        self.slots = slots
    }

    /// The plan of a pattern.
    /// - Throws: ``QueryEvaluationError`` for functions that do not exist.
    mutating func plan(_ algebra: Algebra) throws(QueryEvaluationError) -> PlanNode {
        try build(algebra, in: .defaultGraph)
    }

    mutating func build(_ algebra: Algebra, in graph: ActiveGraph) throws(QueryEvaluationError) -> PlanNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth, !StackSpace.isLow else { throw .nestedTooDeep }
        try context.limits.work(64)
        switch algebra {
        case .bgp(let patterns): return basicGraphPattern(patterns, in: graph)
        case .path(let subject, let path, let object): return self.path(subject, path, object, in: graph)
        case .join(let left, let right):
            return Self.joined([try build(left, in: graph), try build(right, in: graph)])
        case .leftJoin(let left, let right, let condition):
            let (left, right) = (try build(left, in: graph), try build(right, in: graph))
            let condition = try condition.map { value throws(QueryEvaluationError) in
                try expression(value, in: graph).conjuncts
            }
            return .leftJoin(left, right, condition: condition ?? [])
        case .filter(let condition, let inner):
            let inner = try build(inner, in: graph)
            return .filter(try expression(condition, in: graph).conjuncts, inner)
        case .union(let left, let right):
            return Self.united([try build(left, in: graph), try build(right, in: graph)])
        case .minus(let left, let right): return .minus(try build(left, in: graph), try build(right, in: graph))
        case .graph(let name, let inner): return try self.graph(name, inner)
        case .extend(let inner, let variable, let value):
            let inner = try build(inner, in: graph)
            return .extend(inner, slots.slot(of: variable), try expression(value, in: graph))
        case .values(let variables, let rows):
            return .values(
                variables.map { slots.slot(of: $0) },
                rows.map { row in row.map { $0.map { context.terms.id(of: $0) } ?? .undefined } })
        case .group(let keys, let aggregates, let inner):
            return try group(keys, aggregates, inner, in: graph)
        case .orderBy(let inner, let conditions):
            let inner = try build(inner, in: graph)
            var orders: [PlanOrder] = []
            for condition in conditions {
                orders.append(
                    PlanOrder(
                        expression: try expression(condition.expression, in: graph), isAscending: condition.isAscending)
                )
            }
            return .orderBy(orders, limit: nil, inner)
        case .project(let inner, let variables):
            let shared = variables.map { slots.slot(of: $0) }
            slots.pushScope(sharing: variables)
            defer { slots.popScope() }
            return .project(shared, try build(inner, in: graph))
        case .distinct(let inner):
            let inner = try build(inner, in: graph)
            return .distinct(inner.possibleSlots.slots, inner)
        case .reduced(let inner):
            let inner = try build(inner, in: graph)
            return .reduced(inner.possibleSlots.slots, inner)
        case .slice(let inner, let offset, let limit):
            return .slice(offset: offset, limit: limit, try build(inner, in: graph))
        case .toMultiset(let inner): return try build(inner, in: graph)
        case .service(let endpoint, let inner, let silent): return service(endpoint, inner, isSilent: silent)
        }
    }

    // MARK: Patterns

    private func basicGraphPattern(_ patterns: [TriplePattern], in graph: ActiveGraph) -> PlanNode {
        var takenApart: [(slot: Slot, pattern: TriplePattern)] = []
        func term(_ pattern: TermPattern) -> PlanTerm {
            switch pattern {
            case .variable(let variable): return .slot(slots.slot(of: variable))
            case .term(let term): return .constant(context.terms.id(of: term))
            case .triple(let inner):
                let slot = slots.fresh(Variable.internalVariable(slots.count))
                takenApart.append((slot, inner))
                return .slot(slot)
            }
        }
        let scans = patterns.map { pattern in
            PlanNode.scan(
                QuadScan(
                    subject: term(pattern.subject), predicate: term(pattern.predicate), object: term(pattern.object),
                    graph: graph))
        }
        var node = Self.joined(scans)
        var next = 0
        // Taking one apart may uncover triple terms inside, which then come at the end of the list.
        while next < takenApart.count {
            let (slot, pattern) = takenApart[next]
            let (subject, predicate) = (term(pattern.subject), term(pattern.predicate))
            node = .tripleTerm(slot, subject: subject, predicate: predicate, object: term(pattern.object), node)
            next += 1
        }
        return node
    }

    private func path(
        _ subject: TermPattern, _ path: PropertyPath, _ object: TermPattern, in graph: ActiveGraph
    ) -> PlanNode {
        func term(_ pattern: TermPattern) -> PlanTerm {
            switch pattern {
            case .variable(let variable): .slot(slots.slot(of: variable))
            case .term(let term): .constant(context.terms.id(of: term))
            // The grammar allows no triple term with variables beside a path.
            case .triple: .slot(slots.fresh(Variable.internalVariable(slots.count)))
            }
        }
        return .path(
            PathScan(subject: term(subject), path: pathPlan(path).simplified, object: term(object), graph: graph))
    }

    private func pathPlan(_ path: PropertyPath) -> PathPlan {
        switch path {
        case .iri(let iri): .step(context.terms.id(of: .iri(iri)))
        case .inverse(let path): .inverse(pathPlan(path))
        case .sequence(let first, let second): .sequence(pathPlan(first), pathPlan(second))
        case .alternative(let first, let second): .alternative(pathPlan(first), pathPlan(second))
        case .zeroOrMore(let path): .zeroOrMore(pathPlan(path))
        case .oneOrMore(let path): .oneOrMore(pathPlan(path))
        case .zeroOrOne(let path): .zeroOrOne(pathPlan(path))
        case .negatedPropertySet(let forward, let inverse):
            .negatedSet(
                forward: forward.isEmpty && !inverse.isEmpty ? nil : forward.map { context.terms.id(of: .iri($0)) },
                inverse: inverse.isEmpty ? nil : inverse.map { context.terms.id(of: .iri($0)) })
        }
    }

    private mutating func group(
        _ keys: [Variable], _ aggregates: [AggregateBinding], _ inner: Algebra, in graph: ActiveGraph
    ) throws(QueryEvaluationError) -> PlanNode {
        let solution = inner.inScopeVariables.map { slots.slot(of: $0) }
        let inner = try build(inner, in: graph)
        var planned: [PlanAggregate] = []
        for binding in aggregates {
            let argument = try binding.aggregate.argument.map { value throws(QueryEvaluationError) in
                try expression(value, in: graph)
            }
            planned.append(
                PlanAggregate(
                    slot: slots.slot(of: binding.variable), function: binding.aggregate.function,
                    isDistinct: binding.aggregate.isDistinct, argument: argument, solution: solution))
        }
        return .group(keys: keys.map { slots.slot(of: $0) }, aggregates: planned, inner)
    }

    private func service(_ endpoint: GraphSpecifier, _ inner: Algebra, isSilent: Bool) -> PlanNode {
        // What others answer is known only then.
        context.terms.noteFloats()
        let target: PlanTerm =
            switch endpoint {
            case .iri(let iri): .constant(context.terms.id(of: .iri(iri)))
            case .variable(let variable): .slot(slots.slot(of: variable))
            }
        let columns = inner.visibleVariables.map { (variable: $0, slot: slots.slot(of: $0)) }
        return .service(ServicePlan(endpoint: target, pattern: inner, columns: columns, isSilent: isSilent))
    }

    // MARK: Flat joins and unions

    /// A join without joins among its operands.
    static func joined(_ nodes: [PlanNode]) -> PlanNode {
        var operands: [PlanNode] = []
        for node in nodes {
            switch node {
            case .unit: continue
            case .join(let inner): operands += inner
            default: operands.append(node)
            }
        }
        if operands.isEmpty { return .unit }
        return operands.count == 1 ? operands[0] : .join(operands)
    }

    /// A union without unions among its operands.
    static func united(_ nodes: [PlanNode]) -> PlanNode {
        var operands: [PlanNode] = []
        for node in nodes {
            switch node {
            case .empty: continue
            case .union(let inner): operands += inner
            default: operands.append(node)
            }
        }
        if operands.isEmpty { return .empty }
        return operands.count == 1 ? operands[0] : .union(operands)
    }
}
