/// The statements of named graphs, in eight orders: four with the graph first, four with it last.
///
/// A store without named graphs has none of it and pays nothing for a graph column.
struct NamedGraphs: Sendable {
    /// `gspo gpso gpos gosp`
    let byGraph: IndexSet
    /// `spog psog posg ospg`
    let anyGraph: IndexSet

    /// The graphs that hold statements, in order.
    var graphs: [TermID] {
        let directory = byGraph.spo.directory
        return (0..<directory.count).compactMap { place in
            directory.starts[place] < directory.starts[place + 1] ? directory.id(at: place) : nil
        }
    }

    /// The bytes they take.
    var memory: Int { byGraph.memory + anyGraph.memory }

    /// No statements.
    static let none = IndexBuilder.named(
        RowChunks(), Renumbering(dense: DenseNumbers(TermDictionary()), numbers: []))
}
