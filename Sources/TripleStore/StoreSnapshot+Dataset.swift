extension StoreSnapshot {
    /// The dataset that FROM and FROM NAMED describe: some graphs merged into the default graph, some named ones.
    ///
    /// Terms and ids are those of this snapshot.
    ///
    /// - Parameters:
    ///   - defaultGraphs: The graphs whose merge is the default graph; ``TermID/undefined`` is this snapshot's.
    ///   - namedGraphs: The named graphs to keep; `nil` keeps all.
    /// - Complexity: O(*n*) in the statements of the graphs; nothing is copied of what stays as it is.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#specifyingDataset>
    public func dataset(defaultGraphs: [TermID], namedGraphs: [TermID]?) -> StoreSnapshot {
        let numbers = Renumbering(dense: DenseNumbers(dictionary), numbers: [])
        var merged = triples
        if defaultGraphs != [.undefined] {
            let wanted = Set(defaultGraphs)
            var rows = RowChunks<TripleRow>()
            if wanted.contains(.undefined) { forEachTriple { rows.append($0) } }
            forEachNamedQuad { if wanted.contains($0.graph) { rows.append($0.triple) } }
            merged = IndexBuilder.triples(rows, numbers)
        }
        var kept = named
        if let namedGraphs {
            let wanted = Set(namedGraphs)
            var rows = RowChunks<QuadRow>()
            forEachNamedQuad { if wanted.contains($0.graph) { rows.append($0) } }
            kept = rows.count == 0 ? nil : IndexBuilder.named(rows, numbers)
        }
        return StoreSnapshot(dictionary: dictionary, triples: merged, named: kept, wordIndex: wordIndex)
    }

    /// The dataset whose default graph is the union of all graphs of this one; named graphs stay.
    /// - Complexity: O(*n*).
    public func unionDefaultGraph() -> StoreSnapshot {
        named == nil ? self : dataset(defaultGraphs: [.undefined] + graphs, namedGraphs: nil)
    }
}
