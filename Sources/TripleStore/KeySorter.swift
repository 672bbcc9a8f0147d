/// Packs statements into words, sorts them, and unpacks each order into columns.
struct KeySorter<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable> {
    private let layout: KeyLayout
    /// Sorted by subject, predicate, object, graph, without duplicates.
    private var keys: [Key]
    private var scratch: [Key]

    /// Packs all rows, letting go of each piece as it is packed, and sorts them.
    init<Row: PackableRow>(_ chunks: consuming RowChunks<Row>, _ layout: KeyLayout) {
        self.layout = layout
        keys = Self.pack(chunks, layout)
        scratch = [Key](repeating: 0, count: keys.count)
        RadixSort.sort(&keys, scratch: &scratch, bits: 0..<layout.bitWidth)
        removeDuplicates()
    }

    /// All rows as words, packed on two cores.
    private static func pack<Row: PackableRow>(_ chunks: consuming RowChunks<Row>, _ layout: KeyLayout) -> [Key] {
        guard chunks.count > 0 else { return [] }
        return unsafe [Key](unsafeUninitializedCapacity: chunks.count) { keys, count in
            while true {
                let pieces = chunks.popChunks(8)
                guard !pieces.isEmpty else { return }
                let (first, second) = (pieces[..<(pieces.count / 2)], pieces[(pieces.count / 2)...])
                let (start, middle) = (count, count + first.reduce(0) { $0 + $1.count })
                // Safe: each half has room for as many keys as it has rows, of the room for all.
                nonisolated(unsafe) let keys = unsafe keys
                _ = inParallel(
                    { unsafe pack(first, layout, into: keys, from: start) },
                    { unsafe pack(second, layout, into: keys, from: middle) })
                count = middle + second.reduce(0) { $0 + $1.count }
            }
        }
    }

    /// Packs pieces of rows.
    ///
    /// Safe where `keys` has room for all of them from `start` on.
    @unsafe
    private static func pack<Row: PackableRow>(
        _ pieces: ArraySlice<[Row]>, _ layout: KeyLayout, into keys: UnsafeMutableBufferPointer<Key>, from start: Int
    ) {
        let (renumbering, dense) = (layout.renumbering, layout.renumbering.dense)
        let (predicates, graphs) = (layout.predicatePlaces.span, layout.graphPlaces.span)
        let subject = Key(layout.subjectBits.lowerBound)
        let (predicate, object) = (Key(layout.predicateBits.lowerBound), Key(layout.objectBits.lowerBound))
        var place = start
        for rows in pieces {
            let rows = rows.span
            for index in rows.indices {
                let row = rows[index]
                var key = Key(truncatingIfNeeded: renumbering.number(dense.number(row.subject))) &<< subject
                key |= Key(truncatingIfNeeded: predicates[dense.number(row.predicate)]) &<< predicate
                key |= Key(truncatingIfNeeded: renumbering.number(dense.number(row.object))) &<< object
                if Row.self == QuadRow.self { key |= Key(truncatingIfNeeded: graphs[dense.number(row.graph)]) }
                unsafe keys.initializeElement(at: place, to: key)
                place &+= 1
            }
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
        let pso = indexBy(.predicate, .pso)
        sort(.object)
        let osp = index(.osp)
        sort(.predicate)
        scratch = []
        let pos = index(.pos)
        return IndexSet(spo: spo, pso: pso, pos: pos, osp: osp)
    }

    /// An order that is one stable sort away, after which the keys stand as before.
    private mutating func indexBy(_ position: QuadPosition, _ permutation: Permutation) -> SortedIndex {
        let bits = layout.bits(position)
        if RadixSort.isOnePass(bits) {
            RadixSort.scatter(keys, into: &scratch, bits: bits)
            swap(&keys, &scratch)
            defer { swap(&keys, &scratch) }
            return index(permutation)
        }
        let saved = keys
        sort(position)
        defer { keys = saved }
        return index(permutation)
    }

    /// The eight orders of quads.
    mutating func named() -> NamedGraphs {
        let (spog, gspo) = (index(.spog), indexBy(.graph, .gspo))
        let saved = keys
        sort(.predicate)
        let (psog, gpso) = (index(.psog), indexBy(.graph, .gpso))
        keys = saved
        sort(.object)
        let (ospg, gosp) = (index(.ospg), indexBy(.graph, .gosp))
        sort(.predicate)
        let (posg, gpos) = (index(.posg), indexBy(.graph, .gpos))
        return NamedGraphs(
            byGraph: IndexSet(spo: gspo, pso: gpso, pos: gpos, osp: gosp),
            anyGraph: IndexSet(spo: spog, pso: psog, pos: posg, osp: ospg))
    }

    private mutating func sort(_ position: QuadPosition) {
        RadixSort.sort(&keys, scratch: &scratch, bits: layout.bits(position))
    }

    /// The columns and the directory of the keys as they stand.
    private func index(_ permutation: Permutation) -> SortedIndex {
        let columns = permutation.columns
        let (starts, second) = inParallel({ self.directory(columns[0]) }, { self.column(columns[1]) })
        let (third, fourth) = inParallel(
            { self.column(columns[2]) }, { columns.count > 3 ? self.column(columns[3]) : [] })
        return SortedIndex(permutation, directory: starts, second: second, third: third, fourth: fourth)
    }

    private func column(_ position: QuadPosition) -> [TermID] {
        switch position {
        case .subject, .object:
            let numbers = layout.numbers
            return column(layout.bits(position)) { numbers.id(UInt32(truncatingIfNeeded: $0)) }
        case .predicate:
            let ids = layout.predicates
            return column(layout.bits(position)) { ids[$0] }
        case .graph:
            let ids = layout.graphs
            return column(layout.bits(position)) { ids[$0] }
        }
    }

    @inline(__always)
    private func column(_ bits: Range<Int>, _ id: (Int) -> TermID) -> [TermID] {
        let (shift, mask) = (Key(bits.lowerBound), Key(1) << Key(bits.count) - 1)
        guard !keys.isEmpty else { return [] }
        let keys = keys.span
        return unsafe [TermID](unsafeUninitializedCapacity: keys.count) { buffer, count in
            for index in keys.indices {
                let number = Int(truncatingIfNeeded: keys[index] &>> shift & mask)
                // Safe: the buffer has room for as many ids as there are keys.
                unsafe (buffer.baseAddress.unsafelyUnwrapped + index).initialize(to: id(number))
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
