internal import ByteText
internal import SPARQLAlgebra

// How deep trees are: what is planned and run calls itself once a level, and again for what it hands out. The parser
// bounds trees that come from texts; those that a program builds are bound here.

extension StackSpace {
    /// Plans of fewer levels are made and run on any thread.
    private static let shallow = 16
    /// What these take at most, in bytes.
    private static let little = 192 * 1024
    /// What all others that are allowed take at most.
    private static let much = 48 << 20

    /// Calls a function with the stack that planning takes.
    static func planning<Result, Failure: Error>(
        _ algebra: Algebra, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try providing(algebra.isWithin(shallow) ? little : much, body)
    }

    /// Calls a function with the stack that planning the patterns of an update takes.
    static func planning<Result>(_ update: Update, _ body: () throws -> Result) throws -> Result {
        let isShallow = update.operations.allSatisfy { operation in
            if case .modify(let modification) = operation { modification.pattern.isWithin(shallow) } else { true }
        }
        return try providing(isShallow ? little : much, body)
    }

    /// Calls a function with the stack that running takes.
    static func running<Result, Failure: Error>(
        isShallow: Bool, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try providing(isShallow ? little : much, body)
    }

    /// Whether a plan is run on any thread.
    static func isShallow(_ plan: PlanNode) -> Bool { plan.isWithin(shallow) }
}

extension PlanNode {
    /// How deep a plan may be after all passes: so deep may a tree be whose last owner has half a megabyte of stack.
    static let maximumDepth = 1000

    /// Whether the tree has no more than so many levels.
    func isWithin(_ levels: Int) -> Bool {
        guard levels > 0 else { return false }
        switch self {
        case .path(let path): return path.path.isWithin(levels - 1)
        case .semiJoin(_, let patterns, _):
            guard patterns.allSatisfy({ $0.isWithin(levels - 1) }) else { return false }
        default: break
        }
        return children.allSatisfy { $0.isWithin(levels - 1) } && expressions.allSatisfy { $0.isWithin(levels - 1) }
    }
}

extension ExistsPattern {
    fileprivate func isWithin(_ levels: Int) -> Bool {
        plan.isWithin(levels) && whole?.plan.isWithin(levels) ?? true
    }
}

extension PlanExpression {
    fileprivate func isWithin(_ levels: Int) -> Bool {
        guard levels > 0 else { return false }
        if case .exists(let pattern, _) = self { return pattern.isWithin(levels - 1) }
        return children.allSatisfy { $0.isWithin(levels - 1) }
    }
}

extension PathPlan {
    fileprivate func isWithin(_ levels: Int) -> Bool {
        guard levels > 0 else { return false }
        switch self {
        case .step, .negatedSet: return true
        case .inverse(let path), .zeroOrMore(let path), .oneOrMore(let path), .zeroOrOne(let path):
            return path.isWithin(levels - 1)
        case .sequence(let first, let second), .alternative(let first, let second):
            return first.isWithin(levels - 1) && second.isWithin(levels - 1)
        }
    }
}

extension Algebra {
    fileprivate func isWithin(_ levels: Int) -> Bool {
        guard levels > 0 else { return false }
        let isOwn =
            switch self {
            case .path(_, let path, _): path.isWithin(levels - 1)
            // Each condition may come to stand between two operands of a join.
            case .filter(let condition, _): condition.isWithin(levels - 2 * condition.conjunctCount)
            case .extend(_, _, let condition), .leftJoin(_, _, let condition?): condition.isWithin(levels - 1)
            case .orderBy(_, let conditions): conditions.allSatisfy { $0.expression.isWithin(levels - 1) }
            case .group(_, let aggregates, _):
                aggregates.allSatisfy { $0.aggregate.argument?.isWithin(levels - 1) ?? true }
            default: true
            }
        return isOwn && children.allSatisfy { $0.isWithin(levels - 1) }
    }
}

extension Expression {
    /// How many conditions are joined by `&&`; such chains are balanced trees.
    fileprivate var conjunctCount: Int {
        if case .and(let left, let right) = self { left.conjunctCount + right.conjunctCount } else { 1 }
    }

    fileprivate func isWithin(_ levels: Int) -> Bool {
        guard levels > 0 else { return false }
        switch self {
        case .exists(let pattern), .notExists(let pattern): return pattern.isWithin(levels - 1)
        default: return children.allSatisfy { $0.isWithin(levels - 1) }
        }
    }
}

extension PropertyPath {
    fileprivate func isWithin(_ levels: Int) -> Bool {
        guard levels > 0 else { return false }
        switch self {
        case .iri, .negatedPropertySet: return true
        case .inverse(let path), .zeroOrMore(let path), .oneOrMore(let path), .zeroOrOne(let path):
            return path.isWithin(levels - 1)
        case .sequence(let first, let second), .alternative(let first, let second):
            return first.isWithin(levels - 1) && second.isWithin(levels - 1)
        }
    }
}
