/// Four ids that stand for a statement; an undefined graph is the default one.
struct QuadRow: Hashable, Sendable, BitwiseCopyable {
    var subject: TermID
    var predicate: TermID
    var object: TermID
    var graph: TermID
}

/// Sorts statements into indexes.
///
/// A statement is packed into one word, subject · predicate · object · graph from the top, each in as many bits as its
/// numbers need: terms are numbered without gaps, predicates and graphs among those that occur. 48 bits are enough
/// for ten million statements; where 64 are not, the same code runs on words of 128. Sorted once in full, the words
/// need few more passes for each further order:
///
///     full sort ─▶ spo ─ by p ─▶ pso
///                   └─ by o ─▶ osp ─ by p ─▶ pos          and each again by g for one named graph
///
/// The rows may hold ids from before the terms were put in order; they are exchanged as rows are packed.
enum IndexBuilder {
    /// The indexes of the default graph.
    static func triples(_ chunks: consuming RowChunks<TripleRow>, _ renumbering: Renumbering) -> IndexSet {
        let layout = KeyLayout(chunks, renumbering)
        if layout.bitWidth <= 64 {
            var sorter = KeySorter<UInt64>(chunks, layout)
            return sorter.triples()
        }
        var sorter = KeySorter<UInt128>(chunks, layout)
        return sorter.triples()
    }

    /// The indexes of named graphs.
    static func named(_ chunks: consuming RowChunks<QuadRow>, _ renumbering: Renumbering) -> NamedGraphs {
        let layout = KeyLayout(chunks, renumbering)
        if layout.bitWidth <= 64 {
            var sorter = KeySorter<UInt64>(chunks, layout)
            return sorter.named()
        }
        var sorter = KeySorter<UInt128>(chunks, layout)
        return sorter.named()
    }
}

/// Rows of ids as they come, in pieces of one size: growing never copies what is there, and what has been read can be
/// let go piece by piece.
struct RowChunks<Row: PackableRow>: Sendable {
    private static var size: Int { 1 << 16 }

    private(set) var full: [[Row]] = []
    private var last: [Row] = []

    var count: Int { full.count * Self.size + last.count }

    @inline(__always)
    mutating func append(_ row: Row) {
        if last.count == Self.size { startChunk() }
        last.append(row)
    }

    private mutating func startChunk() {
        full.append(last)
        last = []
        last.reserveCapacity(Self.size)
    }

    func forEachChunk(_ body: (Span<Row>) -> Void) {
        for chunk in full { body(chunk.span) }
        body(last.span)
    }

    /// Takes some pieces away; none when none is left.
    mutating func popChunks(_ count: Int) -> [[Row]] {
        if !last.isEmpty { full.append(last) }
        last = []
        let pieces = Array(full.suffix(count))
        full.removeLast(pieces.count)
        return pieces
    }
}
