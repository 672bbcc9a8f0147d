internal import TripleStore

/// A long chain of operators that work row by row, cut into pieces: what one piece gives is fed to the next, in a loop.
///
///     first ─▶ feed │ operators ─▶ feed │ operators ─▶ rows
///
/// A piece goes on when it is fed again, so the rows and their order are those of the chain in one.
final class ChainSource: BatchSource {
    private let first: any BatchSource
    private let pieces: [(feed: FeedSource, source: any BatchSource)]
    /// The piece that is asked next; before the first stands what feeds it.
    private var place = -1

    /// - Parameter pieces: What follows the first, each with the source from which it takes its input.
    init(_ first: any BatchSource, pieces: [(feed: FeedSource, source: any BatchSource)]) {
        self.first = first
        self.pieces = pieces
    }

    func reset() {
        place = -1
        for (_, source) in pieces { source.reset() }
        first.reset()
    }

    func next() throws(QueryEvaluationError) -> Batch? {
        while true {
            let batch = place < 0 ? try first.next() : try pieces[place].source.next()
            guard let batch else {
                if place < 0 { return nil }
                place -= 1
                continue
            }
            guard place + 1 < pieces.count else { return batch }
            place += 1
            pieces[place].feed.feed(batch)
        }
    }
}
