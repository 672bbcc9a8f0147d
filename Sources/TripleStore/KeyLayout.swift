/// A row that can be packed into a word.
protocol PackableRow: BitwiseCopyable, Sendable {
    var subject: TermID { get }
    var predicate: TermID { get }
    var object: TermID { get }
    var graph: TermID { get }
}

extension TripleRow: PackableRow {
    var graph: TermID { .undefined }
}

extension QuadRow: PackableRow {}

/// How many bits each position takes in a packed statement, and what its numbers mean.
struct KeyLayout: Sendable {
    let renumbering: Renumbering
    /// Predicates and graphs that occur, in order.
    let predicates: [TermID]
    let graphs: [TermID]
    /// For each number that a term had in the rows its place among predicates, among graphs.
    let predicatePlaces: [UInt32]
    let graphPlaces: [UInt32]

    let graphBits: Range<Int>
    let objectBits: Range<Int>
    let predicateBits: Range<Int>
    let subjectBits: Range<Int>

    var numbers: DenseNumbers { renumbering.dense }
    var bitWidth: Int { subjectBits.upperBound }

    init<Row: PackableRow>(_ chunks: borrowing RowChunks<Row>, _ renumbering: Renumbering) {
        self.renumbering = renumbering
        let dense = renumbering.dense
        var (isPredicate, isGraph) = ([Bool](repeating: false, count: dense.count), [Bool]())
        if Row.self == QuadRow.self { isGraph = isPredicate }
        var subjects: UInt32 = 0
        chunks.forEachChunk { rows in
            for index in rows.indices {
                subjects |= rows[index].subject.rawValue
                isPredicate[dense.number(rows[index].predicate)] = true
                if Row.self == QuadRow.self { isGraph[dense.number(rows[index].graph)] = true }
            }
        }
        (predicates, predicatePlaces) = Self.places(isPredicate, renumbering)
        (graphs, graphPlaces) = Self.places(isGraph, renumbering)
        graphBits = 0..<Self.width(graphs.count - 1)
        objectBits = graphBits.upperBound..<graphBits.upperBound + Self.width(dense.count - 1)
        predicateBits = objectBits.upperBound..<objectBits.upperBound + Self.width(predicates.count - 1)
        // Subjects are blank nodes and IRIs, whose numbers come first; other kinds fit in as well, with wider words.
        let largestSubject = (subjects >> 31 != 0 ? dense.count : dense.literals) - 1
        subjectBits = predicateBits.upperBound..<predicateBits.upperBound + Self.width(largestSubject)
    }

    /// The bits of a position.
    func bits(_ position: QuadPosition) -> Range<Int> {
        switch position {
        case .subject: subjectBits
        case .predicate: predicateBits
        case .object: objectBits
        case .graph: graphBits
        }
    }

    /// The id that a number in a position stands for.
    @inline(__always)
    func id(_ position: QuadPosition, _ number: Int) -> TermID {
        switch position {
        case .subject, .object: numbers.id(UInt32(truncatingIfNeeded: number))
        case .predicate: predicates[number]
        case .graph: graphs[number]
        }
    }

    private static func width(_ largest: Int) -> Int { Int.bitWidth - max(largest, 0).leadingZeroBitCount }

    private static func places(_ occurs: [Bool], _ renumbering: Renumbering) -> ([TermID], [UInt32]) {
        let olds = occurs.indices.filter { occurs[$0] }.sorted { renumbering.number($0) < renumbering.number($1) }
        var places = [UInt32](repeating: 0, count: occurs.count)
        for (place, old) in olds.enumerated() { places[old] = UInt32(place) }
        return (olds.map { renumbering.dense.id(UInt32(renumbering.number($0))) }, places)
    }
}
