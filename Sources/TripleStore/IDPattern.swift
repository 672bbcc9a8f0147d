/// The graphs in which a pattern is matched.
public enum GraphScope: Hashable, Sendable {
    /// The default graph.
    case defaultGraph
    /// One named graph.
    case named(TermID)
    /// Every named graph, the name of the graph being part of each match.
    case anyNamed
}

/// A pattern of ids: ``TermID/undefined`` in a position matches any term.
@frozen
public struct IDPattern: Hashable, Sendable {
    public var subject: TermID
    public var predicate: TermID
    public var object: TermID

    /// A pattern; a position of which nothing is said is free.
    @inlinable
    public init(
        subject: TermID = .undefined, predicate: TermID = .undefined, object: TermID = .undefined
    ) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
    }
}
