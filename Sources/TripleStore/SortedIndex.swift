/// The statements of some graphs in one order, as columns.
///
///     directory   a ─┐        b ──┐           the leading column is not kept: the directory says where
///     second      1  1  2     1   5           the rows of each of its ids begin
///     third       7  9  3     7   7
///
/// Rows are sorted by leading id, then by the columns as they stand, without duplicates.
final class SortedIndex: Sendable {
    let permutation: Permutation
    let directory: RowDirectory
    let second: [TermID]
    let third: [TermID]
    /// Empty for triples of the default graph.
    let fourth: [TermID]
    /// For each position its column in this order, 0 for the leading one; 3 for a graph that is not kept.
    let places: InlineArray<4, Int>

    /// How many statements there are.
    var count: Int { second.count }

    init(
        _ permutation: Permutation, directory: RowDirectory, second: [TermID], third: [TermID], fourth: [TermID] = []
    ) {
        self.permutation = permutation
        self.directory = directory
        self.second = second
        self.third = third
        self.fourth = fourth
        var places = InlineArray<4, Int>(repeating: 3)
        for (place, position) in permutation.columns.enumerated() { places[position.rawValue] = place }
        self.places = places
    }

    /// The bytes it takes.
    var memory: Int { (second.capacity + third.capacity + fourth.capacity) * 4 + directory.memory }

    /// A column that is kept.
    @inline(__always)
    func column(_ place: Int) -> [TermID] {
        switch place {
        case 1: second
        case 2: third
        default: fourth
        }
    }

    /// The rows that begin with an id, and go on with others as far as they are defined.
    /// - Complexity: a binary search for each id after the first.
    func rows(_ lead: TermID, _ next: TermID, _ after: TermID, _ last: TermID = .undefined) -> Range<Int> {
        guard lead.isDefined else { return 0..<count }
        var rows = directory.rows(lead)
        if next.isDefined {
            rows = Self.equalRange(second, rows, next)
            if after.isDefined {
                rows = Self.equalRange(third, rows, after)
                if last.isDefined { rows = Self.equalRange(fourth, rows, last) }
            }
        }
        return rows
    }

    static func equalRange(_ column: [TermID], _ rows: Range<Int>, _ id: TermID) -> Range<Int> {
        let low = lowerBound(column.span, id, rows)
        // Most runs are short: gallop from their beginning.
        return low..<galloped(column.span, id, low..<rows.upperBound)
    }

    /// The first row whose id is not below another.
    @inline(__always)
    static func lowerBound(_ column: borrowing Span<TermID>, _ id: TermID, _ rows: Range<Int>) -> Int {
        var (low, high) = (rows.lowerBound, rows.upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if column[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The first row whose id is above another, searched in steps that double.
    @inline(__always)
    private static func galloped(_ column: borrowing Span<TermID>, _ id: TermID, _ rows: Range<Int>) -> Int {
        lowerBoundGalloping(column, TermID(rawValue: id.rawValue &+ 1), rows)
    }

    /// The first row whose id is not below another, searched from the first row in steps that double.
    /// - Complexity: O(log *d*) in the distance of the row found.
    @inline(__always)
    static func lowerBoundGalloping(_ column: borrowing Span<TermID>, _ id: TermID, _ rows: Range<Int>) -> Int {
        var (low, step) = (rows.lowerBound, 1)
        while low + step < rows.upperBound, column[low + step] < id {
            low += step
            step *= 2
        }
        return lowerBound(column, id, low..<min(low + step + 1, rows.upperBound))
    }
}
