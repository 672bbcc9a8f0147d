internal import ByteText
internal import JSONText

/// A dataset as nodes: for each graph, its nodes with all that is said of each in one place.
///
/// Graphs and nodes keep the order in which they came. The default graph is the first.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#node-map-generation>
struct NodeMap {
    /// A graph: nodes in flattened form, and where each identifier stands.
    struct Graph {
        private(set) var name: String
        private(set) var nodes: [JSONObject] = []
        private(set) var ids: [String] = []
        private var positions = ByteTable<Int>()
        private var known: [ValueKey: KnownValues] = [:]

        init(name: String) { self.name = name }

        /// Where the values of a property are known by hash.
        private struct ValueKey: Hashable {
            let node: Int
            let property: ByteKey
        }

        /// The values of a property, and how many there were when they were taken in: some may be the same.
        private struct KnownValues {
            var values: Set<JSONValue> = []
            var count = 0
        }

        /// Up to here, the values of a property are compared one by one.
        private static let comparedInOrder = 12

        /// How many nodes and values of properties there are.
        var size: Int {
            nodes.reduce(0) { sum, node in node.members.reduce(sum + 1) { $0 + ($1.value.array?.count ?? 1) } }
        }

        /// Where a node stands.
        func position(of id: String) -> Int? { positions[id] }

        /// Where a node stands, which is made if it is new.
        mutating func node(_ id: String) -> Int {
            if let known = positions[id] { return known }
            positions.append(id, nodes.count)
            ids.append(id)
            var node = JSONObject(minimumCapacity: 8)
            node.append(newName: Keyword.id.rawValue, .string(id))
            nodes.append(node)
            return nodes.count - 1
        }

        /// The same graph under another name.
        func named(_ name: String) -> Graph {
            var graph = self
            graph.name = name
            return graph
        }

        /// Sets the values of a property that a node has not, each once; `false`, and nothing done, where one may be
        /// there twice.
        mutating func setUnique(_ values: [JSONValue], of property: String, at node: Int) -> Bool {
            guard values.count <= Self.comparedInOrder else { return false }
            for index in values.indices.dropFirst() where values[..<index].contains(values[index]) { return false }
            nodes[node].append(newName: property, .array(values))
            return true
        }

        /// Sets a value of a node that has no such member, or the same.
        mutating func set(_ value: JSONValue, of property: String, at node: Int) { nodes[node][property] = value }

        /// Adds a value to a property of a node.
        /// - Complexity: O(1) on average, also where `unique` and the property has many values.
        mutating func add(_ value: JSONValue, to property: String, at node: Int, unique: Bool) {
            let count = nodes[node][property]?.array?.count ?? 0
            if unique, count > Self.comparedInOrder {
                let key = ValueKey(node: node, property: ByteKey(property))
                var known = self.known.removeValue(forKey: key) ?? KnownValues()
                defer { self.known[key] = known }
                if known.count < count, let values = nodes[node][property]?.array {
                    known.values.formUnion(values[known.count...])
                    known.count = count
                }
                guard known.values.insert(value).inserted else { return }
                known.count += 1
            } else if unique, nodes[node][property]?.asArray.contains(value) == true {
                return
            }
            nodes[node].modifyValue(of: property, default: []) { $0.append(value) }
        }

        /// Makes sure that a node has a property.
        mutating func touch(_ property: String, at node: Int) {
            nodes[node].modifyValue(of: property, default: []) { _ in }
        }
    }

    /// The name of the default graph.
    static let defaultName = "@default"
    private static let mergedName = "@merged"

    private(set) var graphs: [Graph] = [Graph(name: defaultName)]
    /// Whether some identifier is that of a blank node.
    var hasBlankNodes = false
    private var positions: [ByteKey: Int] = [ByteKey(defaultName): 0]

    /// Where a graph stands.
    func position(of name: String) -> Int? { positions[ByteKey(name)] }

    /// Where a graph stands, which is made if it is new.
    mutating func graph(_ name: String) -> Int {
        if let known = positions[ByteKey(name)] { return known }
        positions[ByteKey(name)] = graphs.count
        graphs.append(Graph(name: name))
        return graphs.count - 1
    }

    /// Changes a graph in its place.
    mutating func modify<Result>(_ graph: Int, _ change: (inout Graph) -> Result) -> Result { change(&graphs[graph]) }

    /// All graphs as one.
    /// - Spec: Merge Node Maps.
    func merged() -> Graph {
        // Of one graph, all has been brought together already.
        if graphs.count == 1 { return graphs[0].named(Self.mergedName) }
        var result = Graph(name: Self.mergedName)
        for graph in graphs {
            for (id, node) in zip(graph.ids, graph.nodes) {
                let position = result.node(id)
                for member in node.members where member.name != Keyword.id.rawValue {
                    if Keyword(member.name) != nil, member.name != Keyword.type.rawValue {
                        result.set(member.value, of: member.name, at: position)
                    } else {
                        result.touch(member.name, at: position)
                        for value in member.value.asArray {
                            // Equal lists are different ones, as in node map generation.
                            let isList = value.object?.isListObject == true
                            result.add(value, to: member.name, at: position, unique: !isList)
                        }
                    }
                }
            }
        }
        return result
    }
}

/// New identifiers for blank nodes: the same one for the same old one.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#generate-blank-node-identifier>
struct BlankNodeIssuer {
    private var issued: [ByteKey: String] = [:]
    private var counter = 0

    /// Whether there is a blank node.
    var hasIssued: Bool { counter > 0 }

    /// An identifier that nobody has.
    mutating func fresh() -> String {
        defer { counter += 1 }
        return "_:b\(counter)"
    }

    /// The new identifier for an old one.
    mutating func identifier(for old: String) -> String {
        if let known = issued[ByteKey(old)] { return known }
        let new = fresh()
        issued[ByteKey(old)] = new
        return new
    }
}
