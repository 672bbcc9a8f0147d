internal import JSONText
internal import RDFModel

extension ActiveContext {
    /// Value Expansion: a scalar as an object in expanded form.
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#value-expansion>
    func expandValue(_ value: JSONValue, of definition: TermDefinition?) -> JSONValue {
        if case .string(let text) = value {
            switch definition?.type {
            // A text that stands for nothing, such as `@name`, becomes a reference to nothing.
            case .id?:  // 1
                return .object(.id, JSONValue(expandIRI(text, documentRelative: true)))
            case .vocab?:  // 2
                return .object(.id, JSONValue(expandIRI(text, documentRelative: true, vocab: true)))
            default: break
            }
        }
        var result = JSONObject(minimumCapacity: 2)
        result.append(newName: Keyword.value.rawValue, value)  // 3
        switch definition?.type {
        case .iri(let type)?:  // 4
            result.append(newName: Keyword.type.rawValue, .string(type))
        case .json?:
            result.append(newName: Keyword.type.rawValue, .string(Keyword.json.rawValue))
        default:  // 5
            guard case .string = value else { break }
            if let language = (definition?.language ?? .absent).value(or: self.language) {
                result.append(newName: Keyword.language.rawValue, .string(language))
            }
            if let direction = (definition?.direction ?? .absent).value(or: self.direction) {
                result.append(newName: Keyword.direction.rawValue, .string(direction.rawValue))
            }
        }
        return .object(result)
    }
}
