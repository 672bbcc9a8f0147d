internal import TripleStore
internal import XSDValues

/// SUM and AVG: 0 for an empty group, an error for a group with a value that is no number.
///
/// Machine integers are summed apart, in machine words, as long as the sum fits.
struct SumAggregate {
    let isAverage: Bool
    private var words: [Int] = []
    /// Sums of what is no machine integer; `nil` where there is none.
    private var others: [NumericValue?] = []
    private var counts: [Int] = []
    private var hasError: [Bool] = []

    init(isAverage: Bool) { self.isAverage = isAverage }

    var count: Int { words.count }

    mutating func add(
        _ values: [TermID], _ groups: [Int32], groupCount: Int, _ context: QueryContext
    ) throws(QueryEvaluationError) {
        let terms = context.terms
        while words.count < groupCount {
            words.append(0)
            others.append(nil)
            counts.append(0)
            hasError.append(false)
        }
        for row in values.indices {
            let group = Int(groups[row])
            guard values[row].isDefined else {
                hasError[group] = true
                continue
            }
            counts[group] += 1
            if let word = terms.integer(values[row]) {
                let (sum, isOver) = words[group].addingReportingOverflow(word)
                if !isOver {
                    words[group] = sum
                    continue
                }
            }
            // Long numbers take long; reading them counts.
            try context.limits.work(1)
            guard let number = terms.value(values[row]).asNumber else {
                hasError[group] = true
                continue
            }
            guard let old = others[group] else {
                others[group] = number
                continue
            }
            if let sum = try? old.adding(number) { others[group] = sum } else { hasError[group] = true }
        }
    }

    func results(groupCount: Int, _ context: QueryContext) throws(QueryEvaluationError) -> [TermID] {
        var results: [TermID] = []
        results.reserveCapacity(groupCount)
        for group in 0..<groupCount {
            try context.limits.work(1)
            guard group < words.count else {
                results.append(context.terms.id(of: ExpressionResult.integer(0)))
                continue
            }
            results.append(result(group).map { context.terms.id(of: .value(.number($0))) } ?? .undefined)
        }
        return results
    }

    private func result(_ group: Int) -> NumericValue? {
        guard !hasError[group] else { return nil }
        var sum = NumericValue(words[group])
        if let other = others[group] {
            guard let both = try? other.adding(sum) else { return nil }
            sum = both
        }
        guard isAverage, counts[group] > 0 else { return sum }
        return try? sum.divided(by: NumericValue(counts[group]))
    }
}
