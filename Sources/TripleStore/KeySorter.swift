/// Packs statements into words, sorts them, and unpacks each order into columns.
struct KeySorter<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable> {
    private let layout: KeyLayout
    /// Sorted by subject, predicate, object, graph, without duplicates.
    private var keys: [Key]
    private var scratch: [Key]

    /// Packs all rows, letting go of each piece as it is packed, and sorts them.
    init<Row: PackableRow>(_ chunks: consuming RowChunks<Row>, _ layout: KeyLayout) {
        self.layout = layout
        keys = []
        keys.reserveCapacity(chunks.count)
        while let chunk = chunks.popChunk() { Self.pack(chunk.span, layout, into: &keys) }
        scratch = [Key](repeating: 0, count: keys.count)
        RadixSort.sort(&keys, scratch: &scratch, bits: 0..<layout.bitWidth)
        removeDuplicates()
    }

    private static func pack<Row: PackableRow>(_ rows: Span<Row>, _ layout: KeyLayout, into keys: inout [Key]) {
        let (numbers, predicates, graphs) = (layout.numbers, layout.predicatePlaces.span, layout.graphPlaces.span)
        let (subject, predicate, object) = (
            layout.subjectBits.lowerBound, layout.predicateBits.lowerBound, layout.objectBits.lowerBound
        )
        for index in rows.indices {
            let row = rows[index]
            var key = Key(truncatingIfNeeded: numbers.number(row.subject)) << Key(subject)
            key |= Key(truncatingIfNeeded: predicates[numbers.number(row.predicate)]) << Key(predicate)
            key |= Key(truncatingIfNeeded: numbers.number(row.object)) << Key(object)
            if Row.self == QuadRow.self { key |= Key(truncatingIfNeeded: graphs[numbers.number(row.graph)]) }
            keys.append(key)
        }
    }

    private mutating func removeDuplicates() {
        guard var last = keys.first else { return }
        var kept = 1
        for index in 1..<keys.count where keys[index] != last {
            last = keys[index]
            keys[kept] = last
            kept += 1
        }
        scratch.removeLast(keys.count - kept)
        keys.removeLast(keys.count - kept)
    }

    /// The four orders of triples.
    mutating func triples() -> IndexSet {
        let spo = index(.spo)
        let sorted = keys
        sort(.predicate)
        let pso = index(.pso)
        keys = sorted
        sort(.object)
        let osp = index(.osp)
        sort(.predicate)
        let pos = index(.pos)
        return IndexSet(spo: spo, pso: pso, pos: pos, osp: osp)
    }

    /// The eight orders of quads.
    mutating func named() -> NamedGraphs {
        let sorted = keys
        let (spog, gspo) = (index(.spog), indexByGraph(.gspo))
        keys = sorted
        sort(.predicate)
        let (psog, gpso) = (index(.psog), indexByGraph(.gpso))
        keys = sorted
        sort(.object)
        let byObject = keys
        let (ospg, gosp) = (index(.ospg), indexByGraph(.gosp))
        keys = byObject
        sort(.predicate)
        let (posg, gpos) = (index(.posg), indexByGraph(.gpos))
        return NamedGraphs(
            byGraph: IndexSet(spo: gspo, pso: gpso, pos: gpos, osp: gosp),
            anyGraph: IndexSet(spo: spog, pso: psog, pos: posg, osp: ospg))
    }

    /// The present order once more, each graph by itself.
    private mutating func indexByGraph(_ permutation: Permutation) -> SortedIndex {
        sort(.graph)
        return index(permutation)
    }

    private mutating func sort(_ position: QuadPosition) {
        RadixSort.sort(&keys, scratch: &scratch, bits: layout.bits(position))
    }

    /// The columns and the directory of the keys as they stand.
    private func index(_ permutation: Permutation) -> SortedIndex {
        let columns = permutation.columns
        return SortedIndex(
            permutation, directory: directory(columns[0]), second: column(columns[1]), third: column(columns[2]),
            fourth: columns.count > 3 ? column(columns[3]) : [])
    }

    private func column(_ position: QuadPosition) -> [TermID] {
        let bits = layout.bits(position)
        let (shift, mask) = (Key(bits.lowerBound), Key(1) << Key(bits.count) - 1)
        let (keys, layout) = (keys.span, layout)
        return unsafe [TermID](unsafeUninitializedCapacity: keys.count) { buffer, count in
            for index in keys.indices {
                let number = Int(truncatingIfNeeded: keys[index] &>> shift & mask)
                // Safe: the buffer has room for as many ids as there are keys.
                unsafe (buffer.baseAddress.unsafelyUnwrapped + index).initialize(to: layout.id(position, number))
            }
            count = keys.count
        }
    }

    /// Where each leading number begins: over all terms, or, where few of them occur, over those only.
    private func directory(_ position: QuadPosition) -> RowDirectory {
        let bits = layout.bits(position)
        let (shift, mask) = (Key(bits.lowerBound), Key(1) << Key(bits.count) - 1)
        let keys = keys.span
        func number(_ index: Int) -> Int { Int(truncatingIfNeeded: keys[index] &>> shift & mask) }

        let isNumbered = position == .subject || position == .object
        let largest = keys.isEmpty ? -1 : number(keys.count - 1)
        if isNumbered, largest <= keys.count * 4 {
            var starts = [UInt32](repeating: 0, count: largest + 2)
            for index in keys.indices { starts[number(index) + 1] += 1 }
            for place in 1..<starts.count { starts[place] += starts[place - 1] }
            return RowDirectory(keys: nil, numbers: layout.numbers, starts: starts)
        }
        var (ids, starts, last) = ([TermID](), [UInt32](), -1)
        for index in keys.indices where number(index) != last {
            last = number(index)
            ids.append(layout.id(position, last))
            starts.append(UInt32(index))
        }
        starts.append(UInt32(keys.count))
        return RowDirectory(keys: ids, numbers: layout.numbers, starts: starts)
    }
}
