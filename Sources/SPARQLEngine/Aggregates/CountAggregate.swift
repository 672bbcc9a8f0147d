internal import TripleStore

/// COUNT: how many values are no error.
struct CountAggregate {
    private(set) var counts: [Int] = []

    private mutating func makeRoom(_ groupCount: Int) {
        while counts.count < groupCount { counts.append(0) }
    }

    mutating func add(_ amount: Int, to group: Int, groupCount: Int) {
        makeRoom(groupCount)
        counts[group] += amount
    }

    /// Counts every row.
    mutating func addAll(_ groups: [Int32], groupCount: Int) {
        makeRoom(groupCount)
        if groupCount == 1 {
            counts[0] += groups.count
            return
        }
        for group in groups { counts[Int(group)] += 1 }
    }

    /// Counts the rows that have a value; an empty column has none.
    mutating func add(_ values: [TermID], _ groups: [Int32], groupCount: Int) {
        makeRoom(groupCount)
        for row in values.indices where values[row].isDefined { counts[Int(groups[row])] += 1 }
    }

    func results(groupCount: Int, terms: QueryTerms) -> [TermID] {
        (0..<groupCount).map { group in
            terms.id(of: ExpressionResult.integer(group < counts.count ? counts[group] : 0))
        }
    }
}
