internal import ByteText
internal import JSONText
internal import RDFModel

// What nodes were made from, as lines, for the proof of what is written of them.

extension FromRDF {
    /// The statements of a node of the default graph, and of the graph that it names.
    func lines(at position: Int) -> [StatementLine] {
        var lines: [StatementLine] = []
        append(position, in: graphs[0], to: &lines)
        if let inner = graph(named: graphs[0].nodes[position].term) {
            for node in graphs[inner].nodes.indices where !graphs[inner].nodes[node].isAbsorbed {
                append(node, in: graphs[inner], to: &lines)
            }
        }
        return lines
    }

    private func append(_ position: Int, in graph: Graph, to lines: inout [StatementLine]) {
        let node = graph.nodes[position]
        let subject = StatementLine.resource(text(of: node.term))
        let name = graph.name.map { StatementLine.resource(text(of: $0)) }
        for type in node.types {
            let object = StatementLine.resource(text(of: type))
            lines.append(StatementLine(subject, StatementLine.resource(RDF.type.string), object, graph: name))
        }
        for property in node.properties {
            let predicate = StatementLine.resource(text(of: property.predicate))
            for value in property.values {
                var statements = 1
                let object = text(of: value, in: graph, &statements)
                lines.append(StatementLine(subject, predicate, object, graph: name, statements: statements))
            }
        }
    }

    /// A value; the statements of its cells are counted.
    private func text(of value: Value, in graph: Graph, _ statements: inout Int) -> String {
        switch value {
        case .node(let node): return StatementLine.resource(text(of: graph.nodes[node].term))
        case .literal(let literal): return Self.lineText(of: literal)
        case .list(let cells):
            guard !cells.isEmpty else { return StatementLine.resource(RDF.nil.string) }
            statements += 2 * cells.count
            var items = "("
            for cell in cells {
                for property in graph.nodes[cell].properties where isTerm(property.predicate, RDF.first) {
                    items += " " + text(of: property.values[0], in: graph, &statements)
                }
            }
            return items + " )"
        }
    }

    /// A term as lines have it.
    func lineText(of term: TermHandle) -> String {
        if let literal = literal(term) { return Self.lineText(of: literal) }
        return isUnsupported(term) ? text(of: term) : StatementLine.resource(text(of: term))
    }

    private static func lineText(of literal: JSONValue) -> String {
        let text = literal[Keyword.value.rawValue]
        let type = literal[Keyword.type.rawValue]?.string
        if let language = literal[Keyword.language.rawValue]?.string {
            let direction = literal[Keyword.direction.rawValue]?.string.flatMap { BaseDirection(rawValue: $0) }
            return StatementLine.literal(text?.string ?? "", language: language, direction: direction)
        }
        guard let text, type == Keyword.json.rawValue else {
            return StatementLine.literal(text?.string ?? text?.description ?? "", datatype: type)
        }
        let canonical = (try? text.canonicalBytes()).map { String(decoding: $0, as: UTF8.self) }
        return StatementLine.literal(canonical ?? text.description, datatype: RDF.json.string)
    }
}
