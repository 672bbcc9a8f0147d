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

    /// The path without repetitions of repetitions, which reach the same nodes: `((p*)*)?` is `p*`.
    ///
    /// Inside of a repetition alternatives, options and repetitions are sets of nodes, so `(p?|q*)+` is `(p|q)*`.
    var simplified: PathPlan {
        switch self {
        case .step, .negatedSet: return self
        case .inverse(let path):
            let inner = path.simplified
            if case .inverse(let twice) = inner { return twice }
            return .inverse(inner)
        case .sequence(let first, let second): return .sequence(first.simplified, second.simplified)
        case .alternative(let first, let second): return .alternative(first.simplified, second.simplified)
        case .zeroOrMore(let path): return Self.repeated(path.simplified.repeatable, orNone: true)
        case .oneOrMore(let path):
            let inner = path.simplified
            // What may take no step takes as many as one likes.
            return Self.repeated(inner.repeatable, orNone: inner.matchesEmpty)
        case .zeroOrOne(let path):
            let inner = path.simplified
            switch inner {
            case .zeroOrMore, .zeroOrOne: return inner
            case .oneOrMore(let repeated): return .zeroOrMore(repeated)
            default: return .zeroOrOne(inner)
            }
        }
    }

    private static func repeated(_ path: PathPlan, orNone: Bool) -> PathPlan {
        orNone ? .zeroOrMore(path) : .oneOrMore(path)
    }

    /// A path that reaches the same when it is repeated, where it may take no step as well.
    private var repeatable: PathPlan {
        switch self {
        case .zeroOrMore(let path), .oneOrMore(let path), .zeroOrOne(let path): path.repeatable
        case .alternative(let first, let second): .alternative(first.repeatable, second.repeatable)
        // Where either may take no step, so may both take theirs alone.
        case .sequence(let first, let second) where first.matchesEmpty && second.matchesEmpty:
            .alternative(first.repeatable, second.repeatable)
        default: self
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
