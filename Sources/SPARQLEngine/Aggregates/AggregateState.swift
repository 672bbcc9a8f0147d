internal import SPARQLAlgebra
internal import TripleStore
internal import XSDValues

/// The state of one aggregate over all groups.
///
/// An error in a row makes the aggregate of its group an error, but for COUNT, which does not count it, and SAMPLE,
/// MIN, MAX and GROUP_CONCAT as SPARQL defines them over the values that remain.
struct AggregateState {
    private let aggregate: PlanAggregate
    private let context: QueryContext
    private let evaluator: ExpressionEvaluator
    private var body: Body
    /// Pairs of a group and a value that have come, for DISTINCT.
    private var seen: RowSet?

    private enum Body {
        case count(CountAggregate)
        case sum(SumAggregate)
        case extreme(ExtremeAggregate)
        case sample(SampleAggregate)
        case concat(ConcatAggregate)
    }

    init(_ aggregate: PlanAggregate, context: QueryContext) {
        self.aggregate = aggregate
        self.context = context
        evaluator = ExpressionEvaluator(context: context)
        body =
            switch aggregate.function {
            case .count: .count(CountAggregate())
            case .sum: .sum(SumAggregate(isAverage: false))
            case .average: .sum(SumAggregate(isAverage: true))
            case .min: .extreme(ExtremeAggregate(isMaximum: false))
            case .max: .extreme(ExtremeAggregate(isMaximum: true))
            case .sample: .sample(SampleAggregate())
            case .groupConcat(let separator): .concat(ConcatAggregate(separator: separator))
            }
        if aggregate.isDistinct { seen = RowSet(width: aggregate.argument == nil ? aggregate.solution.count + 1 : 2) }
    }

    /// About how many bytes the state takes.
    var memory: Int {
        let body: Int =
            switch self.body {
            case .count(let count): count.counts.count * 8
            case .sum(let sum): sum.count * 48
            case .extreme(let extreme): extreme.ids.count * 4
            case .sample(let sample): sample.ids.count * 4
            // Held as it grows.
            case .concat: 0
            }
        return body + (seen?.memory ?? 0)
    }

    /// Adds the rows of a batch, each to its group.
    mutating func add(_ batch: Batch, _ groups: [Int32], groupCount: Int) throws(QueryEvaluationError) {
        guard let argument = aggregate.argument else {
            addSolutions(batch, groups, groupCount: groupCount)
            return
        }
        if case .count(var count) = body, seen == nil, case .slot(let slot) = argument {
            body = .count(CountAggregate())
            count.add(batch.columns[slot], groups, groupCount: groupCount)
            body = .count(count)
            return
        }
        var values = try self.values(of: argument, in: batch)
        var groups = groups
        if seen != nil { removeKnown(&values, &groups) }
        try add(values, groups, groupCount: groupCount)
    }

    private mutating func addSolutions(_ batch: Batch, _ groups: [Int32], groupCount: Int) {
        guard case .count(var count) = body else { return }
        body = .count(CountAggregate())
        if seen != nil {
            let tags = groups.map { TermID(rawValue: UInt32($0) + 1) }
            let columns = aggregate.solution.map { batch.columns[$0] } + [tags]
            for row in 0..<batch.count where seen?.insert(columns, row).isNew ?? true {
                count.add(1, to: Int(groups[row]), groupCount: groupCount)
            }
        } else {
            count.addAll(groups, groupCount: groupCount)
        }
        body = .count(count)
    }

    /// The values of the argument as ids; `undefined` is an error.
    private func values(of argument: PlanExpression, in batch: Batch) throws(QueryEvaluationError) -> [TermID] {
        if case .slot(let slot) = argument {
            let column = batch.columns[slot]
            return column.isEmpty ? [TermID](repeating: .undefined, count: batch.count) : column
        }
        var values: [TermID] = []
        values.reserveCapacity(batch.count)
        for row in 0..<batch.count {
            try context.limits.work(1)
            values.append(context.terms.id(of: try evaluator.evaluate(argument, batch, row)))
        }
        return values
    }

    private mutating func removeKnown(_ values: inout [TermID], _ groups: inout [Int32]) {
        let tags = groups.map { TermID(rawValue: UInt32($0) + 1) }
        let columns = [tags, values]
        var rows: [Int32] = []
        seen?.insert(columns, count: values.count) { row, _, isNew in if isNew { rows.append(Int32(row)) } }
        values = Batch.gather(values, rows)
        groups = rows.map { groups[Int($0)] }
    }

    private mutating func add(
        _ values: [TermID], _ groups: [Int32], groupCount: Int
    ) throws(QueryEvaluationError) {
        // Each case is taken out while it changes, so that its arrays have one owner.
        switch body {
        case .count(var count):
            body = .count(CountAggregate())
            count.add(values, groups, groupCount: groupCount)
            body = .count(count)
        case .sum(var sum):
            body = .count(CountAggregate())
            try sum.add(values, groups, groupCount: groupCount, context)
            body = .sum(sum)
        case .extreme(var extreme):
            body = .count(CountAggregate())
            try extreme.add(values, groups, groupCount: groupCount, context)
            body = .extreme(extreme)
        case .sample(var sample):
            body = .count(CountAggregate())
            sample.add(values, groups, groupCount: groupCount)
            body = .sample(sample)
        case .concat(var concat):
            body = .count(CountAggregate())
            try concat.add(values, groups, groupCount: groupCount, context)
            body = .concat(concat)
        }
    }

    /// The value of each group; `undefined` is an error.
    mutating func results(groupCount: Int) throws(QueryEvaluationError) -> [TermID] {
        switch body {
        case .count(let count): return count.results(groupCount: groupCount, terms: context.terms)
        case .sum(let sum): return try sum.results(groupCount: groupCount, context)
        case .extreme(let extreme): return extreme.results(groupCount: groupCount)
        case .sample(let sample): return sample.results(groupCount: groupCount)
        case .concat(let concat): return try concat.results(groupCount: groupCount, context)
        }
    }
}
