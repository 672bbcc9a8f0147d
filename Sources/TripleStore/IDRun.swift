/// The statements that match a pattern, as one contiguous run of an index.
///
/// Rows come sorted by the free positions in the order of ``sortOrder``, without duplicates. A run holds on to its
/// columns and stays valid for as long as it lives. Rows are counted from the beginning of the run.
public struct IDRun: Sendable {
    let index: SortedIndex
    let rows: Range<Int>
    let pattern: IDPattern
    let graph: TermID

    /// The order in which the statements are kept.
    public var permutation: Permutation { index.permutation }

    /// How many statements match, exactly.
    @inline(__always)
    public var count: Int { rows.count }

    /// Whether nothing matches.
    public var isEmpty: Bool { rows.isEmpty }

    /// The free positions, in the order by which rows are sorted.
    public var sortOrder: [QuadPosition] { permutation.columns.filter { !bound($0).isDefined } }

    /// What a position is bound to by the pattern; undefined where it is free.
    @inline(__always)
    public func bound(_ position: QuadPosition) -> TermID {
        switch position {
        case .subject: pattern.subject
        case .predicate: pattern.predicate
        case .object: pattern.object
        case .graph: graph
        }
    }

    /// Whether the ids of a position are kept as a column; those of bound positions, and of the leading position of a
    /// run of all statements, are not, and ``copy(_:rows:into:)`` makes them.
    @inline(__always)
    public func hasColumn(_ position: QuadPosition) -> Bool {
        let place = index.places[position.rawValue]
        return place != 0 && (place < 3 || !index.fourth.isEmpty)
    }

    /// The ids of a position, row by row.
    /// - Precondition: ``hasColumn(_:)``.
    @inline(__always)
    public func withColumn<Result, Failure: Error>(
        _ position: QuadPosition, _ body: (Span<TermID>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let column = index.column(index.places[position.rawValue])
        return try body(column.span.extracting(rows))
    }

    /// The id of a position in a row.
    public func id(_ position: QuadPosition, row: Int) -> TermID {
        let bound = bound(position)
        if bound.isDefined { return bound }
        if hasColumn(position) { return index.column(index.places[position.rawValue])[rows.lowerBound + row] }
        guard index.places[position.rawValue] == 0 else { return .undefined }
        return index.directory.id(at: index.directory.place(ofRow: rows.lowerBound + row))
    }

    /// Appends the ids of a position in some rows to a buffer, also those that are not kept as a column.
    /// - Complexity: O(*n*) in the rows.
    public func copy(_ position: QuadPosition, rows some: Range<Int>, into buffer: inout [TermID]) {
        let rows = rows.lowerBound + some.lowerBound..<rows.lowerBound + some.upperBound
        let bound = bound(position)
        if bound.isDefined || (index.places[position.rawValue] == 3 && index.fourth.isEmpty) {
            buffer.append(contentsOf: repeatElement(bound, count: rows.count))
        } else if hasColumn(position) {
            buffer.append(contentsOf: index.column(index.places[position.rawValue])[rows])
        } else {
            copyLeading(rows, into: &buffer)
        }
    }

    /// Appends the different ids of the first sorted free position, from a row on, but no more than so many.
    ///
    /// - Precondition: the position is the first of ``sortOrder``, and no row before has the id of the row.
    /// - Returns: the row from which to go on, which is ``count`` at the end.
    /// - Complexity: O(log *d*) for each id, in the number of its rows; O(1) where the position leads all statements.
    public func copyDistinct(
        _ position: QuadPosition, from row: Int, atMost limit: Int, into buffer: inout [TermID]
    ) -> Int {
        var (row, left) = (row, limit)
        if hasColumn(position) {
            while row < count, left > 0 {
                let id = id(position, row: row)
                buffer.append(id)
                row = firstRow(notBelow: TermID(rawValue: id.rawValue &+ 1), in: position, from: row)
                left -= 1
            }
            return row
        }
        let directory = index.directory
        var place = row < count ? directory.place(ofRow: rows.lowerBound + row) : 0
        while row < count, left > 0 {
            let end = Int(directory.starts[place + 1]) - rows.lowerBound
            if end > row {
                buffer.append(directory.id(at: place))
                (row, left) = (end, left - 1)
            }
            place += 1
        }
        return row
    }

    private func copyLeading(_ rows: Range<Int>, into buffer: inout [TermID]) {
        guard !rows.isEmpty else { return }
        let directory = index.directory
        var (place, row) = (directory.place(ofRow: rows.lowerBound), rows.lowerBound)
        while row < rows.upperBound {
            let end = min(Int(directory.starts[place + 1]), rows.upperBound)
            if end > row { buffer.append(contentsOf: repeatElement(directory.id(at: place), count: end - row)) }
            row = end
            place += 1
        }
    }

    /// The first row, from a row on, whose id in the first sorted free position is not below another: the step of a
    /// merge or leapfrog join.
    ///
    /// - Precondition: the position has a column, and is sorted over the rows from `row` on: it is the first of
    ///   ``sortOrder``, or those before it do not change over these rows.
    /// - Complexity: O(log *d*) in the distance of the row found.
    @inline(__always)
    public func firstRow(notBelow id: TermID, in position: QuadPosition, from row: Int) -> Int {
        let column = index.column(index.places[position.rawValue])
        return SortedIndex.lowerBoundGalloping(column.span, id, rows.lowerBound + row..<rows.upperBound)
            - rows.lowerBound
    }

    /// The rows of an id in the first sorted free position, from a row on.
    /// - Complexity: as ``firstRow(notBelow:in:from:)``.
    @inline(__always)
    public func rows(of id: TermID, in position: QuadPosition, from row: Int = 0) -> Range<Int> {
        let first = firstRow(notBelow: id, in: position, from: row)
        return first..<firstRow(notBelow: TermID(rawValue: id.rawValue &+ 1), in: position, from: first)
    }
}
