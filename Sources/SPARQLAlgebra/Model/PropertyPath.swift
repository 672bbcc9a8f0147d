public import RDFModel

/// A way through a graph from one node to another.
///
/// Paths that triple patterns can say are translated away (§18.2.2.4), so that in the algebra a path at the top is an
/// alternative, a repetition or a negated set; within these any form occurs.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#propertypaths>
public indirect enum PropertyPath: Hashable, Sendable {
    /// One step along a property.
    case iri(IRI)
    /// The path backwards: `^p`
    case inverse(PropertyPath)
    /// One path, then the other: `p/q`
    case sequence(PropertyPath, PropertyPath)
    /// Either path: `p|q`
    case alternative(PropertyPath, PropertyPath)
    /// Any number of times, none included: `p*`
    case zeroOrMore(PropertyPath)
    /// Once or more: `p+`
    case oneOrMore(PropertyPath)
    /// Once or not at all: `p?`
    case zeroOrOne(PropertyPath)
    /// One step along a property that is not listed, forward or backward: `!(p|^q)`.
    ///
    /// A direction with an empty list takes no step, unless both are empty: `!()` is any step forward.
    case negatedPropertySet(forward: [IRI], inverse: [IRI])

    /// The path with its direct parts exchanged.
    public func mapChildren<E: Error>(_ transform: (PropertyPath) throws(E) -> PropertyPath) throws(E) -> PropertyPath {
        switch self {
        case .iri, .negatedPropertySet: self
        case .inverse(let path): .inverse(try transform(path))
        case .sequence(let first, let second): .sequence(try transform(first), try transform(second))
        case .alternative(let first, let second): .alternative(try transform(first), try transform(second))
        case .zeroOrMore(let path): .zeroOrMore(try transform(path))
        case .oneOrMore(let path): .oneOrMore(try transform(path))
        case .zeroOrOne(let path): .zeroOrOne(try transform(path))
        }
    }
}
