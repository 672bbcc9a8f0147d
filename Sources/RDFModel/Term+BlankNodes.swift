extension Term {
    /// The term with its blank nodes, also those inside triple terms, exchanged for others.
    public func renamingBlankNodes(_ rename: (BlankNode) -> BlankNode) -> Term {
        switch self {
        case .iri, .literal: self
        case .blankNode(let node): .blankNode(rename(node))
        case .tripleTerm(let triple): .tripleTerm(triple.renamingBlankNodes(rename))
        }
    }
}

extension Triple {
    /// The triple with its blank nodes exchanged for others.
    public func renamingBlankNodes(_ rename: (BlankNode) -> BlankNode) -> Triple {
        Triple(subject.renamingBlankNodes(rename), predicate, object.renamingBlankNodes(rename))
    }
}

extension Quad {
    /// The quad with its blank nodes, that of the graph's name included, exchanged for others.
    public func renamingBlankNodes(_ rename: (BlankNode) -> BlankNode) -> Quad {
        let name: GraphName = if case .blankNode(let node) = graph { .blankNode(rename(node)) } else { graph }
        return Quad(triple.renamingBlankNodes(rename), in: name)
    }
}
