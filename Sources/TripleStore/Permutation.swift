/// A position in a statement.
public enum QuadPosition: Int, Sendable, CaseIterable {
    case subject, predicate, object, graph
}

/// An order in which statements are kept, named by its columns.
///
/// | | columns | used for |
/// |---|---|---|
/// | default graph | `spo pso pos osp` | any bound positions; a bound predicate sorted by subject or by object |
/// | one named graph | `gspo gpso gpos gosp` | the same inside the graph |
/// | any named graph | `spog psog posg ospg` | the same, with the graph as the last column |
///
/// Four of the six orders of a triple give every combination of bound positions as one run, and every join on a
/// subject or an object of a bound predicate a sorted column; the two others would only sort the predicates of one
/// object, or the objects of one subject over all predicates.
public enum Permutation: Int, Sendable, CaseIterable {
    case spo, pso, pos, osp
    case gspo, gpso, gpos, gosp
    case spog, psog, posg, ospg

    /// The columns, leading one first.
    public var columns: [QuadPosition] {
        switch self {
        case .spo: [.subject, .predicate, .object]
        case .pso: [.predicate, .subject, .object]
        case .pos: [.predicate, .object, .subject]
        case .osp: [.object, .subject, .predicate]
        case .gspo: [.graph, .subject, .predicate, .object]
        case .gpso: [.graph, .predicate, .subject, .object]
        case .gpos: [.graph, .predicate, .object, .subject]
        case .gosp: [.graph, .object, .subject, .predicate]
        case .spog: [.subject, .predicate, .object, .graph]
        case .psog: [.predicate, .subject, .object, .graph]
        case .posg: [.predicate, .object, .subject, .graph]
        case .ospg: [.object, .subject, .predicate, .graph]
        }
    }
}
