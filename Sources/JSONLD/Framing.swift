internal import ByteText
internal import JSONText
internal import Localization

/// The Framing algorithm: trees of nodes, laid out as a frame asks.
///
/// Nodes are positions in a graph of the node map. Each node is looked at once for each frame that may match it; the
/// subjects of reverse properties are found by an index that is made for each property once.
/// - Spec: <https://www.w3.org/TR/json-ld11-framing/#framing-algorithm>, with its numbered steps.
struct Framing {
    private let session: Session
    private let graphs: [NodeMap.Graph]
    private let positions: [ByteKey: Int]
    /// Where the graph of all graphs merged stands, if that is what is framed.
    private let merged: Int?
    private var embedded: Set<Place> = []
    private var ancestors: Set<Place> = []
    private var referrers: [ReverseKey: [ByteKey: [Int]]] = [:]
    private var framedNodes = 0
    private var hasLastEmbeds = false

    /// A node of a graph.
    private struct Place: Hashable {
        let graph: Int
        let node: Int
    }

    private struct ReverseKey: Hashable {
        let graph: Int
        let property: ByteKey
    }

    init(_ map: NodeMap, usesDefaultGraph: Bool, session: Session) {
        self.session = session
        var graphs = map.graphs
        if usesDefaultGraph {
            merged = nil
        } else {
            merged = graphs.count
            graphs.append(map.merged())
        }
        self.graphs = graphs
        positions = Dictionary(
            graphs.indices.map { (ByteKey(graphs[$0].name), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The trees that a frame makes of the graph.
    mutating func frame(_ frame: [JSONValue]) throws(JSONLDError) -> [JSONValue] {
        let graph = merged ?? 0
        let trees = try self.frame(
            Array(graphs[graph].ids.indices), of: graph, .array(frame), FrameFlags(session.options), isTop: true,
            isEmbedded: false, depth: 1)
        return hasLastEmbeds ? trees.map(LastEmbeds.kept(in:)) : trees
    }

    private mutating func frame(
        _ subjects: [Int], of graph: Int, _ pattern: JSONValue, _ inherited: FrameFlags, isTop: Bool = false,
        isEmbedded: Bool, depth: Int
    ) throws(JSONLDError) -> [JSONValue] {
        try session.check(depth: depth)
        let frame = try Self.validated(pattern)  // 1
        let flags = try inherited.overridden(by: frame)  // 2
        var matches: [Int] = []  // 3
        for subject in subjects
        where try isMatch(subject, of: graph, frame, requireAll: flags.requireAll, depth: depth) {
            matches.append(subject)
        }
        let ids = graphs[graph].ids
        if session.options.ordered { matches.sort { ids[$0].precedesInBytes(ids[$1]) } }
        var results: [JSONValue] = []
        for match in matches {  // 4
            let place = Place(graph: graph, node: match)
            // Each tree at the top is complete in itself.
            if isTop { embedded.removeAll(keepingCapacity: true) }
            if !isEmbedded, embedded.contains(place) { continue }  // 4.2
            try countFramedNode()
            if isEmbedded,
                flags.embed == .never || ancestors.contains(place)
                    || flags.embed == .once && embedded.contains(place)
            {  // 4.3, 4.4
                results.append(.object(.id, .string(ids[match])))
                continue
            }
            embedded.insert(place)
            ancestors.insert(place)
            var tree = try output(of: place, frame, flags, subjects: subjects, depth: depth)  // 4.5 to 4.7
            if isEmbedded, flags.embed == .last {
                hasLastEmbeds = true
                tree = LastEmbeds.marked(tree)
            }
            results.append(tree)
            ancestors.remove(place)
        }
        return results
    }

    private mutating func countFramedNode() throws(JSONLDError) {
        framedNodes += 1
        guard framedNodes <= session.options.maximumFramedNodes else {
            throw JSONLDError(
                .limitExceeded, .tooManyFramedNodes, String(session.options.maximumFramedNodes))
        }
    }

    /// Steps 4.1 and 4.5 to 4.7: a node, as the frame lays it out.
    private mutating func output(
        of place: Place, _ frame: JSONObject, _ flags: FrameFlags, subjects: [Int], depth: Int
    ) throws(JSONLDError) -> JSONValue {
        let node = graphs[place.graph].nodes[place.node]
        let id = graphs[place.graph].ids[place.node]
        var output = JSONObject(minimumCapacity: node.count)
        output.append(newName: Keyword.id.rawValue, .string(id))
        if let named = positions[ByteKey(id)] {  // 4.5
            let inner = frame[Keyword.graph]
            if inner != nil || place.graph != merged {
                let subframe = inner?.asArray.first?.object ?? [:]
                output[Keyword.graph] = .array(
                    try self.frame(
                        Array(graphs[named].ids.indices), of: named, .object(subframe), flags, isEmbedded: false,
                        depth: depth + 1))
            }
        }
        if let included = frame[Keyword.included] {  // 4.6
            output[Keyword.included] = .array(
                try self.frame(
                    subjects, of: place.graph, included, flags, isEmbedded: false, depth: depth + 1))
        }
        for member in session.options.ordered ? node.sortedByName().members : node.members {  // 4.7
            if Keyword(member.name) != nil {  // 4.7.1
                output[member.name] = member.value
                continue
            }
            let subframe = frame[member.name]
            if subframe == nil, flags.explicit { continue }  // 4.7.2
            let values = try self.values(
                member.value.asArray, of: place.graph, subframe, flags, depth: depth)  // 4.7.3
            if !values.isEmpty { output[member.name] = .array(values) }
        }
        addDefaults(of: frame, flags, to: &output)  // 4.7.4
        try addReverse(of: frame, id: id, graph: place.graph, flags, to: &output, depth: depth)  // 4.7.5
        return .object(output)
    }

    /// Step 4.7.3: the values of a property, nodes framed in their turn.
    private mutating func values(
        _ items: [JSONValue], of graph: Int, _ subframe: JSONValue?, _ flags: FrameFlags, depth: Int
    ) throws(JSONLDError) -> [JSONValue] {
        let pattern = subframe ?? flags.implicitFrame
        var values: [JSONValue] = []
        for item in items {
            guard let object = item.object else { continue }
            if let list = object[Keyword.list] {  // 4.7.3.1
                let listPattern = subframe?.asArray.first?[Keyword.list.rawValue] ?? flags.implicitFrame
                var inner: [JSONValue] = []
                for listItem in list.asArray {
                    if let referenced = reference(listItem, in: graph) {
                        inner += try frame(
                            [referenced], of: graph, listPattern, flags, isEmbedded: true, depth: depth + 1)
                    } else {
                        inner.append(listItem)
                    }
                }
                values.append(.object(.list, .array(inner)))
            } else if let referenced = reference(item, in: graph) {  // 4.7.3.2
                values += try frame([referenced], of: graph, pattern, flags, isEmbedded: true, depth: depth + 1)
            } else if ValuePattern.matches(pattern.asArray.first, object) {  // 4.7.3.3
                values.append(item)
            }
        }
        return values
    }

    /// The node that a value refers to.
    private func reference(_ value: JSONValue, in graph: Int) -> Int? {
        guard let object = value.object, object.isNodeReference, let id = object[Keyword.id]?.string else { return nil }
        return graphs[graph].position(of: id)
    }

    /// Step 4.7.4: what the frame asks for and the node lacks.
    private func addDefaults(of frame: JSONObject, _ flags: FrameFlags, to output: inout JSONObject) {
        for member in session.options.ordered ? frame.sortedByName().members : frame.members {
            let first = member.value.asArray.first
            if member.name == Keyword.type.rawValue {
                guard first?[Keyword.default.rawValue] != nil else { continue }
            } else if Keyword(member.name) != nil {
                continue
            }
            let omits = FrameFlags.truth(.omitDefault, of: first?.object ?? [:]) ?? flags.omitDefault
            guard !omits, !output.contains(member.name) else { continue }
            let value = first?[Keyword.default.rawValue] ?? .string(nullWord)
            output[member.name] = .array([.object(.preserve, .array(value.asArray))])
        }
    }

    /// Step 4.7.5
    private mutating func addReverse(
        of frame: JSONObject, id: String, graph: Int, _ flags: FrameFlags, to output: inout JSONObject, depth: Int
    ) throws(JSONLDError) {
        guard case .object(let reverse)? = frame[Keyword.reverse] else { return }
        var result = JSONObject()
        for member in session.options.ordered ? reverse.sortedByName().members : reverse.members {
            let referring = referrers(by: member.name, in: graph)[ByteKey(id)] ?? []
            guard !referring.isEmpty else { continue }
            var nodes: [JSONValue] = []
            for subject in referring {
                nodes += try self.frame(
                    [subject], of: graph, member.value, flags, isEmbedded: true, depth: depth + 1)
            }
            result[member.name] = .array(nodes)
        }
        if !result.isEmpty { output[Keyword.reverse] = .object(result) }
    }

    /// For each node, the nodes that refer to it by a property.
    /// - Complexity: O(*n*) in the graph the first time, O(1) after.
    private mutating func referrers(by property: String, in graph: Int) -> [ByteKey: [Int]] {
        let key = ReverseKey(graph: graph, property: ByteKey(property))
        if let known = referrers[key] { return known }
        var result: [ByteKey: [Int]] = [:]
        for (position, node) in graphs[graph].nodes.enumerated() {
            for value in node[property]?.asArray ?? [] {
                guard let id = value[Keyword.id.rawValue]?.string else { continue }
                if result[ByteKey(id)]?.last != position { result[ByteKey(id), default: []].append(position) }
            }
        }
        referrers[key] = result
        return result
    }

    // MARK: Matching

    /// Frame Matching: whether a frame is meant for a node.
    /// - Spec: <https://www.w3.org/TR/json-ld11-framing/#frame-matching>, with its numbered steps.
    private mutating func isMatch(
        _ subject: Int, of graph: Int, _ frame: JSONObject, requireAll: Bool, depth: Int
    ) throws(JSONLDError) -> Bool {
        try session.check(depth: depth)
        let node = graphs[graph].nodes[subject]
        var isWildcard = true  // 1
        var matchesSome = false
        for member in frame.members {  // 2
            let patterns = member.value.asArray
            let values = node[member.name]?.asArray ?? []
            let matches: Bool
            switch Keyword(member.name) {
            case .id?:  // 2.1
                isWildcard = false
                matches = patterns.first.map { $0.isEmptyObject } ?? true || patterns.contains(where: values.contains)
                if !requireAll { return matches }
            case .type?:  // 2.2
                isWildcard = false
                if patterns.isEmpty {
                    matches = values.isEmpty
                } else if patterns.count == 1, patterns[0].isEmptyObject {
                    matches = !values.isEmpty
                } else {
                    matches = patterns.contains { $0[Keyword.default.rawValue] != nil || values.contains($0) }
                }
                if !matches || !requireAll { return matches }  // 2.3
            case _?: continue
            case nil:
                isWildcard = false
                if let first = patterns.first {  // 2.4
                    _ = try Self.validated(first)
                    // 2.5
                    if values.isEmpty, first[Keyword.default.rawValue] != nil { continue }
                }
                if !values.isEmpty, patterns.isEmpty { return false }  // 2.6
                matches = try matchesProperty(
                    values, of: graph, patterns.first?.object, requireAll: requireAll, depth: depth)
            }
            if !matches, requireAll { return false }
            matchesSome = matchesSome || matches
        }
        return isWildcard || matchesSome
    }

    /// Steps 2.7 to 2.10
    private mutating func matchesProperty(
        _ values: [JSONValue], of graph: Int, _ pattern: JSONObject?, requireAll: Bool, depth: Int
    ) throws(JSONLDError) -> Bool {
        guard let pattern else { return values.isEmpty }
        if let list = pattern[Keyword.list] {
            guard let items = values.first?[Keyword.list.rawValue]?.asArray, let inner = list.asArray.first?.object
            else { return false }
            return try matchesProperty(items, of: graph, inner, requireAll: requireAll, depth: depth)
        }
        if pattern.isValueObject {  // 2.8
            return values.contains { $0.object.map { ValuePattern.matches(.object(pattern), $0) } ?? false }
        }
        let isWildcard = pattern.members.allSatisfy { FrameFlags.isFlag($0.name) }
        if isWildcard { return !values.isEmpty }  // 2.7
        for value in values {  // 2.9
            if let referenced = reference(value, in: graph),
                try isMatch(referenced, of: graph, pattern, requireAll: requireAll, depth: depth + 1)
            {
                return true
            }
        }
        return false
    }

    /// Step 1 of the Framing algorithm: a frame is one object, whose `@id` and `@type` are IRIs or wildcards.
    private static func validated(_ pattern: JSONValue) throws(JSONLDError) -> JSONObject {
        let frames = pattern.asArray
        guard frames.count == 1, case .object(let frame) = frames[0] else {
            throw JSONLDError(.invalidFrame, .frameIsObject)
        }
        for keyword in [Keyword.id, .type] {
            for value in frame[keyword]?.asArray ?? [] {
                switch value {
                case .object: continue
                case .string(let iri) where IRIForm.isAbsolute(iri) || iri == Keyword.json.rawValue: continue
                default: throw JSONLDError(.invalidFrame, .frameIRIs, keyword.rawValue)
                }
            }
        }
        return frame
    }
}
