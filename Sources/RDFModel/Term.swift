/// Anything that can stand in a triple.
///
/// Equality is RDF term equality; values are compared by `XSDValues`.
/// - Spec: <https://www.w3.org/TR/rdf12-concepts/#section-triples>
public enum Term: Hashable, Sendable, CustomStringConvertible {
    /// A named thing.
    case iri(IRI)
    /// A thing without a name.
    case blankNode(BlankNode)
    /// A value.
    case literal(Literal)
    /// A triple spoken of, not asserted (RDF 1.2).
    indirect case tripleTerm(Triple)

    /// The term as N-Triples write it, but for escapes.
    public var description: String {
        switch self {
        case .iri(let iri): iri.description
        case .blankNode(let node): node.description
        case .literal(let literal): literal.description
        case .tripleTerm(let triple): "<<( \(triple.subject) \(triple.predicate) \(triple.object) )>>"
        }
    }

    /// Whether the term may be the subject of a triple: an IRI or a blank node.
    public var isResource: Bool {
        switch self {
        case .iri, .blankNode: true
        case .literal, .tripleTerm: false
        }
    }
}

/// A statement: a subject has a predicate whose value is an object.
public struct Triple: Hashable, Sendable, CustomStringConvertible {
    /// What the statement is about: an IRI or a blank node.
    public let subject: Term
    /// The property.
    public let predicate: IRI
    /// The value.
    public let object: Term

    /// A statement.
    /// - Precondition: the subject is an IRI or a blank node.
    public init(_ subject: Term, _ predicate: IRI, _ object: Term) {
        precondition(subject.isResource, "the subject of a triple is an IRI or a blank node")
        self.subject = subject
        self.predicate = predicate
        self.object = object
    }

    /// The statement as N-Triples write it, but for escapes.
    public var description: String { "\(subject) \(predicate) \(object) ." }
}

/// The name of a graph in a dataset.
/// - Spec: <https://www.w3.org/TR/rdf11-concepts/#section-dataset>
public enum GraphName: Hashable, Sendable {
    /// The graph without a name.
    case defaultGraph
    /// A graph named by an IRI.
    case iri(IRI)
    /// A graph named by a blank node.
    case blankNode(BlankNode)

    /// The name as a term; `nil` for the default graph.
    public var term: Term? {
        switch self {
        case .defaultGraph: nil
        case .iri(let iri): .iri(iri)
        case .blankNode(let node): .blankNode(node)
        }
    }
}

/// A statement in a graph of a dataset.
public struct Quad: Hashable, Sendable, CustomStringConvertible {
    /// The statement.
    public let triple: Triple
    /// The graph in which it stands.
    public let graph: GraphName

    /// A statement in a graph, the default one where none is named.
    public init(_ triple: Triple, in graph: GraphName = .defaultGraph) {
        self.triple = triple
        self.graph = graph
    }

    /// The subject of the statement.
    public var subject: Term { triple.subject }
    /// The property of the statement.
    public var predicate: IRI { triple.predicate }
    /// The value of the statement.
    public var object: Term { triple.object }

    /// The statement as N-Quads write it, but for escapes.
    public var description: String {
        guard let name = graph.term else { return triple.description }
        return "\(triple.subject) \(triple.predicate) \(triple.object) \(name) ."
    }
}
