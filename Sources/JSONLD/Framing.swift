internal import ByteText
internal import JSONText
internal import Localization

/// The Framing algorithm: trees of nodes, laid out as a frame asks.
///
/// Nodes are positions in a graph of the node map. Whether a frame is meant for a node is found out once for each pair,
/// and which nodes of a graph a frame is meant for once for each frame; the subjects of reverse properties are found by
/// an index that is made for each property once. What is put out is counted, since `@always` can multiply it.
/// - Spec: <https://www.w3.org/TR/json-ld11-framing/#framing-algorithm>, with its numbered steps.
struct Framing {
    private let session: Session
    private let graphs: [NodeMap.Graph]
    private let positions: [ByteKey: Int]
    /// Where the graph of all graphs merged stands, if that is what is framed.
    private let merged: Int?
    private var embedded: Set<Place> = []
    private var ancestors: Set<Place> = []
    private var referrers: [ReverseKey: [Int: [Int]]] = [:]
    private var answers: [MatchKey: Bool] = [:]
    private var matchingNodes: [MatchKey: [Int]] = [:]
    private var framedValues = 0
    private let mostValues: Int
    private var hasLastEmbeds = false
    /// Whether something has been put out for what a node lacks.
    private(set) var hasDefaults = false
    /// Whether something of that is more than null.
    private(set) var hasDefaultValues = false

    /// A node of a graph.
    private struct Place: Hashable {
        let graph: Int
        let node: Int
    }

    /// A graph, and the place of a property below `@reverse`.
    private struct ReverseKey: Hashable {
        let graph: Int
        let slot: ObjectIdentifier
    }

    /// A frame, and a node or all nodes of a graph.
    private struct MatchKey: Hashable {
        let pattern: ObjectIdentifier
        let graph: Int
        var node = -1
    }

    /// How many values may be put out for each one that there is, where there are many.
    private static let growth = 64
    private static let leastLimit = 1_000_000

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
        let size = graphs.reduce(0) { $0 + $1.size }
        mostValues = session.options.maximumFramedNodes ?? max(Self.leastLimit, Self.growth * size)
    }

    /// The trees that a frame makes of the graph.
    mutating func frame(_ slot: FrameSlot) throws(JSONLDError) -> [JSONValue] {
        let trees = try frame(allOf: merged ?? 0, slot, isTop: true, depth: 1)
        return hasLastEmbeds ? trees.map(LastEmbeds.kept(in:)) : trees
    }

    /// The trees of all nodes of a graph for which a frame is meant.
    private mutating func frame(
        allOf graph: Int, _ slot: FrameSlot, isTop: Bool = false, depth: Int
    ) throws(JSONLDError) -> [JSONValue] {
        try session.check(depth: depth)
        let pattern = try slot.nodePattern()  // 1, 2
        var results: [JSONValue] = []
        for match in try matches(of: graph, pattern, depth: depth) {  // 3, 4
            let place = Place(graph: graph, node: match)
            // Each tree at the top is complete in itself.
            if isTop { embedded.removeAll(keepingCapacity: true) }
            try count(1)
            if embedded.contains(place) { continue }  // 4.2
            results.append(try tree(of: place, pattern, depth: depth))
        }
        return results
    }

    /// The tree of a node that stands in another, or its name; `nil` where the frame is not meant for it.
    private mutating func frame(
        _ subject: Int, of graph: Int, _ slot: FrameSlot, depth: Int
    ) throws(JSONLDError) -> JSONValue? {
        try session.check(depth: depth)
        let pattern = try slot.nodePattern()  // 1, 2
        guard try isKnownMatch(subject, of: graph, pattern, depth: depth) else { return nil }  // 3
        let place = Place(graph: graph, node: subject)
        let embed = pattern.flags.embed
        try count(1)
        if embed == .never || ancestors.contains(place) || embed == .once && embedded.contains(place) {  // 4.3, 4.4
            return .object(.id, .string(graphs[graph].ids[subject]))
        }
        let tree = try tree(of: place, pattern, depth: depth)
        guard embed == .last else { return tree }
        hasLastEmbeds = true
        return LastEmbeds.marked(tree)
    }

    /// Steps 4.5 to 4.7
    private mutating func tree(
        of place: Place, _ pattern: FramePattern, depth: Int
    ) throws(JSONLDError) -> JSONValue {
        embedded.insert(place)
        ancestors.insert(place)
        let tree = try output(of: place, pattern, depth: depth)
        ancestors.remove(place)
        return tree
    }

    /// Counts values that are looked at to be put out.
    private mutating func count(_ values: Int) throws(JSONLDError) {
        try session.work(values)
        framedValues += values
        guard framedValues <= mostValues else {
            throw JSONLDError(.limitExceeded, .tooManyFramedNodes, String(mostValues))
        }
    }

    /// Steps 4.1 and 4.5 to 4.7: a node, as the frame lays it out.
    private mutating func output(
        of place: Place, _ pattern: FramePattern, depth: Int
    ) throws(JSONLDError) -> JSONValue {
        let node = graphs[place.graph].nodes[place.node]
        let id = graphs[place.graph].ids[place.node]
        var output = JSONObject(minimumCapacity: node.count)
        output.append(newName: Keyword.id.rawValue, .string(id))
        if let named = positions[ByteKey(id)] {  // 4.5
            let inner = pattern.frame[Keyword.graph]
            if inner != nil || place.graph != merged {
                output[Keyword.graph] = .array(
                    try frame(allOf: named, pattern.graph, depth: depth + 1))
            }
        }
        if let included = pattern.slot(of: Keyword.included.rawValue) {  // 4.6
            output[Keyword.included] = .array(
                try frame(allOf: place.graph, included, depth: depth + 1))
        }
        for member in session.options.ordered ? node.sortedByName().members : node.members {  // 4.7
            if Keyword(member.name) != nil {  // 4.7.1
                try count(member.value.array?.count ?? 1)
                output[member.name] = member.value
                continue
            }
            let subframe = pattern.slot(of: member.name)
            if subframe == nil, pattern.flags.explicit { continue }  // 4.7.2
            let values = try self.values(
                member.value.asArray, of: place.graph, subframe, pattern, depth: depth)  // 4.7.3
            // No keyword, and each name of the node once: the output has no such member.
            if !values.isEmpty { output.append(newName: member.name, .array(values)) }
        }
        try addDefaults(of: pattern, to: &output)  // 4.7.4
        try addReverse(of: pattern, place, to: &output, depth: depth)  // 4.7.5
        return .object(output)
    }

    /// Step 4.7.3: the values of a property, nodes framed in their turn.
    private mutating func values(
        _ items: [JSONValue], of graph: Int, _ subframe: FrameSlot?, _ pattern: FramePattern, depth: Int
    ) throws(JSONLDError) -> [JSONValue] {
        try count(items.count)
        let slot = subframe ?? pattern.implicit
        var values: [JSONValue] = []
        for item in items {
            guard let object = item.object else { continue }
            if let list = object[Keyword.list] {  // 4.7.3.1
                let listSlot = subframe?.items ?? pattern.implicit
                var inner: [JSONValue] = []
                try count(list.array?.count ?? 1)
                for listItem in list.asArray {
                    if let referenced = reference(listItem, in: graph) {
                        if let tree = try frame(referenced, of: graph, listSlot, depth: depth + 1) {
                            inner.append(tree)
                        }
                    } else {
                        inner.append(listItem)
                    }
                }
                values.append(.object(.list, .array(inner)))
            } else if let referenced = reference(item, in: graph) {  // 4.7.3.2
                if let tree = try frame(referenced, of: graph, slot, depth: depth + 1) { values.append(tree) }
            } else if slot.valuePattern.matches(object) {  // 4.7.3.3
                values.append(item)
            }
        }
        return values
    }

    /// The node that a value refers to.
    private func reference(_ value: JSONValue, in graph: Int) -> Int? {
        guard let object = value.object, object.isNodeReference, let id = object.members[0].value.string else {
            return nil
        }
        return graphs[graph].position(of: id)
    }

    /// Step 4.7.4: what the frame asks for and the node lacks.
    private mutating func addDefaults(of pattern: FramePattern, to output: inout JSONObject) throws(JSONLDError) {
        try count(pattern.frame.count)
        for missing in pattern.defaults where !output.contains(missing.name) {
            output.append(newName: missing.name, missing.value)
            hasDefaults = true
            if !missing.isNull { hasDefaultValues = true }
        }
    }

    /// Step 4.7.5
    private mutating func addReverse(
        of pattern: FramePattern, _ place: Place, to output: inout JSONObject, depth: Int
    ) throws(JSONLDError) {
        guard !pattern.reverse.isEmpty else { return }
        try count(pattern.reverse.count)
        var result = JSONObject()
        for (property, slot) in pattern.reverse {
            let referring = referrers(of: place, by: property, slot)
            guard !referring.isEmpty else { continue }
            try count(referring.count)
            var nodes: [JSONValue] = []
            for subject in referring {
                if let tree = try frame(subject, of: place.graph, slot, depth: depth + 1) { nodes.append(tree) }
            }
            result[property] = .array(nodes)
        }
        if !result.isEmpty { output[Keyword.reverse] = .object(result) }
    }

    /// The nodes that refer to a node by a property, in their order, or in that of their identifiers if the options say
    /// so: which of them comes first decides where a node is embedded that stands in several.
    /// - Complexity: O(*n*) in the graph the first time, O(1) after.
    private mutating func referrers(of place: Place, by property: String, _ slot: FrameSlot) -> [Int] {
        let key = ReverseKey(graph: place.graph, slot: ObjectIdentifier(slot))
        if let known = referrers[key] { return known[place.node] ?? [] }
        var result: [Int: [Int]] = [:]
        let graph = graphs[place.graph]
        for (position, node) in graph.nodes.enumerated() {
            for value in node[property]?.asArray ?? [] {
                guard let id = value[Keyword.id.rawValue]?.string, let target = graph.position(of: id) else { continue }
                if result[target]?.last != position { result[target, default: []].append(position) }
            }
        }
        if session.options.ordered {
            for target in result.keys {
                result[target]?.sort { graph.ids[$0].precedesInBytes(graph.ids[$1]) }
            }
        }
        referrers[key] = result
        return result[place.node] ?? []
    }

    // MARK: Matching

    /// The nodes of a graph that a frame is meant for, in their order.
    private mutating func matches(
        of graph: Int, _ pattern: FramePattern, depth: Int
    ) throws(JSONLDError) -> [Int] {
        let key = MatchKey(pattern: ObjectIdentifier(pattern), graph: graph)
        if let known = matchingNodes[key] { return known }
        var matches: [Int] = []
        for node in graphs[graph].ids.indices
        where try isMatch(node, of: graph, pattern, depth: depth) { matches.append(node) }
        let ids = graphs[graph].ids
        if session.options.ordered { matches.sort { ids[$0].precedesInBytes(ids[$1]) } }
        matchingNodes[key] = matches
        return matches
    }

    /// Whether a frame is meant for a node that may be asked about again.
    private mutating func isKnownMatch(
        _ subject: Int, of graph: Int, _ pattern: FramePattern, depth: Int
    ) throws(JSONLDError) -> Bool {
        if pattern.isForAll { return true }
        let key = MatchKey(pattern: ObjectIdentifier(pattern), graph: graph, node: subject)
        if let known = answers[key] { return known }
        let answer = try isMatch(subject, of: graph, pattern, depth: depth)
        answers[key] = answer
        return answer
    }

    /// Frame Matching: whether a frame is meant for a node.
    /// - Spec: <https://www.w3.org/TR/json-ld11-framing/#frame-matching>, with its numbered steps.
    private mutating func isMatch(
        _ subject: Int, of graph: Int, _ pattern: FramePattern, depth: Int
    ) throws(JSONLDError) -> Bool {
        try session.check(depth: depth)
        let node = graphs[graph].nodes[subject]
        let requireAll = pattern.flags.requireAll
        var isWildcard = true  // 1
        var matchesSome = false
        for position in 0..<pattern.frame.count {  // 2
            let member = pattern.frame[position]
            var values: [JSONValue] { node[member.name]?.asArray ?? [] }
            let matches: Bool
            switch Keyword(member.name) {
            case .id?:  // 2.1
                isWildcard = false
                let asksNothing = pattern.first(of: member.name)?.pattern.isEmptyObject ?? true
                matches = asksNothing || values.contains(where: pattern.ids.contains)
                if !requireAll { return matches }
            case .type?:  // 2.2
                isWildcard = false
                if member.value.isEmptyArray {
                    matches = values.isEmpty
                } else if pattern.types.count == 1, pattern.types.first?.isEmptyObject == true {
                    matches = !values.isEmpty
                } else {
                    matches = pattern.hasDefaultType || values.contains(where: pattern.types.contains)
                }
                if !matches || !requireAll { return matches }  // 2.3
            case _?: continue
            case nil:
                isWildcard = false
                let first = pattern.first(of: member.name)
                let own = values
                if let first {  // 2.4
                    _ = try first.nodePattern()
                    // 2.5
                    if own.isEmpty, first.pattern[Keyword.default.rawValue] != nil { continue }
                }
                if !own.isEmpty, first == nil { return false }  // 2.6
                matches = try matchesProperty(own, of: graph, first, depth: depth)
            }
            if !matches, requireAll { return false }
            matchesSome = matchesSome || matches
        }
        return isWildcard || matchesSome
    }

    /// Steps 2.7 to 2.10
    private mutating func matchesProperty(
        _ values: [JSONValue], of graph: Int, _ slot: FrameSlot?, depth: Int
    ) throws(JSONLDError) -> Bool {
        guard let slot, let pattern = slot.pattern.object else { return values.isEmpty }
        try session.work(values.count)
        if pattern.isListObject {
            guard let list = values.first?[Keyword.list.rawValue]?.asArray, let items = slot.items?.first else {
                return false
            }
            return try matchesProperty(list, of: graph, items, depth: depth)
        }
        if pattern.isValueObject {  // 2.8
            let valuePattern = slot.valuePattern
            return values.contains { $0.object.map { valuePattern.matches($0) } ?? false }
        }
        let isWildcard = pattern.members.allSatisfy { FrameFlags.isFlag($0.name) }
        if isWildcard { return !values.isEmpty }  // 2.7
        for value in values {  // 2.9
            // Its own flag: that of the frame around has no effect here.
            if let referenced = reference(value, in: graph),
                try isKnownMatch(referenced, of: graph, slot.nodePattern(), depth: depth + 1)
            {
                return true
            }
        }
        return false
    }
}
