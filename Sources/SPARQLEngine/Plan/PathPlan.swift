internal import RDFModel
internal import SPARQLAlgebra
internal import TripleStore

/// A property path whose properties are ids.
indirect enum PathPlan: Hashable, Sendable {
    case step(TermID)
    case inverse(PathPlan)
    case sequence(PathPlan, PathPlan)
    case alternative(PathPlan, PathPlan)
    case zeroOrMore(PathPlan)
    case oneOrMore(PathPlan)
    case zeroOrOne(PathPlan)
    /// `nil` in a direction takes no step that way.
    case negatedSet(forward: [TermID]?, inverse: [TermID]?)

    /// The path walked from its end to its beginning.
    var reversed: PathPlan {
        switch self {
        case .step: .inverse(self)
        case .inverse(let path): path
        case .sequence(let first, let second): .sequence(second.reversed, first.reversed)
        case .alternative(let first, let second): .alternative(first.reversed, second.reversed)
        case .zeroOrMore(let path): .zeroOrMore(path.reversed)
        case .oneOrMore(let path): .oneOrMore(path.reversed)
        case .zeroOrOne(let path): .zeroOrOne(path.reversed)
        case .negatedSet(let forward, let inverse): .negatedSet(forward: inverse, inverse: forward)
        }
    }

    /// Whether a node reaches itself without a step.
    var matchesEmpty: Bool {
        switch self {
        case .step, .negatedSet: false
        case .inverse(let path), .oneOrMore(let path): path.matchesEmpty
        case .sequence(let first, let second): first.matchesEmpty && second.matchesEmpty
        case .alternative(let first, let second): first.matchesEmpty || second.matchesEmpty
        case .zeroOrMore, .zeroOrOne: true
        }
    }
}

/// Two nodes that a path connects, in a graph.
struct PathScan: Hashable, Sendable {
    var subject: PlanTerm
    var path: PathPlan
    var object: PlanTerm
    var graph: ActiveGraph

    /// The slots that it binds.
    var slots: SlotSet { SlotSet([subject.slot, object.slot, graph.slot].compactMap { $0 }) }
}
