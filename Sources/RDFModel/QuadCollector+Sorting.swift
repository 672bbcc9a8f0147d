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
            StatementPlaces(
                graph: graph.map { places[Int($0.rawValue)] } ?? 0, subject: places[Int(subject.rawValue)],
                predicate: places[Int(predicate.rawValue)], object: places[Int(object.rawValue)])
        }
        statements.sort()
        var last: StatementPlaces?
        return statements.compactMap { statement in
            defer { last = statement }
            guard statement != last else { return nil }
            func term(_ place: UInt32) -> Term { terms[order[Int(place) - 1]] }
            return Quad(
                term(statement.subject), term(statement.predicate), term(statement.object),
                in: statement.graph == 0 ? nil : term(statement.graph))
        }
    }
}

/// A statement as the places of its terms in an order of terms, from 1; no graph has the place zero.
@frozen
package struct StatementPlaces: Comparable, BitwiseCopyable, Sendable {
    package var graph: UInt32
    package var subject: UInt32
    package var predicate: UInt32
    package var object: UInt32

    @inlinable
    package init(graph: UInt32, subject: UInt32, predicate: UInt32, object: UInt32) {
        (self.graph, self.subject, self.predicate, self.object) = (graph, subject, predicate, object)
    }

    /// By graph, subject, predicate, object.
    @inlinable
    package static func < (left: StatementPlaces, right: StatementPlaces) -> Bool {
        let (one, other) = (
            UInt64(left.graph) << 32 | UInt64(left.subject), UInt64(right.graph) << 32 | UInt64(right.subject)
        )
        if one != other { return one < other }
        return UInt64(left.predicate) << 32 | UInt64(left.object)
            < UInt64(right.predicate) << 32 | UInt64(right.object)
    }

    @inlinable
    package static func == (left: StatementPlaces, right: StatementPlaces) -> Bool {
        left.graph == right.graph && left.subject == right.subject && left.predicate == right.predicate
            && left.object == right.object
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
