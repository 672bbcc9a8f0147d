internal import ByteText
internal import JSONText
internal import Localization
internal import RDFModel

// Step 13.4 of the Expansion algorithm: the members whose keys expand to keywords.

extension Expansion {
    /// Expands the value of a keyword into the result.
    func expand(
        _ keyword: Keyword, _ value: JSONValue, _ state: ObjectState, into result: inout JSONObject, depth: Int
    ) throws(JSONLDError) {
        if keyword == .context { return }  // 13.1
        guard !state.property.isReverse else {  // 13.4.1
            throw JSONLDError(.invalidReversePropertyMap, .keywordInReverse, keyword.rawValue)
        }
        let mayRepeat = (keyword == .included || keyword == .type) && !session.isVersion10
        guard mayRepeat || !result.contains(keyword) else {  // 13.4.2
            throw JSONLDError(.collidingKeywords, .keywordTwice, keyword.rawValue)
        }
        // The grammar of value objects (JSON-LD §9.5) has null for these: it says no more than their absence.
        if value.isNull {
            switch keyword {
            case .language: return
            case .type, .direction:
                if state.isValue { return }
            default: break
            }
        }
        switch keyword {
        case .id: result[keyword] = try expandID(value, state)
        case .type: try expandTypes(value, state, into: &result)
        case .graph:  // 13.4.5
            let graph = try expandInner(value, of: .keyword(.graph), state, depth: depth)
            result[keyword] = .array(graph?.asArray ?? [])
        case .included: try expandIncluded(value, state, into: &result, depth: depth)
        case .value: try expandLiteral(value, state, into: &result)
        case .language: result[keyword] = try expandLanguage(value, state)
        case .direction:
            if session.isVersion10 { return }
            result[keyword] = try expandDirection(value, state)
        case .index:  // 13.4.10
            guard case .string = value else { throw JSONLDError(.invalidIndexValue, .indexIsString) }
            result[keyword] = value
        case .list:  // 13.4.11
            if state.property.dropsFreeValues { return }
            let list = try expandInner(value, of: state.property, state, depth: depth)
            result[keyword] = .array(list?.asArray ?? [])
        case .set:  // 13.4.12
            guard let set = try expandInner(value, of: state.property, state, depth: depth) else { return }
            result[keyword] = set
        case .reverse: try expandReverse(value, state, into: &result, depth: depth)
        case .default, .embed, .explicit, .omitDefault, .requireAll:  // 13.4.15
            guard state.isFrame else { return }
            // The default is a value of the property itself, coerced as one; the others are flags.
            let isValue = keyword == .default && !state.property.dropsFreeValues
            let expanded = try expand(
                value, of: isValue ? state.property : .keyword(keyword), in: state.active, depth: depth + 1,
                isFrame: keyword != .default)
            if let expanded { result[keyword] = expanded }
        default: return
        }
    }

    private func expandInner(
        _ value: JSONValue, of property: ActiveProperty, _ state: ObjectState, depth: Int
    ) throws(JSONLDError) -> JSONValue? {
        try expand(value, of: property, in: state.active, depth: depth + 1, isFrame: state.isFrame)
    }

    /// Step 13.4.3
    private func expandID(_ value: JSONValue, _ state: ObjectState) throws(JSONLDError) -> JSONValue {
        func expanded(_ text: String) -> JSONValue {
            JSONValue(state.active.expandIRI(text, documentRelative: true))
        }
        switch value {
        case .string(let text): return state.isFrame ? .array([expanded(text)]) : expanded(text)
        case .object(let object) where state.isFrame && object.isEmpty: return .array([value])
        case .array(let items) where state.isFrame:
            if items.count == 1, items[0].isEmptyObject { return value }
            let texts = items.compactMap(\.string)
            if texts.count == items.count { return .array(texts.map(expanded)) }
        default: break
        }
        throw JSONLDError(
            .invalidIDValue, state.isFrame ? .frameID : .idIsString)
    }

    /// Step 13.4.4
    private func expandTypes(
        _ value: JSONValue, _ state: ObjectState, into result: inout JSONObject
    ) throws(JSONLDError) {
        func expanded(_ text: String) -> JSONValue { JSONValue(state.typeScoped.expandedType(text)) }
        var types: JSONValue
        switch value {
        case .string(let text): types = expanded(text)
        case .array(let items):
            var texts: [JSONValue] = []
            texts.reserveCapacity(items.count)
            for item in items {
                switch item {
                case .string(let text): texts.append(expanded(text))
                case .object(let object) where state.isFrame && object.isEmpty: texts.append(item)
                default: throw JSONLDError(.invalidTypeValue, .typesAreStrings)
                }
            }
            types = .array(texts)
        case .object(let object) where state.isFrame && object.isEmpty: types = value
        case .object(let object) where state.isFrame && object.contains(.default):
            let defaults = object[Keyword.default]?.asArray ?? []
            let texts = defaults.compactMap(\.string)
            guard texts.count == defaults.count else {
                throw JSONLDError(.invalidTypeValue, .defaultTypeIsIRI)
            }
            types = .object(.default, .array(texts.map(expanded)))
        default: throw JSONLDError(.invalidTypeValue, .typeIsStrings)
        }
        // Of a value, a type that stands for nothing is none.
        if state.isValue, !state.isFrame, types.asArray.allSatisfy(\.isNull) { return }
        guard result.contains(.type) else { return result[Keyword.type] = types }
        result.modifyValue(of: Keyword.type.rawValue, default: []) { value in  // 13.4.4.5
            value.makeArray()
            for type in types.asArray { value.append(type) }
        }
    }

    /// Step 13.4.6
    private func expandIncluded(
        _ value: JSONValue, _ state: ObjectState, into result: inout JSONObject, depth: Int
    ) throws(JSONLDError) {
        if session.isVersion10 { return }
        let included = try expandInner(value, of: .none, state, depth: depth)?.asArray ?? []
        guard !included.isEmpty || value.isEmptyArray, included.allSatisfy({ $0.object?.isNodeObject == true }) else {
            throw JSONLDError(.invalidIncludedValue, .includedAreNodes)
        }
        result.modifyValue(of: Keyword.included.rawValue, default: []) { value in
            for node in included { value.append(node) }
        }
    }

    /// Step 13.4.7
    private func expandLiteral(
        _ value: JSONValue, _ state: ObjectState, into result: inout JSONObject
    ) throws(JSONLDError) {
        if state.isJSONLiteral {
            guard !session.isVersion10 else {
                throw JSONLDError(.invalidValueObjectValue, .jsonLiteralsAreNewer)
            }
            result[Keyword.value] = value
            return
        }
        if state.isFrame {
            switch value {
            case .object(let object) where object.isEmpty: result[Keyword.value] = .array([value])
            case .array(let items) where items.allSatisfy({ $0.isScalar || $0.isEmptyObject }):
                result[Keyword.value] = value
            case .bool, .number, .string: result[Keyword.value] = .array([value])
            case .null: result[Keyword.value] = .null
            default: throw JSONLDError(.invalidValueObjectValue, .frameValue)
            }
            return
        }
        guard value.isScalar || value.isNull else {
            throw JSONLDError(.invalidValueObjectValue, .valueIsScalar)
        }
        result[Keyword.value] = value
    }

    /// Step 13.4.8
    private func expandLanguage(_ value: JSONValue, _ state: ObjectState) throws(JSONLDError) -> JSONValue {
        func lowercased(_ value: JSONValue) -> JSONValue? {
            switch value {
            case .string(let tag): .string(tag.asciiLowercased)
            case .object(let object) where state.isFrame && object.isEmpty: value
            default: nil
            }
        }
        let items = state.isFrame ? value.asArray : [value]
        let tags = items.compactMap(lowercased)
        guard tags.count == items.count else {
            throw JSONLDError(.invalidLanguageTaggedString, .languageIsString)
        }
        return state.isFrame ? .array(tags) : tags[0]
    }

    /// Step 13.4.9
    private func expandDirection(_ value: JSONValue, _ state: ObjectState) throws(JSONLDError) -> JSONValue {
        let items = state.isFrame ? value.asArray : [value]
        let areDirections = items.allSatisfy { item in
            item.string.flatMap { BaseDirection(rawValue: $0) } != nil || state.isFrame && item.isEmptyObject
        }
        guard areDirections else {
            throw JSONLDError(.invalidBaseDirection, .directionOfValue)
        }
        return state.isFrame ? .array(items) : value
    }

    /// Step 13.4.13
    private func expandReverse(
        _ value: JSONValue, _ state: ObjectState, into result: inout JSONObject, depth: Int
    ) throws(JSONLDError) {
        guard case .object = value else {
            throw JSONLDError(.invalidReverseValue, .reverseIsObject)
        }
        let expanded = try expandInner(value, of: .keyword(.reverse), state, depth: depth)?.object ?? [:]
        for member in expanded.members where member.name == Keyword.reverse.rawValue {  // 13.4.13.3
            for twice in member.value.object ?? [:] { result.add(twice.value, to: twice.name, asArray: true) }
        }
        var reverse = result[Keyword.reverse]?.object ?? [:]
        for member in expanded.members where member.name != Keyword.reverse.rawValue {  // 13.4.13.4
            for item in member.value.asArray {
                guard let object = item.object, !object.isValueObject, !object.isListObject else {
                    throw JSONLDError(
                        .invalidReversePropertyValue, .reverseValuesAreNodes)
                }
                reverse.add(item, to: member.name, asArray: true)
            }
        }
        if !reverse.isEmpty { result[Keyword.reverse] = .object(reverse) }
    }
}
