internal import TripleStore

/// What stands in a position of a scan: a term, or the slot that is bound or compared.
enum PlanTerm: Hashable, Sendable {
    case constant(TermID)
    case slot(Slot)

    /// The slot, if it is one.
    var slot: Slot? {
        if case .slot(let slot) = self { slot } else { nil }
    }

    /// The term, if it is one.
    var constant: TermID? {
        if case .constant(let id) = self { id } else { nil }
    }
}

/// The graph that a pattern is matched against.
enum ActiveGraph: Hashable, Sendable {
    /// The default graph of the query's dataset.
    case defaultGraph
    /// One named graph.
    case named(TermID)
    /// Each named graph of the dataset, whose name a slot takes.
    case variable(Slot)

    /// The slot, if it is one.
    var slot: Slot? {
        if case .variable(let slot) = self { slot } else { nil }
    }
}

/// A triple pattern with the graph that it is matched against.
struct QuadScan: Hashable, Sendable {
    var subject: PlanTerm
    var predicate: PlanTerm
    var object: PlanTerm
    var graph: ActiveGraph

    /// Subject, predicate and object.
    var terms: [PlanTerm] { [subject, predicate, object] }

    /// Its terms as the store is asked for them, with any term in the places of slots.
    var pattern: IDPattern {
        IDPattern(
            subject: subject.constant ?? .undefined, predicate: predicate.constant ?? .undefined,
            object: object.constant ?? .undefined)
    }

    /// Whether one of its terms is none of the store, so that nothing matches.
    var hasComputedTerm: Bool { terms.contains { $0.constant?.isComputed ?? false } }

    /// The slots that it binds.
    var slots: SlotSet { SlotSet(terms.compactMap(\.slot) + [graph.slot].compactMap { $0 }) }
}
