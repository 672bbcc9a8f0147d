internal import ByteText
internal import JSONText
internal import RDFModel

// The order in which values stand where the order of the statements must not show: that of terms.

extension FromRDF {
    /// IRIs before blank nodes, each by code points.
    func precedes(_ left: String, _ right: String) -> Bool {
        let (leftIsBlank, rightIsBlank) = (IRIForm.isBlankNode(left), IRIForm.isBlankNode(right))
        return leftIsBlank == rightIsBlank ? left.precedesInBytes(right) : rightIsBlank
    }

    /// Nodes, lists by their first cells, and literals by text, datatype, language and direction.
    func precedes(_ left: Value, _ right: Value, in graph: Graph) -> Bool {
        guard case .literal(let first) = left else {
            guard let name = name(of: left, in: graph), let other = self.name(of: right, in: graph) else { return true }
            return precedes(name, other)
        }
        guard case .literal(let second) = right else { return false }
        for key in [Keyword.value, .type, .language, .direction] {
            let (one, other) = (Self.text(key, of: first), Self.text(key, of: second))
            if !one.hasSameBytes(as: other) { return one.precedesInBytes(other) }
        }
        return false
    }

    /// What a node, or the first cell of a list, is called; `nil` for a literal.
    private func name(of value: Value, in graph: Graph) -> String? {
        switch value {
        case .node(let node): text(of: graph.nodes[node].term)
        case .list(let cells): cells.first.map { text(of: graph.nodes[$0].term) } ?? RDF.nil.string
        case .literal: nil
        }
    }

    private static func text(_ keyword: Keyword, of literal: JSONValue) -> String {
        switch literal[keyword.rawValue] {
        case .string(let text)?: text
        case let value?: value.description
        case nil: keyword == .type ? XSD.string.string : ""
        }
    }
}
