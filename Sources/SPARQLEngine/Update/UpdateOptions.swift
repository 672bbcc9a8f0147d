public import RDFModel

/// How an update is run.
public struct UpdateOptions: Sendable {
    /// What its patterns may use, and who answers SERVICE in them.
    public var query: QueryOptions
    /// Reads the document that LOAD names; without one LOAD is refused.
    public var documentLoader: (@Sendable (IRI) throws -> [Quad])?

    /// Options; nothing is loaded where nothing is said.
    public init(query: QueryOptions = QueryOptions(), documentLoader: (@Sendable (IRI) throws -> [Quad])? = nil) {
        self.query = query
        self.documentLoader = documentLoader
    }
}

/// Why an update was not done; nothing of it was.
public enum UpdateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// LOAD is not allowed, or the document cannot be read; the text says why.
    case load(IRI, String)
    /// CREATE of a graph that is there.
    case graphExists(IRI)
    /// A graph to copy or move from that is not there.
    case noSuchGraph(IRI)

    /// What happened.
    public var description: String {
        switch self {
        case .load(let iri, let reason): "\(iri) cannot be loaded: \(reason)"
        case .graphExists(let iri): "the graph \(iri) exists"
        case .noSuchGraph(let iri): "there is no graph \(iri)"
        }
    }
}
