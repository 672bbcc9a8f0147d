internal import ByteText
package import JSONText

// What the algorithms say of objects in expanded form, and how they add to them.
// <https://www.w3.org/TR/json-ld11-api/#algorithm-terms>

extension JSONValue {
    /// The context that a document has, or the value itself where it is no such document but a context.
    package var localContext: JSONValue { self[Keyword.context.rawValue] ?? self }
}

extension JSONValue? {
    /// Calls a body with each node that an element of a document is expanded to.
    func forEachNode(_ body: (JSONValue) throws -> Void) rethrows {
        switch self {
        case nil: return
        case .array(let nodes)?: for node in nodes { try body(node) }
        case let node?: try body(node)
        }
    }
}

extension JSONObject {
    /// The value of a keyword.
    subscript(keyword: Keyword) -> JSONValue? {
        get { self[keyword.rawValue] }
        set { self[keyword.rawValue] = newValue }
    }

    /// Whether there is a value of a keyword.
    func contains(_ keyword: Keyword) -> Bool { contains(keyword.rawValue) }

    /// Whether a keyword is the only member.
    func isOnly(_ keyword: Keyword) -> Bool {
        members.count == 1 && members[0].name.hasSameBytes(as: keyword.rawValue)
    }

    /// Whether this is a value object.
    var isValueObject: Bool { contains(.value) }

    /// Whether this is a list object.
    var isListObject: Bool { contains(.list) }

    /// Whether this is a graph object: `@graph`, and nothing else but `@id`, `@index` and `@context`.
    var isGraphObject: Bool {
        contains(.graph)
            && members.allSatisfy {
                switch Keyword($0.name) {
                case .graph, .id, .index, .context: true
                default: false
                }
            }
    }

    /// Whether this is a graph object without a name.
    var isSimpleGraphObject: Bool { isGraphObject && !contains(.id) }

    /// Whether this is a node object: neither value, list nor set.
    var isNodeObject: Bool { !contains(.value) && !contains(.list) && !contains(.set) }

    /// Whether this is `{"@id": …}` and nothing else.
    var isNodeReference: Bool { isOnly(.id) }

    /// “Add value” of the specification, which keeps duplicates: a single value stays alone unless `asArray`.
    ///
    /// Returns the position of the member; without use for an empty array that adds nothing.
    @discardableResult
    mutating func add(_ value: JSONValue, to name: String, asArray: Bool) -> Int {
        if case .array(let values) = value {
            let position = index(of: name)
            if asArray, position == nil {
                append(newName: name, value)
                return count - 1
            }
            if asArray, values.isEmpty, let position { modifyValue(at: position) { $0.makeArray() } }
            for value in values { add(value, to: name, asArray: asArray) }
            return position ?? count - 1
        }
        if let position = index(of: name) {
            append(value, at: position)
            return position
        }
        append(newName: name, asArray ? .array([value]) : value)
        return count - 1
    }
}

extension JSONValue {
    /// A text, or null where there is none.
    init(_ text: String?) {
        self = if let text { .string(text) } else { .null }
    }

    /// An object whose one member is a keyword.
    static func object(_ keyword: Keyword, _ value: consuming JSONValue) -> JSONValue {
        var object = JSONObject(minimumCapacity: 1)
        object.append(newName: keyword.rawValue, value)
        return .object(object)
    }

    /// Makes an array of a single value.
    mutating func makeArray() {
        if case .array = self { return }
        self = .array([self])
    }

    /// Appends to an array in place; a single value becomes an array first.
    mutating func append(_ value: JSONValue) {
        guard case .array(var elements) = self else {
            self = .array([self, value])
            return
        }
        self = .null  // so that `elements` has one owner and grows in place
        elements.append(value)
        self = .array(elements)
    }

    /// The elements of an array, or the value as the only element.
    var asArray: [JSONValue] {
        if case .array(let elements) = self { elements } else { [self] }
    }

    /// Whether the value is an array without elements.
    var isEmptyArray: Bool {
        if case .array(let elements) = self { elements.isEmpty } else { false }
    }

    /// Whether the value is an object without members.
    var isEmptyObject: Bool {
        if case .object(let object) = self { object.isEmpty } else { false }
    }
}
