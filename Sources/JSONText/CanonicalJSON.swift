extension JSONValue {
    /// The value in the JSON Canonicalization Scheme: no white space, names in the order of their UTF-16 code units,
    /// numbers as ECMAScript writes the nearest double.
    /// - Throws: ``JSONError`` for a number too large for a double.
    /// - Complexity: O(*n* log *n*).
    /// - Spec: <https://www.rfc-editor.org/rfc/rfc8785>
    public func canonicalBytes() throws(JSONError) -> [UInt8] {
        JSONWriter().bytes(try canonical())
    }

    /// The value with names and numbers as RFC 8785 wants them.
    private func canonical() throws(JSONError) -> JSONValue {
        switch self {
        case .null, .bool, .string: return self
        case .number(let number):
            guard let canonical = JSONNumber(number.double) else { throw JSONError(.numberOutOfRange(number.text)) }
            return .number(canonical)
        case .array(let array):
            var result: [JSONValue] = []
            result.reserveCapacity(array.count)
            for element in array { result.append(try element.canonical()) }
            return .array(result)
        case .object(let object):
            var result = JSONObject(minimumCapacity: object.count)
            let members = object.members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
            for member in members { result.append(newName: member.name, try member.value.canonical()) }
            return .object(result)
        }
    }
}
