internal import ByteText
internal import JSONText
internal import RDFModel

// Most objects of a document are leaves: a reference, or a text with a language or type, written with the keywords
// themselves. What the steps of the algorithm come to for those is short.

extension Expansion {
    /// A leaf in expanded form; `nil` for objects that want all steps, those with an error among them.
    func expandLeaf(_ object: JSONObject, of property: ActiveProperty, in active: ActiveContext) -> JSONValue? {
        guard object.count <= 2, !property.dropsFreeValues, !property.isReverse, property.definition?.context == nil
        else { return nil }
        if object.count == 1 {
            guard object[0].name.hasSameBytes(as: Keyword.id.rawValue), let text = object[0].value.string,
                let iri = active.expandIRI(text, documentRelative: true)
            else { return nil }
            return .object(.id, .string(iri))
        }
        guard object.count == 2, let value = object[Keyword.value] else { return nil }
        let other = object[0].name.hasSameBytes(as: Keyword.value.rawValue) ? object[1] : object[0]
        guard let text = other.value.string else { return nil }
        let expanded: String
        if other.name.hasSameBytes(as: Keyword.language.rawValue), value.string != nil {
            expanded = text.asciiLowercased
        } else if other.name.hasSameBytes(as: Keyword.type.rawValue), value.isScalar,
            active.definition(of: text)?.context == nil
        {
            guard let type = active.expandedType(text), type != Keyword.json.rawValue, IRIForm.isAbsolute(type) else {
                return nil
            }
            expanded = type
        } else {
            return nil
        }
        var result = JSONObject(minimumCapacity: 2)
        let isFirst = ordered || other.name.hasSameBytes(as: object[0].name)
        if isFirst { result.append(newName: other.name, .string(expanded)) }
        result.append(newName: Keyword.value.rawValue, value)
        if !isFirst { result.append(newName: other.name, .string(expanded)) }
        return .object(result)
    }
}
