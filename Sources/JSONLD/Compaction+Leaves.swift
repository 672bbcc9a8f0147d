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
        guard element.count == 2, keywords.contains(.value), keeps(.value, in: active) else { return nil }
        if keywords.contains(.language), active.language == nil, active.direction == nil, keeps(.language, in: active),
            element[Keyword.language]?.string != nil
        {
            return .object(ordered ? element.sortedByName() : element)
        }
        guard keywords.contains(.type), compactArrays, keeps(.type, in: active), active.definition(of: "@type") == nil,
            let type = element[Keyword.type]?.string
        else { return nil }
        let term = try compactedType(type, in: active)
        // A type that brings a context of its own changes the names of all that follows.
        guard active.definition(of: term)?.context == nil else { return nil }
        var result = element
        result[Keyword.type] = .string(term)
        return .object(ordered ? result.sortedByName() : result)
    }

    /// Whether a keyword is written as such.
    private func keeps(_ keyword: Keyword, in active: ActiveContext) -> Bool {
        alias(of: keyword, in: active).hasSameBytes(as: keyword.rawValue)
    }

    /// A type in the words of a context, worked out once for each of the first thousand.
    func compactedType(_ type: String, in active: ActiveContext) throws(JSONLDError) -> String {
        let inverse = inverse(of: active)
        if let known = inverse.compactedTypes[type] { return known }
        let term = try compactIRI(type, in: active, vocab: true)
        if inverse.compactedTypes.count < 1000 { inverse.compactedTypes.append(type, term) }
        return term
    }
}
