public import RDFModel

/// What changed about one subject.
public struct EntityDifference: Sendable {
    /// Whether the subject is in both datasets.
    public enum Change: String, Sendable, Hashable {
        /// The old dataset says nothing about it.
        case added
        /// The new dataset says nothing about it.
        case removed
        /// Both say something about it.
        case changed
    }

    /// The values of a property in a graph that came and went.
    public struct Property: Sendable {
        /// The graph.
        public let graph: GraphName
        /// The property.
        public let predicate: IRI
        /// The values that are no more, sorted.
        public internal(set) var removed: [Term] = []
        /// The values that are new, sorted.
        public internal(set) var added: [Term] = []
    }

    /// The subject.
    public let subject: Term
    /// Whether the subject is in both datasets.
    public let change: Change
    /// The properties that changed, by graph, `rdf:type` first, then by IRI.
    public let properties: [Property]
}

extension DatasetDifference {
    /// The difference, entity by entity, in the order of terms.
    /// - Complexity: O(*n*) in the statements of the datasets, and O(*m* log *m*) in those of the difference.
    public func entities() -> [EntityDifference] {
        var bySubject: [Term: (removed: [Quad], added: [Quad])] = [:]
        for quad in removed { bySubject[quad.subject, default: ([], [])].removed.append(quad) }
        for quad in added { bySubject[quad.subject, default: ([], [])].added.append(quad) }
        let subjects = Set(bySubject.keys)
        let inOld = Set(statements(of: .old, about: subjects).map(\.subject))
        let inNew = Set(statements(of: .new, about: subjects).map(\.subject))
        return subjects.sorted().compactMap { subject in
            guard let (removed, added) = bySubject[subject] else { return nil }
            let change: EntityDifference.Change =
                !inOld.contains(subject) ? .added : inNew.contains(subject) ? .changed : .removed
            return EntityDifference(
                subject: subject, change: change, properties: EntityDifference.properties(removed, added))
        }
    }
}

extension EntityDifference {
    private struct Place: Hashable, Comparable {
        let graph: GraphName
        let predicate: IRI

        static func < (left: Place, right: Place) -> Bool {
            if left.graph != right.graph { return left.graph < right.graph }
            if (left.predicate == RDF.type) != (right.predicate == RDF.type) { return left.predicate == RDF.type }
            return left.predicate < right.predicate
        }
    }

    /// Quads of one subject, by graph and predicate; quads come sorted, and so do the values.
    fileprivate static func properties(_ removed: [Quad], _ added: [Quad]) -> [Property] {
        var properties: [Place: Property] = [:]
        func change(_ quad: Quad, _ append: (inout Property) -> Void) {
            let place = Place(graph: quad.graph, predicate: quad.predicate)
            append(&properties[place, default: Property(graph: quad.graph, predicate: quad.predicate)])
        }
        for quad in removed { change(quad) { $0.removed.append(quad.object) } }
        for quad in added { change(quad) { $0.added.append(quad.object) } }
        return properties.sorted { $0.key < $1.key }.map(\.value)
    }
}
