// Associative operators are built as balanced trees, so that the depth of a tree grows with the logarithm of the length
// of a chain: queries made by programs have thousands of `||` and UNION.

/// Combines the parts by halves, in their order; `nil` where there is none.
func balanced<Part>(_ parts: ArraySlice<Part>, _ combine: (Part, Part) -> Part) -> Part? {
    guard let first = parts.first else { return nil }
    guard parts.count > 1 else { return first }
    // The left half takes the odd one, so that three parts nest as the specification's two steps do.
    let middle = parts.startIndex + (parts.count + 1) / 2
    guard let left = balanced(parts[..<middle], combine), let right = balanced(parts[middle...], combine) else {
        return first
    }
    return combine(left, right)
}

/// The depth of a balanced tree above its leaves.
func balancedDepth(leaves: Int) -> Int { leaves <= 1 ? 0 : Int.bitWidth - (leaves - 1).leadingZeroBitCount }

extension Expression {
    /// The operands of a chain of `&&`, in order.
    public var conjuncts: [Expression] {
        if case .and(let left, let right) = self { left.conjuncts + right.conjuncts } else { [self] }
    }

    /// The operands of a chain of `||`, in order.
    public var disjuncts: [Expression] {
        if case .or(let left, let right) = self { left.disjuncts + right.disjuncts } else { [self] }
    }

    /// All of the parts joined by `&&`; `nil` where there is none.
    public static func conjunction(_ parts: [Expression]) -> Expression? {
        balanced(parts.flatMap(\.conjuncts)[...], Expression.and)
    }

    /// All of the parts joined by `||`; `nil` where there is none.
    public static func disjunction(_ parts: [Expression]) -> Expression? {
        balanced(parts.flatMap(\.disjuncts)[...], Expression.or)
    }
}

extension Algebra {
    /// The operands of a chain of unions, in order.
    public var unionBranches: [Algebra] {
        if case .union(let left, let right) = self { left.unionBranches + right.unionBranches } else { [self] }
    }

    /// The union of the parts; without parts, no solution.
    public static func unionOf(_ parts: [Algebra]) -> Algebra {
        balanced(parts.flatMap(\.unionBranches)[...], Algebra.union) ?? .empty
    }
}

extension PropertyPath {
    /// The operands of a chain of `|`, in order.
    public var alternatives: [PropertyPath] {
        if case .alternative(let left, let right) = self { left.alternatives + right.alternatives } else { [self] }
    }
}
