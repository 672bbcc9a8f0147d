internal import ByteText
public import JSONText

extension JSONLDProcessor {
    /// The document with all that is said of a node in one place, and nodes side by side; in the words of a context if
    /// one is given.
    /// - Throws: ``JSONLDError``
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#dom-jsonldprocessor-flatten>
    public func flatten(_ input: JSONValue, context: JSONValue? = nil) throws(JSONLDError) -> JSONValue {
        let session = Session(options: options, loader: loader)
        return try flatten(remoteDocument(input, session), context: context, session)
    }

    /// A fetched document, flattened.
    public func flatten(_ document: RemoteDocument, context: JSONValue? = nil) throws(JSONLDError) -> JSONValue {
        try flatten(opened(document), context: context, Session(options: options, loader: loader))
    }

    private func flatten(
        _ document: RemoteDocument, context: JSONValue?, _ session: Session
    ) throws(JSONLDError) -> JSONValue {
        let expanded = try expanded(document, isFrame: false, session)
        let flattened = try flatten(expanded: expanded, session)
        guard let context, !context.isNull else { return .array(flattened) }
        return try compact(
            expanded: flattened, context: context, documentURL: document.documentURL, session, hasGraph: true)
    }

    /// The Flattening algorithm.
    private func flatten(expanded: [JSONValue], _ session: Session) throws(JSONLDError) -> [JSONValue] {
        var map = try NodeMapGeneration.map(of: expanded, session)  // 1, 2
        // 4
        for position in order(of: map.graphs.map(\.name)) where position > 0 {
            let graph = map.graphs[position]
            map.modify(0) { defaultGraph in
                let entry = defaultGraph.node(graph.name)
                defaultGraph.set(.array(nodes(of: graph)), of: Keyword.graph.rawValue, at: entry)
            }
        }
        return nodes(of: map.graphs[0])  // 5 to 7
    }

    /// The nodes of a graph of which something is said.
    private func nodes(of graph: NodeMap.Graph) -> [JSONValue] {
        order(of: graph.ids).compactMap { position in
            let node = graph.nodes[position]
            return node.isNodeReference ? nil : .object(node)
        }
    }

    /// The positions of names, in code point order if the options ask for it.
    func order(of names: [String]) -> [Int] {
        let positions = Array(names.indices)
        return options.ordered ? positions.sorted { names[$0].precedesInBytes(names[$1]) } : positions
    }
}
