extension StoreSnapshot {
    /// The snapshot after some changes.
    ///
    /// The part that does not change, default graph or named graphs, is shared with this snapshot; the other is sorted
    /// again.
    func applying(_ changes: borrowing StatementChanges, dictionary: TermDictionary) throws(StoreError) -> StoreSnapshot
    {
        let numbers = Renumbering(dense: DenseNumbers(dictionary), numbers: [])
        var triples = triples
        if changes.touchesDefaultGraph {
            var rows = RowChunks<TripleRow>()
            if !changes.clearsDefaultGraph {
                forEachTriple { row in
                    let quad = QuadRow(row, in: .undefined)
                    if !changes.deleted.contains(quad) { rows.append(row) }
                }
            }
            for row in changes.inserted where !row.graph.isDefined { rows.append(row.triple) }
            guard rows.count < Int(UInt32.max) else { throw .tooManyStatements }
            triples = IndexBuilder.triples(rows, numbers)
        }
        var named = named
        if changes.touchesNamedGraphs {
            var rows = RowChunks<QuadRow>()
            if !changes.clearsNamedGraphs {
                forEachNamedQuad { row in
                    if !changes.clearedGraphs.contains(row.graph), !changes.deleted.contains(row) { rows.append(row) }
                }
            }
            for row in changes.inserted where row.graph.isDefined { rows.append(row) }
            guard rows.count < Int(UInt32.max) else { throw .tooManyStatements }
            named = rows.count == 0 ? nil : IndexBuilder.named(rows, numbers)
        }
        return StoreSnapshot(dictionary: dictionary, triples: triples, named: named)
    }

    /// Gives the statements of the default graph to a function, in the order of subjects.
    func forEachTriple(_ body: (TripleRow) -> Void) {
        let (index, rows) = (triples.spo, triples.spo.count)
        var row = 0
        for place in 0..<index.directory.count where row < rows {
            let end = Int(index.directory.starts[place + 1])
            guard end > row else { continue }
            let subject = index.directory.id(at: place)
            while row < end {
                body(TripleRow(subject: subject, predicate: index.second[row], object: index.third[row]))
                row += 1
            }
        }
    }

    /// Gives the statements of named graphs to a function, graph by graph.
    func forEachNamedQuad(_ body: (QuadRow) -> Void) {
        guard let index = named?.byGraph.spo else { return }
        for place in 0..<index.directory.count {
            let graph = index.directory.id(at: place)
            for row in index.directory.rows(graph) {
                body(
                    QuadRow(
                        subject: index.second[row], predicate: index.third[row], object: index.fourth[row],
                        graph: graph))
            }
        }
    }
}

extension QuadRow {
    init(_ triple: TripleRow, in graph: TermID) {
        self.init(subject: triple.subject, predicate: triple.predicate, object: triple.object, graph: graph)
    }

    var triple: TripleRow { TripleRow(subject: subject, predicate: predicate, object: object) }
}
