internal import Localization
internal import RDFModel

extension Parser {
    /// `QueryUnit ::= Query`, `Query ::= Prologue ( SelectQuery | ConstructQuery | DescribeQuery | AskQuery )
    /// ValuesClause`
    mutating func parseQueryUnit() throws(SyntaxFailure) -> Query {
        try parsePrologue()
        var query: Query
        switch keyword {
        case .select: query = try parseSelectQuery()
        case .construct: query = try parseConstructQuery()
        case .describe: query = try parseDescribeQuery()
        case .ask: query = try parseAskQuery()
        default:
            guard options.allowBarePattern else { throw unexpected(.queryForm) }
            query = try parseBarePattern()
        }
        guard kind == .end else { throw unexpected(.endOfText) }
        query.base = base
        query.prefixes = prefixes
        return query
    }

    /// `Prologue ::= ( BaseDecl | PrefixDecl | VersionDecl )*`
    mutating func parsePrologue() throws(SyntaxFailure) {
        while true {
            switch keyword {
            case .base:
                advance()
                base = try parseIRIReference()
            case .prefix:
                advance()
                guard kind == .prefixedName, text[token.range].firstIndex(of: UInt8(ascii: ":")) == Int(token.end) - 1
                else { throw unexpected(.prefixName) }
                let name = String(decoding: text[token.range].dropLast(), as: UTF8.self)
                advance()
                prefixes[name] = try parseIRIReference()
            case .version:
                // `VersionSpecifier ::= STRING_LITERAL1 | STRING_LITERAL2`. A version tells which features a text may
                // use; we read them all in any version.
                advance()
                guard kind == .string else { throw unexpected(.literalVersion) }
                _ = try parseString()
            default: return
            }
        }
    }

    /// `SelectQuery ::= SelectClause DatasetClause* WhereClause SolutionModifier`
    private mutating func parseSelectQuery() throws(SyntaxFailure) -> Query {
        let select = try parseSelectClause()
        let dataset = try parseDatasetClauses()
        let group = try parseWhereClause()
        let solutions = try parseSolutions(of: group, select: select)
        return Query(form: .select(solutions.variables), dataset: dataset, algebra: solutions.algebra)
    }

    /// `AskQuery ::= 'ASK' DatasetClause* WhereClause SolutionModifier`
    private mutating func parseAskQuery() throws(SyntaxFailure) -> Query {
        advance()
        let dataset = try parseDatasetClauses()
        let group = try parseWhereClause()
        return Query(form: .ask, dataset: dataset, algebra: try parseSolutions(of: group).algebra)
    }

    /// `DescribeQuery ::= 'DESCRIBE' ( VarOrIri+ | '*' ) DatasetClause* WhereClause? SolutionModifier`
    private mutating func parseDescribeQuery() throws(SyntaxFailure) -> Query {
        advance()
        var terms: [TermPattern] = []
        let isStar = accept(.star)
        if !isStar {
            repeat {
                switch try parseVarOrIRI() {
                case .variable(let variable): terms.append(.variable(variable))
                case .iri(let iri): terms.append(.term(.iri(iri)))
                }
            } while kind == .variable || kind == .iri || kind == .prefixedName
        }
        let dataset = try parseDatasetClauses()
        let hasPattern = isKeyword(.where) || kind == .leftBrace
        let group = hasPattern ? try parseWhereClause() : GroupTranslation()
        let solutions = try parseSolutions(of: group)
        if isStar { terms = solutions.variables.map { .variable($0) } }
        return Query(form: .describe(terms), dataset: dataset, algebra: solutions.algebra)
    }

    /// `ConstructQuery ::= 'CONSTRUCT' ( ConstructTemplate DatasetClause* WhereClause SolutionModifier |
    /// DatasetClause* 'WHERE' '{' TriplesTemplate? '}' SolutionModifier )`
    private mutating func parseConstructQuery() throws(SyntaxFailure) -> Query {
        advance()
        if accept(.leftBrace) {
            let template = try parseTriplesTemplate(.template)
            try expect(.rightBrace)
            let dataset = try parseDatasetClauses()
            let group = try parseWhereClause()
            let algebra = try parseSolutions(of: group).algebra
            return Query(form: .construct(template), dataset: dataset, algebra: algebra)
        }
        let dataset = try parseDatasetClauses()
        guard accept(.where) else { throw unexpected([.token("{"), .token("WHERE")]) }
        try expect(.leftBrace)
        _ = blankNodes.begin()
        let triples = try parseTriplesTemplate(.patternAndTemplate)
        try expect(.rightBrace)
        var group = GroupTranslation()
        group.add(triples.map { .triple($0) })
        let algebra = try parseSolutions(of: group).algebra
        return Query(form: .construct(triples.map(\.asTemplate)), dataset: dataset, algebra: algebra)
    }

    /// The inside of `SELECT * WHERE { … }`, and perhaps solution modifiers.
    private mutating func parseBarePattern() throws(SyntaxFailure) -> Query {
        guard kind != .end else { throw unexpected(.graphPattern) }
        _ = blankNodes.begin()
        let group = try parseGroupGraphPatternSub()
        let select = SelectClause()
        let solutions = try parseSolutions(of: group, select: select)
        return Query(form: .select(solutions.variables), algebra: solutions.algebra)
    }

    /// `DatasetClause ::= 'FROM' ( DefaultGraphClause | NamedGraphClause )`, any number of times.
    private mutating func parseDatasetClauses() throws(SyntaxFailure) -> DatasetClause? {
        var clause: DatasetClause?
        while accept(.from) { try parseDatasetGraph(into: &clause) }
        return clause
    }

    /// `'NAMED'? iri`, after FROM and after USING.
    mutating func parseDatasetGraph(into clause: inout DatasetClause?) throws(SyntaxFailure) {
        var graphs = clause ?? DatasetClause()
        if accept(.named) {
            graphs.namedGraphs.append(try parseIRI())
        } else {
            graphs.defaultGraphs.append(try parseIRI())
        }
        clause = graphs
    }

    /// `WhereClause ::= 'WHERE'? GroupGraphPattern`
    private mutating func parseWhereClause() throws(SyntaxFailure) -> GroupTranslation {
        guard accept(.where) || kind == .leftBrace else { throw unexpected([.token("WHERE"), .token("{")]) }
        return try parseGroupGraphPattern()
    }

    /// `SubSelect ::= SelectClause WhereClause SolutionModifier ValuesClause`
    mutating func parseSubSelect() throws(SyntaxFailure) -> GroupTranslation {
        let outer = translation.aggregates
        translation.aggregates = AggregateScope()
        let select = try parseSelectClause()
        let group = try parseWhereClause()
        let solutions = try parseSolutions(of: group, select: select)
        translation.aggregates = outer
        var result = GroupTranslation()
        result.join(
            .toMultiset(solutions.algebra), scope: VariableScope(solutions.variables), depth: solutions.depth + 1)
        return result
    }
}

extension TriplePattern {
    /// A pattern of `CONSTRUCT WHERE` as its template: the variables of blank nodes are blank nodes again.
    fileprivate var asTemplate: TriplePattern {
        TriplePattern(subject.asTemplate, predicate.asTemplate, object.asTemplate)
    }
}

extension TermPattern {
    fileprivate var asTemplate: TermPattern {
        switch self {
        case .variable(let variable) where variable.isBlankNode:
            .term(.blankNode(BlankNode(String(variable.name.dropFirst(2)))))
        case .variable, .term: self
        case .triple(let triple): triple.asTemplate.asTermPattern
        }
    }
}
