public import RDFModel

// The names of operators are those of the specification, in the form that other engines print.

extension Algebra: CustomStringConvertible {
    /// The tree, one operator a line, IRIs in full.
    public var description: String { tree() }

    /// The tree, one operator a line, indented by its depth; IRIs shortened by prefixes.
    ///
    /// ```
    /// (project (?name)
    ///   (filter (= (lang ?name) "fr")
    ///     (bgp
    ///       (triple ?condition skos:prefLabel ?name))))
    /// ```
    public func tree(prefixes: PrefixMap = PrefixMap()) -> String {
        var output = ""
        TreeBuilder(terms: TermText(prefixes)).node(self).write(to: &output)
        return output
    }

    /// The operator's own line of ``tree(prefixes:)``, without its operands and without parentheses.
    public func label(prefixes: PrefixMap = PrefixMap()) -> String {
        var node = TreeBuilder(terms: TermText(prefixes)).node(self)
        if case .bgp = self { node.line += node.below }
        node.below = []
        var output = ""
        node.write(to: &output)
        return String(output.dropFirst().dropLast())
    }
}

extension Expression: CustomStringConvertible {
    /// The tree on one line, but for patterns of EXISTS; IRIs in full.
    public var description: String { tree() }

    /// The tree on one line, but for patterns of EXISTS; IRIs shortened by prefixes.
    public func tree(prefixes: PrefixMap = PrefixMap()) -> String {
        var output = ""
        TreeBuilder(terms: TermText(prefixes)).node(self).write(to: &output)
        return output
    }
}

extension AggregateExpression: CustomStringConvertible {
    /// The tree on one line; IRIs in full.
    public var description: String {
        var output = ""
        TreeBuilder(terms: TermText(PrefixMap())).node(self).write(to: &output)
        return output
    }
}

extension PropertyPath: CustomStringConvertible {
    /// The path as SPARQL writes it, IRIs in full.
    public var description: String { TermText(PrefixMap()).text(self) }
}

extension TriplePattern: CustomStringConvertible {
    /// The triple as SPARQL writes it, IRIs in full, without a dot.
    public var description: String { TermText(PrefixMap()).text(self) }
}

extension TermPattern: CustomStringConvertible {
    /// The variable or term as SPARQL writes it, IRIs in full.
    public var description: String { TermText(PrefixMap()).text(self) }
}

/// Makes the trees.
private struct TreeBuilder {
    let terms: TermText

    private func list(_ name: String, _ line: [SExpression] = [], below: [SExpression] = []) -> SExpression {
        SExpression(name: name, line: line, below: below)
    }

    private func atom(_ variable: Variable) -> SExpression { .atom(variable.description) }

    private func atom(_ pattern: TermPattern) -> SExpression {
        if case .variable(let variable) = pattern { atom(variable) } else { .atom(terms.text(pattern)) }
    }

    private func atom(_ name: GraphSpecifier) -> SExpression {
        switch name {
        case .iri(let iri): .atom(terms.text(iri))
        case .variable(let variable): atom(variable)
        }
    }

    func node(_ algebra: Algebra) -> SExpression {
        switch algebra {
        case .bgp(let triples):
            if triples.isEmpty { return list("unit") }
            return list(
                "bgp", below: triples.map { list("triple", [atom($0.subject), atom($0.predicate), atom($0.object)]) })
        case .path(let subject, let path, let object):
            return list("path", [atom(subject), .atom(terms.text(path)), atom(object)])
        case .join(let left, let right): return list("join", below: [node(left), node(right)])
        case .leftJoin(let left, let right, let condition):
            return list("leftjoin", condition.map { [node($0)] } ?? [], below: [node(left), node(right)])
        case .filter(let condition, let inner): return list("filter", [node(condition)], below: [node(inner)])
        case .union: return list("union", below: algebra.unionBranches.map(node))
        case .minus(let left, let right): return list("minus", below: [node(left), node(right)])
        case .graph(let name, let inner): return list("graph", [atom(name)], below: [node(inner)])
        case .extend(let inner, let variable, let value):
            return list("extend", [atom(variable), node(value)], below: [node(inner)])
        case .values(let variables, let rows):
            return list(
                "table", [list("vars", variables.map(atom))],
                below: rows.map { row in list("row", row.map { .atom($0.map(terms.text) ?? "UNDEF") }) })
        case .group(let keys, let aggregates, let inner):
            let bound = aggregates.map { list("", [atom($0.variable), node($0.aggregate)]) }
            return list("group", [list("", keys.map(atom))] + bound, below: [node(inner)])
        case .orderBy(let inner, let conditions):
            let keys = conditions.map { $0.isAscending ? node($0.expression) : list("desc", [node($0.expression)]) }
            return list("order", keys, below: [node(inner)])
        case .project(let inner, let variables):
            return list("project", [list("", variables.map(atom))], below: [node(inner)])
        case .distinct(let inner): return list("distinct", below: [node(inner)])
        case .reduced(let inner): return list("reduced", below: [node(inner)])
        case .slice(let inner, let offset, let limit):
            return list("slice", [.atom(String(offset)), .atom(limit.map(String.init) ?? "_")], below: [node(inner)])
        case .toMultiset(let inner): return list("tomultiset", below: [node(inner)])
        case .service(let name, let inner, let silent):
            return list("service", (silent ? [.atom("silent")] : []) + [atom(name)], below: [node(inner)])
        }
    }

    func node(_ expression: Expression) -> SExpression {
        switch expression {
        case .term(let term): .atom(terms.text(term))
        case .variable(let variable): atom(variable)
        case .bound(let variable): list("bound", [atom(variable)])
        case .or: list("||", expression.disjuncts.map(node))
        case .and: list("&&", expression.conjuncts.map(node))
        case .not(let inner): list("!", [node(inner)])
        case .comparison(let sign, let left, let right): list(sign.rawValue, [node(left), node(right)])
        case .arithmetic(let sign, let left, let right): list(sign.rawValue, [node(left), node(right)])
        case .unaryPlus(let inner): list("+", [node(inner)])
        case .unaryMinus(let inner): list("-", [node(inner)])
        case .isIn(let value, let items): list("in", [node(value)] + items.map(node))
        case .isNotIn(let value, let items): list("notin", [node(value)] + items.map(node))
        case .exists(let pattern): list("exists", below: [node(pattern)])
        case .notExists(let pattern): list("notexists", below: [node(pattern)])
        case .conditional(let condition, let yes, let no): list("if", [node(condition), node(yes), node(no)])
        case .coalesce(let items): list("coalesce", items.map(node))
        case .call(let function, let arguments): list(function.rawValue.lowercased(), arguments.map(node))
        case .function(let iri, let arguments): list(terms.text(iri), arguments.map(node))
        }
    }

    func node(_ aggregate: AggregateExpression) -> SExpression {
        var line: [SExpression] = aggregate.isDistinct ? [.atom("distinct")] : []
        line.append(aggregate.argument.map(node) ?? .atom("*"))
        if case .groupConcat(let separator) = aggregate.function {
            line.insert(list("separator", [.atom(TermText.quoted(separator))]), at: 0)
        }
        return list(aggregate.function.keyword.lowercased(), line)
    }
}
