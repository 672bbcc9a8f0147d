internal import ByteText
internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// One run of one query.
final class QueryRun {
    private let context: QueryContext
    private let slots = SlotTable()
    private let query: Query
    private var plan: PlanNode
    private var passes: [(name: String, plan: PlanNode)] = []

    /// How many variables a query may have, blank nodes among them.
    private static let maximumVariables = 1 << 13

    convenience init(
        _ snapshot: StoreSnapshot, _ query: Query, _ options: QueryOptions
    ) throws(QueryEvaluationError) {
        try self.init(DatasetView(snapshot, clause: options.dataset ?? query.dataset), query, options)
    }

    init(_ dataset: DatasetView, _ query: Query, _ options: QueryOptions) throws(QueryEvaluationError) {
        self.query = query
        let limits = LimitGuard(limits: options.limits, cancellation: options.cancellation)
        context = QueryContext(
            terms: QueryTerms(dictionary: dataset.snapshot.dictionary, limits: limits),
            dataset: dataset, limits: limits,
            functions: ExtensionFunctions(options.functions), serviceHandler: options.serviceHandler,
            base: query.base, now: nil, isMeasured: options.isMeasured)
        context.prefersWholePatterns = options.prefersWholePatterns
        // The variables of the result first, in the scope that the query's own modifiers see.
        var builder = PlanBuilder(context: context, slots: slots)
        plan = .unit
        plan = try builder.plan(query.algebra)
        try context.limits.check()
        // Each node of a plan has sets of slots, a bit for each.
        guard slots.count <= Self.maximumVariables else { throw .tooManyVariables(Self.maximumVariables) }
        if !options.bindings.isEmpty {
            let bound = options.bindings.map { slots.slot(of: $0.variable) }
            plan = Self.binding(plan, bound, options.bindings.map { context.terms.id(of: $0.term) })
        }
        let environment = OptimizerEnvironment(context: context, slots: slots, ambient: SlotSet())
        let reportsPasses = options.isMeasured
        plan = Optimizer.optimize(plan, environment) { name, plan in
            if reportsPasses { self.passes.append((name, plan)) }
        }
        try context.limits.check()
        guard plan.isWithin(PlanNode.maximumDepth) else { throw .nestedTooDeep }
        context.isShallow = StackSpace.isShallow(plan)
        setWidth()
    }

    /// Says how many columns a batch has, and how many rows then fit: each of many operators holds one.
    private func setWidth() {
        context.slotCount = slots.count
        context.width = slots.count + plan.nesting
        context.batchCount = Batch.usualCount(width: context.width)
    }

    /// The plan with values for some slots, put as deep as the modifiers of the solution allow.
    private static func binding(_ plan: PlanNode, _ slots: [Slot], _ ids: [TermID]) -> PlanNode {
        switch plan {
        case .project(let shown, let inner): .project(shown, binding(inner, slots, ids))
        case .distinct(let shown, let inner): .distinct(shown, binding(inner, slots, ids))
        case .reduced(let shown, let inner): .reduced(shown, binding(inner, slots, ids))
        case .slice(let offset, let limit, let inner):
            .slice(offset: offset, limit: limit, binding(inner, slots, ids))
        case .orderBy(let conditions, let limit, let inner):
            .orderBy(conditions, limit: limit, binding(inner, slots, ids))
        case .group(let keys, let aggregates, let inner):
            .group(keys: keys, aggregates: aggregates, binding(inner, slots, ids))
        case .extend(let inner, let slot, let value): .extend(binding(inner, slots, ids), slot, value)
        case .filter(let conditions, let inner): .filter(conditions, binding(inner, slots, ids))
        default: PlanBuilder.joined([.values(slots, [ids]), plan])
        }
    }

    private func begin(
        required: SlotSet, ignoresDuplicates: Bool = false
    ) throws(QueryEvaluationError) -> any BatchSource {
        try context.limits.check()
        let builder = OperatorBuilder(context: context, seed: .empty(width: context.width))
        let source = try builder.build(plan, required: required, ignoresDuplicates: ignoresDuplicates)
        context.measurements.seal()
        return source
    }

    // MARK: Forms

    /// - Parameter ignoresDuplicates: Whether solutions may come once that should come several times.
    func solutions(
        _ variables: [Variable], ignoresDuplicates: Bool = false
    ) throws(QueryEvaluationError) -> QuerySolutions {
        let shown = variables.map { slots.slot(of: $0) }
        // A variable that occurs nowhere has a slot beyond the columns.
        setWidth()
        let source = try begin(required: SlotSet(shown), ignoresDuplicates: ignoresDuplicates)
        return QuerySolutions(variables: variables, slots: shown, source: source, context: context) {
            self.explanation
        }
    }

    func hasSolution() throws(QueryEvaluationError) -> Bool {
        if try begin(required: SlotSet(), ignoresDuplicates: true).next() != nil { return true }
        try context.limits.check()
        return false
    }

    // MARK: Explaining

    /// The plan after each pass.
    var planText: String {
        let describer = PlanDescriber(slots: slots, terms: context.terms)
        var result = ""
        for (name, plan) in passes { result += "after \(name):\n" + describer.tree(plan, indent: 1) }
        return result + "plan:\n" + describer.tree(plan, indent: 1)
    }

    private var explanation: String {
        context.measurements.text(PlanDescriber(slots: slots, terms: context.terms))
    }

    // MARK: Graphs

    /// The terms of the query.
    var terms: QueryTerms { context.terms }

    /// Calls a function with each solution, from which templates take the values of some variables.
    func forEachSolution(
        of variables: Set<Variable>, ignoresDuplicates: Bool,
        _ body: (inout TemplateInstantiation) throws(QueryEvaluationError) -> Void
    ) throws(QueryEvaluationError) {
        let columns = Dictionary(uniqueKeysWithValues: variables.map { ($0, slots.slot(of: $0)) })
        setWidth()
        let source = try begin(required: SlotSet(columns.values), ignoresDuplicates: ignoresDuplicates)
        var instantiation = TemplateInstantiation(context: context, columns: columns)
        while let batch = try source.next() {
            try context.limits.check()
            for row in 0..<batch.count {
                instantiation.begin(batch, row)
                try body(&instantiation)
            }
        }
        try context.limits.check()
    }

    func construct(_ template: [TriplePattern]) throws(QueryEvaluationError) -> QueryTriples {
        // A graph holds a triple once; only blank nodes, which are new for each solution, tell equal solutions apart.
        let mentioned = Set(template.flatMap(\.variables))
        let variables = mentioned.filter { !$0.isBlankNode }
        let hasNewNodes = mentioned.contains(where: \.isBlankNode) || template.contains(where: \.holdsBlankNode)
        var triples = TripleCollection(context)
        try forEachSolution(of: variables, ignoresDuplicates: !hasNewNodes) {
            instantiation throws(QueryEvaluationError) in
            for pattern in template {
                // A template may be as long as its text, and mostly without a value.
                try context.limits.work(1)
                if let triple = instantiation.triple(pattern) { try triples.insert(triple) }
            }
        }
        return QueryTriples(triples: triples.triples)
    }

    func describe(_ targets: [TermPattern]) throws(QueryEvaluationError) -> QueryTriples {
        let shown = targets.flatMap(\.variables).map { slots.slot(of: $0) }
        setWidth()
        let source = try begin(required: SlotSet(shown), ignoresDuplicates: true)
        var description = ConciseDescription(context)
        for case .term(let term) in targets { try description.add(context.terms.id(of: term)) }
        if !shown.isEmpty {
            while let batch = try source.next() {
                for row in 0..<batch.count {
                    for slot in shown where batch[slot, row].isDefined { try description.add(batch[slot, row]) }
                }
            }
        }
        return QueryTriples(triples: description.triples.triples)
    }
}

extension TriplePattern {
    /// Whether a template makes a new node with each solution.
    fileprivate var holdsBlankNode: Bool {
        [subject, predicate, object].contains { part in
            switch part {
            case .term(.blankNode): true
            case .triple(let inner): inner.holdsBlankNode
            case .term, .variable: false
            }
        }
    }
}
