internal import Localization
internal import RDFModel

extension Parser {
    /// `GroupGraphPattern ::= '{' ( SubSelect | GroupGraphPatternSub ) '}'`
    mutating func parseGroupGraphPattern() throws(SyntaxFailure) -> GroupTranslation {
        try expect(.leftBrace)
        try enter()
        let outer = blankNodes.begin()
        let aggregatesAreAllowed = translation.aggregates.isAllowed
        let isInsideAggregate = translation.aggregates.isInside
        translation.aggregates.isAllowed = false
        translation.aggregates.isInside = false
        let group = isKeyword(.select) ? try parseSubSelect() : try parseGroupGraphPatternSub()
        translation.aggregates.isAllowed = aggregatesAreAllowed
        translation.aggregates.isInside = isInsideAggregate
        blankNodes.resume(outer)
        leave()
        guard accept(.rightBrace) else { throw unexpected([.construct(.graphPattern), .token("}")]) }
        return group
    }

    /// `GroupGraphPatternSub ::= TriplesBlock? ( GraphPatternNotTriples '.'? TriplesBlock? )*`
    ///
    /// It ends before what can continue no group: for a pattern without braces that is the end or a solution modifier.
    mutating func parseGroupGraphPatternSub() throws(SyntaxFailure) -> GroupTranslation {
        var group = GroupTranslation()
        var mayBeginTriples = true
        while true {
            if beginsTriples {
                guard mayBeginTriples else { throw unexpected([.token("."), .token("}")]) }
                // After a dot more triples may follow, and anything else may follow at once.
                mayBeginTriples = try parseTriplesBlock(into: &group)
            } else if try parseGraphPatternNotTriples(into: &group) {
                _ = accept(.dot)
                mayBeginTriples = true
            } else {
                try checkDepth(group.wholeDepth)
                return group
            }
        }
    }

    /// `GraphPatternNotTriples ::= GroupOrUnionGraphPattern | OptionalGraphPattern | MinusGraphPattern |
    /// GraphGraphPattern | ServiceGraphPattern | Filter | Bind | InlineData`
    ///
    /// - Returns: whether there was one.
    private mutating func parseGraphPatternNotTriples(into group: inout GroupTranslation) throws(SyntaxFailure) -> Bool
    {
        if kind == .leftBrace {
            endBasicGraphPattern()
            try parseGroupOrUnionGraphPattern(into: &group)
            return true
        }
        guard let keyword else { return false }
        switch keyword {
        case .filter:
            advance()
            group.add(filter: try parseConstraint(), depth: expressionDepth)
            return true
        case .optional:
            endBasicGraphPattern()
            advance()
            group.add(optional: try parseGroupGraphPattern())
        case .minus:
            endBasicGraphPattern()
            advance()
            group.subtract(try parseGroupGraphPattern())
        case .graph:
            endBasicGraphPattern()
            advance()
            let name = try parseVarOrIRI()
            let inner = try parseGroupGraphPattern()
            group.join(.graph(name, inner.algebra), scope: Self.scope(inner, name), depth: inner.wholeDepth + 1)
        case .service:
            endBasicGraphPattern()
            advance()
            let silent = accept(.silent)
            let name = try parseVarOrIRI()
            let inner = try parseGroupGraphPattern()
            group.join(
                .service(name, inner.algebra, silent: silent), scope: Self.scope(inner, name),
                depth: inner.wholeDepth + 1)
        case .bind:
            endBasicGraphPattern()
            try parseBind(into: &group)
        case .values:
            endBasicGraphPattern()
            advance()
            let (variables, rows) = try parseDataBlock()
            group.join(.values(variables, rows), scope: VariableScope(variables), depth: 1)
        default: return false
        }
        try checkDepth(group.depth)
        return true
    }

    /// All but a filter ends the pattern in which a blank node's label may be used.
    private mutating func endBasicGraphPattern() { _ = blankNodes.begin() }

    private static func scope(_ group: GroupTranslation, _ name: GraphSpecifier) -> VariableScope {
        var scope = group.scope
        if let variable = name.variable { scope.insert(variable) }
        return scope
    }

    /// `GroupOrUnionGraphPattern ::= GroupGraphPattern ( 'UNION' GroupGraphPattern )*`
    private mutating func parseGroupOrUnionGraphPattern(into group: inout GroupTranslation) throws(SyntaxFailure) {
        let first = try parseGroupGraphPattern()
        guard isKeyword(.union) else {
            group.join(first.algebra, scope: first.scope, depth: first.wholeDepth)
            try checkDepth(group.depth)
            return
        }
        var branches = [first.algebra]
        var scope = first.scope
        var depth = first.wholeDepth
        while accept(.union) {
            let branch = try parseGroupGraphPattern()
            branches.append(branch.algebra)
            scope.formUnion(branch.scope)
            depth = max(depth, branch.wholeDepth)
        }
        group.join(Algebra.unionOf(branches), scope: scope, depth: depth + balancedDepth(leaves: branches.count))
        try checkDepth(group.depth)
    }

    /// `Bind ::= 'BIND' '(' Expression 'AS' Var ')'`
    private mutating func parseBind(into group: inout GroupTranslation) throws(SyntaxFailure) {
        advance()
        try expect(.leftParenthesis)
        let expression = try parseExpression()
        let depth = expressionDepth
        try expect(.as)
        let place = token.range
        let variable = try parseVar()
        guard !group.scope.contains(variable) else {
            throw SyntaxFailure(.variableAlreadyInScope, [variable.description], at: place)
        }
        try expect(.rightParenthesis)
        group.bind(variable, to: expression, depth: depth)
    }

    // MARK: Inline data

    /// `DataBlock ::= InlineDataOneVar | InlineDataFull`
    mutating func parseDataBlock() throws(SyntaxFailure) -> ([Variable], [[Term?]]) {
        if kind == .variable {
            let variable = try parseVar()
            try expect(.leftBrace)
            var rows: [[Term?]] = []
            while kind != .rightBrace { rows.append([try parseDataBlockValue()]) }
            advance()
            return ([variable], rows)
        }
        guard accept(.leftParenthesis) else { throw unexpected([.construct(.variable), .token("(")]) }
        var variables: [Variable] = []
        var seen: Set<Variable> = []
        while kind != .rightParenthesis {
            let place = token.range
            let variable = try parseVar()
            guard seen.insert(variable).inserted else {
                throw SyntaxFailure(.variableTwice, [variable.description], at: place)
            }
            variables.append(variable)
        }
        advance()
        try expect(.leftBrace)
        var rows: [[Term?]] = []
        while kind != .rightBrace { rows.append(try parseDataBlockRow(width: variables.count)) }
        advance()
        return (variables, rows)
    }

    private mutating func parseDataBlockRow(width: Int) throws(SyntaxFailure) -> [Term?] {
        let start = token.range.lowerBound
        guard accept(.leftParenthesis) else { throw unexpected([.token("("), .token("}")]) }
        var row: [Term?] = []
        row.reserveCapacity(width)
        while kind != .rightParenthesis { row.append(try parseDataBlockValue()) }
        guard row.count == width else {
            throw SyntaxFailure(
                .wrongNumberOfValues, [String(row.count), String(width)], at: start..<token.range.upperBound)
        }
        advance()
        return row
    }

    /// `DataBlockValue ::= iri | RDFLiteral | NumericLiteral | BooleanLiteral | 'UNDEF' | TripleTermData`
    private mutating func parseDataBlockValue() throws(SyntaxFailure) -> Term? {
        if accept(.undef) { return nil }
        return try parseDataTerm()
    }

    /// `DataBlockValue` but for `UNDEF`.
    mutating func parseDataTerm() throws(SyntaxFailure) -> Term {
        switch kind {
        case .iri, .prefixedName: return .iri(try parseIRI())
        case .tripleTermOpen: return .tripleTerm(try parseTripleTermData())
        default:
            guard let literal = try parseLiteral() else { throw unexpected(.constant) }
            return .literal(literal)
        }
    }

    /// `TripleTermData ::= '<<(' TripleTermDataSubject ( iri | 'a' ) TripleTermDataObject ')>>'`
    private mutating func parseTripleTermData() throws(SyntaxFailure) -> Triple {
        try expect(.tripleTermOpen)
        try enter()
        let subject = try parseIRI()
        let predicate = isVerbA ? takeVerbA() : try parseIRI()
        let object = try parseDataTerm()
        leave()
        try expect(.tripleTermClose)
        return Triple(.iri(subject), predicate, object)
    }
}
