internal import ByteText
internal import JSONText

// Most objects are leaves: references, and texts with a language or type. Where the property has no definition, which
// would ask for another form, the steps of the algorithm come to little for those.

extension Compaction {
    /// A leaf in the words of a context; `nil` for objects that want all steps.
    func compactLeaf(
        _ element: JSONObject, _ keywords: KeywordSet, in active: ActiveContext
    ) throws(JSONLDError) -> JSONValue? {
        if keywords == .id, element.count == 1, let id = element[Keyword.id]?.string {
            var result = JSONObject(minimumCapacity: 1)
            result.append(newName: alias(of: .id, in: active), .string(try compactIRI(id, in: active)))
            return .object(result)
        }
        guard element.count == 2, keywords.contains(.value) else { return nil }
        let inverse = inverse(of: active)
        guard keeps(.value, inverse) else { return nil }
        if keywords.contains(.language), active.language == nil, active.direction == nil, keeps(.language, inverse),
            element[Keyword.language]?.string != nil
        {
            return .object(ordered ? element.sortedByName() : element)
        }
        guard keywords.contains(.type), compactArrays, keeps(.type, inverse), !inverse.definesType,
            let position = element.index(of: Keyword.type.rawValue), let type = element[position].value.string
        else { return nil }
        let compacted = try compactedType(type, in: active)
        // A type that brings a context of its own changes the names of all that follows.
        guard !compacted.hasContext else { return nil }
        var result = element
        result.modifyValue(at: position) { $0 = .string(compacted.term) }
        return .object(ordered ? result.sortedByName() : result)
    }

    /// Whether a keyword is written as such.
    private func keeps(_ keyword: Keyword, _ inverse: InverseContext) -> Bool {
        inverse.alias(of: keyword).hasSameBytes(as: keyword.rawValue)
    }

    /// A type in the words of a context, worked out once for each of the first thousand.
    func compactedType(
        _ type: String, in active: ActiveContext
    ) throws(JSONLDError) -> InverseContext.CompactedType {
        let inverse = inverse(of: active)
        if let known = inverse.recentTypes[type] { return known }
        let result: InverseContext.CompactedType
        if let known = inverse.compactedTypes[type] {
            result = known
        } else {
            let term = try compactIRI(type, in: active, vocab: true)
            result = InverseContext.CompactedType(
                term: term, hasContext: active.definition(of: term)?.context != nil)
            if inverse.compactedTypes.count < 1000 { inverse.compactedTypes.append(type, result) }
        }
        inverse.recentTypes.remember(result, of: type)
        return result
    }
}
