/// Why a value has no counterpart in another datatype.
public enum CastError: Error, Hashable, Sendable {
    /// A text that is not in the lexical space of the datatype.
    case lexical(LexicalFault)
    /// NaN or an infinity, which no integer or decimal is.
    case notFinite
    /// A number outside of the datatype.
    case outOfRange
    /// No cast leads from the one datatype to the other.
    case unsupportedTypes
}

extension XSDValue {
    /// The text that a cast to `xsd:string` gives: the canonical form, but for floating point.
    /// - Spec: <https://www.w3.org/TR/xpath-functions-31/#casting-to-string>
    public var castToString: String {
        switch self {
        case .text(let text, _): text
        case .number(let value): value.castToString
        default: canonicalForm
        }
    }

    /// The value in another datatype.
    /// - Spec: <https://www.w3.org/TR/sparql11-query/#FunctionMapping>,
    ///   <https://www.w3.org/TR/xpath-functions-31/#casting-from-primitive-to-primitive>
    public func cast(to target: XSDDatatype) throws(CastError) -> XSDValue {
        if case .text(let text, _) = self { return try Self.read(text, as: target) }
        if target == .string { return .text(castToString, datatype: .string) }
        switch self {
        case .boolean(let value):
            if target == .boolean { return self }
            return try XSDValue.number(NumericValue(value ? 1 : 0)).cast(to: target)
        case .number(let value):
            return try Self.cast(value, to: target)
        case .temporal(let value):
            guard let result = value.cast(to: target) else { throw .unsupportedTypes }
            return .temporal(result)
        case .duration(let value):
            guard let result = value.cast(to: target) else { throw .unsupportedTypes }
            return .duration(result)
        case .binary(let value):
            guard target == .hexBinary || target == .base64Binary else { throw .unsupportedTypes }
            return .binary(BinaryValue(value.octets, datatype: target))
        case .text:
            throw .unsupportedTypes
        }
    }

    /// A text as a value of a datatype; the white space around it does not count.
    private static func read(_ text: String, as target: XSDDatatype) throws(CastError) -> XSDValue {
        if target == .string { return .text(text, datatype: target) }
        do {
            let bytes = text.utf8.span
            return try XSDValue(lexicalForm: bytes.extracting(Scan.withoutOuterSpace(bytes)), datatype: target)
        } catch {
            throw .lexical(error)
        }
    }

    private static func cast(_ value: NumericValue, to target: XSDDatatype) throws(CastError) -> XSDValue {
        switch target {
        case .boolean: return .boolean(value.effectiveBooleanValue)
        case .double: return .number(.double(value.asDouble))
        case .float: return .number(.float(value.asFloat))
        case .decimal: return .number(.decimal(try decimal(value)))
        default:
            guard let range = target.integerRange else { throw .unsupportedTypes }
            let integer = try integer(value)
            guard range.contains(integer) else { throw .outOfRange }
            return .number(.integer(integer))
        }
    }

    private static func decimal(_ value: NumericValue) throws(CastError) -> XSDDecimal {
        let result: XSDDecimal? =
            switch value {
            case .integer(let value): XSDDecimal(value)
            case .decimal(let value): value
            case .float(let value): XSDDecimal(value)
            case .double(let value): XSDDecimal(value)
            }
        guard let result else { throw .notFinite }
        return result
    }

    private static func integer(_ value: NumericValue) throws(CastError) -> BigInteger {
        let result: BigInteger? =
            switch value {
            case .integer(let value): value
            case .decimal(let value): value.truncated
            case .float(let value): BigInteger(truncating: Double(value))
            case .double(let value): BigInteger(truncating: value)
            }
        guard let result else { throw .notFinite }
        return result
    }
}
