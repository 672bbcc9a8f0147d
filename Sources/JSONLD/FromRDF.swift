internal import ByteText
internal import JSONText
internal import Localization
internal import RDFModel

/// Serialize RDF as JSON-LD.
///
/// Terms are numbers, nodes are numbers in their graph, and a value remembers the node it refers to; objects of JSON
/// are made once, at the end.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#serialize-rdf-as-json-ld-algorithm>, with its numbered steps.
struct FromRDF {
    let options: JSONLDOptions
    /// Whether the values of a property stand in the order of terms rather than in that of the statements.
    let sortsValues: Bool
    /// How many different statements there were.
    private(set) var statements = 0
    var graphs: [Graph]
    private var isPrepared = false
    private var terms: [TermValue] = []
    private var graphPositions: [TermHandle: Int] = [:]
    private var freshNodes = 0
    /// Terms that the algorithm knows by name.
    private let type: TermHandle
    private let direction: TermHandle
    private let end: TermHandle

    init(options: JSONLDOptions, sortsValues: Bool = false) {
        self.options = options
        self.sortsValues = sortsValues
        graphs = [Graph(name: nil)]
        terms = [RDF.type, RDF.direction, RDF.nil].map { .resource($0.string) }
        (type, direction, end) = (TermHandle(0), TermHandle(1), TermHandle(2))
    }

    /// What a handle stands for.
    private enum TermValue {
        /// An IRI or blank node identifier.
        case resource(String)
        /// A blank node without a label, by its number.
        case fresh(Int)
        case literal(JSONValue)
        /// What JSON-LD has no form for, as a message writes it.
        case unsupported(String)
    }

    /// A value of a property.
    enum Value: Hashable {
        case node(Int)
        case literal(JSONValue)
        /// A collection, as the nodes that are its cells, first to last.
        case list([Int])
    }

    /// The value of a property of a node, by position.
    struct Place {
        let node: Int
        let property: Int
        let value: Int
    }

    struct Property {
        let predicate: TermHandle
        var values: [Value]
    }

    /// How often a blank node is referred to.
    enum References {
        case none
        case once(Place)
        case many
    }

    struct Node {
        let term: TermHandle
        let isBlank: Bool
        var types: [TermHandle] = []
        var properties: [Property] = []
        var references = References.none
        /// Whether the node is a cell of a list, or the inside of a compound literal.
        var isAbsorbed = false
    }

    fileprivate struct PropertyKey: Hashable {
        let node: Int
        let predicate: TermHandle
    }

    fileprivate struct ValueKey: Hashable {
        let node: Int
        let property: Int
        let value: Value
    }

    struct Graph {
        /// The name; `nil` for the default graph.
        let name: TermHandle?
        var nodes: [Node] = []
        /// Where nodes stand, by the numbers of their terms, plus one: a plain array, since the default graph has most
        /// terms of most documents; other graphs have the few that are theirs.
        private var dense: [UInt32] = []
        private var sparse: [TermHandle: Int] = [:]
        /// The properties of nodes that have more than a few.
        fileprivate var properties: [PropertyKey: Int] = [:]
        /// The values of properties that have more than a few.
        fileprivate var known: Set<ValueKey> = []
        /// Where `rdf:nil` is a value.
        var ends: [Place] = []
        /// The nodes that have `rdf:direction`.
        var compoundLiterals: [Int] = []

        init(name: TermHandle?) { self.name = name }

        /// Where the node of a term stands.
        func position(of term: TermHandle) -> Int? {
            guard name == nil else { return sparse[term] }
            let index = Int(term.rawValue)
            return index < dense.count && dense[index] > 0 ? Int(dense[index]) - 1 : nil
        }

        /// Makes the node of a term that has none.
        mutating func addNode(_ term: TermHandle, isBlank: Bool) -> Int {
            nodes.append(Node(term: term, isBlank: isBlank))
            if name == nil {
                let index = Int(term.rawValue)
                while dense.count <= index { dense.append(0) }
                dense[index] = UInt32(nodes.count)
            } else {
                sparse[term] = nodes.count - 1
            }
            return nodes.count - 1
        }

        /// The value at a place.
        subscript(place: Place) -> Value {
            get { nodes[place.node].properties[place.property].values[place.value] }
            set { nodes[place.node].properties[place.property].values[place.value] = newValue }
        }
    }

    /// Up to here, the properties of a node and the values of a property are compared one by one.
    private static let comparedInOrder = 12

    // MARK: Terms

    /// A new IRI or blank node identifier.
    mutating func addResource(_ text: String) -> TermHandle {
        // The terms known by name keep their numbers.
        for (iri, known) in [(RDF.type, type), (RDF.direction, direction), (RDF.nil, end)]
        where text.hasSameBytes(as: iri.string) { return known }
        return add(.resource(text))
    }

    /// A new blank node without a label.
    mutating func addFreshBlankNode() -> TermHandle {
        freshNodes += 1
        return add(.fresh(freshNodes - 1))
    }

    /// A new literal of a datatype, `xsd:string` where none is given.
    mutating func addLiteral(_ text: String, datatype: String?) throws(JSONLDError) -> TermHandle {
        add(.literal(try LiteralObject(options: options).value(text, datatype: datatype)))
    }

    /// A new literal in a language.
    mutating func addLiteral(_ text: String, language: String, direction: BaseDirection?) -> TermHandle {
        add(.literal(LiteralObject(options: options).value(text, language: language, direction: direction)))
    }

    /// A term that JSON-LD has no form for, such as a triple term.
    mutating func addUnsupported(_ text: String) -> TermHandle { add(.unsupported(text)) }

    /// Whether JSON-LD has no form for a term.
    func isUnsupported(_ term: TermHandle) -> Bool {
        if case .unsupported = terms[Int(term.rawValue)] { true } else { false }
    }

    private mutating func add(_ value: TermValue) -> TermHandle {
        terms.append(value)
        return TermHandle(UInt32(terms.count - 1))
    }

    /// The text of a resource.
    func text(of term: TermHandle) -> String {
        switch terms[Int(term.rawValue)] {
        case .resource(let text): text
        case .fresh(let number): freshStem + String(number)
        case .literal(let value): value.description
        case .unsupported(let text): text
        }
    }

    /// The value object of a literal; `nil` for another term.
    func literal(_ term: TermHandle) -> JSONValue? {
        if case .literal(let value) = terms[Int(term.rawValue)] { value } else { nil }
    }

    /// Where the graph stands that a node names.
    func graph(named term: TermHandle) -> Int? { graphPositions[term] }

    /// What the identifiers of nodes without a label begin with: no label of the document does.
    private(set) var freshStem = "_:b"

    private mutating func chooseFreshStem() {
        guard freshNodes > 0 else { return }
        func isTaken(_ stem: String) -> Bool {
            terms.contains { if case .resource(let text) = $0 { text.hasBytePrefix(stem) } else { false } }
        }
        while isTaken(freshStem) { freshStem = "_:_" + freshStem.droppingBytes(2) }
    }

    private func isBlank(_ term: TermHandle) -> Bool {
        switch terms[Int(term.rawValue)] {
        case .resource(let text): IRIForm.isBlankNode(text)
        case .fresh: true
        case .literal, .unsupported: false
        }
    }

    // MARK: Collecting

    /// Step 5
    mutating func add(_ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, graph: TermHandle?) {
        var position = 0
        if let graph {
            if let known = graphPositions[graph] {
                position = known
            } else {
                position = graphs.count
                graphPositions[graph] = position
                _ = node(of: graph, in: 0)  // 5.4
                graphs.append(Graph(name: graph))
            }
        }
        // 5.7.1
        let node = self.node(of: subject, in: position)
        let value: Value
        if case .literal(let literal) = terms[Int(object.rawValue)] {
            value = .literal(literal)  // 5.7.6
        } else {
            let target = self.node(of: object, in: position)  // 5.7.4
            if predicate == type, !options.useRDFType {  // 5.7.5
                if !graphs[position].nodes[node].types.contains(object) {
                    graphs[position].nodes[node].types.append(object)
                    statements += 1
                }
                // A class that is a blank node is in use, and cannot become the inside of a list.
                graphs[position].nodes[target].references = .many
                return
            }
            value = .node(target)
        }
        // Static, so that nothing else holds the graph while it grows in its place.
        let isDirection = options.rdfDirection == .compoundLiteral && predicate == direction
        let isNew = Self.add(
            value, of: predicate, to: node, in: &graphs[position], isEnd: object == end, isDirection: isDirection)
        if isNew { statements += 1 }
    }

    /// Where the node of a term stands in a graph, which is made if it is new.
    private mutating func node(of term: TermHandle, in graph: Int) -> Int {
        if let known = graphs[graph].position(of: term) { return known }
        let isBlank = isBlank(term)
        return graphs[graph].addNode(term, isBlank: isBlank)
    }

    /// Steps 5.7.7 to 5.7.11: `false` for a value that is there already.
    private static func add(
        _ value: Value, of predicate: TermHandle, to node: Int, in graph: inout Graph, isEnd: Bool, isDirection: Bool
    ) -> Bool {
        let property = self.property(predicate, of: node, in: &graph)
        if isDirection, graph.nodes[node].properties[property].values.isEmpty {  // 5.7.3
            graph.compoundLiterals.append(node)
        }
        guard insert(value, node: node, property: property, in: &graph) else { return false }  // 5.7.8
        guard case .node(let object) = value else { return true }
        let place = Place(
            node: node, property: property, value: graph.nodes[node].properties[property].values.count - 1)
        if isEnd { graph.ends.append(place) }  // 5.7.9
        switch graph.nodes[object].references {  // 5.7.10, 5.7.11
        case .none: graph.nodes[object].references = .once(place)
        case .once, .many: graph.nodes[object].references = .many
        }
        return true
    }

    /// Step 5.7.7: where a property of a node stands, which is made if it is new.
    private static func property(_ predicate: TermHandle, of node: Int, in graph: inout Graph) -> Int {
        let count = graph.nodes[node].properties.count
        if count <= comparedInOrder {
            for position in 0..<count where graph.nodes[node].properties[position].predicate == predicate {
                return position
            }
            if count == comparedInOrder {
                for (position, property) in graph.nodes[node].properties.enumerated() {
                    graph.properties[PropertyKey(node: node, predicate: property.predicate)] = position
                }
            }
        } else if let known = graph.properties[PropertyKey(node: node, predicate: predicate)] {
            return known
        }
        if count >= comparedInOrder { graph.properties[PropertyKey(node: node, predicate: predicate)] = count }
        graph.nodes[node].properties.append(Property(predicate: predicate, values: []))
        return count
    }

    /// Adds a value to a property, unless it is there.
    private static func insert(_ value: Value, node: Int, property: Int, in graph: inout Graph) -> Bool {
        let count = graph.nodes[node].properties[property].values.count
        if count > comparedInOrder {
            if count == comparedInOrder + 1 {
                for known in graph.nodes[node].properties[property].values {
                    graph.known.insert(ValueKey(node: node, property: property, value: known))
                }
            }
            guard graph.known.insert(ValueKey(node: node, property: property, value: value)).inserted else {
                return false
            }
        } else if graph.nodes[node].properties[property].values.contains(value) {
            return false
        }
        graph.nodes[node].properties[property].values.append(value)
        return true
    }

    // MARK: The document

    /// Steps 6 and 7: makes lists, and says in which order the nodes of the default graph stand.
    mutating func prepare() throws(JSONLDError) -> [Int] {
        if !isPrepared {
            isPrepared = true
            chooseFreshStem()
            keepSharedBlankNodes()
            // Taken out meanwhile: all graphs would be copied for each that changes where they are.
            var graphs = self.graphs
            self.graphs = []
            defer { self.graphs = graphs }
            for position in graphs.indices {  // 6
                try absorbCompoundLiterals(in: &graphs[position])
                absorbLists(in: &graphs[position])
            }
        }
        return order(of: graphs[0])
    }

    /// Step 8, for a node of the default graph; `nil` for one of which nothing is said.
    func node(at position: Int) throws(JSONLDError) -> JSONValue? {
        var object = try object(of: position, in: graphs[0])
        if let inner = graphPositions[graphs[0].nodes[position].term] {  // 8.1
            var nodes: [JSONValue] = []
            for node in order(of: graphs[inner]) {
                let object = try self.object(of: node, in: graphs[inner])
                if !object.isNodeReference { nodes.append(.object(object)) }
            }
            object[Keyword.graph] = .array(nodes)
        }
        return object.isNodeReference ? nil : .object(object)  // 8.2
    }

    /// Steps 6 to 9
    mutating func document() throws(JSONLDError) -> [JSONValue] {
        var result: [JSONValue] = []
        let order = try prepare()
        result.reserveCapacity(order.count)
        for position in order {
            if let node = try node(at: position) { result.append(node) }
        }
        return result
    }

    /// Blank nodes that stand in several graphs, or name one, cannot vanish into a list in one of them.
    private mutating func keepSharedBlankNodes() {
        guard graphs.count > 1 else { return }
        var seen: [TermHandle: Int] = [:]
        for graph in graphs {
            for node in graph.nodes where node.isBlank { seen[node.term, default: 0] += 1 }
        }
        for position in graphs.indices {
            for index in graphs[position].nodes.indices {
                let term = graphs[position].nodes[index].term
                if seen[term, default: 0] > 1 || position == 0 && graphPositions[term] != nil {
                    graphs[position].nodes[index].references = .many
                }
            }
        }
    }

    private func order(of graph: Graph) -> [Int] {
        let nodes = graph.nodes.indices.filter { !graph.nodes[$0].isAbsorbed }
        guard options.ordered else { return nodes }
        let ids = graph.nodes.map { text(of: $0.term) }
        return nodes.sorted { ids[$0].precedesInBytes(ids[$1]) }
    }

    private func object(of position: Int, in graph: Graph) throws(JSONLDError) -> JSONObject {
        let node = graph.nodes[position]
        var object = JSONObject(minimumCapacity: node.properties.count + 2)
        object.append(newName: Keyword.id.rawValue, .string(text(of: node.term)))
        if !node.types.isEmpty {
            var types = node.types.map { text(of: $0) }
            if sortsValues { types.sort { precedes($0, $1) } }
            object.append(newName: Keyword.type.rawValue, .array(types.map { .string($0) }))
        }
        for property in node.properties {
            var values: [JSONValue] = []
            values.reserveCapacity(property.values.count)
            let sorted = sortsValues ? property.values.sorted { precedes($0, $1, in: graph) } : property.values
            for value in sorted { values.append(try json(value, in: graph, depth: 1)) }
            object.append(newName: text(of: property.predicate), .array(values))
        }
        return object
    }

    private func json(_ value: Value, in graph: Graph, depth: Int) throws(JSONLDError) -> JSONValue {
        switch value {
        case .literal(let literal): return literal
        case .node(let node): return .object(.id, .string(text(of: graph.nodes[node].term)))
        case .list(let cells):
            guard depth <= options.maximumDepth else {
                throw JSONLDError(.limitExceeded, .listsTooDeep, String(options.maximumDepth))
            }
            guard !StackSpace.isLow else { throw JSONLDError(.limitExceeded, .stackIsLow, String(depth)) }
            var items: [JSONValue] = []
            items.reserveCapacity(cells.count)
            for cell in cells {
                for property in graph.nodes[cell].properties where isTerm(property.predicate, RDF.first) {
                    items.append(try json(property.values[0], in: graph, depth: depth + 1))
                }
            }
            return .object(.list, .array(items))
        }
    }

    /// Whether a term is an IRI.
    func isTerm(_ term: TermHandle, _ iri: IRI) -> Bool {
        if case .resource(let text) = terms[Int(term.rawValue)] { text.hasSameBytes(as: iri.string) } else { false }
    }
}
