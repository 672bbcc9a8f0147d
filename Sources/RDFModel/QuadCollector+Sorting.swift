extension QuadCollector {
    /// The quads in their order by code points, each once.
    ///
    /// The terms are sorted once, and the statements by the places of their terms: a term is not compared again for
    /// each of its statements.
    /// - Complexity: O(*n* log *n*) in comparisons of four numbers.
    public func sortedQuads() -> [Quad] {
        let terms = termsWithFreshLabels()
        let order = terms.indices.sorted { terms[$0] < terms[$1] }
        var places = [UInt32](repeating: 0, count: terms.count)
        // No graph, which is before all others, has the place zero.
        for (place, index) in order.enumerated() { places[index] = UInt32(place + 1) }
        var statements = collected.map { subject, predicate, object, graph in
            Statement(
                graph: graph.map { places[Int($0.rawValue)] } ?? 0, subject: places[Int(subject.rawValue)],
                predicate: places[Int(predicate.rawValue)], object: places[Int(object.rawValue)])
        }
        statements.sort()
        var last: Statement?
        return statements.compactMap { statement in
            defer { last = statement }
            guard statement != last else { return nil }
            func term(_ place: UInt32) -> Term { terms[order[Int(place) - 1]] }
            return Quad(
                term(statement.subject), term(statement.predicate), term(statement.object),
                in: statement.graph == 0 ? nil : term(statement.graph))
        }
    }

    /// A statement of places of terms.
    private struct Statement: Comparable {
        let graph: UInt32
        let subject: UInt32
        let predicate: UInt32
        let object: UInt32

        static func < (left: Statement, right: Statement) -> Bool {
            if left.graph != right.graph { return left.graph < right.graph }
            if left.subject != right.subject { return left.subject < right.subject }
            if left.predicate != right.predicate { return left.predicate < right.predicate }
            return left.object < right.object
        }
    }
}

extension Sequence<Quad> {
    /// The quads in their order by code points, each once.
    /// - Complexity: O(*n*) where they come in this order, else O(*n* log *n*).
    public func sortedAndDistinct() -> [Quad] {
        let quads = Array(self)
        let isSorted = zip(quads, quads.dropFirst()).allSatisfy { $0 < $1 }
        return isSorted ? quads : Set(quads).sorted()
    }
}
