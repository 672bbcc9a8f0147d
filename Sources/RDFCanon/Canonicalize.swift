public import RDFModel

/// The canonical form of a dataset: the same for any two that differ in the names of blank nodes, in order or in
/// duplicates only.
///
/// Blank nodes inside triple terms are named too, which RDFC-1.0 leaves open.
/// - Throws: ``CanonicalizationError`` where the blank nodes cannot be told apart in the steps that are allowed.
/// - Complexity: O(*n* log *n*) where the quads around each blank node differ; else up to the work limit.
/// - Spec: <https://www.w3.org/TR/rdf-canon/#canon-algorithm>
public func canonicalize(
    _ quads: [Quad], options: CanonicalizationOptions = CanonicalizationOptions()
) throws(CanonicalizationError) -> CanonicalDataset {
    var lines = LineArena()
    var blankQuads: [Quad] = []
    var seen: Set<Quad> = []
    for quad in quads {
        guard quad.mentionsBlankNode else {
            lines.append { CanonicalNQuads.append(quad, to: &$0) }
            continue
        }
        if seen.insert(quad).inserted { blankQuads.append(quad) }
    }
    // 1, 2
    var state = CanonicalizationState(
        blankQuads, algorithm: options.algorithm, workLimit: options.workLimit ?? 1_000_000 + 100 * quads.count)
    // 3–5
    try state.issueIdentifiers()
    // 6, 7
    for quad in state.quads {
        lines.append { bytes in quad.append(to: &bytes) { state.canonical.append($0, to: &$1) } }
    }
    return CanonicalDataset(
        bytes: lines.sortedDistinct(), blankNodes: state.canonical.nodes.map { state.nodes[$0] }, source: quads)
}

extension Quad {
    /// Whether a blank node stands anywhere in the quad.
    var mentionsBlankNode: Bool {
        if case .blankNode = graph { return true }
        return triple.mentionsBlankNode
    }
}

extension Triple {
    fileprivate var mentionsBlankNode: Bool {
        if case .blankNode = subject { return true }
        return switch object {
        case .iri, .literal: false
        case .blankNode: true
        case .tripleTerm(let triple): triple.mentionsBlankNode
        }
    }
}
