internal import ByteText
public import JSONText
internal import Localization
public import RDFModel

extension JSONLDProcessor {
    /// Quads as a document in expanded form.
    ///
    /// Graphs, nodes and values come in the order of the quads; nodes in code point order with
    /// ``JSONLDOptions/ordered``. Well-formed collections become lists.
    /// - Throws: ``JSONLDError``
    /// - Complexity: O(*n*) in the quads, on average.
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#dom-jsonldprocessor-fromrdf>
    public func fromRDF(_ quads: [Quad]) throws(JSONLDError) -> JSONValue {
        var conversion = FromRDF(options: options)
        for quad in quads { try conversion.add(quad) }
        return .array(try conversion.document())
    }
}

/// Serialize RDF as JSON-LD.
///
/// Nodes are numbers, and a value remembers the node it refers to; objects of JSON are made once, at the end.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#serialize-rdf-as-json-ld-algorithm>, with its numbered steps.
struct FromRDF {
    private let options: JSONLDOptions
    private var graphs: [Graph] = [Graph(name: NodeMap.defaultName)]
    private var positions: [GraphName: Int] = [.defaultGraph: 0]

    init(options: JSONLDOptions) { self.options = options }

    /// A value of a property.
    private enum Value: Hashable {
        case node(Int)
        case literal(JSONValue)
        /// A collection, as the nodes that are its cells, first to last.
        case list([Int])
    }

    /// The value of a property of a node, by position.
    private struct Place {
        let node: Int
        let property: Int
        let value: Int
    }

    private struct Property {
        let iri: IRI
        var values: [Value]
    }

    /// How often a blank node is referred to.
    private enum References {
        case none
        case once(Place)
        case many
    }

    private struct Node {
        let id: String
        let isBlank: Bool
        var types: [String] = []
        var properties: [Property] = []
        var references = References.none
        /// Whether the node is a cell of a list, or the inside of a compound literal.
        var isAbsorbed = false
    }

    private struct PropertyKey: Hashable {
        let node: Int
        let iri: IRI
    }

    private struct ValueKey: Hashable {
        let node: Int
        let property: Int
        let value: Value
    }

    private struct Graph {
        let name: String
        var nodes: [Node] = []
        var positions: [Term: Int] = [:]
        var properties: [PropertyKey: Int] = [:]
        /// The values of properties that have more than a few.
        var known: Set<ValueKey> = []
        /// Where `rdf:nil` is a value.
        var ends: [Place] = []
        /// The nodes that have `rdf:direction`.
        var compoundLiterals: [Int] = []

        init(name: String) { self.name = name }

        /// Where a node stands, which is made if it is new.
        mutating func node(_ term: Term) throws(JSONLDError) -> Int {
            if let known = positions[term] { return known }
            let node: Node
            switch term {
            case .iri(let iri): node = Node(id: iri.string, isBlank: false)
            case .blankNode(let blank): node = Node(id: "_:" + blank.label, isBlank: true)
            case .literal, .tripleTerm:
                throw JSONLDError(.unsupportedTerm, .noNodeInJSONLD, "\(term)")
            }
            positions[term] = nodes.count
            nodes.append(node)
            return nodes.count - 1
        }

        /// The value at a place.
        subscript(place: Place) -> Value {
            get { nodes[place.node].properties[place.property].values[place.value] }
            set { nodes[place.node].properties[place.property].values[place.value] = newValue }
        }
    }

    /// Up to here, the values of a property are compared one by one.
    private static let comparedInOrder = 12

    // MARK: Collecting

    /// Step 5
    mutating func add(_ quad: Quad) throws(JSONLDError) {
        var position = positions[quad.graph] ?? -1
        if position < 0 {
            position = graphs.count
            positions[quad.graph] = position
            guard let name = quad.graph.term else { return }
            let node = try graphs[0].node(name)  // 5.4
            graphs.append(Graph(name: graphs[0].nodes[node].id))
        }
        // Static, so that nothing else holds the graph while it grows in its place.
        try Self.add(quad, to: &graphs[position], options)
    }

    /// Step 5.7
    private static func add(
        _ quad: Quad, to graph: inout Graph, _ options: JSONLDOptions
    ) throws(JSONLDError) {
        let node = try graph.node(quad.subject)  // 5.7.1
        let value: Value
        if case .literal(let literal) = quad.object {
            value = .literal(try jsonValue(of: literal, options))  // 5.7.6
        } else {
            let object = try graph.node(quad.object)  // 5.7.4
            if quad.predicate == RDF.type, !options.useRDFType {  // 5.7.5
                let type = graph.nodes[object].id
                if !graph.nodes[node].types.contains(where: { $0.hasSameBytes(as: type) }) {
                    graph.nodes[node].types.append(type)
                }
                // A class that is a blank node is in use, and cannot become the inside of a list.
                graph.nodes[object].references = .many
                return
            }
            value = .node(object)
        }
        let key = PropertyKey(node: node, iri: quad.predicate)
        let property: Int
        if let known = graph.properties[key] {
            property = known
        } else {  // 5.7.7
            property = graph.nodes[node].properties.count
            graph.nodes[node].properties.append(Property(iri: quad.predicate, values: []))
            graph.properties[key] = property
            if options.rdfDirection == .compoundLiteral, quad.predicate == RDF.direction {  // 5.7.3
                graph.compoundLiterals.append(node)
            }
        }
        guard insert(value, node: node, property: property, in: &graph) else { return }  // 5.7.8
        guard case .node(let object) = value else { return }
        let place = Place(
            node: node, property: property, value: graph.nodes[node].properties[property].values.count - 1)
        if quad.object == .iri(RDF.nil) { graph.ends.append(place) }  // 5.7.9
        switch graph.nodes[object].references {  // 5.7.10, 5.7.11
        case .none: graph.nodes[object].references = .once(place)
        case .once, .many: graph.nodes[object].references = .many
        }
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

    // MARK: Literals

    /// RDF to Object Conversion, for a literal.
    private static func jsonValue(
        of literal: Literal, _ options: JSONLDOptions
    ) throws(JSONLDError) -> JSONValue {
        var result = JSONObject(minimumCapacity: 3)
        func finished(_ value: JSONValue, type: String? = nil) -> JSONValue {
            result.append(newName: Keyword.value.rawValue, value)
            if let type { result.append(newName: Keyword.type.rawValue, .string(type)) }
            return .object(result)
        }
        let text = JSONValue.string(literal.lexicalForm)
        switch literal.kind {
        case .languageTagged(let language, let direction):  // 2.5.4
            result.append(newName: Keyword.language.rawValue, .string(language))
            if let direction { result.append(newName: Keyword.direction.rawValue, .string(direction.rawValue)) }
            return finished(text)
        case .typed(XSD.string): return finished(text)
        case .typed(RDF.json) where options.processingMode == .version11:  // 2.5.2
            do {
                return finished(try JSONValue(json: literal.lexicalForm), type: Keyword.json.rawValue)
            } catch {
                throw JSONLDError(.invalidJSONLiteral, .invalidJSONLiteral, literal.lexicalForm, cause: .json(error))
            }
        case .typed(let datatype):
            if options.useNativeTypes {  // 2.4
                if datatype == XSD.boolean {
                    switch literal.lexicalForm {
                    case "true", "1": return finished(true)
                    case "false", "0": return finished(false)
                    default: break
                    }
                } else if let number = NumberText.number(literal.lexicalForm, datatype: datatype) {
                    return finished(.number(number))
                }
            }
            if options.rdfDirection == .i18nDatatype, datatype.string.hasBytePrefix(i18nNamespace) {  // 2.5.3
                let parts = datatype.string.droppingBytes(i18nNamespace.utf8.count)
                    .split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
                if let language = parts.first, !language.isEmpty {
                    result.append(newName: Keyword.language.rawValue, .string(String(language)))
                }
                if parts.count == 2 { result.append(newName: Keyword.direction.rawValue, .string(String(parts[1]))) }
                return finished(text)
            }
            return finished(text, type: datatype.string)  // 2.5.5
        }
    }

    // MARK: The document

    /// Steps 6 to 9
    mutating func document() throws(JSONLDError) -> [JSONValue] {
        keepSharedBlankNodes()
        for position in graphs.indices {  // 6
            try Self.absorbCompoundLiterals(in: &graphs[position])
            Self.absorbLists(in: &graphs[position])
        }
        var named: [ByteKey: Int] = [:]
        for (position, graph) in graphs.enumerated() where position > 0 { named[ByteKey(graph.name)] = position }
        var result: [JSONValue] = []
        for node in order(of: graphs[0]) {  // 8
            var object = try object(of: node, in: graphs[0])
            if let inner = named[ByteKey(graphs[0].nodes[node].id)] {  // 8.1
                var nodes: [JSONValue] = []
                for node in order(of: graphs[inner]) {
                    let object = try self.object(of: node, in: graphs[inner])
                    if !object.isNodeReference { nodes.append(.object(object)) }
                }
                object[Keyword.graph] = .array(nodes)
            }
            if !object.isNodeReference { result.append(.object(object)) }  // 8.2
        }
        return result
    }

    /// Blank nodes that stand in several graphs, or name one, cannot vanish into a list in one of them.
    private mutating func keepSharedBlankNodes() {
        guard graphs.count > 1 else { return }
        var seen: [Term: Int] = [:]
        for position in graphs.indices {
            for (term, node) in graphs[position].positions where graphs[position].nodes[node].isBlank {
                seen[term, default: 0] += 1
            }
        }
        for position in graphs.indices {
            for (term, node) in graphs[position].positions where seen[term, default: 0] > 1 {
                graphs[position].nodes[node].references = .many
            }
        }
        for graph in graphs.dropFirst() where IRIForm.isBlankNode(graph.name) {
            let name = Term.blankNode(BlankNode(graph.name.droppingBytes(2)))
            if let node = graphs[0].positions[name] { graphs[0].nodes[node].references = .many }
        }
    }

    private func order(of graph: Graph) -> [Int] {
        let nodes = graph.nodes.indices.filter { !graph.nodes[$0].isAbsorbed }
        guard options.ordered else { return nodes }
        return nodes.sorted { graph.nodes[$0].id.precedesInBytes(graph.nodes[$1].id) }
    }

    private func object(of position: Int, in graph: Graph) throws(JSONLDError) -> JSONObject {
        let node = graph.nodes[position]
        var object = JSONObject(minimumCapacity: node.properties.count + 2)
        object.append(newName: Keyword.id.rawValue, .string(node.id))
        if !node.types.isEmpty {
            object.append(newName: Keyword.type.rawValue, .array(node.types.map { .string($0) }))
        }
        for property in node.properties {
            var values: [JSONValue] = []
            values.reserveCapacity(property.values.count)
            for value in property.values { values.append(try json(value, in: graph, depth: 1)) }
            object.append(newName: property.iri.string, .array(values))
        }
        return object
    }

    private func json(_ value: Value, in graph: Graph, depth: Int) throws(JSONLDError) -> JSONValue {
        switch value {
        case .literal(let literal): return literal
        case .node(let node): return .object(.id, .string(graph.nodes[node].id))
        case .list(let cells):
            guard depth <= options.maximumDepth else {
                throw JSONLDError(.limitExceeded, .listsTooDeep, String(options.maximumDepth))
            }
            var items: [JSONValue] = []
            items.reserveCapacity(cells.count)
            for cell in cells {
                for property in graph.nodes[cell].properties where property.iri == RDF.first {
                    items.append(try json(property.values[0], in: graph, depth: depth + 1))
                }
            }
            return .object(.list, .array(items))
        }
    }

    // MARK: Lists

    /// Steps 6.2 to 6.4: collections that nothing else refers to become lists.
    private static func absorbLists(in graph: inout Graph) {
        var lists: [(cells: [Int], place: Place, end: Value)] = []
        for end in graph.ends {  // 6.4
            var place = end
            var cells: [Int] = []
            // 6.4.3, from the end to the head
            while let next = placeOfCell(at: place, in: graph) {
                cells.append(place.node)
                place = next
            }
            lists.append((cells.reversed(), place, graph[place]))
        }
        for list in lists {
            graph[list.place] = .list(list.cells)
            for cell in list.cells { graph.nodes[cell].isAbsorbed = true }
        }
        // A list whose head stands inside itself hangs from no node: such a knot stays as it was.
        var owner: [Int: Int] = [:]
        for (number, list) in lists.enumerated() {
            for cell in list.cells { owner[cell] = number }
        }
        var isRooted: [Bool?] = Array(repeating: nil, count: lists.count)
        for start in lists.indices where isRooted[start] == nil {
            var path: [Int] = []
            var current: Int? = start
            var answer = true
            var onPath: Set<Int> = []
            while let list = current {
                if let known = isRooted[list] {
                    answer = known
                    break
                }
                guard onPath.insert(list).inserted else {
                    answer = false
                    break
                }
                path.append(list)
                current = owner[lists[list].place.node]
            }
            for list in path { isRooted[list] = answer }
        }
        for (number, list) in lists.enumerated() where isRooted[number] == false {
            graph[list.place] = list.end
            for cell in list.cells { graph.nodes[cell].isAbsorbed = false }
        }
    }

    /// Where the cell is referred to whose `rdf:rest` is at a place; `nil` if there is no well-formed cell.
    private static func placeOfCell(at place: Place, in graph: Graph) -> Place? {
        let node = graph.nodes[place.node]
        guard node.isBlank, node.properties.count == 2, node.properties[place.property].iri == RDF.rest,
            node.properties[1 - place.property].iri == RDF.first, node.properties.allSatisfy({ $0.values.count == 1 }),
            node.types.isEmpty || node.types.count == 1 && node.types[0].hasSameBytes(as: RDF.list.string),
            case .once(let reference) = node.references
        else { return nil }
        return reference
    }

    // MARK: Compound literals

    /// Step 6.1
    private static func absorbCompoundLiterals(in graph: inout Graph) throws(JSONLDError) {
        for position in graph.compoundLiterals {
            let node = graph.nodes[position]
            guard node.isBlank, case .once(let place) = node.references else { continue }
            func text(_ property: IRI) -> JSONValue? {
                let values = node.properties.first { $0.iri == property }?.values
                if case .literal(let literal)? = values?.first { return literal[Keyword.value.rawValue] }
                return nil
            }
            var value = JSONObject(minimumCapacity: 3)
            value[Keyword.value] = text(RDF.value) ?? .null
            if let language = text(RDF.language) {
                guard let tag = language.string, IRIForm.isLanguageTag(tag) else {
                    throw JSONLDError(.invalidLanguageTaggedString, .notALanguageTag, "\(language)")
                }
                value[Keyword.language] = language
            }
            if let direction = text(RDF.direction) {
                guard direction == "ltr" || direction == "rtl" else {
                    throw JSONLDError(.invalidBaseDirection, .notADirection, "\(direction)")
                }
                value[Keyword.direction] = direction
            }
            graph[place] = .literal(.object(value))
            graph.nodes[position].isAbsorbed = true
        }
    }
}
