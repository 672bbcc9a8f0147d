internal import RDFModel

extension Update {
    /// The update as text, with the prefixes it declares; reading it gives the same update again.
    public var sparqlText: String {
        let writer = SPARQLWriter(prefixes)
        let prologue = SPARQLWriter.prologue(base, prefixes).map { $0 + "\n" }.joined()
        return prologue + operations.map(writer.text).joined(separator: " ;\n") + (operations.isEmpty ? "" : "\n")
    }
}

extension SPARQLWriter {
    fileprivate func text(_ operation: UpdateOperation) -> String {
        switch operation {
        case .insertData(let quads): "INSERT DATA " + quadData(quads)
        case .deleteData(let quads): "DELETE DATA " + quadData(quads)
        case .modify(let modification): text(modification)
        case .load(let source, let target, let silent):
            "LOAD \(mark(silent))\(terms.text(source))" + (target.map { " INTO GRAPH \(terms.text($0))" } ?? "")
        case .clear(let target, let silent): "CLEAR \(mark(silent))\(text(target))"
        case .create(let graph, let silent): "CREATE \(mark(silent))GRAPH \(terms.text(graph))"
        case .drop(let target, let silent): "DROP \(mark(silent))\(text(target))"
        case .add(let source, let target, let silent): transfer("ADD", source, target, silent)
        case .move(let source, let target, let silent): transfer("MOVE", source, target, silent)
        case .copy(let source, let target, let silent): transfer("COPY", source, target, silent)
        }
    }

    private func mark(_ silent: Bool) -> String { silent ? "SILENT " : "" }

    private func transfer(_ keyword: String, _ source: GraphName, _ target: GraphName, _ silent: Bool) -> String {
        "\(keyword) \(mark(silent))\(text(source)) TO \(text(target))"
    }

    private func text(_ name: GraphName) -> String { name.term.map(terms.text) ?? "DEFAULT" }

    private func text(_ target: GraphTarget) -> String {
        switch target {
        case .graph(let iri): "GRAPH " + terms.text(iri)
        case .defaultGraph: "DEFAULT"
        case .named: "NAMED"
        case .all: "ALL"
        }
    }

    private func text(_ modification: Modification) -> String {
        var lines = modification.with.map { ["WITH \(terms.text($0))"] } ?? []
        // One of both must be written, even where nothing is changed.
        if !modification.delete.isEmpty || modification.insert.isEmpty {
            lines.append("DELETE " + quadPattern(modification.delete))
        }
        if !modification.insert.isEmpty { lines.append("INSERT " + quadPattern(modification.insert)) }
        lines += datasetClause(modification.using, "USING")
        lines.append("WHERE " + block(modification.pattern))
        return lines.joined(separator: "\n")
    }

    private func quadData(_ quads: [Quad]) -> String {
        quadPattern(
            quads.map { quad in
                let triple = TriplePattern(.term(quad.subject), .term(.iri(quad.predicate)), .term(quad.object))
                guard case .iri(let graph) = quad.graph else { return QuadPattern(triple) }
                return QuadPattern(triple, in: .iri(graph))
            })
    }

    /// `QuadPattern`: neighbours of one graph stand together, in the order of the quads.
    private func quadPattern(_ quads: [QuadPattern]) -> String {
        var lines: [String] = []
        var index = 0
        while index < quads.count {
            let graph = quads[index].graph
            let end = quads[index...].firstIndex { $0.graph != graph } ?? quads.count
            let triples = quads[index..<end].map { terms.text($0.triple) + " ." }
            if let graph {
                lines.append("GRAPH \(terms.text(graph)) " + deeper.braced(triples))
            } else {
                lines += triples
            }
            index = end
        }
        return lines.isEmpty ? "{}" : braced(lines)
    }
}
