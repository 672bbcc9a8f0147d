/// A number of SPARQL: one of the four types that arithmetic promotes along, integer → decimal → float → double.
///
/// Types derived from integer compute as integers.
/// - Spec: <https://www.w3.org/TR/xpath-31/#promotion>, <https://www.w3.org/TR/sparql11-query/#operandDataTypes>
public enum NumericValue: Sendable, Hashable {
    /// An integer, exact.
    case integer(BigInteger)
    /// A decimal fraction, exact.
    case decimal(XSDDecimal)
    /// Single precision.
    case float(Float)
    /// Double precision.
    case double(Double)

    /// An integer of a machine word.
    public init(_ value: Int) { self = .integer(BigInteger(value)) }

    /// Reads the lexical form of a numeric datatype; bounds of derived types are checked.
    /// - Precondition: the datatype is numeric.
    public init(lexicalForm bytes: Span<UInt8>, datatype: XSDDatatype) throws(LexicalFault) {
        switch datatype {
        case .decimal: self = .decimal(try XSDDecimal(lexicalForm: bytes))
        case .float: self = .float(try Float(lexicalForm: bytes))
        case .double: self = .double(try Double(lexicalForm: bytes))
        case .integer: self = .integer(try BigInteger(lexicalForm: bytes))
        default:
            guard let range = datatype.integerRange else {
                preconditionFailure("xsd:\(datatype.localName) is no numeric datatype")
            }
            let value = try BigInteger(lexicalForm: bytes)
            guard range.contains(value) else { throw .outOfRange }
            self = .integer(value)
        }
    }

    /// The datatype of the number.
    public var datatype: XSDDatatype {
        switch self {
        case .integer: .integer
        case .decimal: .decimal
        case .float: .float
        case .double: .double
        }
    }

    /// The number in double precision.
    public var asDouble: Double {
        switch self {
        case .integer(let value): value.rounded()
        case .decimal(let value): value.rounded()
        case .float(let value): Double(value)
        case .double(let value): value
        }
    }

    /// The number in single precision.
    public var asFloat: Float {
        switch self {
        case .integer(let value): value.rounded()
        case .decimal(let value): value.rounded()
        case .float(let value): value
        case .double(let value): Float(value)
        }
    }

    /// Whether the number is NaN.
    public var isNaN: Bool {
        switch self {
        case .integer, .decimal: false
        case .float(let value): value.isNaN
        case .double(let value): value.isNaN
        }
    }

    /// The effective boolean value: false for zero and NaN.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#ebv>
    public var effectiveBooleanValue: Bool {
        switch self {
        case .integer(let value): !value.isZero
        case .decimal(let value): !value.isZero
        case .float(let value): !(value.isNaN || value == 0)
        case .double(let value): !(value.isNaN || value == 0)
        }
    }

    /// The text that a cast to `xsd:string` gives.
    public var castToString: String {
        switch self {
        case .integer(let value): value.canonicalForm
        case .decimal(let value): value.canonicalForm
        case .float(let value): value.castToString
        case .double(let value): value.castToString
        }
    }
}

extension NumericValue: CanonicallyWritable {
    /// The canonical form of the number in its ``datatype``.
    public func appendCanonicalForm(to bytes: inout [UInt8]) {
        switch self {
        case .integer(let value): value.appendCanonicalForm(to: &bytes)
        case .decimal(let value): value.appendCanonicalForm(to: &bytes)
        case .float(let value): value.appendCanonicalForm(to: &bytes)
        case .double(let value): value.appendCanonicalForm(to: &bytes)
        }
    }
}
