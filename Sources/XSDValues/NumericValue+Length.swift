extension BigInteger {
    /// How many machine words the number takes.
    fileprivate var limbCount: Int {
        switch storage {
        case .small: 1
        case .large(_, let limbs): limbs.count
        }
    }
}

extension NumericValue {
    /// How many machine words the digits take, on which the cost of operations depends.
    package var limbCount: Int {
        switch self {
        case .integer(let value): value.limbCount
        case .decimal(let value): value.unscaled.limbCount
        case .float, .double: 1
        }
    }
}
