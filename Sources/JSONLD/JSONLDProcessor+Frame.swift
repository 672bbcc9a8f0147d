internal import ByteText
public import JSONText

extension JSONLDProcessor {
    /// The document as trees that a frame describes, in the words of the frame's context.
    ///
    /// Each node that matches the frame becomes a tree; with ``JSONLDOptions/ordered``, and only then, trees and members
    /// stand in code point order.
    /// - Throws: ``JSONLDError``
    /// - Spec: <https://www.w3.org/TR/json-ld11-framing/#dom-jsonldprocessor-frame>
    public func frame(_ input: JSONValue, frame: JSONValue) throws(JSONLDError) -> JSONValue {
        let session = Session(options: options, loader: loader)
        let document = try remoteDocument(input, session)  // 2, 3
        let remoteFrame = try remoteDocument(frame, session)  // 5, 6
        return try self.frame(document, frame: remoteFrame, session)
    }

    /// A fetched document as trees that a fetched frame describes.
    public func frame(_ document: RemoteDocument, frame: RemoteDocument) throws(JSONLDError) -> JSONValue {
        try self.frame(opened(document), frame: opened(frame), Session(options: options, loader: loader))
    }

    /// A frame in expanded form, by which a program can see what it will reach.
    package func expandedFrame(_ frame: JSONValue) throws(JSONLDError) -> [JSONValue] {
        let session = Session(options: options, loader: loader)
        return try expanded(remoteDocument(frame, session), isFrame: true, session)
    }

    private func frame(
        _ document: RemoteDocument, frame: RemoteDocument, _ session: Session
    ) throws(JSONLDError) -> JSONValue {
        let expanded = try expanded(document, isFrame: false, session)  // 4
        return try self.frame(expanded: expanded, frame: frame, documentURL: document.documentURL, session)
    }

    /// A document that is known to be in expanded form, such as one made by ``fromRDF(_:)``, as trees.
    public func frame(expanded: JSONValue, frame: JSONValue) throws(JSONLDError) -> JSONValue {
        let session = Session(options: options, loader: loader)
        return try self.frame(
            expanded: expanded.asArray, frame: remoteDocument(frame, session), documentURL: nil, session)
    }

    private func frame(
        expanded: [JSONValue], frame remoteFrame: RemoteDocument, documentURL: String?, _ session: Session
    ) throws(JSONLDError) -> JSONValue {
        var expandedFrame = try self.expanded(remoteFrame, isFrame: true, session)  // 7
        if expandedFrame.isEmpty { expandedFrame = [[:]] }
        let context = remoteFrame.document[Keyword.context.rawValue] ?? [:]  // 8
        let active = try compactionContext(  // 9 to 12
            context, documentURL: remoteFrame.documentURL ?? documentURL, session)
        let namesGraph = remoteFrame.document.object?.members.contains {  // 13
            active.expandedKey($0.name).keyword == .graph
        }
        let map = try NodeMapGeneration.map(of: expanded, session)  // 14
        var framing = Framing(
            map, usesDefaultGraph: options.frameDefault || namesGraph == true, session: session)
        var results = try framing.frame(expandedFrame)  // 15, 16
        // What stands in the results comes from the map, or from the defaults of the frame.
        if !session.isVersion10, map.hasBlankNodes || framing.hasDefaultValues {  // 17
            var counts: [ByteKey: Int] = [:]
            for result in results { Self.countBlankNodes(in: result, &counts) }
            if counts.values.contains(1) { results = results.map { Self.withoutLoneBlankNodes($0, counts) } }
        }
        if framing.hasDefaults { results = results.map { Self.replacingPreserve($0) ?? $0 } }  // 18
        let compaction = compaction(session)
        let compacted = try compaction.compact(.array(results), of: .none, in: active, depth: 1)  // 19
        let cleaned = Self.replacingNulls(compacted) ?? compacted  // 20
        let complete = try complete(cleaned, context: context, active, compaction)
        return .object(withGraph(complete, compaction.alias(of: .graph, in: active)))  // 21
    }

    /// Step 21: `@graph` around a single tree, if it must be there.
    private func withGraph(_ result: JSONObject, _ graph: String) -> JSONObject {
        let omitsGraph = options.omitGraph ?? (options.processingMode == .version11)
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
