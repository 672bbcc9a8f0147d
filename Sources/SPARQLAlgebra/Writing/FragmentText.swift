public import RDFModel

/// Writes parts of queries as SPARQL does, for messages that quote them.
public struct FragmentText: Sendable {
    private let prefixes: PrefixMap

    /// A writer that shortens IRIs by prefixes.
    public init(prefixes: PrefixMap) { self.prefixes = prefixes }

    private var writer: SPARQLWriter { SPARQLWriter(prefixes) }

    /// A term.
    public func text(_ term: Term) -> String { writer.terms.text(term) }

    /// A triple pattern, without a dot.
    public func text(_ triple: TriplePattern) -> String { writer.terms.text(triple) }

    /// A path between two nodes, without a dot.
    public func text(_ subject: TermPattern, _ path: PropertyPath, _ object: TermPattern) -> String {
        "\(writer.terms.text(subject)) \(writer.terms.text(path)) \(writer.terms.text(object))"
    }

    /// An expression.
    public func text(_ expression: Expression) -> String { writer.text(expression) }
}
