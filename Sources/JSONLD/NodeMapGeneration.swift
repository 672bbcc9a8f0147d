internal import ByteText
internal import JSONText
internal import Localization

/// The Node Map Generation algorithm: collects what an expanded document says of each node.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#node-map-generation>, with its numbered steps.
struct NodeMapGeneration {
    private let session: Session
    private(set) var map = NodeMap()
    private var issuer = BlankNodeIssuer()

    init(session: Session) { self.session = session }

    /// What an element hangs from.
    private enum Subject {
        case none
        /// A node, by its position in the active graph.
        case node(Int)
        /// A node that is the object of the property: a reference to it.
        case reversed(JSONValue)
    }

    /// The node map of an expanded document.
    /// - Complexity: O(*n*) in the size of the document, but for sorting the properties of each node.
    static func map(of expanded: [JSONValue], _ session: Session) throws(JSONLDError) -> NodeMap {
        var generation = NodeMapGeneration(session: session)
        var list: [JSONValue]?
        for element in expanded {
            try generation.generate(element, graph: 0, subject: .none, property: nil, list: &list, depth: 1)
        }
        generation.map.hasBlankNodes = generation.issuer.hasIssued
        return generation.map
    }

    private mutating func generate(
        _ element: JSONValue, graph: Int, subject: Subject, property: String?, list: inout [JSONValue]?, depth: Int
    ) throws(JSONLDError) {
        try session.check(depth: depth)
        switch element {
        case .array(let items):  // 1
            for item in items {
                try generate(item, graph: graph, subject: subject, property: property, list: &list, depth: depth + 1)
            }
        case .object(let object):  // 2
            if object.isValueObject {  // 4
                add(.object(renamingType(of: object)), graph: graph, subject, property, list: &list, unique: true)
            } else if let items = object[Keyword.list] {  // 5
                var inner: [JSONValue]? = []
                for item in items.asArray {
                    try generate(
                        item, graph: graph, subject: subject, property: property, list: &inner, depth: depth + 1)
                }
                let result = JSONValue.object(.list, .array(inner ?? []))
                add(result, graph: graph, subject, property, list: &list, unique: false)
            } else {  // 6
                try generateNode(
                    object, graph: graph, subject: subject, property: property, list: &list, depth: depth)
            }
        default: return
        }
    }

    /// Adds a value to the list under way, or to a property of the subject.
    private mutating func add(
        _ value: JSONValue, graph: Int, _ subject: Subject, _ property: String?, list: inout [JSONValue]?,
        unique: Bool
    ) {
        if list != nil {
            list?.append(value)
        } else if case .node(let node) = subject, let property {
            map.modify(graph) { $0.add(value, to: property, at: node, unique: unique) }
        }
    }

    /// Step 3 for a value, whose type is one text.
    private mutating func renamingType(of object: JSONObject) -> JSONObject {
        guard let type = object[Keyword.type]?.string, IRIForm.isBlankNode(type) else { return object }
        var result = object
        result[Keyword.type] = .string(issuer.identifier(for: type))
        return result
    }

    private mutating func renamed(_ identifier: String) -> String {
        IRIForm.isBlankNode(identifier) ? issuer.identifier(for: identifier) : identifier
    }

    /// Step 6
    private mutating func generateNode(
        _ element: JSONObject, graph: Int, subject: Subject, property: String?, list: inout [JSONValue]?, depth: Int
    ) throws(JSONLDError) {
        var types: [JSONValue] = []
        for type in element[Keyword.type]?.asArray ?? [] where !type.isNull {  // 3
            types.append(type.string.map { .string(renamed($0)) } ?? type)
        }
        if let id = element[Keyword.id], id.isNull { return try generateParts(of: element, graph: graph, depth: depth) }
        let id = element[Keyword.id]?.string.map { renamed($0) } ?? issuer.fresh()  // 6.1, 6.2
        let node = map.modify(graph) { $0.node(id) }  // 6.3, 6.4
        let reference = JSONValue.object(.id, .string(id))
        if case .reversed(let object) = subject {  // 6.5
            if let property { map.modify(graph) { $0.add(object, to: property, at: node, unique: true) } }
        } else {  // 6.6
            add(reference, graph: graph, subject, property, list: &list, unique: true)
        }
        for type in types {  // 6.7
            map.modify(graph) { $0.add(type, to: Keyword.type.rawValue, at: node, unique: true) }
        }
        if let index = element[Keyword.index] {  // 6.8
            let known = map.graphs[graph].nodes[node][Keyword.index]
            guard known == nil || known == index else {
                throw JSONLDError(.conflictingIndexes, .conflictingIndexes, id)
            }
            map.modify(graph) { $0.set(index, of: Keyword.index.rawValue, at: node) }
        }
        var noList: [JSONValue]?
        if case .object(let reverse)? = element[Keyword.reverse] {  // 6.9
            for member in reverse.members {
                for value in member.value.asArray {
                    try generate(
                        value, graph: graph, subject: .reversed(reference), property: member.name, list: &noList,
                        depth: depth + 1)
                }
            }
        }
        if let inner = element[Keyword.graph] {  // 6.10
            let named = map.graph(id)
            try generate(inner, graph: named, subject: .none, property: nil, list: &noList, depth: depth + 1)
        }
        if let included = element[Keyword.included] {  // 6.11
            try generate(included, graph: graph, subject: .none, property: nil, list: &noList, depth: depth + 1)
        }
        let members = element.members.filter { $0.name.utf8.first != UInt8(ascii: "@") || Keyword($0.name) == nil }
        for member in members.sorted(by: { $0.name.precedesInBytes($1.name) }) {  // 6.12
            let name = renamed(member.name)
            if try takesLeaves(member.value, of: name, at: node, graph: graph) { continue }
            map.modify(graph) { $0.touch(name, at: node) }
            try generate(
                member.value, graph: graph, subject: .node(node), property: name, list: &noList, depth: depth + 1)
        }
    }

    /// Step 6.12 for a property that the node has not yet, whose values are texts or mere names: what the steps come to
    /// is that they are the values of the property, and that what they name is a node.
    /// - Returns: whether that is so; if not, nothing has been done.
    private mutating func takesLeaves(
        _ value: JSONValue, of property: String, at node: Int, graph: Int
    ) throws(JSONLDError) -> Bool {
        guard case .array(let values) = value, !map.graphs[graph].nodes[node].contains(property) else { return false }
        for value in values {
            guard case .object(let object) = value else { return false }
            if object.isNodeReference {
                guard let id = object.members[0].value.string, !IRIForm.isBlankNode(id) else { return false }
            } else {
                guard object.isValueObject, object[Keyword.type]?.string.map(IRIForm.isBlankNode) != true else {
                    return false
                }
            }
        }
        try session.work(values.count)
        guard map.modify(graph, { $0.setUnique(values, of: property, at: node) }) else { return false }
        for value in values {
            guard case .object(let object) = value, object.isNodeReference, let id = object.members[0].value.string
            else { continue }
            map.modify(graph) { _ = $0.node(id) }
        }
        return true
    }

    /// Step 6 for a node that is named by nothing: nothing can be said of it, but the nodes in it stay.
    ///
    /// That is what becomes of it in RDF, too, where the graph that it would name is left out.
    private mutating func generateParts(of element: JSONObject, graph: Int, depth: Int) throws(JSONLDError) {
        var noList: [JSONValue]?
        for member in element.members where member.name != Keyword.graph.rawValue {
            let inner: [JSONValue]
            switch Keyword(member.name) {
            case nil, .included?: inner = [member.value]
            case .reverse?: inner = member.value.object?.members.map(\.value) ?? []
            default: continue
            }
            for value in inner {
                try generate(
                    value, graph: graph, subject: .none, property: nil, list: &noList, depth: depth + 1)
            }
        }
    }
}
