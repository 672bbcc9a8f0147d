internal import ByteText

/// The value that a literal of a datatype of XML Schema stands for.
public enum XSDValue: Hashable, Sendable {
    /// A text, of `xsd:string` or `xsd:anyURI`.
    case text(String, datatype: XSDDatatype)
    /// A truth value.
    case boolean(Bool)
    /// A number.
    case number(NumericValue)
    /// A point or span of the calendar.
    case temporal(TemporalValue)
    /// A length of time.
    case duration(DurationValue)
    /// Octets.
    case binary(BinaryValue)

    /// Reads a lexical form, which has no white space around it.
    public init(lexicalForm bytes: Span<UInt8>, datatype: XSDDatatype) throws(LexicalFault) {
        switch datatype {
        case .string, .anyURI: self = .text(String(utf8: bytes), datatype: datatype)
        case .boolean: self = .boolean(try Bool(lexicalForm: bytes))
        case .hexBinary, .base64Binary: self = .binary(try BinaryValue(lexicalForm: bytes, datatype: datatype))
        case _ where datatype.isTemporal:
            self = .temporal(try TemporalValue(lexicalForm: bytes, datatype: datatype))
        case _ where datatype.isDuration:
            self = .duration(try DurationValue(lexicalForm: bytes, datatype: datatype))
        default: self = .number(try NumericValue(lexicalForm: bytes, datatype: datatype))
        }
    }

    /// Reads a lexical form, with an error for people.
    public init(_ text: String, datatype: XSDDatatype) throws(LexicalFormError) {
        do {
            try self.init(lexicalForm: text.utf8.span, datatype: datatype)
        } catch {
            throw LexicalFormError(text: text, datatype: datatype, reason: error)
        }
    }

    /// The datatype of the value; a number of a derived integer type is an integer.
    public var datatype: XSDDatatype {
        switch self {
        case .text(_, let datatype): datatype
        case .boolean: .boolean
        case .number(let value): value.datatype
        case .temporal(let value): value.datatype
        case .duration(let value): value.datatype
        case .binary(let value): value.datatype
        }
    }

    /// Compares two values as `=` and `<` do; values of different kinds are incomparable.
    public func order(to other: XSDValue) -> ValueOrder {
        switch (self, other) {
        case (.number(let left), .number(let right)): left.order(to: right)
        case (.boolean(let left), .boolean(let right)): ValueOrder(left ? 1 : 0, right ? 1 : 0)
        case (.temporal(let left), .temporal(let right)): left.order(to: right)
        case (.duration(let left), .duration(let right)): left.order(to: right)
        case (.text(let left, let leftType), .text(let right, let rightType)):
            leftType == rightType ? ValueOrder(ByteKey(left), ByteKey(right)) : .incomparable
        case (.binary(let left), .binary(let right)):
            left.datatype != right.datatype
                ? .incomparable
                : left.octets.lexicographicallyPrecedes(right.octets)
                    ? .less : left.octets == right.octets ? .equal : .greater
        default: .incomparable
        }
    }

    /// Same kind and same parts; texts by code points.
    public static func == (left: XSDValue, right: XSDValue) -> Bool {
        switch (left, right) {
        case (.text(let left, let leftType), .text(let right, let rightType)):
            leftType == rightType && left.hasSameBytes(as: right)
        case (.boolean(let left), .boolean(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.temporal(let left), .temporal(let right)): left == right
        case (.duration(let left), .duration(let right)): left == right
        case (.binary(let left), .binary(let right)): left == right
        default: false
        }
    }

    /// Hashes the parts.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .text(let text, _): text.hashBytes(into: &hasher)
        case .boolean(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .temporal(let value): hasher.combine(value)
        case .duration(let value): hasher.combine(value)
        case .binary(let value): hasher.combine(value)
        }
    }
}

extension XSDValue: CanonicallyWritable {
    /// The canonical form of the value in its ``datatype``.
    public func appendCanonicalForm(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text, _): bytes += Array(text.utf8)
        case .boolean(let value): value.appendCanonicalForm(to: &bytes)
        case .number(let value): value.appendCanonicalForm(to: &bytes)
        case .temporal(let value): value.appendCanonicalForm(to: &bytes)
        case .duration(let value): value.appendCanonicalForm(to: &bytes)
        case .binary(let value): value.appendCanonicalForm(to: &bytes)
        }
    }
}
