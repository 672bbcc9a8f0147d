public import RDFModel

extension Query {
    /// The query as text, with the prefixes it declares; reading it gives the same query again.
    ///
    /// That holds for every query that was read from text, and for algebra that is rewritten as long as a text can say
    /// it; what no text says (such as a unit that is joined) comes out as what means the same.
    public var sparqlText: String {
        let writer = SPARQLWriter(prefixes)
        return (SPARQLWriter.prologue(base, prefixes) + writer.query(self)).map { $0 + "\n" }.joined()
    }

    /// The query as text that stands alone in any engine: IRIs shortened by prefixes, and those that it uses declared.
    ///
    /// The base IRI is declared only where `IRI()` resolves against it, since all other IRIs are absolute by now.
    public func sparqlText(shortenedBy prefixes: PrefixMap) -> String {
        let lines = SPARQLWriter(prefixes).query(self).map { $0 + "\n" }.joined()
        let bytes = Array(lines.utf8)
        let tokens = Lexer(bytes.span).tokens
        let used = Set(
            tokens.lazy.filter { $0.kind == .prefixedName }.map { token in
                String(decoding: bytes[token.range].prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
            })
        var declared = PrefixMap()
        for (name, namespace) in prefixes.pairs where used.contains(name) { declared[name] = namespace }
        let resolves = tokens.contains {
            $0.kind == .word && bytes[$0.range].elementsEqual(BuiltInFunction.iri.rawValue.utf8)
        }
        return SPARQLWriter.prologue(resolves ? base : nil, declared).map { $0 + "\n" }.joined() + lines
    }
}

extension SPARQLWriter {
    static func prologue(_ base: IRI?, _ prefixes: PrefixMap) -> [String] {
        (base.map { ["BASE \($0)"] } ?? []) + prefixes.pairs.map { "PREFIX \($0.name): \($0.namespace)" }
    }

    fileprivate func query(_ query: Query) -> [String] {
        switch query.form {
        case .select:
            return select(SelectParts(query.algebra, projects: true), dataset: query.dataset)
        case .ask: return form("ASK", query)
        case .construct(let template):
            let lines = template.map { terms.text($0) + " ." }
            return form("CONSTRUCT " + (lines.isEmpty ? "{}" : braced(lines)), query)
        case .describe(let described):
            let names = described.isEmpty ? "*" : described.map(terms.text).joined(separator: " ")
            return form("DESCRIBE " + names, query)
        }
    }

    private func form(_ head: String, _ query: Query) -> [String] {
        let parts = SelectParts(query.algebra, projects: false)
        return [head] + datasetClause(query.dataset, "FROM") + clauses(parts)
    }

    /// `SelectQuery` or `SubSelect`, one clause a line.
    func select(_ parts: SelectParts, dataset: DatasetClause? = nil) -> [String] {
        var head = "SELECT"
        switch parts.duplicates {
        case .kept: break
        case .removed: head += " DISTINCT"
        case .mayBeRemoved: head += " REDUCED"
        }
        let writer = withAggregates(of: parts)
        let variables = parts.variables ?? []
        if variables.isEmpty { head += " *" }
        for variable in variables {
            if let assignment = parts.assignments.first(where: { $0.variable == variable }) {
                head += " (\(writer.text(assignment.value)) AS \(terms.text(variable)))"
            } else {
                head += " " + terms.text(variable)
            }
        }
        return [head] + datasetClause(dataset, "FROM") + clauses(parts)
    }

    private func withAggregates(of parts: SelectParts) -> SPARQLWriter {
        var writer = self
        for binding in parts.grouping?.aggregates ?? [] { writer.aggregates[binding.variable] = binding.aggregate }
        return writer
    }

    func datasetClause(_ dataset: DatasetClause?, _ keyword: String) -> [String] {
        guard let dataset else { return [] }
        return dataset.defaultGraphs.map { "\(keyword) \(terms.text($0))" }
            + dataset.namedGraphs.map { "\(keyword) NAMED \(terms.text($0))" }
    }

    /// WHERE and what follows it.
    private func clauses(_ parts: SelectParts) -> [String] {
        let writer = withAggregates(of: parts)
        var lines = ["WHERE " + block(parts.pattern)]
        if let grouping = parts.grouping, !grouping.keys.isEmpty {
            lines.append("GROUP BY " + grouping.keys.map { key($0.variable, $0.value) }.joined(separator: " "))
        } else if let grouping = parts.grouping, grouping.aggregates.isEmpty {
            // One group, and nothing that says so.
            lines.append("GROUP BY (1)")
        }
        if let having = parts.having { lines.append("HAVING " + writer.bracketted(having)) }
        if !parts.order.isEmpty {
            let conditions = parts.order.map { condition in
                (condition.isAscending ? "ASC" : "DESC") + writer.bracketted(condition.expression)
            }
            lines.append("ORDER BY " + conditions.joined(separator: " "))
        }
        if let limit = parts.limit { lines.append("LIMIT \(limit)") }
        if let offset = parts.offset, offset > 0 || parts.limit == nil { lines.append("OFFSET \(offset)") }
        if let (variables, rows) = parts.values { lines.append("VALUES " + dataBlock(variables, rows)) }
        return lines
    }

    private func key(_ variable: Variable, _ value: Expression?) -> String {
        guard let value else { return terms.text(variable) }
        return variable.isInternal ? bracketted(value) : "(\(text(value)) AS \(terms.text(variable)))"
    }
}
