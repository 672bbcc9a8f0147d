public import RDFModel

/// Why an update was not done although its text is right; nothing of it was done.
public enum UpdateError: Error, CustomStringConvertible {
    /// LOAD, and no ``UpdateOptions/documents`` to load from.
    case loadRefused(IRI)
    /// LOAD of a document that cannot be read, and why.
    case load(IRI, any Error)
    /// CREATE of a graph that is there.
    case graphExists(IRI)
    /// ADD, COPY or MOVE from a graph that is not there.
    case noSuchGraph(IRI)

    /// What happened.
    public var description: String {
        switch self {
        case .loadRefused(let document): "LOAD \(document): loading is not allowed"
        case .load(let document, let error): "LOAD \(document): \(error)"
        case .graphExists(let graph): "the graph \(graph) exists already"
        case .noSuchGraph(let graph): "there is no graph \(graph)"
        }
    }
}
