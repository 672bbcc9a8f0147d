internal import ByteText
internal import JSONText
internal import RDFModel

extension Compaction {
    /// Value Compaction: a value or reference as shortly as the definition of its property allows.
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#value-compaction>
    func compactValue(
        _ value: JSONObject, of definition: TermDefinition?, in active: ActiveContext
    ) throws(JSONLDError) -> JSONValue {
        let hasIndex = value.contains(.index)
        let mayDropIndex = !hasIndex || definition?.container.contains(.index) == true
        var result = value
        if let id = value[Keyword.id] {  // 6
            let isReference = value.count == (hasIndex ? 2 : 1)
            if isReference, mayDropIndex {
                switch definition?.type {
                case .id?: return try compactReference(id, in: active)
                case .vocab?: return try compactReference(id, in: active, vocab: true)
                default: break
                }
            }
            if isReference, let id = id.string { result[Keyword.id] = .string(try compactIRI(id, in: active)) }
            return .object(try renamed(result, in: active))
        }
        let literal = value[Keyword.value] ?? .null
        let type = value[Keyword.type]
        if let text = type?.string {
            if let own = definition?.type?.text, own.hasSameBytes(as: text), mayDropIndex {  // 7
                return literal
            }
            result[Keyword.type] = .string(try compactIRI(text, in: active, vocab: true))  // 8
        } else if let types = type?.array {
            var compacted: [JSONValue] = []
            for type in types {
                compacted.append(.string(try compactIRI(type.string ?? "", in: active, vocab: true)))
            }
            result[Keyword.type] = .array(compacted)
        } else if definition?.type?.isNone == true {  // 8
            return .object(try renamed(result, in: active))
        } else if literal.string == nil {  // 9
            if mayDropIndex { return literal }
        } else if mayDropIndex {  // 10
            let language = (definition?.language ?? .absent).value(or: active.language)  // 4
            let direction = (definition?.direction ?? .absent).value(or: active.direction)  // 5
            if Self.same(value[Keyword.language]?.string?.asciiLowercased, language),
                Self.same(value[Keyword.direction]?.string, direction?.rawValue)
            {
                return literal
            }
        }
        return .object(try renamed(result, in: active))  // 11
    }

    /// What IRI Compaction makes of the value of `@id`, which is null where it had the form of a keyword.
    private func compactReference(
        _ id: JSONValue, in active: ActiveContext, vocab: Bool = false
    ) throws(JSONLDError) -> JSONValue {
        guard let id = id.string else { return .null }
        return .string(try compactIRI(id, in: active, vocab: vocab))
    }

    private static func same(_ left: String?, _ right: String?) -> Bool {
        switch (left, right) {
        case (nil, nil): true
        case (let left?, let right?): left.hasSameBytes(as: right)
        default: false
        }
    }

    private func renamed(_ object: JSONObject, in active: ActiveContext) throws(JSONLDError) -> JSONObject {
        var result = JSONObject(minimumCapacity: object.count)
        for member in object.members {
            result[try compactIRI(member.name, in: active, vocab: true)] = member.value
        }
        return result
    }
}
