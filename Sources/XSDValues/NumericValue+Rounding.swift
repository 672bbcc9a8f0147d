extension NumericValue {
    /// The number without its sign, in the same datatype.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-abs>
    public var absolute: NumericValue {
        switch self {
        case .integer(let value): .integer(value.magnitude)
        case .decimal(let value): value.isNegative ? .decimal(-value) : self
        case .float(let value): .float(value.magnitude)
        case .double(let value): .double(value.magnitude)
        }
    }

    /// The least whole number that is not less, in the same datatype.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-ceiling>
    public var ceiling: NumericValue {
        switch self {
        case .integer: self
        case .decimal(let value): .decimal(XSDDecimal(value.ceiling))
        case .float(let value): .float(Trunk.ceiling(value))
        case .double(let value): .double(Trunk.ceiling(value))
        }
    }

    /// The greatest whole number that is not greater, in the same datatype.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-floor>
    public var floor: NumericValue {
        switch self {
        case .integer: self
        case .decimal(let value): .decimal(XSDDecimal(value.floor))
        case .float(let value): .float(Trunk.floor(value))
        case .double(let value): .double(Trunk.floor(value))
        }
    }

    /// The nearest whole number and of two the greater (2.5 gives 3, -2.5 gives -2), in the same datatype.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-round>
    public var nearest: NumericValue {
        switch self {
        case .integer: self
        case .decimal(let value): .decimal(XSDDecimal(value.nearest))
        case .float(let value): .float(Trunk.nearest(value))
        case .double(let value): .double(Trunk.nearest(value))
        }
    }
}
