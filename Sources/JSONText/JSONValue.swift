internal import ByteText

/// A JSON text as a value.
///
/// Objects keep the order of their members and numbers their text, so that a document can be written again as it was.
/// Equality is JSON equality with code points compared: objects are equal without regard to order, numbers when they
/// are the same number written in any way (see ``JSONNumber``).
/// - Spec: RFC 8259.
public enum JSONValue: Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number, with its text.
    case number(JSONNumber)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object(JSONObject)
}

// MARK: What a value is

extension JSONValue {
    /// The text, if the value is a string.
    @inlinable
    public var string: String? {
        if case .string(let string) = self { string } else { nil }
    }

    /// The truth value, if the value is one.
    @inlinable
    public var bool: Bool? {
        if case .bool(let bool) = self { bool } else { nil }
    }

    /// The number, if the value is one.
    @inlinable
    public var number: JSONNumber? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The elements, if the value is an array.
    @inlinable
    public var array: [JSONValue]? {
        if case .array(let array) = self { array } else { nil }
    }

    /// The object, if the value is one.
    @inlinable
    public var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    /// Whether the value is `null`.
    @inlinable
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// Whether the value is a string, a number or a truth value; `null` is none of them.
    @inlinable
    public var isScalar: Bool {
        switch self {
        case .bool, .number, .string: true
        case .null, .array, .object: false
        }
    }

    /// The member of an object; `nil` for other values and absent names.
    /// - Complexity: as ``JSONObject/subscript(_:)``.
    @inlinable
    public subscript(name: String) -> JSONValue? {
        if case .object(let object) = self { object[name] } else { nil }
    }
}

// MARK: Equality

extension JSONValue: Hashable {
    /// JSON equality, see ``JSONValue``.
    /// - Complexity: O(*n*) in the size of the values.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }

    /// Hashes such that equal values hash alike.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0 as UInt8)
        case .bool(let bool): hasher.combine(bool ? 1 as UInt8 : 2)
        case .number(let number): hasher.combine(number)
        case .string(let string): string.hashBytes(into: &hasher)
        case .array(let array): hasher.combine(array)
        case .object(let object): hasher.combine(object)
        }
    }
}

// MARK: Literals

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object; of equal names the last one counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        var object = JSONObject(minimumCapacity: elements.count)
        for (name, value) in elements { object[name] = value }
        self = .object(object)
    }
    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A number.
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    /// `null`
    public init(nilLiteral: ()) { self = .null }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON.
    public var description: String { JSONWriter().string(self) }
}
