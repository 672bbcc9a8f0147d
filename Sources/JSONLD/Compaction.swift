internal import ByteText
internal import JSONText
internal import Localization
internal import RDFModel

/// The Compaction algorithm: an expanded document in the words of a context.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#compaction-algorithm>, with its numbered steps.
struct Compaction {
    let session: Session
    let compactArrays: Bool
    let ordered: Bool

    /// Compacts an element.
    /// - Complexity: O(*n*) in the size of the element; each IRI is also compared with the prefixes of the context.
    func compact(
        _ element: JSONValue, of property: ActiveProperty, in active: ActiveContext, depth: Int
    ) throws(JSONLDError) -> JSONValue {
        switch element {
        case .null, .bool, .number, .string: return element  // 2
        case .array(let elements):  // 3
            try session.check(depth: depth)
            var result: [JSONValue] = []
            result.reserveCapacity(elements.count)
            for item in elements {
                let compacted = try compact(item, of: property, in: active, depth: depth + 1)
                if !compacted.isNull { result.append(compacted) }
            }
            let keepsArray: Bool
            switch property {
            case .keyword(.graph), .keyword(.set): keepsArray = true
            default: keepsArray = property.definition?.container.isDisjoint(with: [.list, .set]) == false
            }
            if result.count != 1 || !compactArrays || keepsArray { return .array(result) }  // 3.3
            return result[0]
        case .object(let object):  // 4
            try session.check(depth: depth)
            return try compact(object, of: property, in: active, depth: depth)
        }
    }

    private func compact(
        _ element: JSONObject, of property: ActiveProperty, in given: ActiveContext, depth: Int
    ) throws(JSONLDError) -> JSONValue {
        var (active, property) = (given, property)
        let typeScoped = active  // 1
        let keywords = KeywordSet(element)
        let isReference = keywords == .id
        if let previous = active.previous, !keywords.contains(.value), !isReference {  // 5
            active = previous
        }
        // The definition of the property comes from the context in which the property stands.
        if let definition = property.definition, definition.context != nil {  // 6
            active = try session.context(
                scopedBy: definition, in: active, overridesProtected: true, propagates: true)
            property = property.looked(upIn: active)
        } else if active !== given {
            property = property.looked(upIn: active)
        }
        if property.definition == nil, let leaf = try compactLeaf(element, keywords, in: active) { return leaf }
        // A node with properties is no value: only references and value objects can become scalars.
        if keywords.contains(.value) || keywords.isSubset(of: [.id, .index]) && keywords.contains(.id) {  // 7
            let compacted = try compactValue(element, of: property.definition, in: active)
            let isJSON = property.definition?.type?.isJSON == true && keywords.contains(.value)
            // Null is what a reference to nothing comes to.
            if compacted.isScalar || compacted.isNull || isJSON { return compacted }
        }
        if keywords.contains(.list), property.definition?.container.contains(.list) == true {  // 8
            return try compact(element[Keyword.list] ?? [], of: property, in: active, depth: depth + 1)
        }
        if keywords.contains(.type), let types = element[Keyword.type] {  // 11
            active = try typeScopedContext(types, typeScoped: typeScoped, active: active)
        }
        var result = JSONObject(minimumCapacity: element.count)  // 10
        for member in ordered ? element.sortedByName().members : element.members {  // 12
            if let keyword = Keyword(member.name) {
                try compact(
                    keyword, member.value, of: property, into: &result, active, typeScoped: typeScoped, depth: depth)
            } else {
                try compact(
                    member.name, member.value, of: property, into: &result, active, depth: depth)
            }
        }
        return .object(result)  // 13
    }

    /// Step 11
    private func typeScopedContext(
        _ types: JSONValue, typeScoped: ActiveContext, active: ActiveContext
    ) throws(JSONLDError) -> ActiveContext {
        var result = active
        var terms: [String] = []
        for type in types.asArray {
            guard let iri = type.string else { continue }
            let compacted = try compactedType(iri, in: typeScoped)
            if compacted.hasContext { terms.append(compacted.term) }
        }
        guard !terms.isEmpty else { return active }
        for term in terms.sorted(by: { $0.precedesInBytes($1) }) {
            guard let definition = typeScoped.definition(of: term) else { continue }
            result = try session.context(
                scopedBy: definition, in: result, overridesProtected: false, propagates: false)
        }
        return result
    }

    // MARK: Keywords

    /// Steps 12.1 to 12.6, and 12.7, 12.8 for the keywords that hold nodes.
    private func compact(
        _ keyword: Keyword, _ value: JSONValue, of property: ActiveProperty, into result: inout JSONObject,
        _ active: ActiveContext, typeScoped: ActiveContext, depth: Int
    ) throws(JSONLDError) {
        switch keyword {
        case .id:  // 12.1
            if let id = value.string {
                result[alias(of: .id, in: active)] = .string(try compactIRI(id, in: active))
            } else {
                result[alias(of: .id, in: active)] = value
            }
        case .type: try compactTypes(value, into: &result, active, typeScoped: typeScoped)
        case .reverse:  // 12.3
            try compactReverse(value, into: &result, active, depth: depth)
        case .preserve:  // 12.4
            let compacted = try compact(value, of: property, in: active, depth: depth + 1)
            if !value.isEmptyArray { result[keyword] = compacted }
        case .index where property.definition?.container.contains(.index) == true: return  // 12.5
        case .direction, .index, .language, .value:  // 12.6
            result[alias(of: keyword, in: active)] = value
        default:
            try compact(keyword.rawValue, value, of: property, into: &result, active, depth: depth)
        }
    }

    /// Step 12.2
    private func compactTypes(
        _ value: JSONValue, into result: inout JSONObject, _ active: ActiveContext, typeScoped: ActiveContext
    ) throws(JSONLDError) {
        let alias = alias(of: .type, in: active)
        let isSet = !session.isVersion10 && active.definition(of: alias)?.container.contains(.set) == true
        let asArray = isSet || !compactArrays
        if let type = value.string {
            result.add(.string(try compactedType(type, in: typeScoped).term), to: alias, asArray: asArray)
            return
        }
        var types: [JSONValue] = []
        // Types that stand for nothing go: null would make the result one that nobody may read.
        for type in value.asArray where !type.isNull {
            types.append(
                try type.string.map { text throws(JSONLDError) in
                    .string(try compactedType(text, in: typeScoped).term)
                } ?? type)
        }
        if types.isEmpty, !value.isEmptyArray { return }
        result.add(types.count == 1 ? types[0] : .array(types), to: alias, asArray: asArray)
        if types.isEmpty { result[alias] = [] }
    }

    /// Step 12.3
    private func compactReverse(
        _ value: JSONValue, into result: inout JSONObject, _ active: ActiveContext, depth: Int
    ) throws(JSONLDError) {
        let compacted = try compact(value, of: .keyword(.reverse), in: active, depth: depth + 1)
        var remaining = JSONObject()
        for member in compacted.object ?? [:] {
            if let definition = active.definition(of: member.name), definition.isReverse {
                let asArray = definition.container.contains(.set) || !compactArrays
                result.add(member.value, to: member.name, asArray: asArray)
            } else {
                remaining.append(newName: member.name, member.value)
            }
        }
        if !remaining.isEmpty { result[alias(of: .reverse, in: active)] = .object(remaining) }
    }

    // MARK: Properties

    /// Steps 12.7 and 12.8
    private func compact(
        _ expandedProperty: String, _ value: JSONValue, of property: ActiveProperty, into result: inout JSONObject,
        _ active: ActiveContext, depth: Int
    ) throws(JSONLDError) {
        // Values are arrays in expanded form, except in a few members.
        let items = if case .array(let items) = value { items } else { [value] }
        if items.isEmpty {  // 12.7
            let term = try compactIRI(
                expandedProperty, in: active, value: value, vocab: true, isReverse: property.isReverse)
            let nest = try nest(of: active.definition(of: term), in: active)
            Self.modify(&result, nest: nest) { $0.add([], to: term, asArray: true) }
        }
        guard !items.isEmpty else { return }
        let inverse = inverse(of: active)
        let terms = inverse.terms(of: expandedProperty)
        let isReverse = property.isReverse
        // Where the last leaf went: the next one is likely to follow it.
        var last: (target: CompactionTarget, position: Int)?
        for item in items {  // 12.8
            let object = if case .object(let object) = item { Optional(object) } else { JSONObject?.none }
            let keywords = object.map { KeywordSet($0) } ?? []
            let target = try target(
                of: expandedProperty, item, object, keywords, terms, inverse, active, isReverse: isReverse)
            if target.isPlain, let object, let leaf = try compactLeaf(object, keywords, in: active) {
                if let last, last.target === target {
                    result.append(leaf, at: last.position)
                } else {
                    last = (target, result.add(leaf, to: target.term, asArray: target.asArray))
                }
                continue
            }
            last = nil
            let isList = keywords.contains(.list)
            let isGraph = keywords.isGraphObject
            let inner: JSONValue
            if isList, let list = object?[Keyword.list] {
                inner = list
            } else if isGraph, let graph = object?[Keyword.graph] {
                inner = graph
            } else {
                inner = item
            }
            let compacted = try compact(inner, of: target.property, in: active, depth: depth + 1)
            if let object, isList {  // 12.8.7
                addList(compacted, object, to: target, in: &result, active)
            } else if let object, isGraph {  // 12.8.8
                try addGraph(compacted, object, to: target, in: &result, active)
            } else if !target.container.isDisjoint(with: [.language, .index, .id, .type]),
                !target.container.contains(.graph)
            {  // 12.8.9
                try addToMap(compacted, item, to: target, in: &result, active, depth: depth)
            } else {  // 12.8.10
                Self.modify(&result, nest: target.nest) {
                    $0.add(compacted, to: target.term, asArray: target.asArray)
                }
            }
        }
    }

    /// Steps 12.8.1 to 12.8.5: where a value goes.
    private func target(
        of expandedProperty: String, _ item: JSONValue, _ object: JSONObject?, _ keywords: KeywordSet,
        _ terms: PropertyTerms, _ inverse: InverseContext, _ active: ActiveContext, isReverse: Bool
    ) throws(JSONLDError) -> CompactionTarget {
        let kind = PropertyTerms.Kind(object, keywords, isReverse: isReverse, inverse)
        if let kind, let known = terms.target(of: kind) { return known }
        let term = try compactIRI(expandedProperty, in: active, value: item, vocab: true, isReverse: isReverse)
        let definition = active.definition(of: term)
        let target = CompactionTarget(
            term: term, definition: definition, nest: try nest(of: definition, in: active),
            asArray: definition?.container.contains(.set) == true || expandedProperty == Keyword.graph.rawValue
                || expandedProperty == Keyword.list.rawValue || !compactArrays)
        if let kind { terms.remember(target, of: kind) }
        return target
    }

    /// Steps 12.7.2 and 12.8.2: the member in which a property is nested.
    private func nest(of definition: TermDefinition?, in active: ActiveContext) throws(JSONLDError) -> String? {
        guard let nest = definition?.nest else { return nil }
        guard nest == Keyword.nest.rawValue || active.definition(of: nest)?.keyword == .nest else {
            throw JSONLDError(.invalidNestValue, .notATermForNest, nest)
        }
        return nest
    }

    /// Changes the result, or the object nested in it.
    private static func modify(_ result: inout JSONObject, nest: String?, _ change: (inout JSONObject) -> Void) {
        guard let nest else { return change(&result) }
        modifyObject(in: &result, at: nest, change)
    }

    private static func modifyObject(
        in result: inout JSONObject, at name: String, _ change: (inout JSONObject) -> Void
    ) {
        result.modifyValue(of: name, default: [:]) { value in
            var object = value.object ?? [:]
            value = .null  // so that the object has one owner
            change(&object)
            value = .object(object)
        }
    }

    /// Adds to the map that a property with a map as its container holds.
    private static func add(
        _ value: JSONValue, at key: String, to target: CompactionTarget, in result: inout JSONObject
    ) {
        modify(&result, nest: target.nest) { nested in
            modifyObject(in: &nested, at: target.term) { $0.add(value, to: key, asArray: target.asArray) }
        }
    }

    /// Step 12.8.7
    private func addList(
        _ compacted: JSONValue, _ expanded: JSONObject, to target: CompactionTarget, in result: inout JSONObject,
        _ active: ActiveContext
    ) {
        let items = JSONValue.array(compacted.asArray)
        if target.container.contains(.list) {  // 12.8.7.3
            Self.modify(&result, nest: target.nest) { $0[target.term] = items }
            return
        }
        var list: JSONObject = [alias(of: .list, in: active): items]
        if let index = expanded[Keyword.index] { list[alias(of: .index, in: active)] = index }
        Self.modify(&result, nest: target.nest) { $0.add(.object(list), to: target.term, asArray: target.asArray) }
    }

    /// Step 12.8.8
    private func addGraph(
        _ compacted: JSONValue, _ expanded: JSONObject, to target: CompactionTarget, in result: inout JSONObject,
        _ active: ActiveContext
    ) throws(JSONLDError) {
        let container = target.container
        if container.contains([.graph, .id]) {  // 12.8.8.1
            let key =
                if let id = expanded[Keyword.id]?.string {
                    try compactIRI(id, in: active)
                } else {
                    alias(of: .noneKey, in: active)
                }
            Self.add(compacted, at: key, to: target, in: &result)
        } else if container.contains([.graph, .index]), expanded.isSimpleGraphObject {  // 12.8.8.2
            let key = expanded[Keyword.index]?.string ?? alias(of: .noneKey, in: active)
            Self.add(compacted, at: key, to: target, in: &result)
        } else if container.contains(.graph), expanded.isSimpleGraphObject {  // 12.8.8.3
            var value = compacted
            if let items = compacted.array, items.count > 1 {
                value = .object([alias(of: .included, in: active): compacted])
            }
            Self.modify(&result, nest: target.nest) { $0.add(value, to: target.term, asArray: target.asArray) }
        } else {  // 12.8.8.4
            var graph: JSONObject = [alias(of: .graph, in: active): compacted]
            if let id = expanded[Keyword.id]?.string {
                graph[alias(of: .id, in: active)] = .string(try compactIRI(id, in: active))
            }
            if let index = expanded[Keyword.index] { graph[alias(of: .index, in: active)] = index }
            Self.modify(&result, nest: target.nest) {
                $0.add(.object(graph), to: target.term, asArray: target.asArray)
            }
        }
    }

    /// Step 12.8.9
    private func addToMap(
        _ compacted: JSONValue, _ expanded: JSONValue, to target: CompactionTarget, in result: inout JSONObject,
        _ active: ActiveContext, depth: Int
    ) throws(JSONLDError) {
        let container = target.container
        var value = compacted
        var key: String?
        if container.contains(.language), let literal = expanded[Keyword.value.rawValue] {  // 12.8.9.4
            value = literal
            key = expanded[Keyword.language.rawValue]?.string
        } else if container.contains(.index) {
            if let indexKey = target.definition?.index, indexKey != Keyword.index.rawValue {  // 12.8.9.6
                // The term for the index may depend on its value: ask for the one that was taken.
                let iri = active.expandIRI(indexKey, vocab: true) ?? indexKey
                let property = try compactIRI(
                    iri, in: active, value: expanded[iri]?.asArray.first, vocab: true)
                key = Self.takeFirst(of: property, from: &value)
            } else {  // 12.8.9.5
                key = expanded[Keyword.index.rawValue]?.string
            }
        } else if container.contains(.id) {  // 12.8.9.7
            if case .object(var object) = value {
                key = object.removeValue(of: alias(of: .id, in: active))?.string
                value = .object(object)
            }
        } else if container.contains(.type) {  // 12.8.9.8
            key = Self.takeFirst(of: alias(of: .type, in: active), from: &value)
            if case .object(let object) = value, object.count == 1,
                active.expandedKey(object[0].name).keyword == .id, let id = expanded[Keyword.id.rawValue]
            {
                value = try compact(
                    .object(.id, id), of: .term(target.term, target.definition), in: active, depth: depth + 1)
            }
        }
        Self.add(value, at: key ?? alias(of: .noneKey, in: active), to: target, in: &result)
    }

    /// Takes the first text out of a property's values, and the property away if that was all.
    private static func takeFirst(of property: String, from value: inout JSONValue) -> String? {
        guard case .object(var object) = value, let values = object[property]?.asArray,
            let first = values.first?.string
        else { return nil }
        switch values.count {
        case 1: object.removeValue(of: property)
        case 2: object[property] = values[1]
        default: object[property] = .array(Array(values.dropFirst()))
        }
        value = .object(object)
        return first
    }
}
