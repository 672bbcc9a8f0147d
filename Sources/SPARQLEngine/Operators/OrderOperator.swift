internal import TripleStore

/// Rows sorted by conditions; stable. With a limit only the first rows are kept, in little memory.
///
/// Keys are turned into ranks once, numbers that compare as SPARQL orders the terms, so that rows are compared by
/// integers; ids that the store has in term order are their own ranks.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#modOrderBy>
final class OrderOperator: BatchSource {
    private let input: any BatchSource
    private let conditions: [PlanOrder]
    private let limit: Int?
    private let context: QueryContext
    private var result: Batch?
    private var isDone = false
    private var given = 0

    init(_ input: any BatchSource, conditions: [PlanOrder], limit: Int?, context: QueryContext) {
        self.input = input
        self.conditions = conditions
        self.limit = limit
        self.context = context
    }

    func reset() { input.reset() }

    func next() throws(QueryEvaluationError) -> Batch? {
        if !isDone {
            result = try sorted()
            isDone = true
        }
        guard let result, given < result.count else { return nil }
        let range = given..<min(given + Batch.preferredCount, result.count)
        given = range.upperBound
        return result.slice(range)
    }

    private func sorted() throws(QueryEvaluationError) -> Batch {
        var rows = Batch(width: context.width, count: 0)
        // Below the rows, so that they are gathered with them: the values of the conditions.
        var keys = [[TermID]](repeating: [], count: conditions.count)
        while let batch = try input.next() {
            try context.limits.check()
            for index in conditions.indices { keys[index] += try values(conditions[index].expression, batch) }
            try context.limits.checkKept(rows.count + batch.count)
            rows.append(batch)
            try context.limits.hold(batch.memory + batch.count * 4 * keys.count)
            // Divided, not multiplied: a limit may be as large as an integer is.
            if let limit, rows.count / 4 - Batch.preferredCount >= limit {
                let before = rows.memory
                sort(&rows, &keys, keeping: limit)
                context.limits.release(before - rows.memory)
            }
        }
        // What sorting itself takes: a word and a rank for each condition and row.
        try context.limits.hold(rows.count * (8 + 4 * keys.count))
        sort(&rows, &keys, keeping: limit)
        try context.limits.check()
        return rows
    }

    private func values(
        _ expression: PlanExpression, _ batch: Batch
    ) throws(QueryEvaluationError) -> [TermID] {
        if case .slot(let slot) = expression {
            let column = batch.columns[slot]
            return column.isEmpty ? [TermID](repeating: .undefined, count: batch.count) : column
        }
        let evaluator = ExpressionEvaluator(context: context)
        var values: [TermID] = []
        values.reserveCapacity(batch.count)
        for row in 0..<batch.count {
            try context.limits.work(1)
            values.append(context.terms.id(of: try evaluator.evaluate(expression, batch, row)))
        }
        return values
    }

    private func sort(_ rows: inout Batch, _ keys: inout [[TermID]], keeping limit: Int?) {
        let ranks = conditions.indices.map { index in
            let ranks = SortRanks.ranks(of: keys[index], context.terms, goesOn: context.limits.goesOn)
            return conditions[index].isAscending ? ranks : ranks.map { ~$0 }
        }
        var order = SortRanks.order(ranks, count: rows.count, goesOn: context.limits.goesOn)
        if let limit, order.count > limit { order.removeLast(order.count - limit) }
        rows = rows.gathering(order, slots: Array(0..<rows.width))
        for index in keys.indices { keys[index] = Batch.gather(keys[index], order) }
    }
}

/// Numbers that compare as ORDER BY compares terms.
enum SortRanks {
    /// The rank of each id; those that ORDER BY sees no difference between have the same.
    ///
    /// - Parameter goesOn: Asked with the bytes that comparisons have read; where it says no the ranks mean nothing.
    static func ranks(
        of ids: [TermID], _ terms: QueryTerms, goesOn: (Int) -> Bool = { _ in true }
    ) -> [UInt32] {
        let dictionary = terms.dictionary
        if ids.allSatisfy({ !$0.isDefined || dictionary.isOrdered($0) && !$0.isTripleTerm }) {
            return ids.map { $0.isDefined ? dictionary.orderRank($0) : 0 }
        }
        var seen = IDTable<Bool>()
        var distinct: [TermID] = []
        for id in ids where id.isDefined && seen[id] == nil {
            seen[id] = true
            distinct.append(id)
        }
        // Values are read once for each term, not once for each comparison.
        let values = distinct.map { terms.value($0) }
        // Long texts take long to compare, and a sort compares each many times. When the time is over nothing is compared
        // any more, so that the sort comes to its end.
        var isOver = false
        var compared = 0
        let order = distinct.indices.sorted { left, right in
            if isOver { return false }
            compared += 1 + values[left].cost
            if compared >= 1 << 12 {
                isOver = !goesOn(compared * LimitGuard.bytesPerRow)
                compared = 0
            }
            return values[left].sortOrder(to: values[right]) < 0
        }
        var ranks = IDTable<UInt32>()
        var rank: UInt32 = 0
        for (place, index) in order.enumerated() {
            if place == 0 || values[order[place - 1]].sortOrder(to: values[index]) != 0 { rank += 1 }
            ranks[distinct[index]] = rank
        }
        return ids.map { $0.isDefined ? ranks[$0] ?? 0 : 0 }
    }

    /// The rows in the order of their ranks; rows of the same ranks stay in theirs.
    ///
    /// - Parameter goesOn: Asked now and then; where it says no the order means nothing.
    static func order(
        _ ranks: [[UInt32]], count: Int, goesOn: (Int) -> Bool = { _ in true }
    ) -> [Int32] {
        guard let first = ranks.first else { return Array(0..<Int32(count)) }
        var words = (0..<count).map { UInt64(first[$0]) << 32 | UInt64(UInt32($0)) }
        guard ranks.count > 1 else {
            words.sortInPieces(goesOn: goesOn, by: <)
            return words.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
        }
        let others = Array(ranks.dropFirst())
        words.sortInPieces(goesOn: goesOn) { left, right in
            if left >> 32 != right >> 32 { return left < right }
            let (leftRow, rightRow) = (Int(left & 0xFFFF_FFFF), Int(right & 0xFFFF_FFFF))
            for ranks in others where ranks[leftRow] != ranks[rightRow] { return ranks[leftRow] < ranks[rightRow] }
            return leftRow < rightRow
        }
        return words.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
    }
}
