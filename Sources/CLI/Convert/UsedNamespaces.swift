internal import RDFModel

/// Which of some prefixes are of use to statements.
struct UsedNamespaces {
    private var unused: [(name: String, namespace: IRI)]
    private var used: Set<String> = []
    private var seen: Set<IRI> = []
    private let all: [(name: String, namespace: IRI)]

    /// Prefixes of which none has been used.
    init(_ prefixes: PrefixMap) {
        all = prefixes.pairs
        unused = all
    }

    /// The prefixes that some IRI begins with, in their order.
    var pairs: [(name: String, namespace: IRI)] { all.filter { used.contains($0.name) } }

    /// Looks at the IRIs of a statement.
    /// - Complexity: a comparison with each prefix not used yet, for each IRI not seen yet.
    mutating func note(_ quad: Quad) {
        guard !unused.isEmpty else { return }
        note(quad.triple)
        if let name = quad.graph.term { note(name) }
    }

    private mutating func note(_ triple: Triple) {
        note(triple.subject)
        note(triple.predicate)
        note(triple.object)
    }

    private mutating func note(_ term: Term) {
        switch term {
        case .iri(let iri): note(iri)
        case .literal(let literal):
            if case .typed(let datatype) = literal.kind { note(datatype) }
        case .tripleTerm(let triple): note(triple)
        case .blankNode: break
        }
    }

    private mutating func note(_ iri: IRI) {
        guard !unused.isEmpty, seen.insert(iri).inserted else { return }
        unused.removeAll { name, namespace in
            guard iri.string.utf8.starts(with: namespace.string.utf8) else { return false }
            used.insert(name)
            return true
        }
    }
}
