/// The number of insertions, deletions, exchanges and transpositions of neighbours that turn one text into another.
package enum EditDistance {
    /// The distance (Damerau and Levenshtein, each place edited once), or `nil` if it is above a bound.
    /// - Complexity: O(*n* · *b*) in the length of the shorter text and the bound; less where the texts soon differ by
    ///   more than that.
    package static func between(_ left: [UInt8], _ right: [UInt8], atMost bound: Int) -> Int? {
        guard abs(left.count - right.count) <= bound else { return nil }
        guard !left.isEmpty else { return right.count }
        let unreachable = bound + 1
        var beforeLast = [Int](repeating: unreachable, count: right.count + 1)
        var last = (0...right.count).map { min($0, unreachable) }
        var current = beforeLast
        var lastLeast = 0
        for row in 1...left.count {
            let (first, end) = (max(1, row - bound), min(right.count, row + bound))
            // Further from the diagonal than the bound, every value is above it.
            current[first - 1] = row <= bound && first == 1 ? row : unreachable
            if end < right.count { current[end + 1] = unreachable }
            var least = current[first - 1]
            for column in stride(from: first, through: end, by: 1) {
                let isSame = left[row - 1] == right[column - 1]
                var value = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    value = min(value, beforeLast[column - 2] + 1)
                }
                current[column] = min(value, unreachable)
                least = min(least, current[column])
            }
            // A transposition reaches over one row, not over two.
            if least > bound, lastLeast > bound { return nil }
            lastLeast = least
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count] <= bound ? last[right.count] : nil
    }
}
