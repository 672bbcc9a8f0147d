internal import RDFModel

extension TermText {
    /// `PathAlternative`
    func text(_ path: PropertyPath) -> String { path.alternatives.map(sequence).joined(separator: "|") }

    /// `PathSequence`; it is read from the left.
    private func sequence(_ path: PropertyPath) -> String {
        var steps: [String] = []
        var rest = path
        while case .sequence(let first, let last) = rest {
            steps.append(step(last))
            rest = first
        }
        steps.append(step(rest))
        return steps.reversed().joined(separator: "/")
    }

    /// `PathEltOrInverse`
    private func step(_ path: PropertyPath) -> String {
        if case .inverse(let inner) = path { "^" + element(inner) } else { element(path) }
    }

    /// `PathElt`
    private func element(_ path: PropertyPath) -> String {
        switch path {
        case .zeroOrMore(let inner): primary(inner) + "*"
        case .oneOrMore(let inner): primary(inner) + "+"
        case .zeroOrOne(let inner): primary(inner) + "?"
        default: primary(path)
        }
    }

    /// `PathPrimary`
    private func primary(_ path: PropertyPath) -> String {
        switch path {
        case .iri(let iri): return property(iri)
        case .negatedPropertySet(let forward, let inverse):
            return "!(" + (forward.map(property) + inverse.map { "^" + property($0) }).joined(separator: "|") + ")"
        default: return "(" + text(path) + ")"
        }
    }

    private func property(_ iri: IRI) -> String { iri == RDF.type ? "a" : text(iri) }
}
