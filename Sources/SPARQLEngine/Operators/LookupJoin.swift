internal import TripleStore

/// Joins rows with a pattern by looking each row up in an index: the engine's index scan, merge join and index nested
/// loop join in one.
///
/// The constants of the pattern select one run of an index, found once. Where the run is sorted by a slot that the
/// input binds (nearly always), the rows of a key are found by galloping from those of the key before, so that sorted
/// input costs what a merge join costs, and unsorted input a binary search a row. Input of a single row that shares
/// no slot is an index scan: the run is copied out in pieces.
///
/// What the fast way does not cover goes through ``GeneralLookupJoin``.
final class LookupJoin: RowByRowJoin {
    let input: any BatchSource
    let context: QueryContext
    private let access: RunAccess
    /// Input slots that someone above needs.
    private let kept: [Slot]
    /// New slots that someone above needs, and their positions in the run.
    private let added: [(slot: Slot, position: QuadPosition)]
    /// Whether a row that matches comes once, however often it matches.
    private let isExistence: Bool

    var batch: Batch?
    var row = 0
    /// What is left of the run of the present row, which is not done before nothing is.
    private var pending = 0..<0
    /// How many rows the present batch should have.
    private var wanted = Batch.preferredCount
    /// The key searched last, and its rows, or where they would stand.
    private var lastKey = TermID.undefined
    private var lastRows = 0..<0
    /// Searches that could not go on from the last one, and what shortens them when they are many.
    private var jumps = 0
    private var places: ColumnPlaces?

    init(
        _ input: any BatchSource, access: RunAccess, kept: [Slot], added: [(slot: Slot, position: QuadPosition)],
        isExistence: Bool, context: QueryContext
    ) {
        self.input = input
        self.access = access
        self.kept = kept
        self.added = added
        self.isExistence = isExistence
        self.context = context
    }

    func reset() {
        batch = nil
        pending = 0..<0
        input.reset()
    }

    func join(_ batch: Batch) -> Batch {
        let segments = findSegments(batch)
        context.limits.hasWorked(segments.count)
        return expand(segments, of: batch)
    }

    // MARK: Finding

    /// Parts of the run, each with the input row it belongs to.
    private struct Segments {
        struct Part: BitwiseCopyable {
            var row: UInt32
            var start: UInt32
            var end: UInt32

            var places: Range<Int> { Int(start)..<Int(end) }
        }

        var parts: [Part] = []
        /// The rows of the parts together.
        var count = 0

        @inline(__always)
        mutating func append(_ row: Int, _ range: Range<Int>) {
            parts.append(
                Part(
                    row: UInt32(truncatingIfNeeded: row), start: UInt32(truncatingIfNeeded: range.lowerBound),
                    end: UInt32(truncatingIfNeeded: range.upperBound)))
            count += range.count
        }

        /// The ids of a column, each from its input row and its place in the run.
        @inline(__always)
        func column(_ id: (_ row: Int, _ place: Int) -> TermID) -> [TermID] {
            guard count > 0 else { return [] }
            return unsafe [TermID](unsafeUninitializedCapacity: count) { buffer, written in
                for part in parts {
                    for place in part.places {
                        // Safe: the parts have `count` rows together.
                        unsafe buffer.initializeElement(at: written, to: id(Int(part.row), place))
                        written &+= 1
                    }
                }
            }
        }
    }

    private func findSegments(_ batch: Batch) -> Segments {
        var segments = Segments()
        let wanted = context.batchCount
        self.wanted = wanted
        if !pending.isEmpty { takePending(&segments) }
        guard segments.count < wanted else { return segments }
        segments.parts.reserveCapacity(min(batch.count - row, wanted))
        guard let key = access.key else {
            while row < batch.count, segments.count < wanted {
                found(0..<access.run.count, &segments)
            }
            return segments
        }
        let keyColumn = batch.columns[key.slot]
        let secondKeyColumn = access.secondKey.map { batch.columns[$0.slot] } ?? []
        access.run.withColumn(key.position) { column in
            let keys = keyColumn.span
            if let second = access.secondKey {
                let secondKeys = secondKeyColumn.span
                access.run.withColumn(second.position) { secondColumn in
                    while row < batch.count, segments.count < wanted {
                        let range = rows(of: keys[row], in: column)
                        let first = Self.lowerBound(secondColumn, secondKeys[row], range)
                        let isFound = first < range.upperBound && secondColumn[first] == secondKeys[row]
                        found(isFound ? first..<first + 1 : 0..<0, &segments)
                    }
                }
            } else {
                while row < batch.count, segments.count < wanted {
                    found(rows(of: keys[row], in: column), &segments)
                }
            }
        }
        return segments
    }

    /// Notes what the present row found, and goes to the next one.
    @inline(__always)
    private func found(_ range: Range<Int>, _ segments: inout Segments) {
        if range.isEmpty {
            row += 1
            return
        }
        if isExistence {
            segments.append(row, range.lowerBound..<range.lowerBound + 1)
            row += 1
            return
        }
        pending = range
        takePending(&segments)
    }

    /// Takes as much of the pending run as a batch holds; goes to the next row when it is used up.
    @inline(__always)
    private func takePending(_ segments: inout Segments) {
        // A run a little longer than the room left is taken whole, so that most rows stay in one piece.
        let room = max(wanted - segments.count, 1) + wanted
        let part = pending.lowerBound..<min(pending.upperBound, pending.lowerBound + room)
        segments.append(row, part)
        pending = part.upperBound..<pending.upperBound
        if pending.isEmpty { row += 1 }
    }

    /// The rows of a key, from the place of the last one if the keys ascend.
    @inline(__always)
    private func rows(of key: TermID, in column: borrowing Span<TermID>) -> Range<Int> {
        if key == lastKey { return lastRows }
        let first: Int
        if let places {
            lastRows = places.rows(of: key)
            lastKey = key
            return lastRows
        } else if key > lastKey {
            first = Self.gallop(column, key, from: lastRows.upperBound)
        } else {
            noteJump(column)
            first = Self.lowerBound(column, key, 0..<column.count)
        }
        lastKey = key
        var end = first
        while end < column.count, column[end] == key {
            end += 1
            if end - first == 8 {
                end = Self.gallop(column, TermID(rawValue: key.rawValue &+ 1), from: end)
                break
            }
        }
        lastRows = first..<end
        return lastRows
    }

    /// Counts a search through the whole column. When they are many, the places of all ids are noted.
    private func noteJump(_ column: borrowing Span<TermID>) {
        jumps += 1
        // So many searches take about as long as to note the places, which is tried once.
        guard jumps == max(column.count / 16, 64), let places = ColumnPlaces(column) else { return }
        self.places = places
        context.limits.note(places.memory)
    }

    /// The first place from a place on whose id is not below another, searched in steps that double.
    @inline(__always)
    static func gallop(_ column: borrowing Span<TermID>, _ id: TermID, from start: Int) -> Int {
        var (low, step) = (start, 1)
        guard low < column.count, column[low] < id else { return low }
        while low + step < column.count, column[low + step] < id {
            low += step
            step *= 2
        }
        return lowerBound(column, id, low + 1..<min(low + step, column.count))
    }

    /// The first place in a sorted part whose id is not below another.
    @inline(__always)
    static func lowerBound(_ column: borrowing Span<TermID>, _ id: TermID, _ range: Range<Int>) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if column[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Writing out

    private func expand(_ segments: Segments, of batch: Batch) -> Batch {
        var result = Batch(width: batch.width, count: segments.count)
        for slot in kept where batch.mayBind(slot) {
            let column = batch.columns[slot]
            result.setColumn(slot, segments.column { row, _ in column[row] })
        }
        for (slot, position) in added { result.setColumn(slot, addedColumn(position, segments)) }
        return result
    }

    private func addedColumn(_ position: QuadPosition, _ segments: Segments) -> [TermID] {
        if segments.parts.count == 1 || !access.run.hasColumn(position) {
            var result: [TermID] = []
            result.reserveCapacity(segments.count)
            for part in segments.parts { access.run.copy(position, rows: part.places, into: &result) }
            return result
        }
        return access.run.withColumn(position) { column in segments.column { _, place in column[place] } }
    }
}

/// How a pattern is found for rows of which some slots are bound: a run, and the columns by which to search it.
struct RunAccess {
    /// The statements that the constants of the pattern leave.
    let run: IDRun
    /// The slot that the input binds and the position by which the run is sorted first; `nil` takes the whole run.
    var key: (slot: Slot, position: QuadPosition)?
    /// The same for the next position.
    var secondKey: (slot: Slot, position: QuadPosition)?
}
