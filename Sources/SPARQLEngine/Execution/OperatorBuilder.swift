internal import ByteText
internal import TripleStore

/// Turns a plan into operators.
///
/// Every node is built on an input, whose rows it is joined with; a plan as a whole is built on its seed. Nodes that
/// only make sense over rows of their own (groups, subqueries with modifiers, MINUS) are built on the seed and joined
/// by hash.
struct OperatorBuilder {
    let context: QueryContext
    let seed: Seed
    /// How many right sides of lookup left joins and semi-joins this is inside of; each has a tag of its own.
    var nesting = 0

    init(context: QueryContext, seed: Seed, nesting: Int = 0) {
        self.context = context
        self.seed = seed
        self.nesting = nesting
    }

    /// The slot in which rows carry their numbers through the right side of a join of this level.
    private var tag: Slot { context.slotCount + nesting }

    /// A builder for the right side of such a join.
    private var nested: OperatorBuilder { OperatorBuilder(context: context, seed: seed, nesting: nesting + 1) }

    /// An operator, and what is known of its rows.
    struct Stream {
        var source: any BatchSource
        /// Slots that every row binds.
        var bound: SlotSet
        /// Slots that some row may bind.
        var possible: SlotSet
        /// Whether the rows are just the seed.
        var isSeed = false
    }

    /// The operators of a plan.
    /// - Parameters:
    ///   - required: The slots that are needed of its rows.
    ///   - ignoresDuplicates: Whether rows may come once that should come several times: a pattern of which no slot is
    ///     needed is then looked up until something is found, and not to its end.
    func build(
        _ plan: PlanNode, required: SlotSet, ignoresDuplicates: Bool = false
    ) throws(QueryEvaluationError) -> any BatchSource {
        try build(plan, on: seedStream, required: required, ignoresDuplicates: ignoresDuplicates).source
    }

    private var seedStream: Stream {
        Stream(source: FeedSource(seed.batch), bound: seed.slots, possible: seed.slots, isSeed: true)
    }

    func build(
        _ node: PlanNode, on input: Stream, required: SlotSet, ignoresDuplicates: Bool = false,
        sortedBy first: QuadPosition? = nil
    ) throws(QueryEvaluationError) -> Stream {
        guard !StackSpace.isLow else { throw .nestedTooDeep }
        try context.limits.work(64)
        let estimate = context.isMeasured ? CardinalityEstimator(context: context).rows(node, bound: input.bound) : 0
        guard context.isMeasured, let entry = context.measurements.begin(node, estimate: estimate) else {
            return try make(
                node, on: input, required: required, ignoresDuplicates: ignoresDuplicates, sortedBy: first)
        }
        defer { context.measurements.end() }
        var stream = try make(
            node, on: input, required: required, ignoresDuplicates: ignoresDuplicates, sortedBy: first)
        if !stream.isSeed { stream.source = MeasuredSource(stream.source, entry) }
        return stream
    }

    private func make(
        _ node: PlanNode, on input: Stream, required: SlotSet, ignoresDuplicates: Bool, sortedBy first: QuadPosition?
    ) throws(QueryEvaluationError) -> Stream {
        var result = input
        result.isSeed = false
        result.bound.formUnion(node.certainSlots)
        result.possible.formUnion(node.possibleSlots)
        switch node {
        case .unit: return input
        case .empty:
            result.source = EmptySource()
        case .scan(let scan):
            if ignoresDuplicates, input.isSeed, input.possible.isEmpty,
                let distinct = DistinctScan.make(scan, input: input.source, required: required, context: context)
            {
                result.source = distinct
                return result
            }
            result.source = ScanSource.make(
                scan, input: input.source, bound: input.bound, possible: input.possible, required: required,
                isExistence: ignoresDuplicates && needsNothing(of: scan, input, required), sortedBy: first,
                context: context)
        case .path(let path):
            result.source = PathJoin(
                input.source, scan: path, kept: input.possible.intersection(required).slots, required: required,
                context: context)
        case .join(let nodes):
            return try join(nodes, on: input, required: required, ignoresDuplicates: ignoresDuplicates)
        case .strategy(.intersect, .join(let nodes)):
            return try intersect(nodes, on: input, required: required, ignoresDuplicates: ignoresDuplicates)
        case .strategy(_, let inner):
            // A hash join says so by its wrapper; on a seed there is nothing to join with.
            if input.isSeed { return try build(inner, on: input, required: required) }
            return try hashJoin(inner, on: input, required: required)
        case .leftJoin(let left, let right, let conditions):

            return try leftJoin(
                left, right, conditions, on: input, required: required, ignoresDuplicates: ignoresDuplicates)
        case .filter(let conditions, let inner):
            let inner = try build(
                inner, on: input, required: required.union(Self.slots(of: conditions)),
                ignoresDuplicates: ignoresDuplicates && !conditions.contains(where: \.isVolatile),
                sortedBy: input.possible.isEmpty && Self.readsTexts(of: inner, conditions) ? .object : nil)
            result.source = FilterOperator(inner.source, conditions: conditions, context: context)
        case .union(let nodes):
            var branches: [(feed: FeedSource, source: any BatchSource)] = []
            for node in nodes {
                let feed = FeedSource()
                let stream = Stream(source: feed, bound: input.bound, possible: input.possible)
                let branch = try correlated(
                    node, on: stream, isSeed: input.isSeed, required: required, ignoresDuplicates: ignoresDuplicates)
                branches.append((feed, branch.source))
            }
            result.source = UnionOperator(input.source, branches: branches)
        case .semiJoin(let inner, let patterns, let isAnti):
            return try semiJoin(
                inner, patterns, isAnti: isAnti, on: input, required: required, ignoresDuplicates: ignoresDuplicates)
        case .extend:
            return try extend(node, on: input, required: required, ignoresDuplicates: ignoresDuplicates)
        case .keyed(let inner, let key, let isOuter):
            let inner = try build(inner, on: input, required: required.union(key.expression.slots))
            result.source = EqualityKeyOperator(inner.source, key: key, isOuter: isOuter, context: context)
        case .values(let slots, let rows):
            result.source = ValuesJoin(input.source, slots: slots, rows: rows, context: context)
        case .tripleTerm(let slot, let subject, let predicate, let object, let inner):
            let inner = try build(
                inner, on: input, required: required.union(SlotSet([slot])).union(node.possibleSlots))
            result.source = TripleTermOperator(
                inner.source, slot: slot, parts: [subject, predicate, object], context: context)
        case .project(let slots, let inner):
            let hidden = inner.possibleSlots.subtracting(SlotSet(slots)).subtracting(input.possible)
            let stream = try build(
                inner, on: input, required: required.subtracting(hidden), ignoresDuplicates: ignoresDuplicates)
            result.source = ProjectOperator(stream.source, hiding: hidden.slots)
        case .service(let service):
            result.source = ServiceJoin(input.source, service: service, context: context)
        case .minus, .eachGraph, .group, .orderBy, .distinct, .reduced, .slice, .scanCount:
            guard input.isSeed else { return try hashJoin(node, on: input, required: required) }
            result.source = try blocking(node, required: required, ignoresDuplicates: ignoresDuplicates)
        }
        return result
    }

    /// Whether conditions read the texts of the objects of a scan. Those of the store stand in memory in their order, so
    /// that a scan sorted by object goes through them from end to end, and does not wait for each.
    private static func readsTexts(of node: PlanNode, _ conditions: [PlanExpression]) -> Bool {
        guard case .scan(let scan) = node, let object = scan.object.slot else { return false }
        return conditions.contains { $0.readsTexts && $0.slots == SlotSet([object]) }
    }

    /// Nodes over rows of their own, built on the seed.
    private func blocking(
        _ node: PlanNode, required: SlotSet, ignoresDuplicates: Bool
    ) throws(QueryEvaluationError) -> any BatchSource {
        switch node {
        case .minus(let left, let right):
            let shared = left.possibleSlots.intersection(right.possibleSlots).subtracting(seed.slots)
            let keys = left.certainSlots.intersection(right.certainSlots).subtracting(seed.slots)
            let leftStream = try build(
                left, on: seedStream, required: required.union(shared), ignoresDuplicates: ignoresDuplicates)
            let rightSource = try build(right, required: shared, ignoresDuplicates: true)
            return MinusOperator(
                leftStream.source, rightSource, keys: keys.slots, shared: shared.slots, context: context)
        case .eachGraph(let slot, let inner):
            return EachGraphOperator(seed: seed, slot: slot, plan: inner, required: required, context: context)
        case .group(let keys, let aggregates, let inner):
            var needed = SlotSet(keys).union(seed.slots)
            for aggregate in aggregates {
                if let argument = aggregate.argument {
                    needed.formUnion(argument.slots)
                } else if aggregate.isDistinct {
                    needed.formUnion(SlotSet(aggregate.solution))
                }
            }
            return GroupOperator(
                try build(
                    inner, required: needed, ignoresDuplicates: aggregates.allSatisfy(\.ignoresDuplicates)),
                keys: keys, seed: seed, aggregates: aggregates, context: context)
        case .orderBy(let conditions, let limit, let inner):
            let needed = required.union(Self.slots(of: conditions.map(\.expression))).union(seed.slots)
            return OrderOperator(
                try build(inner, required: needed, ignoresDuplicates: ignoresDuplicates && limit == nil),
                conditions: conditions, limit: limit, context: context)
        case .distinct(let slots, let inner), .reduced(let slots, let inner):
            let needed = SlotSet(slots).union(seed.slots)
            let source = try build(inner, required: needed, ignoresDuplicates: true)
            return DistinctOperator(source, slots: needed.slots, context: context)
        case .slice(let offset, let limit, let inner):
            return SliceOperator(
                try build(inner, required: required.union(seed.slots)), offset: offset, limit: limit)
        case .scanCount(let scan, let slot):
            let count = context.dataset.snapshot.count(matching: scan.pattern, in: context.dataset.scope(scan.graph))
            var batch = seed.batch
            batch.setColumn(slot, [context.terms.id(of: ExpressionResult.integer(scan.hasComputedTerm ? 0 : count))])
            return FeedSource(batch)
        default: preconditionFailure("only nodes over rows of their own")
        }
    }

    // MARK: Joins

    private func join(
        _ nodes: [PlanNode], on input: Stream, required: SlotSet, ignoresDuplicates: Bool
    ) throws(QueryEvaluationError) -> Stream {
        var neededLater: [SlotSet] = []
        var needed = required
        for node in nodes.reversed() {
            neededLater.append(needed)
            needed = needed.union(node.mentionedSlots)
        }
        neededLater.reverse()
        return try chain(Array(nodes.indices), on: input) { index, stream throws(QueryEvaluationError) in
            try build(
                nodes[index], on: stream, required: neededLater[index], ignoresDuplicates: ignoresDuplicates)
        }
    }

    /// Operators on one another, in pieces that a loop runs through where they are many: each pulls from the one below,
    /// and so a chain of calls as long as the query would need a stack as deep.
    private func chain<Part>(
        _ parts: [Part], on input: Stream,
        _ link: (Part, Stream) throws(QueryEvaluationError) -> Stream
    ) throws(QueryEvaluationError) -> Stream {
        var stream = input
        var first: (any BatchSource)?
        var pieces: [(feed: FeedSource, source: any BatchSource)] = []
        var feed: FeedSource?
        for (index, part) in parts.enumerated() {
            if index > 0, index.isMultiple(of: Self.maximumLinks) {
                if let feed { pieces.append((feed, stream.source)) } else { first = stream.source }
                let next = FeedSource()
                feed = next
                stream.source = next
                stream.isSeed = false
            }
            stream = try link(part, stream)
        }
        if let feed, let first {
            pieces.append((feed, stream.source))
            stream.source = ChainSource(first, pieces: pieces)
        }
        return stream
    }

    /// How many operators pull from one another before a loop takes over.
    private static let maximumLinks = 32

    /// Scans that share one new slot; where the rows are others than the optimizer thought, one join after another.
    private func intersect(
        _ nodes: [PlanNode], on input: Stream, required: SlotSet, ignoresDuplicates: Bool
    ) throws(QueryEvaluationError) -> Stream {
        var scans: [QuadScan] = []
        for case .scan(let scan) in nodes { scans.append(scan) }
        let slots = Set(scans.map { IntersectJoin.newSlot(of: $0, bound: input.bound) })
        guard scans.count == nodes.count, slots.count == 1, let slot = slots.first ?? nil,
            !input.possible.contains(slot), scans.allSatisfy({ context.dataset.scope($0.graph) == .defaultGraph })
        else { return try join(nodes, on: input, required: required, ignoresDuplicates: ignoresDuplicates) }
        let isNeeded = required.contains(slot)
        return Stream(
            source: IntersectJoin(
                input.source, slot: slot, scans: scans, kept: input.possible.intersection(required).slots,
                isNeeded: isNeeded, isExistence: ignoresDuplicates && !isNeeded, context: context),
            bound: input.bound.union(SlotSet([slot])), possible: input.possible.union(SlotSet([slot])))
    }

    /// Whether no slot is wanted that a pattern would add to the rows.
    private func needsNothing(of scan: QuadScan, _ input: Stream, _ required: SlotSet) -> Bool {
        scan.slots.subtracting(input.bound).isDisjoint(with: required)
    }

    /// A node on rows that are not the seed: joined row by row where the node allows it, else by hash.
    private func correlated(
        _ node: PlanNode, on input: Stream, isSeed: Bool, required: SlotSet, ignoresDuplicates: Bool
    ) throws(QueryEvaluationError) -> Stream {
        if isSeed {
            // The input is the seed, fed once: blocking nodes begin with a seed of their own.
            guard node.isChainable else {
                let own = try build(
                    node, on: seedStream, required: required, ignoresDuplicates: ignoresDuplicates)
                return Stream(
                    source: OnceFor(input.source, own.source), bound: own.bound, possible: own.possible)
            }
        }
        return try build(node, on: input, required: required, ignoresDuplicates: ignoresDuplicates)
    }

    private func hashJoin(
        _ node: PlanNode, on input: Stream, required: SlotSet
    ) throws(QueryEvaluationError) -> Stream {
        // The values of the seed are the same on both sides, whether or not their columns are kept.
        let shared = input.possible.intersection(node.possibleSlots).subtracting(seed.slots)
        let right = try build(node, on: seedStream, required: required.union(shared))
        let keys = input.bound.intersection(right.bound).intersection(shared)
        let loose = shared.subtracting(keys)
        return Stream(
            source: HashJoin(
                input.source, right.source, keys: keys.slots, looseSlots: loose.slots,
                kept: required.slots, leftJoinConditions: nil, context: context),
            bound: input.bound.union(right.bound), possible: input.possible.union(right.possible))
    }

    private func leftJoin(
        _ leftNode: PlanNode, _ rightNode: PlanNode, _ conditions: [PlanExpression], on input: Stream,
        required: SlotSet, ignoresDuplicates: Bool
    ) throws(QueryEvaluationError) -> Stream {
        let needed = required.union(Self.slots(of: conditions))
        var isHash = false
        var rightPlan = rightNode
        if case .strategy(.hash, let inner) = rightNode { (isHash, rightPlan) = (true, inner) }
        let left = try build(
            leftNode, on: input, required: needed.union(rightPlan.mentionedSlots),
            ignoresDuplicates: ignoresDuplicates)
        let possible = left.possible.union(rightPlan.possibleSlots)
        if !isHash, rightPlan.isChainable {
            let feed = FeedSource()
            let tagged = SlotSet([tag])
            let right = try nested.build(
                rightPlan,
                on: Stream(
                    source: feed, bound: left.bound.union(tagged), possible: left.possible.union(tagged)),
                required: needed.union(tagged), ignoresDuplicates: ignoresDuplicates)
            return Stream(
                source: LookupLeftJoin(
                    left.source, feed: feed, right: right.source, conditions: conditions, tag: tag,
                    kept: required.intersection(left.possible).slots, context: context),
                bound: left.bound, possible: possible)
        }
        let shared = left.possible.intersection(rightPlan.possibleSlots).subtracting(seed.slots)
        let right = try build(rightPlan, on: seedStream, required: needed.union(shared))
        let keys = left.bound.intersection(right.bound).intersection(shared)
        return Stream(
            source: HashJoin(
                left.source, right.source, keys: keys.slots, looseSlots: shared.subtracting(keys).slots,
                kept: required.slots, leftJoinConditions: conditions, context: context),
            bound: left.bound, possible: possible)
    }

    private func semiJoin(
        _ inner: PlanNode, _ patterns: [ExistsPattern], isAnti: Bool, on input: Stream, required: SlotSet,
        ignoresDuplicates: Bool
    ) throws(QueryEvaluationError) -> Stream {
        let needed = patterns.reduce(into: required) { $0.formUnion($1.outerSlots) }
        let stream = try build(inner, on: input, required: needed, ignoresDuplicates: ignoresDuplicates)
        return try chain(patterns, on: stream) { pattern, stream throws(QueryEvaluationError) in
            try semiJoin(pattern, isAnti: isAnti, on: stream)
        }
    }

    private func semiJoin(
        _ pattern: ExistsPattern, isAnti: Bool, on input: Stream
    ) throws(QueryEvaluationError) -> Stream {
        var stream = input
        guard pattern.plan.isChainable else {
            stream.source = GeneralSemiJoin(stream.source, pattern: pattern, isAnti: isAnti, context: context)
            stream.isSeed = false
            return stream
        }
        let feed = FeedSource()
        let tagged = SlotSet([tag])
        let right = try nested.build(
            pattern.plan,
            on: Stream(source: feed, bound: stream.bound.union(tagged), possible: stream.possible.union(tagged)),
            required: tagged, ignoresDuplicates: true)
        stream.source = SemiJoin(
            stream.source, feed: feed, right: right.source, tag: tag, isAnti: isAnti,
            table: try existsTable(pattern, outside: stream), context: context)
        stream.isSeed = false
        return stream
    }

    /// The pattern of an EXISTS run as a whole; `nil` where that means something else.
    private func existsTable(
        _ pattern: ExistsPattern, outside: Stream
    ) throws(QueryEvaluationError) -> ExistsTable? {
        guard let whole = pattern.whole, whole.isSound(outside: outside.possible) else { return nil }
        let possible = whole.plan.possibleSlots
        let equalities = SlotSet(whole.equalities.map(\.slot))
        let shared = outside.possible.intersection(possible).subtracting(seed.slots)
        let needed = shared.union(equalities).union(Self.slots(of: whole.conditions).intersection(possible))
        let source = try build(
            .strategy(.hash, .distinct(needed.slots, whole.plan)), on: seedStream, required: needed,
            ignoresDuplicates: true
        ).source
        let keys = outside.bound.intersection(whole.plan.certainSlots).intersection(shared)
        return ExistsTable(
            source, cost: whole.cost, keys: keys.slots, looseSlots: shared.subtracting(keys).union(equalities).slots,
            equalities: whole.equalities, extremes: whole.extremes, conditions: whole.conditions, context: context)
    }

    /// Neighbouring extensions together, in the order in which they are evaluated.
    private func extend(
        _ node: PlanNode, on input: Stream, required: SlotSet, ignoresDuplicates: Bool
    ) throws(QueryEvaluationError) -> Stream {
        var extensions: [(slot: Slot, expression: PlanExpression)] = []
        var inner = node
        var needed = required
        while case .extend(let next, let slot, let expression) = inner {
            extensions.append((slot, expression))
            needed.formUnion(expression.slots)
            inner = next
        }
        extensions.reverse()
        // Two rows with what differs at each call are two.
        let isVolatile = extensions.contains { $0.expression.isVolatile }
        var stream = try build(
            inner, on: input, required: needed.union(SlotSet(extensions.map(\.slot))),
            ignoresDuplicates: ignoresDuplicates && !isVolatile)
        stream.source = ExtendOperator(stream.source, extensions: extensions, context: context)
        stream.possible.formUnion(SlotSet(extensions.map(\.slot)))
        stream.isSeed = false
        return stream
    }

    private static func slots(of expressions: [PlanExpression]) -> SlotSet { PlanNode.slots(of: expressions) }
}

/// A source that gives its rows once its input, which is the seed, has come.
private final class OnceFor: BatchSource {
    private let input: any BatchSource
    private let rows: any BatchSource
    private var hasBegun = false

    init(_ input: any BatchSource, _ rows: any BatchSource) {
        self.input = input
        self.rows = rows
    }

    func reset() {
        input.reset()
        rows.reset()
    }

    func next() throws(QueryEvaluationError) -> Batch? {
        if !hasBegun {
            guard try input.next() != nil else { return nil }
            hasBegun = true
        }
        return try rows.next()
    }
}
