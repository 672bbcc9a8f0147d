internal import ByteText

/// What a planner knows of the default graph besides the exact counts of runs.
public struct StoreStatistics: Sendable {
    /// A predicate and what its statements are like.
    public struct Predicate: Sendable, Hashable {
        /// The predicate.
        public let id: TermID
        /// How many statements have it.
        public let triples: Int
        /// How many different subjects these have.
        public let distinctSubjects: Int
        /// How many different objects these have.
        public let distinctObjects: Int
    }

    /// Every predicate that occurs, in the order of ids.
    public let predicates: [Predicate]
    /// How many statements there are.
    public let triples: Int
    /// How many different subjects there are.
    public let distinctSubjects: Int
    /// How many different objects there are.
    public let distinctObjects: Int

    /// What is known of a predicate; nothing but zeros for one that does not occur.
    /// - Complexity: O(log *p*) in the number of predicates.
    public func predicate(_ id: TermID) -> Predicate {
        let place = predicates.partitioningIndex { $0.id >= id }
        if place < predicates.count, predicates[place].id == id { return predicates[place] }
        return Predicate(id: id, triples: 0, distinctSubjects: 0, distinctObjects: 0)
    }

    /// Counts by one pass over each index.
    init(_ indexes: IndexSet) {
        triples = indexes.count
        distinctSubjects = Self.occupied(indexes.spo.directory)
        distinctObjects = Self.occupied(indexes.osp.directory)
        let (subjects, objects) = (indexes.pso, indexes.pos)
        predicates = (0..<subjects.directory.count).compactMap { place in
            let id = subjects.directory.id(at: place)
            let rows = subjects.directory.rows(id)
            guard !rows.isEmpty else { return nil }
            return Predicate(
                id: id, triples: rows.count, distinctSubjects: Self.distinct(subjects.second, rows),
                distinctObjects: Self.distinct(objects.second, objects.directory.rows(id)))
        }
    }

    private static func occupied(_ directory: RowDirectory) -> Int {
        let starts = directory.starts.span
        var count = 0
        for place in 0..<directory.count where starts[place] != starts[place + 1] { count += 1 }
        return count
    }

    private static func distinct(_ column: [TermID], _ rows: Range<Int>) -> Int {
        let ids = column.span.extracting(rows)
        var (count, last) = (0, TermID.undefined)
        for row in ids.indices where ids[row] != last {
            last = ids[row]
            count += 1
        }
        return count
    }
}
