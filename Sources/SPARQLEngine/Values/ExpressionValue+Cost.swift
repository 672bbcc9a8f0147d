internal import XSDValues

extension ExpressionValue {
    /// What reading, writing or comparing the value takes, in rows: nothing for what is as short as most values are.
    var cost: Int {
        switch self {
        case .string(let text), .iri(let text), .languageString(let text, _, _):
            return text.utf8.count / LimitGuard.bytesPerRow
        case .number(let number):
            let limbs = number.limbCount
            return Self.cost(limbs, limbs)
        case .boolean, .blankNode, .temporal, .duration, .opaque, .tripleTerm: return 0
        }
    }

    /// What an operation on two values takes.
    static func cost(_ left: ExpressionValue?, _ right: ExpressionValue?) -> Int {
        guard case .number(let left)? = left, case .number(let right)? = right else { return 0 }
        return cost(left.limbCount, right.limbCount)
    }

    /// Long numbers are multiplied, read and written in steps as many as the product of their lengths.
    private static func cost(_ left: Int, _ right: Int) -> Int { left &* right / 16 }
}
