internal import ByteText
internal import JSONText
internal import Localization
internal import RDFModel

/// The property whose value is being processed.
enum ActiveProperty {
    /// None: the top of a document.
    case none
    /// A keyword.
    case keyword(Keyword)
    /// A term, with its definition in the context in force.
    case term(String, TermDefinition?)

    var isReverse: Bool { if case .keyword(.reverse) = self { true } else { false } }
    /// Whether values standing alone, without a node that they belong to, are dropped here.
    var dropsFreeValues: Bool {
        switch self {
        case .none, .keyword(.graph): true
        default: false
        }
    }
    var definition: TermDefinition? { if case .term(_, let definition) = self { definition } else { nil } }

    /// The same property, seen in another context.
    func looked(upIn context: ActiveContext) -> ActiveProperty {
        if case .term(let term, _) = self { .term(term, context.definition(of: term)) } else { self }
    }
}

/// The Expansion algorithm: a document without context, all names IRIs, all values in arrays.
///
/// What the contexts know of a key is looked up once in each object; contexts are never copied for a node.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#expansion-algorithm>, with its numbered steps.
struct Expansion {
    let session: Session
    /// Whether the document is a frame, where patterns stand beside values.
    let isFrame: Bool
    let ordered: Bool
    /// The IRI that relative references to contexts are resolved against.
    let baseURL: BaseIRI?

    /// Expands an element; `nil` if nothing of it is kept.
    /// - Complexity: O(*n*) in the size of the element, O(*n* log *n*) if ordered.
    func expand(
        _ element: JSONValue, of property: ActiveProperty, in active: ActiveContext, depth: Int,
        isFrame: Bool? = nil, isFromMap: Bool = false
    ) throws(JSONLDError) -> JSONValue? {
        var isFrame = isFrame ?? self.isFrame
        if case .keyword(.default) = property { isFrame = false }  // 2
        try session.checkGrowth()
        switch element {
        case .null: return nil  // 1
        case .bool, .number, .string:  // 4
            if property.dropsFreeValues { return nil }
            guard let definition = property.definition, definition.context != nil else {
                return active.expandValue(element, of: property.definition)
            }
            let scoped = try session.context(
                scopedBy: definition, in: active, overridesProtected: true, propagates: true)
            return scoped.expandValue(element, of: property.looked(upIn: scoped).definition)
        case .array(let elements):  // 5
            try session.check(depth: depth)
            var result: [JSONValue] = []
            result.reserveCapacity(elements.count)
            let makesLists = property.definition?.container.contains(.list) ?? false
            for index in elements.indices {
                let item: JSONValue?
                do {
                    item = try expand(
                        elements[index], of: property, in: active, depth: depth + 1, isFrame: isFrame,
                        isFromMap: isFromMap)
                } catch {
                    throw error.inside(index)
                }
                switch item {
                case nil: continue
                case .array(let items)?:
                    if makesLists {
                        result.append(.object(.list, .array(items)))
                    } else {
                        result.append(contentsOf: items)
                    }
                case let item?: result.append(item)
                }
            }
            return .array(result)
        case .object(let object):  // 6
            try session.check(depth: depth)
            if !isFrame, let leaf = expandLeaf(object, of: property, in: active) { return leaf }
            return try expand(
                object, of: property, in: active, depth: depth, isFrame: isFrame, isFromMap: isFromMap)
        }
    }

    // MARK: Objects

    private func expand(
        _ element: JSONObject, of property: ActiveProperty, in given: ActiveContext, depth: Int, isFrame: Bool,
        isFromMap: Bool
    ) throws(JSONLDError) -> JSONValue? {
        var active = given
        if let previous = active.previous, !isFromMap, Self.isNode(element, in: active) {  // 7
            active = previous
        }
        if let definition = property.definition, definition.context != nil {  // 3, 8
            active = try session.context(
                scopedBy: definition, in: active, overridesProtected: true, propagates: true)
        }
        if let local = element[Keyword.context] {  // 9
            do {
                active = try session.context(embedded: local, in: active, baseURL: baseURL)
            } catch {
                throw error.inside(Keyword.context.rawValue)
            }
        }
        let typeScoped = active  // 10
        var keys = element.members.map { active.expandedKey($0.name) }
        let typeKeys = Self.typeKeys(of: element, keys)
        for key in typeKeys where typeScoped.hasScopedContexts {  // 11
            let types = (element[key] ?? .null).asArray.compactMap(\.string)
            for type in types.sorted(by: { $0.precedesInBytes($1) }) {
                if let definition = typeScoped.definition(of: type), definition.context != nil {
                    active = try session.context(
                        scopedBy: definition, in: active, overridesProtected: false, propagates: false)
                }
            }
        }
        if active !== typeScoped { keys = element.members.map { active.expandedKey($0.name) } }
        // 12
        var isJSONLiteral = false
        let isValue = keys.contains { $0.keyword == .value }
        if isValue,
            let lastType = typeKeys.first.flatMap({ element[$0]?.asArray.last?.string })
        {
            isJSONLiteral = active.expandedType(lastType) == Keyword.json.rawValue
        }
        let state = ObjectState(
            active: active, typeScoped: typeScoped, property: property, isFrame: isFrame,
            isValue: isValue, isJSONLiteral: isJSONLiteral)
        var result = JSONObject(minimumCapacity: element.count)
        try expandMembers(of: element, keys, state, into: &result, depth: depth)
        try session.checkGrowth()
        return try finish(&result, of: property, isFrame: isFrame)
    }

    /// What stays the same while the members of one object, and those nested in it, are expanded.
    struct ObjectState {
        var active: ActiveContext
        let typeScoped: ActiveContext
        let property: ActiveProperty
        let isFrame: Bool
        /// Whether the object has a `@value`.
        let isValue: Bool
        let isJSONLiteral: Bool
    }

    /// The condition of step 7: neither a value object nor a mere reference.
    private static func isNode(_ element: JSONObject, in active: ActiveContext) -> Bool {
        if element.count == 1, active.expandedKey(element[0].name).keyword == .id { return false }
        return !element.members.contains { active.expandedKey($0.name).keyword == .value }
    }

    /// The keys that expand to `@type`, in code point order.
    private static func typeKeys(of element: JSONObject, _ keys: [ActiveContext.ExpandedKey]) -> [String] {
        var names: [String] = []
        for position in keys.indices where keys[position].keyword == .type { names.append(element[position].name) }
        return names.count < 2 ? names : names.sorted { $0.precedesInBytes($1) }
    }

    /// Steps 13 and 14.
    private func expandMembers(
        of element: JSONObject, _ keys: [ActiveContext.ExpandedKey], _ state: ObjectState,
        into result: inout JSONObject, depth: Int
    ) throws(JSONLDError) {
        var nests: [String] = []
        var order: [Int] = []
        if ordered { order = element.indices.sorted { element[$0].name.precedesInBytes(element[$1].name) } }
        for step in 0..<element.count {
            let position = ordered ? order[step] : step
            let (member, key) = (element[position], keys[position])  // 13.2
            do {
                if let keyword = key.keyword {
                    if keyword == .nest {
                        nests.append(member.name)
                    } else {
                        try expand(keyword, member.value, state, into: &result, depth: depth)
                    }
                } else if key.isProperty, let iri = key.iri {  // 13.3
                    try expand(member, iri, key.definition, state, into: &result, depth: depth)
                }
            } catch {
                throw error.inside(member.name)
            }
        }
        if ordered { nests.sort { $0.precedesInBytes($1) } }
        for nest in nests {  // 14
            do {
                try expandNested(element[nest] ?? .null, key: nest, state, into: &result, depth: depth)
            } catch {
                throw error.inside(nest)
            }
        }
    }

    /// Step 14, for one key that expands to `@nest`.
    private func expandNested(
        _ value: JSONValue, key: String, _ state: ObjectState, into result: inout JSONObject, depth: Int
    ) throws(JSONLDError) {
        try session.check(depth: depth)
        var state = state
        if let definition = state.active.definition(of: key), definition.context != nil {
            state.active = try session.context(
                scopedBy: definition, in: state.active, overridesProtected: true, propagates: true)
        }
        for nested in value.asArray {
            guard case .object(let object) = nested,
                !object.members.contains(where: { state.active.expandedKey($0.name).keyword == .value })
            else { throw JSONLDError(.invalidNestValue, .nestIsObject) }
            let keys = object.members.map { state.active.expandedKey($0.name) }
            try expandMembers(of: object, keys, state, into: &result, depth: depth + 1)
        }
    }

    // MARK: Properties

    /// Steps 13.5 to 13.14: a property that expands to an IRI or blank node identifier.
    private func expand(
        _ member: JSONObject.Member, _ iri: String, _ definition: TermDefinition?, _ state: ObjectState,
        into result: inout JSONObject, depth: Int
    ) throws(JSONLDError) {
        let container = definition?.container ?? []  // 13.5
        let property = ActiveProperty.term(member.name, definition)
        var expanded: JSONValue
        if definition?.type?.isJSON == true {  // 13.6
            expanded = .object([Keyword.value.rawValue: member.value, Keyword.type.rawValue: "@json"])
        } else if container.contains(.language), case .object(let map) = member.value {  // 13.7
            expanded = .array(try expandLanguageMap(map, definition, state.active))
        } else if !container.isDisjoint(with: [.index, .type, .id]), case .object(let map) = member.value {  // 13.8
            expanded = .array(try expandMap(map, container, property, state, depth: depth))
        } else {  // 13.9
            let value = try expand(
                member.value, of: property, in: state.active, depth: depth + 1, isFrame: state.isFrame)
            guard let value else { return }  // 13.10
            expanded = value
        }
        if container.contains(.list), expanded.object?.isListObject != true {  // 13.11
            expanded = .object(.list, .array(expanded.asArray))
        }
        if container.contains(.graph), container.isDisjoint(with: [.id, .index]) {  // 13.12
            expanded = .array(expanded.asArray.map { .object(.graph, .array($0.asArray)) })
        }
        if definition?.isReverse == true {  // 13.13
            try addReverse(expanded.asArray, to: iri, in: &result)
        } else {  // 13.14
            result.add(expanded, to: iri, asArray: true)
        }
    }

    private func addReverse(
        _ items: [JSONValue], to iri: String, in result: inout JSONObject
    ) throws(JSONLDError) {
        for item in items {
            guard let object = item.object, !object.isValueObject, !object.isListObject else {
                throw JSONLDError(
                    .invalidReversePropertyValue, .reverseValuesAreNodes)
            }
        }
        result.modifyValue(of: Keyword.reverse.rawValue, default: [:]) { value in
            guard case .object(var map) = value else { return }
            value = .null  // so that `map` has one owner
            for item in items { map.add(item, to: iri, asArray: true) }
            value = .object(map)
        }
    }

    /// Step 13.7
    private func expandLanguageMap(
        _ map: JSONObject, _ definition: TermDefinition?, _ active: ActiveContext
    ) throws(JSONLDError) -> [JSONValue] {
        var result: [JSONValue] = []
        let direction = (definition?.direction ?? .absent).value(or: active.direction)  // 13.7.2, 13.7.3
        for member in ordered ? map.sortedByName().members : map.members {  // 13.7.4
            for item in member.value.asArray {
                if item.isNull { continue }
                guard case .string = item else {
                    throw JSONLDError(.invalidLanguageMapValue, .languageMapOfStrings)
                        .inside(member.name)
                }
                var value = JSONObject(minimumCapacity: 3)
                value.append(newName: Keyword.value.rawValue, item)
                if active.expandIRI(member.name, vocab: true) != Keyword.noneKey.rawValue {
                    value.append(newName: Keyword.language.rawValue, .string(member.name.asciiLowercased))
                }
                if let direction { value.append(newName: Keyword.direction.rawValue, .string(direction.rawValue)) }
                result.append(.object(value))
            }
        }
        return result
    }

    /// Step 13.8
    private func expandMap(
        _ map: JSONObject, _ container: Container, _ property: ActiveProperty, _ state: ObjectState, depth: Int
    ) throws(JSONLDError) -> [JSONValue] {
        var result: [JSONValue] = []
        let active = state.active
        let indexKey = property.definition?.index  // 13.8.2
        for member in ordered ? map.sortedByName().members : map.members {  // 13.8.3
            var mapContext = active
            if !container.isDisjoint(with: [.id, .type]) { mapContext = active.previous ?? active }  // 13.8.3.1
            if container.contains(.type), let definition = mapContext.definition(of: member.name),
                definition.context != nil
            {  // 13.8.3.2
                mapContext = try session.context(
                    scopedBy: definition, in: mapContext, overridesProtected: false, propagates: false)
            } else if container.isDisjoint(with: [.id, .type]) {
                mapContext = active  // 13.8.3.3
            }
            let expandedIndex = active.expandIRI(member.name, vocab: true)  // 13.8.3.4
            let isNone = expandedIndex == Keyword.noneKey.rawValue
            let values: JSONValue?
            do {
                values = try expand(  // 13.8.3.5, 13.8.3.6
                    .array(member.value.asArray), of: property.looked(upIn: mapContext), in: mapContext,
                    depth: depth + 1, isFrame: state.isFrame, isFromMap: true)
            } catch {
                throw error.inside(member.name)
            }
            for value in values?.asArray ?? [] {  // 13.8.3.7
                var item = value.object ?? [:]
                if container.contains(.graph), !item.isGraphObject {  // 13.8.3.7.1
                    item = [Keyword.graph.rawValue: .array([value])]
                }
                if isNone {
                    result.append(.object(item))
                    continue
                }
                if container.contains(.index), let indexKey, indexKey != Keyword.index.rawValue {  // 13.8.3.7.2
                    let index = active.expandValue(.string(member.name), of: active.definition(of: indexKey))
                    let key = active.expandIRI(indexKey, vocab: true) ?? indexKey
                    item[key] = .array([index] + (item[key]?.asArray ?? []))
                    guard !item.isValueObject else {
                        throw JSONLDError(
                            .invalidValueObject,
                            .textWithIndexProperty, indexKey)
                    }
                } else if container.contains(.index), !item.contains(.index) {  // 13.8.3.7.3
                    item[Keyword.index] = .string(member.name)
                } else if container.contains(.id), !item.contains(.id) {  // 13.8.3.7.4
                    item[Keyword.id] = JSONValue(active.expandIRI(member.name, documentRelative: true))
                } else if container.contains(.type) {  // 13.8.3.7.5
                    item[Keyword.type] = .array([JSONValue(expandedIndex)] + (item[Keyword.type]?.asArray ?? []))
                }
                result.append(.object(item))  // 13.8.3.7.6
            }
        }
        return result
    }

    // MARK: The end

    /// Steps 15 to 20: checks what has come of an object.
    private func finish(
        _ result: inout JSONObject, of property: ActiveProperty, isFrame: Bool
    ) throws(JSONLDError) -> JSONValue? {
        let keywords = KeywordSet(result)
        if keywords.contains(.value), let value = result[Keyword.value] {  // 15
            guard try isKept(result, value: value, isFrame: isFrame) else { return nil }
        } else if keywords.contains(.type), let types = result[Keyword.type] {  // 16
            if types.array == nil { result[Keyword.type] = .array([types]) }
        } else if keywords.contains(.list) || keywords.contains(.set) {  // 17
            guard result.count == 1 || (result.count == 2 && result.contains(.index)) else {
                throw JSONLDError(.invalidSetOrListObject, .onlyIndexBesideSetOrList)
            }
            if let set = result[Keyword.set] {
                return property.dropsFreeValues && set.array == nil ? nil : set  // 17.2
            }
        }
        if keywords == .language { return nil }  // 18
        if property.dropsFreeValues {  // 19
            if keywords.isEmpty && !isFrame || keywords.contains(.value) || keywords.contains(.list) { return nil }
            if keywords == .id, !isFrame { return nil }
        }
        return .object(result)  // 20
    }

    /// Step 15: checks a value object; `false` where nothing is kept of it.
    private func isKept(_ result: JSONObject, value: JSONValue, isFrame: Bool) throws(JSONLDError) -> Bool {
        for member in result.members {  // 15.1
            switch Keyword(member.name) {
            case .value, .type, .language, .direction, .index: continue
            default: throw JSONLDError(.invalidValueObject, .notInValueObject, member.name)
            }
        }
        let type = result[Keyword.type]
        guard type == nil || !result.contains(.language) && !result.contains(.direction) else {
            throw JSONLDError(.invalidValueObject, .typeOrLanguage)
        }
        let types = type?.asArray ?? []
        if types.contains(.string(Keyword.json.rawValue)) { return true }  // 15.2
        if value.isNull || value.isEmptyArray { return false }  // 15.3
        if result.contains(.language) {  // 15.4
            let areStrings = isFrame || value.string != nil
            guard areStrings else {
                throw JSONLDError(.invalidLanguageTaggedValue, .onlyStringsHaveLanguage)
            }
        }
        if !isFrame {  // 15.5
            for type in types {
                guard type.string.map({ IRIForm.isAbsolute($0) }) == true, types.count == 1, !(type == .null) else {
                    throw JSONLDError(.invalidTypedValue, .typeOfValueIsIRI)
                }
            }
            if let type, type.isEmptyArray || type.array != nil && types.count != 1 {
                throw JSONLDError(.invalidTypedValue, .typeOfValueIsIRI)
            }
        }
        return true
    }
}
