/// How two values stand to each other where not every two can be compared.
public enum ValueOrder: Hashable, Sendable {
    /// The left is less than the right.
    case less
    /// Both are the same value.
    case equal
    /// The left is greater than the right.
    case greater
    /// Neither: NaN and a number, or times of which only one says its zone and that are less than 14 hours apart.
    case incomparable

    init<Value: Comparable>(_ left: Value, _ right: Value) {
        self = left < right ? .less : left == right ? .equal : left > right ? .greater : .incomparable
    }

    /// The order of the same two with their places exchanged.
    public var reversed: ValueOrder {
        switch self {
        case .less: .greater
        case .greater: .less
        case .equal, .incomparable: self
        }
    }
}

extension NumericValue {
    /// Compares by value, after promotion; NaN is incomparable, also with itself.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-numeric-equal>
    public func order(to other: NumericValue) -> ValueOrder {
        switch PromotedPair(self, other) {
        case .integers(let left, let right): ValueOrder(left, right)
        case .decimals(let left, let right): ValueOrder(left, right)
        case .floats(let left, let right): ValueOrder(left, right)
        case .doubles(let left, let right): ValueOrder(left, right)
        }
    }
}
