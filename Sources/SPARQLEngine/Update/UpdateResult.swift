internal import RDFModel
public import TripleStore

/// What an update did: the dataset before it and after it.
public struct UpdateResult: Sendable {
    /// The dataset before.
    public let before: StoreSnapshot
    /// The dataset after; ids of ``before`` are good in it.
    public let after: StoreSnapshot

    /// How many statements are there now that were not, and the other way round; what was deleted and inserted again
    /// does not count.
    /// - Complexity: O(*n*) in the statements of both datasets.
    public var changes: (inserted: Int, deleted: Int) {
        guard before !== after else { return (0, 0) }
        var (inserted, deleted) = difference(.defaultGraph)
        for graph in Set(before.graphs).union(after.graphs) {
            let named = difference(.named(graph))
            inserted += named.inserted
            deleted += named.deleted
        }
        return (inserted, deleted)
    }

    private func difference(_ scope: GraphScope) -> (inserted: Int, deleted: Int) {
        var old = StatementCursor(before.run(matching: IDPattern(), in: scope, sortedBy: .subject))
        var new = StatementCursor(after.run(matching: IDPattern(), in: scope, sortedBy: .subject))
        var (inserted, deleted) = (0, 0)
        while let left = old.current, let right = new.current {
            if left < right {
                deleted += 1
                old.advance()
            } else if right < left {
                inserted += 1
                new.advance()
            } else {
                old.advance()
                new.advance()
            }
        }
        return (inserted + new.remaining, deleted + old.remaining)
    }
}

/// Goes through the statements of a run in their order, some thousand at a time.
private struct StatementCursor {
    private let run: IDRun
    private var columns: [[TermID]] = [[], [], []]
    /// The rows that the columns hold.
    private var range = 0..<0
    private var row = 0

    private static let chunk = 4096

    init(_ run: IDRun) {
        self.run = run
        fill()
    }

    /// How many rows are left, the current one among them.
    var remaining: Int { run.count - row }

    var current: (TermID, TermID, TermID)? {
        guard row < run.count else { return nil }
        let place = row - range.lowerBound
        return (columns[0][place], columns[1][place], columns[2][place])
    }

    mutating func advance() {
        row += 1
        if row == range.upperBound { fill() }
    }

    private mutating func fill() {
        range = row..<min(row + Self.chunk, run.count)
        for (place, position) in [QuadPosition.subject, .predicate, .object].enumerated() {
            columns[place].removeAll(keepingCapacity: true)
            run.copy(position, rows: range, into: &columns[place])
        }
    }
}
