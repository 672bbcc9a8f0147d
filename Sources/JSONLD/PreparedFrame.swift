internal import ByteText
package import JSONText

/// A frame made ready, to lay out documents one after another: what is found out about the frame and its context is
/// found out once.
package final class PreparedFrame {
    private let processor: JSONLDProcessor
    private let session: Session
    private let slot: FrameSlot
    private let context: JSONValue
    private let active: ActiveContext
    private let usesDefaultGraph: Bool

    /// - Parameters:
    ///   - frame: the frame in expanded form.
    ///   - context: the context of the frame, and what it comes to.
    init(
        _ processor: JSONLDProcessor, _ session: Session, _ frame: [JSONValue], context: JSONValue,
        _ active: ActiveContext, usesDefaultGraph: Bool
    ) {
        self.processor = processor
        self.session = session
        slot = FrameSlot(.array(frame), options: FrameFlags(session.options))
        self.context = context
        self.active = active
        self.usesDefaultGraph = usesDefaultGraph
    }

    /// A document that is known to be in expanded form, such as one made by ``JSONLDProcessor/fromRDF(_:)``, as trees.
    package func trees(of expanded: JSONValue) throws(JSONLDError) -> JSONValue { try trees(of: expanded.asArray) }

    /// Steps 14 to 21 of `frame`.
    func trees(of expanded: [JSONValue]) throws(JSONLDError) -> JSONValue {
        let map = try NodeMapGeneration.map(of: expanded, session)  // 14
        var framing = Framing(map, usesDefaultGraph: usesDefaultGraph, session: session)
        var results = try framing.frame(slot)  // 15, 16
        // What stands in the results comes from the map, or from the defaults of the frame.
        if !session.isVersion10, map.hasBlankNodes || framing.hasDefaultValues {  // 17
            var counts: [ByteKey: Int] = [:]
            for result in results { Self.countBlankNodes(in: result, &counts) }
            if counts.values.contains(1) { results = results.map { Self.withoutLoneBlankNodes($0, counts) } }
        }
        if framing.hasDefaults { results = results.map { Self.replacingPreserve($0) ?? $0 } }  // 18
        let compaction = processor.compaction(session)
        let compacted = try compaction.compact(.array(results), of: .none, in: active, depth: 1)  // 19
        let cleaned = Self.replacingNulls(compacted) ?? compacted  // 20
        let complete = try processor.complete(cleaned, context: context, active, compaction)
        return .object(withGraph(complete, compaction.alias(of: .graph, in: active)))  // 21
    }

    /// Step 21: `@graph` around a single tree, if it must be there.
    private func withGraph(_ result: JSONObject, _ graph: String) -> JSONObject {
        let omitsGraph = processor.options.omitGraph ?? (processor.options.processingMode == .version11)
        guard !omitsGraph, result[graph]?.array == nil else { return result }
        var (outer, inner) = (JSONObject(), JSONObject())
        for member in result.members {
            if member.name == Keyword.context.rawValue {
                outer.append(newName: member.name, member.value)
            } else {
                inner.append(newName: member.name, member.value)
            }
        }
        outer.append(newName: graph, inner.isEmpty ? [] : .array([.object(inner)]))
        return outer
    }

    // MARK: Step 17: identifiers that nothing refers to

    private static func countBlankNodes(in value: JSONValue, _ counts: inout [ByteKey: Int]) {
        switch value {
        case .array(let items):
            for item in items { countBlankNodes(in: item, &counts) }
        case .object(let object):
            for member in object.members {
                if member.name == Keyword.id.rawValue || member.name == Keyword.type.rawValue {
                    for id in member.value.asArray {
                        if let id = id.string, IRIForm.isBlankNode(id) { counts[ByteKey(id), default: 0] += 1 }
                    }
                } else {
                    countBlankNodes(in: member.value, &counts)
                }
            }
        default: return
        }
    }

    private static func withoutLoneBlankNodes(_ value: JSONValue, _ counts: [ByteKey: Int]) -> JSONValue {
        switch value {
        case .array(let items): return .array(items.map { withoutLoneBlankNodes($0, counts) })
        case .object(let object):
            if object.isValueObject { return value }
            var result = JSONObject(minimumCapacity: object.count)
            for member in object.members {
                if member.name == Keyword.id.rawValue, let id = member.value.string, counts[ByteKey(id)] == 1 {
                    continue
                }
                result.append(newName: member.name, withoutLoneBlankNodes(member.value, counts))
            }
            return .object(result)
        default: return value
        }
    }

    // MARK: Steps 18 and 20: defaults and nulls

    /// A value without `@preserve`; `nil` where there is none in it.
    private static func replacingPreserve(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .array(let items): return replacing(in: items, by: replacingPreserve).map(JSONValue.array)
        case .object(let object):
            if let preserved = object[Keyword.preserve] { return preserved.asArray.first ?? .null }
            if object.isValueObject { return nil }
            return replacing(in: object, by: replacingPreserve).map(JSONValue.object)
        default: return nil
        }
    }

    /// A value with null for `@null`; `nil` where that changes nothing.
    private static func replacingNulls(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .string(nullWord): return .null
        case .array(let items):
            let replaced = replacing(in: items, by: replacingNulls)
            let result = replaced ?? items
            return result.count == 1 && result[0].isNull ? [] : replaced.map(JSONValue.array)
        case .object(let object): return replacing(in: object, by: replacingNulls).map(JSONValue.object)
        default: return nil
        }
    }

    /// The items, each replaced for which a function has another; `nil` where it has none: most of a document stays,
    /// and is not copied.
    private static func replacing(in items: [JSONValue], by other: (JSONValue) -> JSONValue?) -> [JSONValue]? {
        var result: [JSONValue]?
        for position in items.indices {
            guard let value = other(items[position]) else { continue }
            if result == nil { result = items }
            result?[position] = value
        }
        return result
    }

    private static func replacing(in object: JSONObject, by other: (JSONValue) -> JSONValue?) -> JSONObject? {
        var result: JSONObject?
        for position in 0..<object.count {
            guard let value = other(object.members[position].value) else { continue }
            if result == nil { result = object }
            result?.modifyValue(at: position) { $0 = value }
        }
        return result
    }
}
