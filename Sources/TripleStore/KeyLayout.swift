/// A row that can be packed into a word.
protocol PackableRow: BitwiseCopyable, Sendable {
    var subject: TermID { get }
    var predicate: TermID { get }
    var object: TermID { get }
    var graph: TermID { get }

    /// Exchanges old ids for new ones.
    mutating func renumber(_ renumbering: Renumbering)
}

extension TripleRow: PackableRow {
    var graph: TermID { .undefined }

    @inline(__always)
    mutating func renumber(_ renumbering: Renumbering) {
        subject = renumbering.id(subject)
        predicate = renumbering.id(predicate)
        object = renumbering.id(object)
    }
}

extension QuadRow: PackableRow {
    @inline(__always)
    mutating func renumber(_ renumbering: Renumbering) {
        subject = renumbering.id(subject)
        predicate = renumbering.id(predicate)
        object = renumbering.id(object)
        graph = renumbering.id(graph)
    }
}

/// How many bits each position takes in a packed statement, and what its numbers mean.
struct KeyLayout: Sendable {
    let numbers: DenseNumbers
    /// Predicates and graphs that occur, in order.
    let predicates: [TermID]
    let graphs: [TermID]
    /// For each number of a term its place among predicates, among graphs.
    let predicatePlaces: [UInt32]
    let graphPlaces: [UInt32]

    let graphBits: Range<Int>
    let objectBits: Range<Int>
    let predicateBits: Range<Int>
    let subjectBits: Range<Int>

    var bitWidth: Int { subjectBits.upperBound }

    init<Row: PackableRow>(_ chunks: borrowing RowChunks<Row>, _ numbers: DenseNumbers) {
        self.numbers = numbers
        var (isPredicate, isGraph) = ([Bool](repeating: false, count: numbers.count), [Bool]())
        var (subjects, objects) = (0, 0)
        if Row.self == QuadRow.self { isGraph = isPredicate }
        chunks.forEachChunk { rows in
            for index in rows.indices {
                let row = rows[index]
                isPredicate[numbers.number(row.predicate)] = true
                if Row.self == QuadRow.self { isGraph[numbers.number(row.graph)] = true }
                subjects |= numbers.number(row.subject)
                objects |= numbers.number(row.object)
            }
        }
        (predicates, predicatePlaces) = Self.places(isPredicate, numbers)
        (graphs, graphPlaces) = Self.places(isGraph, numbers)
        graphBits = 0..<Self.width(max(graphs.count - 1, 0))
        objectBits = graphBits.upperBound..<graphBits.upperBound + Self.width(objects)
        predicateBits = objectBits.upperBound..<objectBits.upperBound + Self.width(max(predicates.count - 1, 0))
        subjectBits = predicateBits.upperBound..<predicateBits.upperBound + Self.width(subjects)
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

    private static func width(_ largest: Int) -> Int { Int.bitWidth - largest.leadingZeroBitCount }

    private static func places(_ occurs: [Bool], _ numbers: DenseNumbers) -> ([TermID], [UInt32]) {
        var (ids, places) = ([TermID](), [UInt32](repeating: 0, count: occurs.count))
        for (number, occurs) in occurs.enumerated() where occurs {
            places[number] = UInt32(ids.count)
            ids.append(numbers.id(UInt32(number)))
        }
        return (ids, places)
    }
}
