internal import RDFModel

/// A triple pattern, or two nodes and the path between them.
enum TripleOrPath {
    case triple(TriplePattern)
    case path(TermPattern, PropertyPath, TermPattern)

    /// The patterns that a path between two nodes means: what triple patterns can say becomes triple patterns.
    /// - Parameter makeStep: a variable for the node between two steps.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#sparqlTranslatePathExpressions>
    static func translating(
        _ subject: TermPattern, _ path: PropertyPath, _ object: TermPattern, makeStep: () -> Variable
    ) -> [TripleOrPath] {
        switch path {
        case .iri(let iri): return [.triple(TriplePattern(subject, .term(.iri(iri)), object))]
        case .inverse(let inner): return translating(object, inner, subject, makeStep: makeStep)
        case .sequence(let first, let second):
            let step = TermPattern.variable(makeStep())
            return translating(subject, first, step, makeStep: makeStep)
                + translating(step, second, object, makeStep: makeStep)
        case .alternative, .zeroOrMore, .oneOrMore, .zeroOrOne, .negatedPropertySet:
            return [.path(subject, path, object)]
        }
    }
}
