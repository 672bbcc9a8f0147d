/// Why an operation on values has no result.
public enum ArithmeticError: Error, Hashable, Sendable {
    /// An integer or decimal divided by zero (`err:FOAR0001`).
    case divisionByZero
    /// A result larger than this implementation keeps (`err:FOAR0002`, `err:FODT0001`, `err:FODT0002`).
    case overflow
    /// NaN or an infinity where a finite number is needed (`err:FOCA0005`, `err:FOCA0002`).
    case notFinite
    /// Values of types that the operation does not take (`err:XPTY0004`).
    case unsupportedTypes
}

/// Two numbers in the type that both promote to.
/// - Spec: <https://www.w3.org/TR/xpath-31/#promotion>
enum PromotedPair {
    case integers(BigInteger, BigInteger)
    case decimals(XSDDecimal, XSDDecimal)
    case floats(Float, Float)
    case doubles(Double, Double)

    init(_ left: NumericValue, _ right: NumericValue) {
        switch (left, right) {
        case (.integer(let left), .integer(let right)): self = .integers(left, right)
        case (.double, _), (_, .double): self = .doubles(left.asDouble, right.asDouble)
        case (.float, _), (_, .float): self = .floats(left.asFloat, right.asFloat)
        case (.decimal(let left), .decimal(let right)): self = .decimals(left, right)
        case (.decimal(let left), .integer(let right)): self = .decimals(left, XSDDecimal(right))
        case (.integer(let left), .decimal(let right)): self = .decimals(XSDDecimal(left), right)
        }
    }
}

extension NumericValue {
    /// The sum. Throws `overflow` only.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-numeric-add>
    public func adding(_ other: NumericValue) throws(ArithmeticError) -> NumericValue {
        switch PromotedPair(self, other) {
        case .integers(let left, let right): try Self.supported(left + right)
        case .decimals(let left, let right): try Self.supported(left + right)
        case .floats(let left, let right): .float(left + right)
        case .doubles(let left, let right): .double(left + right)
        }
    }

    /// The difference. Throws `overflow` only.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-numeric-subtract>
    public func subtracting(_ other: NumericValue) throws(ArithmeticError) -> NumericValue {
        switch PromotedPair(self, other) {
        case .integers(let left, let right): try Self.supported(left - right)
        case .decimals(let left, let right): try Self.supported(left - right)
        case .floats(let left, let right): .float(left - right)
        case .doubles(let left, let right): .double(left - right)
        }
    }

    /// The product. Throws `overflow` only.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-numeric-multiply>
    public func multiplied(by other: NumericValue) throws(ArithmeticError) -> NumericValue {
        switch PromotedPair(self, other) {
        case .integers(let left, let right): try Self.supported(left * right)
        case .decimals(let left, let right): try Self.supported(left * right)
        case .floats(let left, let right): .float(left * right)
        case .doubles(let left, let right): .double(left * right)
        }
    }

    /// The quotient; of two integers it is a decimal. Throws `divisionByZero` for integers and decimals, `overflow`.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-numeric-divide>
    public func divided(by other: NumericValue) throws(ArithmeticError) -> NumericValue {
        switch PromotedPair(self, other) {
        case .integers(let left, let right): try Self.quotient(XSDDecimal(left), XSDDecimal(right))
        case .decimals(let left, let right): try Self.quotient(left, right)
        case .floats(let left, let right): .float(left / right)
        case .doubles(let left, let right): .double(left / right)
        }
    }

    /// The number with the other sign.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#func-numeric-unary-minus>
    public var negated: NumericValue {
        switch self {
        case .integer(let value): .integer(-value)
        case .decimal(let value): .decimal(-value)
        case .float(let value): .float(-value)
        case .double(let value): .double(-value)
        }
    }

    private static func quotient(
        _ left: XSDDecimal, _ right: XSDDecimal
    ) throws(ArithmeticError) -> NumericValue {
        guard !right.isZero else { throw .divisionByZero }
        return try supported(left.divided(by: right))
    }

    private static func supported(_ value: BigInteger) throws(ArithmeticError) -> NumericValue {
        guard value.isSupported else { throw .overflow }
        return .integer(value)
    }

    private static func supported(_ value: XSDDecimal) throws(ArithmeticError) -> NumericValue {
        guard value.isSupported else { throw .overflow }
        return .decimal(value)
    }
}
