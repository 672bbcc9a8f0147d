public import RDFModel

/// What stands in a position of a triple pattern.
///
/// In patterns that are matched, blank nodes are variables (``Variable/isBlankNode``); in templates of CONSTRUCT and
/// INSERT they are terms, made anew for each solution.
public enum TermPattern: Hashable, Sendable {
    /// A variable.
    case variable(Variable)
    /// A term; a triple term that holds no variable is a term.
    case term(Term)
    /// A triple term that holds a variable, or in a template a blank node (SPARQL 1.2).
    indirect case triple(TriplePattern)

    /// The variables, in the order in which they are written, with repetition.
    public var variables: [Variable] {
        switch self {
        case .variable(let variable): [variable]
        case .term: []
        case .triple(let pattern): pattern.variables
        }
    }
}

/// A triple in which variables may stand.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#defn_TriplePattern>
public struct TriplePattern: Hashable, Sendable {
    /// The subject.
    public var subject: TermPattern
    /// The predicate: a variable or an IRI.
    public var predicate: TermPattern
    /// The object.
    public var object: TermPattern

    /// A triple pattern.
    public init(_ subject: TermPattern, _ predicate: TermPattern, _ object: TermPattern) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
    }

    /// The variables of subject, predicate and object, in this order, with repetition.
    public var variables: [Variable] { subject.variables + predicate.variables + object.variables }
}

/// The graph that GRAPH or the endpoint that SERVICE names.
public enum GraphSpecifier: Hashable, Sendable {
    /// By its IRI.
    case iri(IRI)
    /// By the value of a variable.
    case variable(Variable)

    /// The variable, if it is one.
    public var variable: Variable? {
        if case .variable(let variable) = self { variable } else { nil }
    }
}

/// A triple of an update's template, and the graph that it is for: the default graph where none is named.
public struct QuadPattern: Hashable, Sendable {
    /// The triple.
    public var triple: TriplePattern
    /// The graph; `nil` is the default graph, or the one that WITH names.
    public var graph: GraphSpecifier?

    /// A triple for a graph.
    public init(_ triple: TriplePattern, in graph: GraphSpecifier? = nil) {
        self.triple = triple
        self.graph = graph
    }
}
